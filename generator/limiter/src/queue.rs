//! The callers who wait for a key, and who is next. Knows neither clock nor runtime: ticks and wakers are passed in.
//!
//! A free slot is offered to the next caller, who is woken to take it. If it is not polled in time the offer is
//! withdrawn, and everybody in line is *alerted*: woken, because others may not be polled either, and whoever is polled
//! first takes the slot. Who was woken and is not polled until the offer or the alert ends is *asleep*: out of its line,
//! but not out of the queue.

use std::task::Waker;

use crate::priority::{Order, Priority, QueuePosition};

/// A caller's number in the queue. Only its own future may use it, and only until the caller has left the queue.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ticket(u32);

/// The state of a caller in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WaiterState {
    /// It stands in its line.
    Waiting,
    /// It stands in its line, and was woken because everybody was alerted.
    Alerted,
    /// It was offered a slot and woken. The offer may be withdrawn from this tick on.
    Offered { until: u64 },
    /// It was woken and was not polled in time. It has left its line, but keeps its position.
    Asleep,
    /// The limiter was closed.
    Closed,
}

/// The number that no node has: the end of a list.
const NONE: u32 = u32::MAX;

/// How many lists of nodes there are: one line for each priority, then the outstanding offers in the order of their ends.
const LISTS: usize = Priority::COUNT + 1;

/// The list of offers. The lists before it are the lines.
const OFFERS: usize = Priority::COUNT;

/// A caller, as an element of a doubly linked list.
#[derive(Debug)]
struct Node {
    position: QueuePosition,
    priority: Priority,
    state: WaiterState,
    /// `None` once it was used to wake the caller.
    waker: Option<Waker>,
    previous: u32,
    /// The next one in the same list; of a vacant node, the next vacant one.
    next: u32,
}

impl Node {
    fn order(&self) -> Order {
        self.priority.order(self.position)
    }

    /// The list that the node is part of.
    fn list(&self) -> Option<usize> {
        match self.state {
            WaiterState::Waiting | WaiterState::Alerted => Some(self.priority.line()),
            WaiterState::Offered { .. } => Some(OFFERS),
            WaiterState::Asleep | WaiterState::Closed => None,
        }
    }
}

/// The ends of a list, as numbers of nodes.
#[derive(Clone, Copy, Debug)]
struct List {
    first: u32,
    last: u32,
    length: usize,
}

/// The callers who wait for one key: linked lists in one table of nodes.
#[derive(Debug)]
pub(crate) struct Queue {
    nodes: Vec<Node>,
    /// The first vacant node; the others follow as its `next`.
    vacant: u32,
    lists: [List; LISTS],
    /// How many nodes are in use.
    occupied: usize,
}

impl Default for Queue {
    fn default() -> Self {
        let lists = [List { first: NONE, last: NONE, length: 0 }; LISTS];
        Self { nodes: Vec::new(), vacant: NONE, lists, occupied: 0 }
    }
}

impl Queue {
    fn node(&self, number: u32) -> &Node {
        &self.nodes[number as usize]
    }

    fn node_mut(&mut self, number: u32) -> &mut Node {
        &mut self.nodes[number as usize]
    }

    /// How many stand in line.
    pub(crate) fn waiting(&self) -> usize {
        self.lists[..OFFERS].iter().map(|line| line.length).sum()
    }

    /// How many of this priority stand in line.
    pub(crate) fn waiting_as(&self, priority: Priority) -> usize {
        self.lists[priority.line()].length
    }

    /// How many offers are outstanding.
    pub(crate) fn offers(&self) -> usize {
        self.lists[OFFERS].length
    }

    /// How many callers hold a ticket, whatever their state.
    pub(crate) fn tickets(&self) -> usize {
        self.occupied
    }

    /// Adds a caller at its position. One who comes back after a failed attempt stands before others of that position.
    pub(crate) fn join(
        &mut self,
        priority: Priority,
        position: QueuePosition,
        comes_back: bool,
        waker: Waker,
    ) -> Ticket {
        let (state, waker) = (WaiterState::Waiting, Some(waker));
        let number = self.occupy(Node { position, priority, state, waker, previous: NONE, next: NONE });
        self.stand_in_line(number, comes_back);
        Ticket(number)
    }

