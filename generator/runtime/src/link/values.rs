//! The ids in an address, in the order in which they stand there.

/// The ids in an address, which emitted code takes one by one. Whatever does not fit is `None`, and the page is none of its
/// kind.
#[derive(Debug)]
pub struct LinkValues<'a> {
    values: std::slice::Iter<'a, (&'static str, String)>,
    misfit: Option<&'static str>,
}

impl<'a> LinkValues<'a> {
    pub(super) fn new(values: &'a [(&'static str, String)]) -> Self {
        Self { values: values.iter(), misfit: None }
    }

    /// The next id, a text.
    pub fn text(&mut self) -> Option<String> {
        self.values.next().map(|(_, value)| value.clone())
    }

    /// The next id, a number, written as numbers are: what is read is built again as it stood.
    pub fn integer(&mut self) -> Option<i64> {
        let (name, text) = self.values.next()?;
        let number = text.parse().ok().filter(|number: &i64| number.to_string() == *text);
        if number.is_none() {
            self.misfit = Some(*name);
        }
        number
    }

    /// The parameter that should have been a number.
    pub(super) fn misfit(&self) -> Option<&'static str> {
        self.misfit
    }
}
