//! The protocol in a small world: processes that grant, return and die, messages that are lost, repeated and late, a store that
//! loses its memory, and clocks that nobody may trust.
//!
//! What is checked at each grant: counting all processes, those that are gone included, no more slots are in use than there
//! are. A slot is in use from its grant to a window after the instant at which the server counted its request at the latest.
//! From that the front page's proof follows for all processes together. Afterwards: no slot was lost.
//!
//! The long run: `cargo test -p paceline --features redis --release --lib -- --ignored --nocapture lease`

use std::collections::HashSet;

mod world;
mod habits;

use habits::{Odd, SMALL, run};
use world::{Break, Move, World};

/// What random runs look at, in turn.
const FOCUSES: [Option<Odd>; 4] = [None, Some(Odd::HearsLate), Some(Odd::CutOff), Some(Odd::Sleeps)];

#[test]
fn no_more_slots_are_in_use_than_there_are_and_none_is_lost() {
    let mut granted = 0;
    for (seed, focus) in (0..300).zip(FOCUSES.into_iter().cycle()) {
        granted += run(seed, 4_000, Break::Nothing, focus).unwrap();
    }
    assert!(granted > 5_000, "only {granted}");
}

#[test]
#[ignore = "a minute in a release build"]
fn a_million_grants() {
    let (mut granted, mut seed) = (0, 1_000_000);
    while granted < 1_000_000 {
        granted += run(seed, 20_000, Break::Nothing, FOCUSES[seed as usize % 4]).unwrap();
        seed += 1;
    }
    println!("{granted} grants in {} runs", seed - 1_000_000);
}

#[test]
fn what_is_broken_is_found() {
    for (broken, focus) in [
        (Break::LeaseFromReceipt, Some(Odd::HearsLate)),
        (Break::NoRests, None),
        (Break::NotCumulative, None),
        (Break::NoSlack, None),
        (Break::NoTransit, Some(Odd::CutOff)),
        (Break::NoSilence, None),
        (Break::OldResponses, None),
        (Break::OldClaims, Some(Odd::Sleeps)),
        (Break::ClocksThatJump, None),
    ] {
        match (0..5_000).find(|&seed| run(seed, 2_000, broken, focus).is_err()) {
            Some(seed) => println!("{broken:?}: seed {seed}"),
            None => panic!("{broken:?} was not found"),
        }
    }
}

/// A process is cut off after its first statement, of which there is a copy, until the store has given its slot to others.
#[test]
fn a_response_that_comes_after_its_lease_is_none() {
    let mut world = World::new(2, (2, 1, 1), SMALL, Break::Nothing);
    let mut go = |step| world.apply(step).unwrap();
    go(Move::Speak(0));
    go(Move::Repeat(0));
    // What the process hears at last is behind the copy.
    (0..world.terms.own_lease()).for_each(|_| world.apply(Move::Tick).unwrap());
    world.apply(Move::Deliver(1)).unwrap();
    let process = &world.processes[0].holding;
    assert!(!process.waits() && process.held(0) == 0 && !process.was_alive(), "{process:?}");
}

/// A process is cut off until the store has given its slots to others. Then a copy of its first statement arrives, which says that
/// it holds nothing, and what it says next is that it holds what it was given once.
#[test]
fn who_is_known_by_a_late_copy_alone_holds_nothing() {
    let mut world = World::new(2, (2, 1, 1), SMALL, Break::Nothing);
    let speak = |world: &mut World, index| {
        world.apply(Move::Speak(index)).unwrap();
        let last = world.messages.len() - 1;
        world.apply(Move::Deliver(last)).unwrap();
        world.apply(Move::Deliver(last)).unwrap();
    };
    // Who holds what is not known before the silence has ended.
    for _ in 0..8 * SMALL.silence(1, 1) {
        world.apply(Move::Tick).unwrap();
        if world.is_due(1) {
            speak(&mut world, 1);
        }
    }
    world.apply(Move::Demand(1, 0)).unwrap();
    (0..SMALL.renewal).for_each(|_| world.apply(Move::Tick).unwrap());
    speak(&mut world, 1);
    world.apply(Move::Speak(0)).unwrap();
    let copy = world.messages.iter().rposition(|message| message.process() == 1).unwrap();
    let statement = world.messages[copy].clone();
    world.apply(Move::Deliver(copy)).unwrap();
    let response = world.messages.iter().rposition(|message| message.process() == 1).unwrap();
    world.apply(Move::Deliver(response)).unwrap();
    assert_eq!(world.processes[0].holding.held(0), 2);

    world.apply(Move::Demand(1, 2)).unwrap();
    for _ in 0..8 * SMALL.silence(1, 1) {
        world.apply(Move::Tick).unwrap();
        if world.is_due(1) {
            speak(&mut world, 1);
        }
    }
    assert_eq!(world.processes[1].holding.held(0), 2);
    world.deliver(statement);
    speak(&mut world, 0);
    assert_eq!(world.processes[0].holding.held(0), 0);
}

#[test]
fn every_order_of_moves_in_a_small_world() {
    every_order(7);
}

#[test]
#[ignore = "a minute in a release build"]
fn every_order_of_more_moves_in_a_small_world() {
    every_order(9);
}

/// Every order of moves of a small world, up to a depth.
fn every_order(depth: usize) {
    let mut worlds = vec![World::new(2, (1, 1, 1), SMALL, Break::Nothing)];
    let mut known = HashSet::new();
    let mut looked_at = 0;
    for _depth in 0..depth {
        let mut next = Vec::new();
        for world in &worlds {
            for step in world.moves() {
                let mut after = world.clone();
                after.apply(step).unwrap();
                looked_at += 1;
                if known.insert(after.clone()) {
                    next.push(after);
                }
            }
        }
        worlds = next;
    }
    println!("{looked_at} moves, {} worlds", known.len());
}
