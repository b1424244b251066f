//! Texts in a form that has a name: dates, ids, addresses, bytes, decimal numbers.
//!
//! Each keeps the text as it came, so that a value that is read and sent back is the same one, and so that an odd one
//! fails nothing. What it means is asked for, and is `None` if the text is not of its form.

mod macros;
mod base64;
mod date;
mod date_time;
mod decimal;
mod uri;
mod uuid;

pub use self::base64::Base64;
pub use self::date::Date;
pub use self::date_time::DateTime;
pub use self::decimal::Decimal;
pub use self::uri::Uri;
pub use self::uuid::Uuid;
