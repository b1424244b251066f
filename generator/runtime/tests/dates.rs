//! Dates and instants from and to those of the crates that people calculate with.

use paceline_runtime::{Date, DateTime, Timestamp};

/// What is read, and how it is written again.
const INSTANTS: [(&str, &str); 4] = [
    ("2025-01-31T12:30:00Z", "2025-01-31T12:30:00Z"),
    ("2025-01-31t12:30:00.5+01:00", "2025-01-31T11:30:00.5Z"),
    ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
];
const NO_INSTANTS: [&str; 4] = ["2025-01-31", "2025-01-31T12:30:00", "2025-02-30T00:00:00Z", "soon"];

#[test]
fn jiff_reads_and_writes_them() {
    for (text, again) in INSTANTS {
        let instant = DateTime::from(text).to_jiff().unwrap_or_else(|| panic!("{text}"));
        assert_eq!(DateTime::from(instant), again);
    }
    assert!(NO_INSTANTS.iter().all(|text| DateTime::from(*text).to_jiff().is_none()));
    let day = Date::of(2024, 2, 29);
    assert_eq!(Date::from(day.to_jiff().unwrap()), day);
    assert!(Date::from("2023-02-29").to_jiff().is_none());
    for millis in [0, -1, 1_735_689_600_123] {
        let instant = Timestamp::from_millis(millis);
        assert_eq!(Timestamp::from(instant.to_jiff().unwrap()), instant);
    }
    assert!(Timestamp::from_millis(i64::MAX).to_jiff().is_none());
}

#[test]
fn chrono_reads_and_writes_them() {
    for (text, again) in INSTANTS {
        let instant = DateTime::from(text).to_chrono().unwrap_or_else(|| panic!("{text}"));
        assert_eq!(DateTime::from(instant).to_jiff(), DateTime::from(again).to_jiff());
    }
    assert!(NO_INSTANTS.iter().all(|text| DateTime::from(*text).to_chrono().is_none()));
    let day = Date::of(2024, 2, 29);
    assert_eq!(Date::from(day.to_chrono().unwrap()), day);
    assert!(Date::from("2023-02-29").to_chrono().is_none());
    for millis in [0, -1, 1_735_689_600_123] {
        let instant = Timestamp::from_millis(millis);
        assert_eq!(Timestamp::from(instant.to_chrono().unwrap()), instant);
    }
    assert!(Timestamp::from_millis(i64::MAX).to_chrono().is_none());
}
