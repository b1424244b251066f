//! Uses of types.

use super::id::TypeId;

/// A use of a type.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeRef {
    /// A built-in type.
    Scalar(Scalar),
    /// A list.
    List(Box<TypeRef>),
    /// An object with free keys.
    Map {
        /// The keys' type: a string, or an id or whole number written as one.
        key: Box<TypeRef>,
        /// The values' type.
        value: Box<TypeRef>,
    },
    /// A string that holds JSON text.
    JsonText(Box<TypeRef>),
    /// A value that may be `null`, which is not the same as being absent.
    Nullable(Box<TypeRef>),
    /// An id over whole numbers, in a place where it travels as text.
    TextId(TypeId),
    /// A named type.
    Def(TypeId),
}

/// Built-in types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// Text.
    Str,
    /// `true` or `false`.
    Bool,
    /// A 64-bit whole number.
    Int,
    /// A 64-bit whole number without a sign.
    UInt,
    /// A 64-bit floating point number.
    Float,
    /// Milliseconds since the epoch.
    Timestamp,
    /// Seconds since the epoch.
    UnixSeconds,
    /// Text in a form that has a name.
    Formatted(TextFormat),
    /// Text that must never be shown.
    Secret,
    /// Any JSON value.
    Any,
    /// A file to upload.
    File,
}

impl Scalar {
    /// The built-in types by their words in a spec.
    pub const WORDS: [(&'static str, Self); 16] = [
        ("string", Self::Str),
        ("bool", Self::Bool),
        ("i64", Self::Int),
        ("u64", Self::UInt),
        ("f64", Self::Float),
        ("timestamp", Self::Timestamp),
        ("unix_seconds", Self::UnixSeconds),
        (TextFormat::Date.word(), Self::Formatted(TextFormat::Date)),
        (TextFormat::DateTime.word(), Self::Formatted(TextFormat::DateTime)),
        (TextFormat::Uuid.word(), Self::Formatted(TextFormat::Uuid)),
        (TextFormat::Uri.word(), Self::Formatted(TextFormat::Uri)),
        (TextFormat::Base64.word(), Self::Formatted(TextFormat::Base64)),
        (TextFormat::Decimal.word(), Self::Formatted(TextFormat::Decimal)),
        ("secret", Self::Secret),
        ("any", Self::Any),
        ("file", Self::File),
    ];

    /// Its word in a spec.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, scalar)| *scalar == self).map_or("", |(word, _)| word)
    }

    /// Whether its values are whole numbers with a sign, whatever they count.
    #[must_use]
    pub fn is_integer(self) -> bool {
        matches!(self, Self::Int | Self::Timestamp | Self::UnixSeconds)
    }

    /// Whether its values are numbers.
    #[must_use]
    pub fn is_number(self) -> bool {
        self.is_integer() || matches!(self, Self::UInt | Self::Float)
    }

    /// Whether its values are texts, whatever stands in them.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Self::Str | Self::Secret | Self::Formatted(_))
    }
}

/// Forms of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFormat {
    /// A day.
    Date,
    /// An instant.
    DateTime,
    /// A UUID.
    Uuid,
    /// An address.
    Uri,
    /// Bytes.
    Base64,
    /// A decimal number with all its digits.
    Decimal,
}

impl TextFormat {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Date, Self::DateTime, Self::Uuid, Self::Uri, Self::Base64, Self::Decimal];

    /// Its word in a spec.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::Uuid => "uuid",
            Self::Uri => "uri",
            Self::Base64 => "base64",
            Self::Decimal => "decimal",
        }
    }

    /// The `format` of OpenAPI.
    #[must_use]
    pub fn openapi(self) -> &'static str {
        match self {
            Self::DateTime => "date-time",
            Self::Base64 => "byte",
            _ => self.word(),
        }
    }

    /// A text of this form.
    #[must_use]
    pub fn sample(self) -> &'static str {
        match self {
            Self::Date => "2025-01-31",
            Self::DateTime => "2025-01-31T12:30:00Z",
            Self::Uuid => "f81d4fae-7dec-41d0-a765-00a0c91e6bf6",
            Self::Uri => "https://example.com/sample",
            Self::Base64 => "c2FtcGxl",
            Self::Decimal => "12.50",
        }
    }
}

impl TypeRef {
    /// Whether it is a file to upload, or several.
    #[must_use]
    pub fn is_files(&self) -> bool {
        match self {
            Self::Scalar(Scalar::File) => true,
            Self::List(item) => **item == Self::Scalar(Scalar::File),
            _ => false,
        }
    }

    /// The type of values that are not `null`.
    #[must_use]
    pub fn non_null(&self) -> &Self {
        if let Self::Nullable(inner) = self { inner } else { self }
    }

    /// The type that a value holds without a list or map in between; JSON text holds the value that it stands for.
    pub(crate) fn held(&self) -> Option<TypeId> {
        match self {
            Self::Def(id) => Some(*id),
            Self::JsonText(inner) | Self::Nullable(inner) => inner.held(),
            Self::Scalar(_) | Self::List(_) | Self::Map { .. } | Self::TextId(_) => None,
        }
    }

    /// The named types in it.
    pub(crate) fn named_types(&self) -> Vec<TypeId> {
        match self {
            Self::Scalar(_) => Vec::new(),
            Self::Def(id) | Self::TextId(id) => vec![*id],
            Self::List(inner) | Self::JsonText(inner) | Self::Nullable(inner) => inner.named_types(),
            Self::Map { key, value } => key.named_types().into_iter().chain(value.named_types()).collect(),
        }
    }
}
