//! Statements and responses as the script takes and gives them: whole numbers, one behind the other.

use redis::Cmd;

use crate::lease::{Known, PoolResponse, Response, Statement, Step, Terms};

/// How long the records of a meter stay at the server after the last statement, beside the time for which anything in them is
/// of interest: two hours, in milliseconds. Clocks that are set forward by less do no harm.
const KEPT_FOR: u64 = 2 * 60 * 60 * 1_000;

/// What a server's run is known by, of what it says of itself: the first 48 bits of its number.
pub(super) fn run(info: &str) -> u64 {
    let id = info.lines().find_map(|line| line.strip_prefix("run_id:"));
    id.and_then(|id| u64::from_str_radix(id.trim().get(..12)?, 16).ok()).unwrap_or(0)
}

/// Adds a statement to a command: the keys of all records of the meter, which a cluster asks for, and what is said.
pub(super) fn write(statement: &Statement, run: u64, name: &str, channel: &str, to: &mut Cmd) {
    let terms = &Terms::DEFAULT;
    let pools = statement.pools.len();
    to.arg(2 + pools).arg(name).arg(format!("{name}:ends"));
    for pool in 1..=pools {
        to.arg(format!("{name}:q{pool}"));
    }
    to.arg(statement.from.to_string()).arg(channel);
    let mut words = vec![
        statement.number,
        run,
        statement.epoch,
        statement.seen,
        statement.elapsed,
        statement.stale.into(),
        statement.goodbye.into(),
        statement.transit,
        terms.lease,
        terms.renewal,
        terms.grace,
        terms.credit,
        terms.slack,
        terms.turn,
    ];
    let span = statement.pools.iter().map(|pool| pool.span).max().unwrap_or(0);
    words.push(KEPT_FOR + terms.silence(statement.transit, span) / 10);
    words.push(pools as u64);
    for pool in &statement.pools {
        words.extend([pool.slots.into(), pool.span, pool.given, pool.returned]);
        words.extend([u64::from(pool.demand), u64::from(pool.least)]);
        for steps in [&pool.back, &pool.busy] {
            words.push(steps.len() as u64);
            words.extend(steps.iter().flat_map(|step| [step.slots.into(), step.rest]));
        }
    }
    for word in words {
        to.arg(word);
    }
}

/// Reads a response; `None` if it is none.
pub(super) fn read(words: &[i64]) -> Option<Response> {
    let mut words = words.iter().map(|&word| u64::try_from(word).ok());
    let mut word = || words.next().flatten();
    let mut response = Response {
        number: word()?,
        epoch: word()?,
        now: word()?,
        processes: word()? as u32,
        pools: Vec::new(),
    };
    for _ in 0..word()? {
        let (given, returned, keep) = (word()?, word()?, word()? as u32);
        let mut gifts = Vec::new();
        for _ in 0..word()? {
            gifts.push(Step { slots: word()? as u32, rest: word()? });
        }
        response.pools.push(PoolResponse { given, gifts, returned, keep });
    }
    Some(response)
}

/// Reads what is known of one process; `None` if it is nothing.
pub(super) fn read_known(id: &str, row: &[i64]) -> Option<Known> {
    let process = u64::from_str_radix(id.get(..16)?, 16).ok()?;
    let (&silent_for, row) = row.split_first()?;
    let number = |number: i64| u32::try_from(number).unwrap_or(0);
    let pools = row.chunks_exact(2).map(|pool| (number(pool[0]), number(pool[1]))).collect();
    Some(Known { process, silent_for: u64::try_from(silent_for).unwrap_or(0), pools })
}
