//! A help for tests: finds the worst window in a list of instants at which requests were counted.

use std::time::Duration;

use super::limit::Limit;

/// The fullest window of one length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// How many requests it holds.
    pub count: usize,
    /// When it begins: the instant of its first request.
    pub begins: Duration,
}

/// The fullest window `[begins, begins + length)` over these instants, in any order. `None` if there are
/// none.
///
/// A window that begins at a request is always among the fullest, so no other need be tried, at whatever
/// phase a server counts.
///
/// ```
/// use std::time::Duration;
/// use paceline::check::worst_window;
///
/// let counted = [0, 400, 900, 1000].map(Duration::from_millis);
/// assert_eq!(worst_window(&counted, Duration::from_secs(1)).unwrap().count, 3);
/// ```
pub fn worst_window(counted: &[Duration], length: Duration) -> Option<Window> {
    let mut sorted = counted.to_vec();
    sorted.sort_unstable();
    let mut first = 0;
    let mut worst: Option<Window> = None;
    for (last, &instant) in sorted.iter().enumerate() {
        while sorted[first] + length <= instant {
            first += 1;
        }
        let count = last - first + 1;
        if worst.is_none_or(|window| window.count < count) {
            worst = Some(Window { count, begins: sorted[first] });
        }
    }
    worst
}

/// The first of `limits` that these instants break, with its fullest window; `None` if all hold.
pub fn broken_limit(counted: &[Duration], limits: &[Limit]) -> Option<(Limit, Window)> {
    limits.iter().find_map(|limit| {
        let worst = worst_window(counted, limit.window())?;
        (worst.count > limit.requests() as usize).then_some((*limit, worst))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn millis(instants: &[u64]) -> Vec<Duration> {
        instants.iter().map(|&ms| Duration::from_millis(ms)).collect()
    }

    #[test]
    fn the_fullest_window_is_found_wherever_it_begins() {
        let second = Duration::from_secs(1);
        assert_eq!(worst_window(&[], second), None);
        let worst = worst_window(&millis(&[1700, 0, 900, 1000, 1899, 1900]), second);
        assert_eq!(worst, Some(Window { count: 4, begins: Duration::from_millis(900) }));
    }

    #[test]
    fn a_window_is_open_at_its_end() {
        assert_eq!(worst_window(&millis(&[0, 1000]), Duration::from_secs(1)).map(|w| w.count), Some(1));
        assert_eq!(worst_window(&millis(&[0, 999]), Duration::from_secs(1)).map(|w| w.count), Some(2));
    }

    #[test]
    fn the_broken_limit_is_named() {
        let limits = [Limit::per_second(2), Limit::per_minute(3)];
        assert_eq!(broken_limit(&millis(&[0, 500, 1000]), &limits), None);
        let (limit, window) = broken_limit(&millis(&[0, 500, 1000, 2000]), &limits).unwrap();
        assert_eq!((limit, window.count), (limits[1], 4));
    }
}
