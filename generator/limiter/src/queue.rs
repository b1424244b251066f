//! Who waits for a key, and whose turn is next. Knows neither time nor the runtime: callers pass ticks and
//! wakers in.

use std::task::Waker;

/// How soon a caller gets its turn.
///
/// Within a priority it is first come, first served. Between them, a caller of a lower priority counts as
/// having come later than it did: ten seconds for `Normal`, thirty for `Low`. So urgent calls go first, and
/// nobody starves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// Somebody is watching.
    High,
    /// As most calls are.
    #[default]
    Normal,
    /// In the background.
    Low,
}

impl Priority {
    const COUNT: usize = 3;

    /// How much later than it did a caller counts as having come, in ticks.
    const fn handicap(self) -> u64 {
        match self {
            Self::High => 0,
            Self::Normal => 100_000,
            Self::Low => 300_000,
        }
    }

    const fn class(self) -> usize {
        self as usize
    }
}

/// When a caller first came. A call that tries again passes its old place, and so comes before all who came
/// later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(pub(super) u64);

/// A waiting caller's number in its queue. Only its own future may use it, and only until it took or left its
/// turn.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ticket(u32);

/// How a waiting caller stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Waiting,
    /// It holds a slot already and only has to be told.
    Granted,
    Closed,
}

const NONE: u32 = u32::MAX;

#[derive(Debug)]
struct Node<H> {
    place: Place,
    priority: Priority,
    standing: Standing,
    waker: Option<Waker>,
    /// Where the caller lives: an alarm must be set there to be sure to ring as long as the caller waits.
    home: H,
    previous: u32,
    /// The next in the same class; for a vacant node, the next vacant one.
    next: u32,
}

#[derive(Clone, Copy, Debug)]
struct Line {
    first: u32,
    last: u32,
    length: usize,
}

/// The waiting callers of one key: one line for each priority, through one table of nodes.
#[derive(Debug)]
pub(super) struct Queue<H> {
    nodes: Vec<Node<H>>,
    vacant: u32,
    lines: [Line; Priority::COUNT],
    /// How many nodes are in use: those waiting, and those who have not been told yet.
    occupied: usize,
}

impl<H> Default for Queue<H> {
    fn default() -> Self {
        let lines = [Line { first: NONE, last: NONE, length: 0 }; Priority::COUNT];
        Self { nodes: Vec::new(), vacant: NONE, lines, occupied: 0 }
    }
}

impl<H: Copy> Queue<H> {
    /// How many wait for a slot.
    pub(super) fn waiting(&self) -> usize {
        self.lines.iter().map(|line| line.length).sum()
    }

    /// How many of this priority wait for a slot.
    pub(super) fn waiting_as(&self, priority: Priority) -> usize {
        self.lines[priority.class()].length
    }

    /// Whether no future refers to this queue any more.
    pub(super) fn is_deserted(&self) -> bool {
        self.occupied == 0
    }

    /// Puts a caller in its place.
    pub(super) fn join(&mut self, priority: Priority, place: Place, waker: Waker, home: H) -> Ticket {
        let after = self.predecessor(priority, place);
        let node = Node {
            place,
            priority,
            standing: Standing::Waiting,
            waker: Some(waker),
            home,
            previous: after,
            next: NONE,
        };
        let number = self.occupy(node);
        let line = &mut self.lines[priority.class()];
        let next = match after {
            NONE => std::mem::replace(&mut line.first, number),
            _ => std::mem::replace(&mut self.nodes[after as usize].next, number),
        };
        match next {
            NONE => line.last = number,
            _ => self.nodes[next as usize].previous = number,
        }
        line.length += 1;
        self.nodes[number as usize].next = next;
        Ticket(number)
    }

