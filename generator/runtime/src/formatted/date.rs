//! Days.

use super::macros::formatted;

formatted! {
    /// A day of the calendar, as RFC 3339 writes it: `2025-01-31`.
    ///
    /// With the feature `jiff` or `chrono` it converts from and to the day of that crate.
    ///
    /// ```
    /// use paceline_runtime::Date;
    ///
    /// let day = Date::of(2025, 1, 31);
    /// assert_eq!(day, "2025-01-31");
    /// assert_eq!(day.year_month_day(), Some((2025, 1, 31)));
    /// assert_eq!(Date::from("soon").year_month_day(), None);
    /// ```
    Date
}

impl Date {
    /// The day with this year, month and day of the month, both from 1 on.
    #[must_use]
    pub fn of(year: u16, month: u8, day: u8) -> Self {
        Self(format!("{year:04}-{month:02}-{day:02}"))
    }

    /// Year, month and day of the month, both from 1 on; `None` if the text is no such day.
    #[must_use]
    pub fn year_month_day(&self) -> Option<(u16, u8, u8)> {
        let text = self.0.as_bytes();
        let is_date = text.len() == 10
            && text
                .iter()
                .enumerate()
                .all(|(at, byte)| if matches!(at, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() });
        if !is_date {
            return None;
        }
        let (year, month, day) =
            (self.0[..4].parse().ok()?, self.0[5..7].parse().ok()?, self.0[8..].parse().ok()?);
        (day >= 1 && day <= days(year, month)?).then_some((year, month, day))
    }
}

/// The number of days of a month; `None` if there is no such month.
fn days(year: u16, month: u8) -> Option<u8> {
    let is_leap_year = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    Some(match month {
        2 if is_leap_year => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    })
}

#[cfg(feature = "jiff")]
impl Date {
    /// The day of the crate `jiff`; `None` if the text is no day.
    #[must_use]
    pub fn to_jiff(&self) -> Option<jiff::civil::Date> {
        self.0.parse().ok()
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::civil::Date> for Date {
    fn from(day: jiff::civil::Date) -> Self {
        Self(day.to_string())
    }
}

#[cfg(feature = "chrono")]
impl Date {
    /// The day of the crate `chrono`; `None` if the text is no day.
    #[must_use]
    pub fn to_chrono(&self) -> Option<chrono::NaiveDate> {
        self.0.parse().ok()
    }
}

#[cfg(feature = "chrono")]
impl From<chrono::NaiveDate> for Date {
    fn from(day: chrono::NaiveDate) -> Self {
        Self(day.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for good in ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert!(Date::from(good).year_month_day().is_some(), "{good}");
        }
        for bad in [
            "2023-02-29",
            "1900-02-29",
            "2025-04-31",
            "2025-13-01",
            "2025-00-01",
            "2025-01-00",
            "2025-1-1",
            "",
            "+025-01-01",
            "2025-01-01T00:00:00Z",
            "2025/01/01",
            "٢٠٢٥-01-01",
        ] {
            assert_eq!(Date::from(bad).year_month_day(), None, "{bad}");
        }
    }
}
