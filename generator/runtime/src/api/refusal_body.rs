//! The types of what refusals hold.

use std::any::Any;
use std::sync::Arc;

use crate::json::{Decode, DecodeError, Empty, read_tolerantly};

/// The type of the bodies of some refusals of an endpoint.
#[derive(Clone, Copy, Debug)]
pub struct RefusalBody {
    /// The statuses of the refusals.
    pub(crate) statuses: Statuses,
    /// Makes an empty value to read into.
    empty: fn() -> Box<dyn RefusalData>,
}

/// Some statuses of refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statuses {
    /// This one.
    One(u16),
    /// Those that begin with this digit.
    Class(u16),
    /// All.
    Any,
}

/// The body of a refusal, whatever its type.
trait RefusalData: Decode + Any + Send + Sync {}

impl<T: Decode + Any + Send + Sync> RefusalData for T {}

impl RefusalBody {
    /// Refusals with these statuses hold a `T`.
    #[must_use]
    pub const fn of<T: Empty + Send + Sync + 'static>(statuses: Statuses) -> Self {
        Self { statuses, empty: empty::<T> }
    }

    /// Reads a body; gives what was left out of it, too, because it did not fit. Lists and maps in it may take `room` bytes
    /// for their items and entries.
    pub(crate) fn read(
        &self,
        body: &[u8],
        room: usize,
    ) -> Result<(Arc<dyn Any + Send + Sync>, Vec<DecodeError>), DecodeError> {
        let mut data = (self.empty)();
        let left_out = read_tolerantly(body, room, &mut *data)?;
        let data: Box<dyn Any + Send + Sync> = data;
        Ok((Arc::from(data), left_out))
    }
}

impl Statuses {
    /// Whether this is one of them.
    pub(crate) fn contains(self, status: u16) -> bool {
        match self {
            Self::One(one) => one == status,
            Self::Class(digit) => digit == status / 100,
            Self::Any => true,
        }
    }
}

/// Empty data to read into.
fn empty<T: Empty + Send + Sync + 'static>() -> Box<dyn RefusalData> {
    Box::new(T::empty())
}
