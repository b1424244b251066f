//! What an exchange's answer says, read straight into secrets.

use crate::api::Exchange;
use crate::envelope::{self, Slot};
use crate::json::{Decode, DecodeError, Input};
use crate::secret::Secret;

pub(crate) struct Picked {
    exchange: &'static Exchange,
    pub(super) token: Secret,
    pub(super) expires_in: Option<i64>,
    pub(super) rotated: Vec<Secret>,
}

impl Picked {
    pub(crate) fn new(exchange: &'static Exchange) -> Self {
        let rotated = vec![Secret::default(); exchange.rotates.len()];
        Self { exchange, token: Secret::default(), expires_in: None, rotated }
    }

    /// Whether there is a token at all; an answer without one is no success, whatever its status.
    pub(crate) fn is_complete(&self) -> bool {
        !self.token.is_empty()
    }
}

impl Decode for Picked {
    fn blank() -> Self {
        unreachable!("never part of a list or option")
    }

    fn take(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        let members = match input {
            Input::Object(members) => members,
            Input::Null => return Ok(()),
            _ => return Err(input.refused("an object")),
        };
        let (mut token, mut rotated) = (None, vec![None; self.rotated.len()]);
        let mut slots = vec![Slot { way: self.exchange.token, into: &mut token }];
        if let Some(way) = self.exchange.expires_in {
            slots.push(Slot { way, into: &mut self.expires_in });
        }
        let places = self.exchange.rotates.iter().zip(&mut rotated);
        slots.extend(places.map(|((_, way), into)| Slot { way, into }));
        envelope::pick(members, &mut slots)?;
        drop(slots);
        self.token = token.unwrap_or_default();
        self.rotated = rotated.into_iter().map(Option::unwrap_or_default).collect();
        Ok(())
    }
}
