//! Wakers collected while a key is locked and used after it.

use std::task::Waker;

/// How many offers are made for one locking of a key: few, so that others need not wait long for the lock.
const CAPACITY: usize = 8;

/// Wakers to wake, and some to drop, once the lock is released: both can run foreign code, and that code may want the same
/// lock.
#[derive(Default)]
pub(crate) struct WakeList {
    woken: [Option<Waker>; CAPACITY],
    count: usize,
    /// Those beside the offers: timers, and everybody in line.
    pub(crate) others: Vec<Waker>,
    /// Those to drop. One poll gives up two at most: the one that it replaces, and the one that it then has no more use for.
    discarded: [Option<Waker>; 2],
}

impl WakeList {
    /// Whether no more offers can be made now. Then the key is to be locked again.
    pub(crate) fn is_full(&self) -> bool {
        self.count == CAPACITY
    }

    /// Adds the waker of a caller who was offered a slot.
    pub(crate) fn push(&mut self, waker: Waker) {
        if let Some(free) = self.woken.get_mut(self.count) {
            *free = Some(waker);
            self.count += 1;
        } else {
            self.others.push(waker);
        }
    }

    /// Adds a waker to drop.
    pub(crate) fn discard(&mut self, waker: Option<Waker>) {
        let Some(waker) = waker else { return };
        match self.discarded.iter_mut().find(|free| free.is_none()) {
            Some(free) => *free = Some(waker),
            // More than anybody gives up. To be woken once too often does less harm than a lock that is never released.
            None => self.others.push(waker),
        }
    }

    /// Wakes and drops. Must be called without a lock.
    pub(crate) fn wake(self) {
        self.woken.into_iter().flatten().for_each(Waker::wake);
        self.others.into_iter().for_each(Waker::wake);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::task::Wake;

    use super::*;

    struct Task;

    impl Wake for Task {
        fn wake(self: Arc<Self>) {}
    }

    #[test]
    fn it_is_full_with_as_many_offers_as_it_has_places() {
        let mut list = WakeList::default();
        for _ in 0..CAPACITY {
            assert!(!list.is_full());
            list.push(Waker::noop().clone());
        }
        assert!(list.is_full());
    }

    #[test]
    fn what_is_discarded_is_dropped_with_the_list_and_not_under_the_lock() {
        let task = Arc::new(Task);
        let mut list = WakeList::default();
        for held in 2..=4 {
            list.discard(Some(Waker::from(task.clone())));
            list.discard(None);
            assert_eq!(Arc::strong_count(&task), held);
        }
        list.wake();
        assert_eq!(Arc::strong_count(&task), 1);
    }
}
