//! Independent parts of work on all processors. The results do not depend on how many there are, but their order does.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

/// With more threads than this, the one that consumes their results would be the bottleneck.
const MAX_THREADS: usize = 8;

/// Runs `produce` on each part of work, on several threads, and `consume` on this thread for each result as soon as it
/// is there, together with the index of its part in `work`. A part may hand over any number of results. Few wait in
/// between, so memory does not grow with the work.
pub(crate) fn for_each<T: Sync, R: Send>(
    work: &[T],
    produce: impl Fn(&T, &mut dyn FnMut(R)) + Sync,
    mut consume: impl FnMut(usize, R),
) {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_THREADS).min(work.len());
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (send, results) = sync_channel(threads);
        for _ in 0..threads {
            let (send, next, produce) = (send.clone(), &next, &produce);
            scope.spawn(move || {
                while let index = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(part) = work.get(index)
                {
                    // Sending fails only if `consume` panicked; that panic is what is reported then.
                    produce(part, &mut |result| drop(send.send((index, result))));
                }
            });
        }
        drop(send);
        results.into_iter().for_each(|(index, result)| consume(index, result));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_run_once_and_its_results_carry_its_index() {
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
