//! Order in the queue.

use super::*;

fn join(queue: &mut Queue, priority: Priority, position: u64) -> Ticket {
    queue.join(priority, QueuePosition(position), false, Waker::noop().clone())
}

/// Grants until nobody is left, and says in which order.
fn drain(queue: &mut Queue, tickets: &[&Ticket]) -> Vec<usize> {
    let mut order = Vec::new();
    while queue.waiting() > 0 {
        drop(queue.offer_next(0));
        let fresh =
            |i: &usize| matches!(queue.state(tickets[*i]), WaiterState::Offered { .. }) && !order.contains(i);
        let next = (0..tickets.len()).find(fresh);
        order.extend(next);
    }
    order
}

#[test]
fn first_come_first_served_within_a_priority() {
    let mut queue = Queue::default();
    let [a, b, c] = [5, 5, 6].map(|position| join(&mut queue, Priority::Normal, position));
    assert_eq!(drain(&mut queue, &[&a, &b, &c]), [0, 1, 2]);
}

#[test]
fn a_call_that_tries_again_comes_before_all_who_came_later() {
    let mut queue = Queue::default();
    let [a, b] = [50, 60].map(|position| join(&mut queue, Priority::Normal, position));
    let [again, again_later] = [10, 20].map(|position| join(&mut queue, Priority::Normal, position));
    let between = join(&mut queue, Priority::Normal, 55);
    assert!(queue.is_next(&again));
    assert_eq!(drain(&mut queue, &[&a, &b, &again, &again_later, &between]), [2, 3, 0, 4, 1]);
}

#[test]
fn a_call_that_tries_again_comes_before_all_who_joined_in_the_same_moment() {
    let mut queue = Queue::default();
    let [a, b] = [50, 50].map(|position| join(&mut queue, Priority::Normal, position));
    let again = queue.join(Priority::Normal, QueuePosition(50), true, Waker::noop().clone());
    assert_eq!(drain(&mut queue, &[&a, &b, &again]), [2, 0, 1]);
}

#[test]
fn urgent_callers_overtake_but_nobody_starves() {
    let mut queue = Queue::default();
    let low = join(&mut queue, Priority::Low, 0);
    let normal = join(&mut queue, Priority::Normal, 1_000);
    let early = join(&mut queue, Priority::High, 100_999);
    let tie = join(&mut queue, Priority::High, 101_000);
    let late = join(&mut queue, Priority::High, 300_001);
    assert_eq!(drain(&mut queue, &[&low, &normal, &early, &tie, &late]), [2, 3, 1, 0, 4]);
}

#[test]
fn leaving_from_any_position_keeps_the_line_whole_and_reuses_the_node() {
    for gone in 0..3 {
        let mut queue = Queue::default();
        let mut tickets: Vec<_> =
            (0..3).map(|position| join(&mut queue, Priority::Normal, position)).collect();
        assert!(queue.remove(tickets.remove(gone)).is_some());
        assert_eq!(queue.waiting(), 2);
        tickets.push(join(&mut queue, Priority::Normal, 9));
        assert_eq!(queue.nodes.len(), 3);
        assert_eq!(drain(&mut queue, &tickets.iter().collect::<Vec<_>>()), [0, 1, 2]);
        for ticket in tickets {
            queue.remove(ticket);
        }
        assert!(queue.tickets() == 0);
    }
}

#[test]
fn those_who_wait_are_counted_by_priority() {
    let mut queue = Queue::default();
    let count = |queue: &Queue| {
        [Priority::High, Priority::Normal, Priority::Low].map(|priority| queue.waiting_as(priority))
    };
    let tickets = [Priority::Low, Priority::Normal, Priority::Low, Priority::High]
        .map(|priority| join(&mut queue, priority, 0));
    assert_eq!((count(&queue), queue.waiting()), ([1, 1, 2], 4));
    drop(queue.offer_next(0));
    assert_eq!((count(&queue), queue.waiting()), ([0, 1, 2], 3));
    tickets.into_iter().for_each(|ticket| drop(queue.remove(ticket)));
    assert_eq!((count(&queue), queue.waiting()), ([0, 0, 0], 0));
}

#[test]
fn those_before_a_position_are_counted_over_all_priorities() {
    let mut queue = Queue::default();
    assert_eq!(queue.before(Priority::High, QueuePosition(7)), 0);
    let gone = join(&mut queue, Priority::Normal, 4);
    join(&mut queue, Priority::Normal, 5);
    join(&mut queue, Priority::Low, 6);
    join(&mut queue, Priority::High, 7);
    queue.remove(gone);
    assert_eq!(queue.before(Priority::High, QueuePosition(7)), 1);
    assert_eq!(queue.before(Priority::Normal, QueuePosition(7)), 2);
    assert_eq!(queue.before(Priority::Normal, QueuePosition(4)), 1);
    assert_eq!(queue.before(Priority::Low, QueuePosition(7)), 3);
}
