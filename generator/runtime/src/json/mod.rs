//! JSON to values and back, without generic code for each type.
//!
//! Answers have hundreds of types. Derived serde code is compiled once for each of them and dominates the build of a
//! large client. Here a type only tells the names of its members and where their values are
//! ([`record!`](crate::record)); one reader and one writer, compiled once, do the rest through `dyn` calls. The text itself is parsed by `serde_json`, and every type also has serde's own traits, so values
//! can be stored or sent anywhere.
//!
//! Reading is lenient where servers are loose: numbers come as strings, `null` stands for nothing, unknown members are
//! skipped. What cannot be read is a [`DecodeError`] that names the way to it, such as `data[3].id`.

mod debug;
mod decode;
mod encode;
mod error;
mod free;
mod input;
mod lookup;
mod macros;
mod map;
mod newtype;
mod reader;
mod record;
mod scalar;
mod serde_bridge;
mod text;
mod union;

#[doc(hidden)]
pub use debug::debug;
pub use decode::{Decode, Items, List, Members};
pub(crate) use encode::Written;
pub use encode::{Encode, Object, Raw, Writer};
pub use error::DecodeError;
pub use free::{from_value, to_value};
pub use input::Input;
pub use lookup::{found, lookup};
pub use map::{Map, MapKey};
#[doc(hidden)]
pub use newtype::{read_number, read_scalar, read_text};
pub use reader::{read, read_value};
#[doc(hidden)]
pub use record::{read_record, write_record};
pub use serde_bridge::{deserialize, serialize};
pub use text::JsonText;
#[doc(hidden)]
pub use union::taken;
