//! Which move comes next: at random, or each that there is.

use paceline_test_support::Rng;

use super::super::terms::Terms;
use super::world::{Break, Move, World};

/// Small times, so that much happens within them.
pub(super) const SMALL: Terms = Terms { lease: 4, renewal: 2, grace: 2, credit: 3, slack: 3, turn: 3 };
/// Times in which a process can go on for long.
const LARGE: Terms = Terms { lease: 30, renewal: 10, grace: 10, credit: 12, slack: 12, turn: 20 };
/// Messages are delivered before anything else happens.
const PROMPT: u32 = u32::MAX;

/// What is odd about the first process, half of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Odd {
    Nothing,
    /// Responses to it stay on their way.
    HearsLate,
    /// All its messages do.
    CutOff,
    /// It does nothing at all, as if its machine was asleep.
    Sleeps,
}

/// How a random run goes, in thousandths.
#[derive(Clone, Copy, Debug)]
struct Habits {
    /// How much goes wrong.
    trouble: u32,
    /// How often nothing happens but time.
    ticks: u32,
    /// How often a message that could be delivered is.
    deliveries: u32,
    odd: Odd,
    /// For how many ticks at a time the first process is odd.
    spell: u64,
}

impl World {
    /// A move at random.
    fn random(&self, rng: &mut Rng, habits: Habits) -> Move {
        if habits.deliveries == PROMPT {
            let mut messages = 0..self.messages.len();
            if let Some(message) = messages.find(|&message| !self.stays(message, habits)) {
                return Move::Deliver(message);
            }
        }
        if rng.u32(..1_000) < habits.ticks {
            return Move::Tick;
        }
        if rng.u32(..1_000) < habits.trouble {
            return self.trouble(rng);
        }
        // Most of what there is to do can only be done now and then.
        (0..8).find_map(|_| self.try_random(rng, habits)).unwrap_or(Move::Tick)
    }

    /// What is odd about the first process now.
    fn odd(&self, habits: Habits) -> Odd {
        if self.now / habits.spell % 2 == 1 { habits.odd } else { Odd::Nothing }
    }

    /// Whether a message stays on its way.
    fn stays(&self, message: usize, habits: Habits) -> bool {
        match self.odd(habits) {
            Odd::Nothing => false,
            Odd::HearsLate => self.is_response_to(message, 0),
            Odd::CutOff | Odd::Sleeps => self.messages[message].process() == self.processes[0].number,
        }
    }

    /// Something that goes wrong.
    fn trouble(&self, rng: &mut Rng) -> Move {
        let process = rng.usize(..self.processes.len());
        let message = (!self.messages.is_empty()).then(|| rng.usize(..self.messages.len()));
        match (rng.u32(..60), message) {
            (0, _) if rng.bool() => Move::Restore,
            (0, _) => Move::Forget,
            (1..3, _) => Move::Kill(process),
            (3..6, _) => Move::Leave(process),
            (6..25, Some(message)) => Move::Lose(message),
            (25..45, Some(message)) => Move::Repeat(message),
            _ => Move::GiveUp(process),
        }
    }

    /// A move at random of those that bring things forward, if it can be made now.
    fn try_random(&self, rng: &mut Rng, habits: Habits) -> Option<Move> {
        let process = rng.usize(..self.processes.len());
        if process == 0 && self.odd(habits) == Odd::Sleeps {
            return None;
        }
        match rng.u32(..50) {
            0..20 if !self.messages.is_empty() && rng.u32(..1_000) < habits.deliveries => {
                let message = rng.usize(..self.messages.len());
                (!self.stays(message, habits)).then_some(Move::Deliver(message))
            }
            20..22 if self.may_begin_anew(process) => Some(Move::Anew(process)),
            20..30 if self.is_due(process) => Some(Move::Speak(process)),
            // Whoever waits for nothing gives up, and speaks again.
            20..30 if self.waits_in_vain(process) => Some(Move::GiveUp(process)),
            30..40 if self.may_grant(process) => Some(Move::Grant(process)),
            40..49 => {
                let open = self.open_requests();
                let (process, request) = *open.get(rng.usize(..open.len().max(1)))?;
                Some(Move::Respond(process, request))
            }
            49 => Some(Move::Demand(process, rng.u32(..=self.slots))),
            _ => None,
        }
    }

    /// Lets one process alone go on with a network that loses nothing. In the end it must have all slots.
    fn settle(&mut self) -> Result<(), String> {
        self.processes.truncate(1);
        self.processes[0].demand = self.slots;
        self.processes[0].holding.give_up();
        let most = 8 * self.terms.silence(self.transit, self.span);
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
            moves.extend(self.may_begin_anew(index).then_some(Move::Anew(index)));
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

/// A random run. Returns how many grants there were. With a focus the first process is odd in that way, and all else goes well
/// for the most part, so that time passes at the store nearly as fast as it does.
pub(super) fn run(seed: u64, moves: usize, broken: Break, focus: Option<Odd>) -> Result<u64, String> {
    let mut rng = Rng::with_seed(seed);
    let terms = [SMALL, LARGE][rng.usize(..2)];
    let span = rng.u64(1..=2 * terms.lease);
    let transit = [1, terms.lease / 2, 2 * terms.lease][rng.usize(..3)];
    let (processes, slots) = (rng.usize(2..=4), rng.u32(1..=4));
    let mut world = World::new(processes, (slots, span, transit), terms, broken);
    let mut habits = Habits {
        trouble: [0, 10, 60, 200][rng.usize(..4)],
        ticks: [40, 150, 400][rng.usize(..3)],
        deliveries: [PROMPT, 1_000, 300, 100][rng.usize(..4)],
        odd: [Odd::Nothing, Odd::HearsLate, Odd::CutOff, Odd::Sleeps][rng.usize(..4)],
        spell: rng.u64(1..12) * terms.lease,
    };
    if let Some(odd) = focus {
        (habits.odd, habits.deliveries, habits.trouble) = (odd, PROMPT, habits.trouble.min(20));
    }
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
