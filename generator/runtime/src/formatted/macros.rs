//! What all texts with a form have.

/// Defines a text with a form: as ids over text are, and compared with texts.
macro_rules! formatted {
    ($(#[$about:meta])* $ty:ident) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $ty(String);

        crate::json::macros::string_id!($ty);

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
pub(super) use formatted;
