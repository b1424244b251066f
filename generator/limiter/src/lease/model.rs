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

#[test]
fn no_more_slots_are_in_use_than_there_are_and_none_is_lost() {
    let mut granted = 0;
    let focuses = [None, Some(Odd::HearsLate), Some(Odd::CutOff), Some(Odd::Sleeps)];
    for (seed, focus) in (0..300).zip(focuses.into_iter().cycle()) {
        granted += run(seed, 4_000, Break::Nothing, focus).unwrap();
    }
    assert!(granted > 5_000, "only {granted}");
}

#[test]
#[ignore = "a minute in a release build"]
fn a_million_grants() {
    let (mut granted, mut seed) = (0, 1_000_000);
    while granted < 1_000_000 {
        granted += run(seed, 20_000, Break::Nothing, None).unwrap();
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
