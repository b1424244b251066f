//! The response of a token exchange, read straight into secrets.

use crate::api::Exchange;
use crate::envelope::{self, Binding};
use crate::json::{Decode, DecodeError, Input};
use crate::secret::Secret;

/// What a token exchange gives.
pub(crate) struct TokenResponse {
    exchange: &'static Exchange,
    pub(crate) token: Secret,
    /// In seconds; `None` if the server gives no lifetime that can be read.
    pub(crate) expires_in: Option<i64>,
    pub(crate) rotated: Vec<Secret>,
}

impl TokenResponse {
    pub(crate) fn new(exchange: &'static Exchange) -> Self {
        let rotated = vec![Secret::default(); exchange.rotates.len()];
        Self { exchange, token: Secret::default(), expires_in: None, rotated }
    }

    /// Checks that there is a token, and one that a request can carry: a response without one is no success, whatever its
    /// status.
    pub(crate) fn check(&self) -> Result<(), DecodeError> {
        if self.token.is_empty() {
            return Err(DecodeError::missing(self.exchange.token.last().copied().unwrap_or("token")));
        }
        match self.token.header_value() {
            Some(_) => Ok(()),
            None => Err(DecodeError::unexpected("a token that a header may hold", "other characters in it")),
        }
    }
}

impl Decode for TokenResponse {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        let members = match input {
            Input::Object(members) => members,
            Input::Null => return Ok(()),
            _ => return Err(input.type_mismatch("an object")),
        };
        let mut lifetime = Lifetime::default();
        let (mut token, mut rotated) = (None, vec![None; self.rotated.len()]);
        let mut bindings = vec![Binding { path: self.exchange.token, into: &mut token }];
        if let Some(path) = self.exchange.expires_in {
            bindings.push(Binding { path, into: &mut lifetime });
        }
        let inputs = self.exchange.rotates.iter().zip(&mut rotated);
        bindings.extend(inputs.map(|((_, path), into)| Binding { path, into }));
        envelope::pick(members, &mut bindings)?;
        drop(bindings);
        self.expires_in = lifetime.0;
        self.token = token.unwrap_or_default();
        self.rotated = rotated.into_iter().map(Option::unwrap_or_default).collect();
        Ok(())
    }
}

/// A lifetime in seconds. A good token is not lost for an odd one: then it is not known.
#[derive(Default)]
struct Lifetime(Option<i64>);

impl Decode for Lifetime {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a number beyond the range becomes its end, part of a second is cut"
    )]
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        self.0 = match input {
            Input::Integer(seconds) => Some(seconds),
            Input::LargeInteger(_) => Some(i64::MAX),
            Input::Float(seconds) => Some(seconds as i64),
            Input::Text(text) => {
                text.trim().parse::<f64>().ok().filter(|it| !it.is_nan()).map(|it| it as i64)
            }
            Input::Null | Input::Boolean(_) | Input::List(_) | Input::Object(_) => None,
        };
        Ok(())
    }
}