    /// Puts a node into a vacant place, or a new one. Returns its number.
    fn occupy(&mut self, node: Node) -> u32 {
        self.occupied += 1;
        if self.vacant == NONE {
            self.nodes.push(node);
            return (self.nodes.len() - 1) as u32;
        }
        let number = self.vacant;
        self.vacant = self.node(number).next;
        *self.node_mut(number) = node;
        number
    }

    /// Links a node into the line of its priority. New callers are appended without a search; callers who come back
    /// search for their position, which is near the front, and were there before all others who joined in that moment.
    fn stand_in_line(&mut self, number: u32, comes_back: bool) {
        let (list, position) = (self.node(number).priority.line(), self.node(number).position);
        let List { first, last, .. } = self.lists[list];
        let goes_before = |other: u32| {
            let other = self.node(other).position;
            other > position || comes_back && other == position
        };
        let mut after = last;
        if last != NONE && goes_before(last) {
            let mut next = first;
            after = NONE;
            while next != NONE && !goes_before(next) {
                (after, next) = (next, self.node(next).next);
            }
        }
        self.link(list, number, after);
    }

    /// Puts a node into a list, behind the node `after`; [`NONE`] means at the front.
    fn link(&mut self, list: usize, number: u32, after: u32) {
        let next = match after {
            NONE => std::mem::replace(&mut self.lists[list].first, number),
            _ => std::mem::replace(&mut self.node_mut(after).next, number),
        };
        match next {
            NONE => self.lists[list].last = number,
            _ => self.node_mut(next).previous = number,
        }
        self.lists[list].length += 1;
        let node = self.node_mut(number);
        (node.previous, node.next) = (after, next);
    }

    /// Takes a node out of the list that its state says it is in.
    fn unlink(&mut self, number: u32) {
        let (Some(list), &Node { previous, next, .. }) = (self.node(number).list(), self.node(number)) else {
            return;
        };
        self.lists[list].length -= 1;
        match previous {
            NONE => self.lists[list].first = next,
            _ => self.node_mut(previous).next = next,
        }
        match next {
            NONE => self.lists[list].last = previous,
            _ => self.node_mut(next).previous = previous,
        }
    }

    /// Takes a node out of its list and changes its state. If the new state has a list, the caller has to link it there.
    fn set_state(&mut self, number: u32, state: WaiterState) {
        self.unlink(number);
        self.node_mut(number).state = state;
    }

    /// The first of a line who has not been alerted, or was polled since.
    fn first_waiting(&self, line: usize) -> Option<u32> {
        let mut number = self.lists[line].first;
        while number != NONE && self.node(number).state != WaiterState::Waiting {
            number = self.node(number).next;
        }
        (number != NONE).then_some(number)
    }

    /// The next caller, of all lines.
    fn head(&self) -> Option<u32> {
        let firsts = (0..OFFERS).filter_map(|line| self.first_waiting(line));
        firsts.min_by_key(|&number| self.node(number).order())
    }

    /// The order of the next caller, to be compared with those of other queues; `None` if nobody is next.
    pub(crate) fn head_order(&self) -> Option<Order> {
        self.head().map(|number| self.node(number).order())
    }

    /// The order of this caller.
    pub(crate) fn order_of(&self, ticket: &Ticket) -> Order {
        self.node(ticket.0).order()
    }

    /// Whether this caller is next.
    pub(crate) fn is_next(&self, ticket: &Ticket) -> bool {
        self.head() == Some(ticket.0)
    }

    /// Offers a slot to the next caller, to be taken before `until`, and returns its waker. `None` if there is nobody to
    /// offer it to.
    pub(crate) fn offer_next(&mut self, until: u64) -> Option<Waker> {
        let number = self.head()?;
        self.set_state(number, WaiterState::Offered { until });
        let mut after = self.lists[OFFERS].last;
        while after != NONE && self.end_of_offer(after) > until {
            after = self.node(after).previous;
        }
        self.link(OFFERS, number, after);
        self.node_mut(number).waker.take()
    }

