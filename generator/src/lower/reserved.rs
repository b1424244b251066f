//! Names that the emitted client needs for itself, as those who emit it say.

use std::sync::LazyLock;

use crate::emit;

/// Some names.
pub(crate) type Words = &'static [&'static str];

/// What no resource is called: other modules of the root, files that are roots themselves, and features.
pub(crate) fn resources(has_links: bool) -> Words {
    static WORDS: LazyLock<[Vec<&str>; 2]> = LazyLock::new(|| {
        [false, true].map(|has_links| {
            emit::fixed_modules(has_links).chain(emit::FEATURES).chain(emit::CRATE_ROOTS).collect()
        })
    });
    &WORDS[usize::from(has_links)]
}

/// What no package of a client is called.
pub(super) const PACKAGES: Words = &emit::PACKAGES;

/// What no method that borrows is called: a trait's method of that name would be called in its place.
pub(crate) const BORROWING_METHODS: Words = emit::TAKEN_BY_TRAITS;

/// Methods of the client.
pub(crate) fn accessors() -> Words {
    static METHODS: LazyLock<Vec<String>> = LazyLock::new(emit::client_methods);
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        METHODS.iter().map(String::as_str).chain(BORROWING_METHODS.iter().copied()).collect()
    });
    &WORDS
}

/// Methods of the client's builder, where credentials and variables become methods too.
pub(crate) fn builder() -> Words {
    static METHODS: LazyLock<Vec<String>> = LazyLock::new(emit::builder_methods);
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| METHODS.iter().map(String::as_str).collect());
    &WORDS
}

/// What a template of a header calls the token.
pub(crate) const TOKEN: &str = "token";

/// What it calls the key by which repetitions of a write are known.
pub(crate) const IDEMPOTENCY_KEY: &str = "idempotency_key";

/// Words that templates use for other things than variables.
pub(crate) const PLACEHOLDERS: Words = &[TOKEN, IDEMPOTENCY_KEY];

/// Methods of every upload.
pub(super) const UPLOADS: Words = emit::UPLOAD_METHODS;

/// Functions of a value of any kind.
pub(super) const FORMS: Words = emit::ANY_VALUE_METHODS;

/// The constructor of a struct that is sent, whose optional members become methods.
pub(crate) const MEMBERS: Words = &[emit::NEW];

/// Modules below that of a resource, and crates that they name.
pub(super) fn filters() -> Words {
    static WORDS: LazyLock<Vec<&str>> =
        LazyLock::new(|| emit::MODULES.into_iter().chain(emit::CRATES).collect());
    &WORDS
}

/// Functions of every filter.
pub(super) fn subjects(has_field_types: bool) -> Words {
    static WORDS: LazyLock<[Vec<&str>; 2]> =
        LazyLock::new(|| [false, true].map(|has_types| emit::fixed_functions(has_types).collect()));
    &WORDS[usize::from(has_field_types)]
}

/// Types and traits of the language that emitted code names.
pub(crate) const TYPES: Words = emit::PRELUDE;

/// Variants of every enum, and of the enum of error codes.
pub(crate) const VARIANTS: Words = &[emit::UNKNOWN];
