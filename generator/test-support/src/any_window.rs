//! Finds the fullest window in a list of instants at which requests were counted.

use std::time::Duration;

/// The fullest window of one length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// How many requests it holds.
    pub count: usize,
    /// The instant of its first request.
    pub begins: Duration,
}

/// The fullest window `[begins, begins + length)` over these instants, in any order. `None` if there are none.
///
/// Some fullest window always begins at a request, so only those are tried. The result holds for servers of any phase.
///
/// ```
/// use std::time::Duration;
/// use paceline_test_support::any_window::fullest_window;
///
/// let counted = [0, 400, 900, 1000].map(Duration::from_millis);
/// assert_eq!(fullest_window(&counted, Duration::from_secs(1)).unwrap().count, 3);
/// ```
pub fn fullest_window(counted: &[Duration], length: Duration) -> Option<Window> {
    let mut sorted = counted.to_vec();
    sorted.sort_unstable();
    let mut first = 0;
    let mut fullest: Option<Window> = None;
    for (last, &instant) in sorted.iter().enumerate() {
        while sorted[first] + length <= instant {
            first += 1;
        }
        let count = last - first + 1;
        if fullest.is_none_or(|window| window.count < count) {
            fullest = Some(Window { count, begins: sorted[first] });
        }
    }
    fullest
}

/// The index of the first of `limits` that these instants break, with its fullest window; `None` if they break none. A
/// limit is a number of requests and the length of its window.
pub fn broken_limit(counted: &[Duration], limits: &[(u32, Duration)]) -> Option<(usize, Window)> {
    limits.iter().enumerate().find_map(|(index, &(requests, length))| {
        let fullest = fullest_window(counted, length)?;
        (fullest.count > requests as usize).then_some((index, fullest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn millis(instants: &[u64]) -> Vec<Duration> {
        instants.iter().map(|&ms| Duration::from_millis(ms)).collect()
    }

    #[test]
    fn the_fullest_window_is_found_wherever_it_begins() {
        assert_eq!(fullest_window(&[], SECOND), None);
        let fullest = fullest_window(&millis(&[1700, 0, 900, 1000, 1899, 1900]), SECOND);
        assert_eq!(fullest, Some(Window { count: 4, begins: Duration::from_millis(900) }));
    }

    #[test]
    fn a_window_does_not_include_its_end() {
        assert_eq!(fullest_window(&millis(&[0, 1000]), SECOND).map(|w| w.count), Some(1));
        assert_eq!(fullest_window(&millis(&[0, 999]), SECOND).map(|w| w.count), Some(2));
    }

    #[test]
    fn the_broken_limit_is_named() {
        let limits = [(2, SECOND), (3, 60 * SECOND)];
        assert_eq!(broken_limit(&millis(&[0, 500, 1000]), &limits), None);
        let (limit, window) = broken_limit(&millis(&[0, 500, 1000, 2000]), &limits).unwrap();
        assert_eq!((limit, window.count), (1, 4));
    }
}
