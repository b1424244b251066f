//! The catalogue of diagnostic codes: each kind of mistake in a spec has one.

use super::severity::Severity;

macro_rules! codes {
    ($($code:ident $name:literal $severity:ident $explanation:literal;)*) => {
        /// What kind of finding a diagnostic is. The names are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $explanation] $code,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            /// Its name, such as `limit-unknown`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// One line on what it means.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$code => $explanation,)* }
            }

            /// How bad it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // The text.
    YamlSyntax "yaml-syntax" Error "The text is not YAML.";
    YamlFeature "yaml-feature" Error "The dialect has no anchors, aliases, merge keys, tags, directives or second documents.";
    YamlDepth "yaml-depth" Error "Values stand too deep inside one another.";
    // Its form.
    FileKind "file-kind" Error "A file describes the API, one resource, or error codes.";
    ApiCount "api-count" Error "There is exactly one `api`.";
    KeyDuplicate "key-duplicate" Error "A mapping has the same key twice.";
    KeyUnknown "key-unknown" Error "The dialect has no such key here.";
    KeyMissing "key-missing" Error "A key that must be there is not.";
    KeyConflict "key-conflict" Error "Keys that exclude one another stand together, or one lacks its companion.";
    ValueKind "value-kind" Error "A value is of another kind than expected, such as a list in place of a text.";
    ValueUnknown "value-unknown" Error "A word is none of those that may stand here.";
    ValueInvalid "value-invalid" Error "A value is not written as it must be.";
    ListEmpty "list-empty" Error "Something that needs at least one entry has none.";
    TypeSyntax "type-syntax" Error "A type expression is malformed.";
    RouteSyntax "route-syntax" Error "A route is not a method and a path.";
    LimitSyntax "limit-syntax" Error "A rate limit is not a count and a window, like `15/s`.";
    DurationSyntax "duration-syntax" Error "A duration is not a number and a unit, like `180s`.";
    TemplateSyntax "template-syntax" Error "A template's braces do not match.";
    SummaryStyle "summary-style" Error "A summary is one sentence with a full stop at its end.";
    // Names.
    NameInvalid "name-invalid" Error "No Rust identifier can be made of a name.";
    NameTaken "name-taken" Error "Two things have the same name, as it is written or in Rust.";
    NameReserved "name-reserved" Error "A name is needed by the emitted client itself.";
    // References.
    TypeUnknown "type-unknown" Error "A type is not defined.";
    LimitUnknown "limit-unknown" Error "A rate limit set is not defined.";
    EnvelopeUnknown "envelope-unknown" Error "An envelope is not defined.";
    PaginationUnknown "pagination-unknown" Error "A pagination style is not defined.";
    CredentialUnknown "credential-unknown" Error "A credential is not defined.";
    EndpointUnknown "endpoint-unknown" Error "An endpoint is not defined.";
    HeaderUnknown "header-unknown" Error "A header is not defined.";
    HostUnknown "host-unknown" Error "A host is not defined.";
    SourceUnknown "source-unknown" Error "A source is not defined.";
    ErrorUnknown "error-unknown" Error "An error code is not defined.";
    LanguageUnknown "language-unknown" Error "A language is none of those of the spec.";
    PlaceholderUnknown "placeholder-unknown" Error "A template names a value that does not exist there.";
    ParamUnknown "param-unknown" Error "An endpoint has no such parameter.";
    MemberUnknown "member-unknown" Error "A type has no such member.";
    // Meaning.
    TypeMisplaced "type-misplaced" Error "A type cannot stand at this place.";
    TypeEndless "type-endless" Error "A value of the type would have to hold itself without end.";
    UnionAmbiguous "union-ambiguous" Error "The members of a union cannot be told apart.";
    PathMismatch "path-mismatch" Error "The parameters of a route or address and those under `path` differ.";
    AddressSyntax "address-syntax" Error "An address is not a path, or a host is none that serves pages.";
    AddressTaken "address-taken" Error "The addresses of two pages cannot be told apart.";
    RouteTaken "route-taken" Error "Two endpoints have the same method and path.";
    BodyMismatch "body-mismatch" Error "`body` and `body_kind` contradict each other.";
    PagingMismatch "paging-mismatch" Error "A pagination style does not fit the endpoint.";
    UploadMismatch "upload-mismatch" Error "The steps of an upload do not fit together.";
    EventMismatch "event-mismatch" Error "The parts of a callback do not fit together.";
    RuleInvalid "rule-invalid" Error "A rule can never matter or never be kept.";
    ConstraintMisfit "constraint-misfit" Error "A bound does not fit the type that it stands at.";
    BoundsEmpty "bounds-empty" Error "No value can keep the bounds.";
    ValueMisfit "value-misfit" Error "A default, constant, example or allowed value does not fit its type or bounds.";
    ExchangeMismatch "exchange-mismatch" Error "A token exchange does not fit the endpoint that it calls.";
    // Warnings.
    RouteShadowed "route-shadowed" Warning "A value that the spec names for a path parameter makes the path that of another endpoint.";
    TypeUnused "type-unused" Warning "Nothing uses a type.";
    LimitUnused "limit-unused" Warning "Nothing uses a rate limit set.";
    PaginationUnused "pagination-unused" Warning "Nothing uses a pagination style.";
    ParamUnused "param-unused" Warning "No route takes a shared parameter.";
    Undocumented "undocumented" Warning "Something has no `doc`.";
}

/// The catalogue of codes as a table of `spec/README.md`.
pub(crate) fn render_catalogue() -> String {
    let mut table = String::from("| code | | means |\n|---|---|---|\n");
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        table.push_str(&format!("| `{}` | {severity} | {} |\n", code.name(), code.explanation()));
    }
    table
}
