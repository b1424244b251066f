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

#[test]
fn only_the_first_is_next() {
    let mut queue = Queue::default();
    let [first, second] = [1, 2].map(|position| join(&mut queue, Priority::Normal, position));
    assert_eq!((queue.is_next(&first), queue.is_next(&second)), (true, false));
    drop(queue.offer_next(9));
    assert_eq!((queue.is_next(&first), queue.is_next(&second)), (false, true));
}

#[test]
fn the_offer_that_ends_first_is_withdrawn_first_whenever_it_was_made() {
    let mut queue = Queue::default();
    let tickets: Vec<_> = (0..4).map(|position| join(&mut queue, Priority::Normal, position)).collect();
    for until in [20, 10, 30, 20] {
        drop(queue.offer_next(until));
    }
    let is_asleep = |queue: &Queue, of: usize| matches!(queue.state(&tickets[of]), WaiterState::Asleep);
    let mut withdrawn = Vec::new();
    for now in [10, 20, 20, 30] {
        assert_eq!(queue.first_end_of_offers(), Some(now));
        assert!(!queue.withdraw_offer(now - 1));
        assert!(queue.withdraw_offer(now));
        withdrawn.extend((0..4).find(|of| is_asleep(&queue, *of) && !withdrawn.contains(of)));
    }
    // Of two that end together, the one that was made first.
    assert_eq!(withdrawn, [1, 0, 3, 2]);
    assert_eq!(queue.first_end_of_offers(), None);
}

#[test]
fn a_waker_is_replaced_only_by_one_that_wakes_somebody_else() {
    struct Task;
    impl std::task::Wake for Task {
        fn wake(self: std::sync::Arc<Self>) {}
    }
    let [one, other] = [(); 2].map(|()| Waker::from(std::sync::Arc::new(Task)));
    let mut queue = Queue::default();
    let ticket = queue.join(Priority::Normal, QueuePosition(0), false, one.clone());
    assert!(queue.renew(&ticket, &one).is_none());
    assert!(queue.renew(&ticket, &other).is_some_and(|old| old.will_wake(&one)));
    assert!(queue.remove(ticket).is_some_and(|last| last.will_wake(&other)));
}
