//! Which deliveries came before.

use std::collections::{HashMap, VecDeque};

use crate::timestamp::Timestamp;

use super::event::DeliveryKey;

/// Remembers the newest deliveries: at most `capacity` of them, and each for so many milliseconds.
#[derive(Debug)]
pub(super) struct DeliveryMemory {
    capacity: usize,
    milliseconds: u64,
    /// The number of the next delivery.
    next: u64,
    /// Under which number a delivery stands in `order`.
    numbers: HashMap<DeliveryKey, u64>,
    /// The oldest first. What was forgotten on request stays here until its turn, and counts.
    order: VecDeque<(u64, Timestamp, DeliveryKey)>,
}

impl DeliveryMemory {
    pub(super) fn new(capacity: usize, milliseconds: u64) -> Self {
        Self { capacity, milliseconds, next: 0, numbers: HashMap::new(), order: VecDeque::new() }
    }

    /// Remembers a delivery; `false` if it is remembered already.
    pub(super) fn insert(&mut self, key: DeliveryKey, now: Timestamp) -> bool {
        while self.order.front().is_some_and(|(_, at, _)| self.is_over(*at, now)) {
            self.drop_oldest();
        }
        if self.numbers.contains_key(&key) {
            return false;
        }
        while self.order.len() >= self.capacity {
            self.drop_oldest();
        }
        self.numbers.insert(key, self.next);
        self.order.push_back((self.next, now, key));
        self.next += 1;
        true
    }

    /// Lets a delivery come again.
    pub(super) fn forget(&mut self, key: &DeliveryKey) {
        self.numbers.remove(key);
    }

    fn is_over(&self, at: Timestamp, now: Timestamp) -> bool {
        now > at && now.as_millis().abs_diff(at.as_millis()) > self.milliseconds
    }

    fn drop_oldest(&mut self) {
        // A delivery that was forgotten and came again stands under a newer number, which stays.
        if let Some((number, _, key)) = self.order.pop_front()
            && self.numbers.get(&key) == Some(&number)
        {
            self.numbers.remove(&key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millis(milliseconds)
    }

    #[test]
    fn the_newest_are_remembered_and_none_beyond_their_age() {
        let mut memory = DeliveryMemory::new(2, 100);
        assert!(memory.insert([1; 32], at(0)));
        assert!(!memory.insert([1; 32], at(100)));
        assert!(memory.insert([1; 32], at(101)), "too old to be known");
        assert!(memory.insert([2; 32], at(102)));
        assert!(memory.insert([3; 32], at(103)), "takes the place of the oldest");
        assert!(!memory.insert([2; 32], at(104)));
        assert!(memory.insert([1; 32], at(105)));
    }

    #[test]
    fn what_is_forgotten_and_comes_again_takes_no_more_room() {
        let mut memory = DeliveryMemory::new(3, 100);
        for _ in 0..1000 {
            assert!(memory.insert([1; 32], at(0)));
            memory.forget(&[1; 32]);
        }
        assert!(memory.order.len() <= 3 && memory.numbers.is_empty());
        assert!(memory.insert([1; 32], at(0)));
        assert!(memory.insert([2; 32], at(0)));
        assert!(
            !memory.insert([1; 32], at(0)),
            "an older entry of the same delivery does not take the newer along"
        );
    }
}