    /// After whom in its class a caller with this place comes. Newcomers go last without looking; only those
    /// who come back look for their place, and that is near the front.
    fn predecessor(&self, priority: Priority, place: Place) -> u32 {
        let line = self.lines[priority.class()];
        if line.last == NONE || self.nodes[line.last as usize].place <= place {
            return line.last;
        }
        let (mut after, mut next) = (NONE, line.first);
        while next != NONE && self.nodes[next as usize].place <= place {
            after = next;
            next = self.nodes[next as usize].next;
        }
        after
    }

    fn occupy(&mut self, node: Node<H>) -> u32 {
        self.occupied += 1;
        if self.vacant == NONE {
            self.nodes.push(node);
            return (self.nodes.len() - 1) as u32;
        }
        let number = self.vacant;
        self.vacant = self.nodes[number as usize].next;
        self.nodes[number as usize] = node;
        number
    }

    /// Who is next, of all classes.
    fn head(&self) -> Option<u32> {
        let firsts = self.lines.iter().map(|line| line.first).filter(|&number| number != NONE);
        firsts.min_by_key(|&number| {
            let node = &self.nodes[number as usize];
            (node.place.0 + node.priority.handicap(), node.priority)
        })
    }

    /// Whether this caller is next.
    pub(super) fn is_next(&self, ticket: &Ticket) -> bool {
        self.head() == Some(ticket.0)
    }

    /// The caller who is next: its number, its waker, its home.
    pub(super) fn next(&self) -> Option<(u32, &Waker, H)> {
        let number = self.head()?;
        let node = &self.nodes[number as usize];
        node.waker.as_ref().map(|waker| (number, waker, node.home))
    }

    /// Takes the caller who is next out of line, as granted, and hands out its waker.
    pub(super) fn grant_next(&mut self) -> Option<Waker> {
        let number = self.head()?;
        self.unlink(number);
        let node = &mut self.nodes[number as usize];
        node.standing = Standing::Granted;
        node.waker.take()
    }

    /// Sends the caller who is next away because of the closing, and hands out its waker.
    pub(super) fn close_next(&mut self) -> Option<Waker> {
        let number = self.head()?;
        self.unlink(number);
        let node = &mut self.nodes[number as usize];
        node.standing = Standing::Closed;
        node.waker.take()
    }

    pub(super) fn standing(&self, ticket: &Ticket) -> Standing {
        self.nodes[ticket.0 as usize].standing
    }

    /// Keeps the waker of a waiting caller up to date. The old one comes back to be dropped outside the lock.
    pub(super) fn renew(&mut self, ticket: &Ticket, waker: &Waker) -> Option<Waker> {
        let known = &mut self.nodes[ticket.0 as usize].waker;
        match known {
            Some(known) if known.will_wake(waker) => None,
            _ => known.replace(waker.clone()),
        }
    }

    /// Forgets a caller: its turn was taken, or it left. Its waker comes back to be dropped outside the lock.
    pub(super) fn remove(&mut self, ticket: Ticket) -> Option<Waker> {
        let number = ticket.0;
        if self.nodes[number as usize].standing == Standing::Waiting {
            self.unlink(number);
        }
        let node = &mut self.nodes[number as usize];
        node.next = self.vacant;
        self.vacant = number;
        self.occupied -= 1;
        node.waker.take()
    }

    /// How many waiting callers come before this place.
    pub(super) fn before(&self, priority: Priority, place: Place) -> usize {
        let mine = (place.0 + priority.handicap(), priority);
        let comes_first = |node: &&Node<H>| (node.place.0 + node.priority.handicap(), node.priority) <= mine;
        if self.lines.iter().all(|line| line.last == NONE || comes_first(&&self.nodes[line.last as usize])) {
            return self.waiting();
        }
        self.nodes
            .iter()
            .filter(|node| node.standing == Standing::Waiting && node.waker.is_some())
            .filter(comes_first)
            .count()
    }

