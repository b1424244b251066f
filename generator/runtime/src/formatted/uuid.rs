//! UUIDs.

use super::macros::formatted;

formatted! {
    /// A UUID, as RFC 9562 writes it: `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`.
    ///
    /// ```
    /// use paceline_runtime::Uuid;
    ///
    /// let id = Uuid::from("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6");
    /// assert_eq!(id.to_u128(), Some(0xf81d_4fae_7dec_11d0_a765_00a0_c91e_6bf6));
    /// assert_eq!(Uuid::from_u128(id.to_u128().unwrap()), "f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
    /// assert_eq!(Uuid::from("7").to_u128(), None);
    /// ```
    Uuid
}

impl Uuid {
    /// The UUID with this number, which the crate `uuid` gives by `as_u128`.
    #[must_use]
    pub fn from_u128(number: u128) -> Self {
        Self(uuid::Uuid::from_u128(number).to_string())
    }

    /// A UUID that nobody else has: a random one.
    #[must_use]
    pub fn random() -> Self {
        Self(uuid::Uuid::new_v4().to_string())
    }

    /// Its number, which other spellings of it share, and which the crate `uuid` takes by `from_u128`; `None` if the text is
    /// no UUID.
    #[must_use]
    pub fn to_u128(&self) -> Option<u128> {
        self.0.parse().ok().map(|id: uuid::Uuid| id.as_u128())
    }
}
