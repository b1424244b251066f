//! Which move comes next: at random, or each that there is.

use paceline_test_support::Rng;

use super::super::terms::Terms;
use super::world::{Break, Move, TRANSIT, World};

/// Small times, so that much happens within them.
pub(super) const SMALL: Terms = Terms { lease: 4, renewal: 2, grace: 2, credit: 3, slack: 3, turn: 3 };
/// Times in which a process can go on for long.
const LARGE: Terms = Terms { lease: 12, renewal: 3, grace: 4, credit: 5, slack: 5, turn: 6 };
/// How a random run goes, in thousandths.
#[derive(Clone, Copy, Debug)]
struct Habits {
    /// How much goes wrong.
    trouble: u32,
    /// How often nothing happens but time.
    ticks: u32,
    /// How often a message that could be delivered is.
    deliveries: u32,
}

impl World {
    /// A move at random.
    fn random(&self, rng: &mut Rng, habits: Habits) -> Move {
        let process = rng.usize(..self.processes.len());
        let message = (!self.messages.is_empty()).then(|| rng.usize(..self.messages.len()));
        if rng.u32(..1_000) < habits.trouble {
            match (rng.u32(..60), message) {
                (0, _) if rng.bool() => return Move::Restore,
                (0, _) => return Move::Forget,
                (1..3, _) => return Move::Kill(process),
                (3..6, _) => return Move::Leave(process),
                (6..25, Some(message)) => return Move::Lose(message),
                (25..45, Some(message)) => return Move::Repeat(message),
                (45.., _) => return Move::GiveUp(process),
                _ => {}
            }
        }
        if rng.u32(..1_000) < habits.ticks {
            return Move::Tick;
        }
        let open = self.open_requests();
        match (rng.u32(..5), message) {
            (0..2, Some(message)) if rng.u32(..1_000) < habits.deliveries => Move::Deliver(message),
            (2, _) if self.is_due(process) => Move::Speak(process),
            // Whoever waits for nothing gives up, and speaks again.
            (2, _) if !self.is_awaited(self.processes[process].number) => Move::GiveUp(process),
            (3, _) if self.may_grant(process) => Move::Grant(process),
            (4, _) if !open.is_empty() => {
                let (process, request) = open[rng.usize(..open.len())];
                Move::Respond(process, request)
            }
            _ if rng.u32(..40) == 0 => Move::Demand(process, rng.u32(..=self.slots)),
            _ => Move::Demand(process, self.processes[process].demand),
        }
    }

    /// Lets one process alone go on with a network that loses nothing. In the end it must have all slots.
    fn settle(&mut self) -> Result<(), String> {
        self.processes.truncate(1);
        self.processes[0].demand = self.slots;
        self.processes[0].holding.give_up();
        let most = 8 * self.terms.silence(TRANSIT, self.span);
        for _ in 0..most {
            while !self.messages.is_empty() {
                self.apply(Move::Deliver(0))?;
            }
            if self.is_due(0) {
                self.apply(Move::Speak(0))?;
            } else if self.processes[0].holding.held(0) == self.slots {
                return Ok(());
            } else {
                self.apply(Move::Tick)?;
            }
        }
        Err(format!(
            "{} slots of {} came back: {:#?}",
            self.processes[0].holding.held(0),
            self.slots,
            self.store
        ))
    }

    /// All moves that may change something.
    pub(super) fn moves(&self) -> Vec<Move> {
        let mut moves = vec![Move::Tick];
        for index in 0..self.processes.len() {
            let speaks = self.is_due(index);
            moves.extend(speaks.then_some(Move::Speak(index)));
            moves.extend(self.may_grant(index).then_some(Move::Grant(index)));
            if self.born < 3 {
                moves.push(Move::Kill(index));
            }
        }
        for index in 0..self.messages.len() {
            moves.extend([Move::Deliver(index), Move::Repeat(index), Move::Lose(index)]);
        }
        let open = self.open_requests();
        moves.extend(open.into_iter().map(|(process, request)| Move::Respond(process, request)));
        if self.run < 2 {
            moves.push(Move::Forget);
        }
        moves
    }
}

/// A random run. Returns how many grants there were.
pub(super) fn run(seed: u64, moves: usize, broken: Break) -> Result<u64, String> {
    let mut rng = Rng::with_seed(seed);
    let (processes, slots, span) = (rng.usize(2..=4), rng.u32(1..=4), rng.u64(1..=9));
    let mut world = World::new(processes, (slots, span), [SMALL, LARGE][rng.usize(..2)], broken);
    let habits = Habits {
        trouble: [0, 10, 60, 200][rng.usize(..4)],
        ticks: [10, 40, 150][rng.usize(..3)],
        deliveries: [1_000, 300, 100][rng.usize(..3)],
    };
    let mut log = Vec::new();
    let said = |error: String, log: &[Move]| {
        let last = &log[log.len().saturating_sub(60)..];
        format!("seed {seed}: {error}\n{last:?}")
    };
    for _ in 0..moves {
        let step = world.random(&mut rng, habits);
        log.push(step);
        world.apply(step).map_err(|error| said(error, &log))?;
        // What nobody takes for long is late enough.
        if world.messages.len() > 40 {
            world.messages.remove(rng.usize(..20));
        }
    }
    if broken == Break::Nothing {
        world.settle().map_err(|error| said(error, &log))?;
    }
    Ok(world.granted)
}
