//! Decimal numbers as text.

use super::macros::formatted;

formatted! {
    /// A decimal number that travels as text, with all its digits: `"12.50"`.
    ///
    /// It is compared as text: `1.5` and `1.50` are two. For calculating, read it with a crate for decimal numbers:
    /// `as_str().parse()`.
    ///
    /// ```
    /// use paceline_runtime::Decimal;
    ///
    /// let price = Decimal::from("12.50");
    /// assert_eq!(price.to_f64(), Some(12.5));
    /// ```
    Decimal
}

impl Decimal {
    /// The nearest floating point number, which may lose digits; `None` if the text is no finite number.
    #[must_use]
    pub fn to_f64(&self) -> Option<f64> {
        self.0.parse().ok().filter(|number: &f64| number.is_finite())
    }
}
