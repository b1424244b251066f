//! JSON to values and back, without generic code for each type.
//!
//! Responses have hundreds of types. Derived serde code is compiled once for each of them and dominates the build of a
//! large client. Here a type only names its members and their fields ([`record!`](crate::record)); one reader and one
//! writer, compiled once, do the rest through `dyn` calls. The text itself is parsed by `serde_json`, and every type
//! also has serde's own traits, so values can be stored or sent anywhere.
//!
//! Reading is lenient where servers are loose: numbers may come as strings, `null` means absent, unknown members are
//! skipped. What cannot be read is a [`DecodeError`] that names the path, such as `data[3].id`.

mod error;
mod decode;
mod encode;
mod repair;
mod reading;
mod name_seed;
mod reader;
mod serde_bridge;
mod raw_values;
mod debug;
mod containers;
mod scalar;
mod entries;
mod map;
mod newtype;
mod record;
mod union;
mod tagged_union;
mod union_by_members;
mod record_of_variant;
mod by_status;
mod any_value;
mod nullable;
mod text;
mod text_id;
mod lookup;
pub(crate) mod macros;

pub use any_value::{from_value, to_value};
pub use by_status::ByStatus;
pub use debug::debug;
pub use decode::{Attempt, ConstEmpty, Decode, Doubts, Empty, Input, Items, List, Members};
pub use encode::{Encode, FreeMembers, HIDDEN, Object, Raw, Writer};
pub use entries::Entries;
pub use error::DecodeError;
pub use lookup::{found, lookup};
pub use map::{Map, MapKey, free_entries};
pub use newtype::{Wrapped, read_number, read_text};
pub use nullable::Nullable;
pub(crate) use raw_values::raw_values;
pub(crate) use reader::read_tolerantly;
pub use reader::{read, read_value};
pub use record::{read_open_record, read_record, write_open_record, write_record};
pub use record_of_variant::{read_record_of_variant, write_record_of_variant};
pub use serde_bridge::{deserialize, serialize};
pub use tagged_union::{tag, tagged_variant, unknown, whole_object, write_tagged};
pub use text::JsonText;
pub use text_id::{IntegerId, TextId};
pub use union::decoded;
pub use union_by_members::{ReadInto, VariantMembers, read_by_members, read_with};