    /// The tick from which on the offer to this node may be withdrawn.
    fn end_of_offer(&self, number: u32) -> u64 {
        match self.node(number).state {
            WaiterState::Offered { until } => until,
            _ => 0,
        }
    }

    /// The tick from which on the oldest offer may be withdrawn; `None` if there is no offer.
    pub(crate) fn first_end_of_offers(&self) -> Option<u64> {
        let first = self.lists[OFFERS].first;
        (first != NONE).then(|| self.end_of_offer(first))
    }

    /// Withdraws the oldest offer, if it may be by now. Its caller is asleep. Returns whether it did.
    pub(crate) fn withdraw_offer(&mut self, now: u64) -> bool {
        let may = self.first_end_of_offers().is_some_and(|until| until <= now);
        if may {
            self.set_state(self.lists[OFFERS].first, WaiterState::Asleep);
        }
        may
    }

    /// Alerts everybody in line: whoever is polled next may take a free slot. Their wakers are added to `woken`.
    pub(crate) fn alert_all(&mut self, woken: &mut Vec<Waker>) {
        for line in 0..OFFERS {
            let mut number = self.lists[line].first;
            while number != NONE {
                let node = self.node_mut(number);
                node.state = WaiterState::Alerted;
                woken.extend(node.waker.take());
                number = node.next;
            }
        }
    }

    /// Puts to sleep whoever was alerted and not polled since.
    pub(crate) fn end_alert(&mut self) {
        for line in 0..OFFERS {
            let mut number = self.lists[line].first;
            while number != NONE {
                let next = self.node(number).next;
                if self.node(number).state == WaiterState::Alerted {
                    self.set_state(number, WaiterState::Asleep);
                }
                number = next;
            }
        }
    }

    /// Ends the wait of everybody in line because the limiter was closed. Wakers are added to `woken`. The others find out
    /// when they are polled.
    pub(crate) fn close(&mut self, woken: &mut Vec<Waker>) {
        for line in 0..OFFERS {
            while self.lists[line].first != NONE {
                let number = self.lists[line].first;
                self.set_state(number, WaiterState::Closed);
                woken.extend(self.node_mut(number).waker.take());
            }
        }
    }

    /// The state of this caller.
    pub(crate) fn state(&self, ticket: &Ticket) -> WaiterState {
        self.node(ticket.0).state
    }

    /// A caller was polled and waits on: it is awake, and back in its line. Returns its old waker if that was replaced, to
    /// be dropped without the lock.
    pub(crate) fn renew(&mut self, ticket: &Ticket, waker: &Waker) -> Option<Waker> {
        let number = ticket.0;
        match self.node(number).state {
            WaiterState::Alerted => self.node_mut(number).state = WaiterState::Waiting,
            WaiterState::Asleep => {
                self.node_mut(number).state = WaiterState::Waiting;
                self.stand_in_line(number, false);
            }
            _ => {}
        }
        match &mut self.node_mut(number).waker {
            Some(known) if known.will_wake(waker) => None,
            known => known.replace(waker.clone()),
        }
    }

    /// Removes a caller, whatever its state. Returns its waker, to be dropped without the lock.
    pub(crate) fn remove(&mut self, ticket: Ticket) -> Option<Waker> {
        let (number, vacant) = (ticket.0, self.vacant);
        self.set_state(number, WaiterState::Closed);
        self.vacant = number;
        self.occupied -= 1;
        let node = self.node_mut(number);
        node.next = vacant;
        node.waker.take()
    }

    /// How many in line come before a caller with this priority and position.
    pub(crate) fn before(&self, priority: Priority, position: QueuePosition) -> usize {
        // A caller of the same order came first.
        let mine = priority.order(position);
        let comes_first = |number: u32| self.node(number).order() <= mine;
        let lines = || self.lists[..OFFERS].iter();
        if lines().all(|line| line.last == NONE || comes_first(line.last)) {
            return self.waiting();
        }
        let count = |line: &List| {
            let mut number = line.first;
            std::iter::from_fn(|| {
                let this = (number != NONE && comes_first(number)).then_some(number)?;
                number = self.node(this).next;
                Some(this)
            })
            .count()
        };
        lines().map(count).sum()
    }
}

#[cfg(test)]
mod tests;