    fn unlink(&mut self, number: u32) {
        let Node { previous, next, priority, .. } = self.nodes[number as usize];
        let line = &mut self.lines[priority.class()];
        line.length -= 1;
        match previous {
            NONE => line.first = next,
            _ => self.nodes[previous as usize].next = next,
        }
        match next {
            NONE => line.last = previous,
            _ => self.nodes[next as usize].previous = previous,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join(queue: &mut Queue<()>, priority: Priority, place: u64) -> Ticket {
        queue.join(priority, Place(place), Waker::noop().clone(), ())
    }

    /// Grants until nobody is left, and says in which order.
    fn drain(queue: &mut Queue<()>, tickets: &[&Ticket]) -> Vec<usize> {
        let mut order = Vec::new();
        while queue.waiting() > 0 {
            queue.grant_next();
            let fresh = |i: &usize| queue.standing(tickets[*i]) == Standing::Granted && !order.contains(i);
            let next = (0..tickets.len()).find(fresh);
            order.extend(next);
        }
        order
    }

    #[test]
    fn first_come_first_served_within_a_priority() {
        let mut queue = Queue::default();
        let [a, b, c] = [5, 5, 6].map(|place| join(&mut queue, Priority::Normal, place));
        assert_eq!(drain(&mut queue, &[&a, &b, &c]), [0, 1, 2]);
    }

    #[test]
    fn a_call_that_tries_again_comes_before_all_who_came_later() {
        let mut queue = Queue::default();
        let [a, b] = [50, 60].map(|place| join(&mut queue, Priority::Normal, place));
        let [again, again_later] = [10, 20].map(|place| join(&mut queue, Priority::Normal, place));
        let between = join(&mut queue, Priority::Normal, 55);
        assert!(queue.is_next(&again));
        assert_eq!(drain(&mut queue, &[&a, &b, &again, &again_later, &between]), [2, 3, 0, 4, 1]);
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
    fn leaving_from_any_place_keeps_the_line_whole_and_reuses_the_node() {
        for gone in 0..3 {
            let mut queue = Queue::default();
            let mut tickets: Vec<_> = (0..3).map(|place| join(&mut queue, Priority::Normal, place)).collect();
            assert!(queue.remove(tickets.remove(gone)).is_some());
            assert_eq!(queue.waiting(), 2);
            tickets.push(join(&mut queue, Priority::Normal, 9));
            assert_eq!(queue.nodes.len(), 3);
            assert_eq!(drain(&mut queue, &tickets.iter().collect::<Vec<_>>()), [0, 1, 2]);
            for ticket in tickets {
                queue.remove(ticket);
            }
            assert!(queue.is_deserted());
        }
    }

    #[test]
    fn those_who_wait_are_counted_by_priority() {
        let mut queue = Queue::default();
        let count = |queue: &Queue<()>| {
            [Priority::High, Priority::Normal, Priority::Low].map(|priority| queue.waiting_as(priority))
        };
        let tickets = [Priority::Low, Priority::Normal, Priority::Low, Priority::High]
            .map(|priority| join(&mut queue, priority, 0));
        assert_eq!((count(&queue), queue.waiting()), ([1, 1, 2], 4));
        queue.grant_next();
        assert_eq!((count(&queue), queue.waiting()), ([0, 1, 2], 3));
        tickets.into_iter().for_each(|ticket| drop(queue.remove(ticket)));
        assert_eq!((count(&queue), queue.waiting()), ([0, 0, 0], 0));
    }

    #[test]
    fn those_before_a_place_are_counted_over_all_priorities() {
        let mut queue = Queue::default();
        assert_eq!(queue.before(Priority::High, Place(7)), 0);
        let gone = join(&mut queue, Priority::Normal, 4);
        join(&mut queue, Priority::Normal, 5);
        join(&mut queue, Priority::Low, 6);
        join(&mut queue, Priority::High, 7);
        queue.remove(gone);
        assert_eq!(queue.before(Priority::High, Place(7)), 1);
        assert_eq!(queue.before(Priority::Normal, Place(7)), 2);
        assert_eq!(queue.before(Priority::Normal, Place(4)), 1);
        assert_eq!(queue.before(Priority::Low, Place(7)), 3);
    }
}
