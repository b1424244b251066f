//! The response of a token exchange, read straight into secrets.

use crate::api::Exchange;
use crate::envelope::{self, Binding};
use crate::json::{Decode, DecodeError, Input};
use crate::secret::Secret;

/// What a token exchange gives.
pub(crate) struct TokenResponse {
    exchange: &'static Exchange,
    pub(crate) token: Secret,
    pub(crate) expires_in: Option<i64>,
    pub(crate) rotated: Vec<Secret>,
}

impl TokenResponse {
    pub(crate) fn new(exchange: &'static Exchange) -> Self {
        let rotated = vec![Secret::default(); exchange.rotates.len()];
        Self { exchange, token: Secret::default(), expires_in: None, rotated }
    }

    /// Whether there is a token at all; a response without one is no success, whatever its status.
    pub(crate) fn is_complete(&self) -> bool {
        !self.token.is_empty()
    }
}

impl Decode for TokenResponse {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        let members = match input {
            Input::Object(members) => members,
            Input::Null => return Ok(()),
            _ => return Err(input.type_mismatch("an object")),
        };
        let (mut token, mut rotated) = (None, vec![None; self.rotated.len()]);
        let mut bindings = vec![Binding { path: self.exchange.token, into: &mut token }];
        if let Some(path) = self.exchange.expires_in {
            bindings.push(Binding { path, into: &mut self.expires_in });
        }
        let inputs = self.exchange.rotates.iter().zip(&mut rotated);
        bindings.extend(inputs.map(|((_, path), into)| Binding { path, into }));
        envelope::pick(members, &mut bindings)?;
        drop(bindings);
        self.token = token.unwrap_or_default();
        self.rotated = rotated.into_iter().map(Option::unwrap_or_default).collect();
        Ok(())
    }
}
