//! Texts in a form that has a name: dates, ids, addresses, bytes, decimal numbers.
//!
//! Each keeps the text as it came, so that a value that is read and sent back is the same one, and so that an odd one
//! fails nothing. What it means is asked for, and is `None` if the text is not of its form.

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

/// Defines a text with a form: as ids over text are, and compared with texts.
macro_rules! formatted {
    ($(#[$about:meta])* $ty:ident) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $ty(String);

        crate::string_id!($ty);

        impl PartialEq<str> for $ty {
            fn eq(&self, text: &str) -> bool {
                self.0 == text
            }
        }

        impl PartialEq<&str> for $ty {
            fn eq(&self, text: &&str) -> bool {
                self.0 == *text
            }
        }
    };
}
use formatted;
