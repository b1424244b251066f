//! Data whose type depends on the status of the response.

use super::decode::Decode;

/// Data whose type depends on the status of the response.
pub trait ByStatus: Decode + Send + Sized + 'static {
    /// An empty value of what a status brings, to read into; `None` if the API does not describe the status.
    fn for_status(status: u16) -> Option<Self>;
}

/// Implements reading for an enum with a variant for each status: one with the data, or one without if there is none.
///
/// ```ignore
/// by_status!(CreateSuccess, 200 = Ok(data), 202 = Accepted(data), 204 = NoContent);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! by_status {
    ($ty:ident, $($status:literal = $variant:ident $(($data:ident))?),+ $(,)?) => {
        impl $crate::json::Decode for $ty {
            fn decode_from(
                &mut self,
                input: $crate::json::Input<'_>,
            ) -> ::std::result::Result<(), $crate::json::DecodeError> {
                match self {
                    $(Self::$variant $(($data))? => {
                        $crate::by_status_variant!(input $(, $data)?)
                    })+
                }
            }

            fn is_ignored(&self) -> bool {
                match self {
                    $(Self::$variant $(($data))? => $crate::by_status_ignored!($($data)?),)+
                }
            }
        }

        impl $crate::json::ByStatus for $ty {
            fn for_status(status: u16) -> ::std::option::Option<Self> {
                match status {
                    $($status => ::std::option::Option::Some(Self::$variant $(({
                        let $data = $crate::json::Empty::empty();
                        $data
                    }))?),)+
                    _ => ::std::option::Option::None,
                }
            }
        }
    };
}

/// Reads what a variant holds. A response without data may still have a body, which says nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! by_status_variant {
    ($input:ident, $data:ident) => {
        $crate::json::Decode::decode_from($data, $input)
    };
    ($input:ident) => {{
        let _ = $input;
        ::std::result::Result::Ok(())
    }};
}

/// Whether what comes is passed over: where there is no data.
#[doc(hidden)]
#[macro_export]
macro_rules! by_status_ignored {
    () => {
        true
    };
    ($data:ident) => {
        $crate::json::Decode::is_ignored($data)
    };
}

pub use by_status;

#[cfg(test)]
mod tests {
    use super::ByStatus;
    use crate::json::read;

    #[derive(Debug, PartialEq)]
    enum Made {
        Ok(Vec<String>),
        Accepted(Option<i64>),
        NoContent,
    }

    by_status!(Made, 200 = Ok(data), 202 = Accepted(data), 204 = NoContent);

    fn made(status: u16, text: &str) -> Option<Made> {
        let mut made = Made::for_status(status)?;
        read(text.as_bytes(), &mut made).ok()?;
        Some(made)
    }

    #[test]
    fn the_status_decides_on_the_type() {
        assert_eq!(made(200, r#"["a"]"#), Some(Made::Ok(vec!["a".to_owned()])));
        assert_eq!(made(200, "1"), None, "the data of another status does not fit");
        assert_eq!(made(202, "1"), Some(Made::Accepted(Some(1))));
        assert_eq!(made(202, "null"), Some(Made::Accepted(None)));
        assert_eq!(made(204, "null"), Some(Made::NoContent));
        assert_eq!(made(206, r#"["a"]"#), None, "a status of which nothing is known");
    }
}
