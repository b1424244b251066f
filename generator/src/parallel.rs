//! Independent parts of work on all processors. What is made does not depend on how many there are.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

/// More threads than this wait for the one that takes what they make.
const MOST: usize = 8;

/// Runs each part of work, and takes what they hand over as soon as it is there, together with the index of the
/// part. Little is kept in between, so memory does not grow with the work.
pub(crate) fn for_each<T: Sync, R: Send>(
    work: &[T],
    run: impl Fn(&T, &mut dyn FnMut(R)) + Sync,
    mut take: impl FnMut(usize, R),
) {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST).min(work.len());
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (send, made) = sync_channel(threads);
        for _ in 0..threads {
            let (send, next, run) = (send.clone(), &next, &run);
            scope.spawn(move || {
                while let index = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(part) = work.get(index)
                {
                    // Nobody takes it any more when the taker panicked, and then the panic is what is reported.
                    run(part, &mut |result| drop(send.send((index, result))));
                }
            });
        }
        drop(send);
        made.into_iter().for_each(|(index, result)| take(index, result));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_run_once_and_told_by_its_index() {
        let work: Vec<usize> = (0..100).collect();
        let mut taken = Vec::new();
        for_each(
            &work,
            |part, hand_over| (0..2).for_each(|n| hand_over(part * 2 + n)),
            |index, result| {
                assert_eq!(result / 2, index);
                taken.push(result);
            },
        );
        taken.sort_unstable();
        assert_eq!(taken, (0..200).collect::<Vec<_>>());
        for_each(&[], |(): &(), _: &mut dyn FnMut(())| unreachable!("there is no work"), |_, ()| {});
    }
}
