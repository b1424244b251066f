//! A change, and its rendering.

use crate::ir::SourceLocation;
use crate::untyped::Untyped;

/// One change from one spec to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// What it is about, such as ``endpoint `item.create` ``.
    pub subject: String,
    /// How it changed.
    pub message: String,
    /// Where it stands: in the new spec if it is still there, else in the old one. `None` for what belongs to the API
    /// as a whole.
    pub origin: Option<SourceLocation>,
}

macro_rules! kinds {
    ($($kind:ident $name:literal $breaks:literal $doc:literal;)*) => {
        /// Kinds of changes. The names are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ChangeKind {
            $(#[doc = $doc] $kind,)*
        }

        impl ChangeKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// Its name, such as `param-required`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }

            /// Whether such a change breaks callers.
            #[must_use]
            pub fn breaks(self) -> bool {
                match self { $(Self::$kind => $breaks,)* }
            }
        }
    };
}

kinds! {
    // The API.
    CrateRenamed "crate-renamed" true "The package has another name.";
    HostRemoved "host-removed" true "A host is gone.";
    HostAdded "host-added" false "There is another host.";
    HostDefault "host-default" true "Clients that name no host talk to another one.";
    VariableRemoved "variable-removed" true "A variable of the client is gone.";
    VariableAdded "variable-added" false "The client has another variable.";
    VariableType "variable-type" true "A variable has another type.";
    CredentialRemoved "credential-removed" true "A credential is gone.";
    CredentialAdded "credential-added" false "There is another credential.";
    CredentialSent "credential-sent" false "A credential travels otherwise.";
    CredentialInputs "credential-inputs" true "A credential is made of other inputs.";
    ErrorRemoved "error-removed" true "An error code has no name any more.";
    ErrorAdded "error-added" false "An error code has a name now.";
    ErrorRenamed "error-renamed" true "An error code has another name.";
    ErrorChanged "error-changed" false "The client takes an error code for another kind of failure.";
    AccessorChanged "accessor-changed" true "The calls of a resource are reached by another method.";
    HeaderRequired "header-required" true "A header that could be absent must be there.";
    HeaderChanged "header-changed" false "Another header is sent, or none, or at other times.";
    EnvelopeChanged "envelope-changed" true "The data or the code of a response stands elsewhere.";
    EnvelopeDetail "envelope-detail" false "The message, the details or the log id of a refusal stands elsewhere.";
    EnvelopeRemoved "envelope-removed" true "Responses of an endpoint come in an envelope no more.";
    EnvelopeAdded "envelope-added" false "Responses of an endpoint may come in another envelope, too.";
    SuccessNarrowed "success-narrowed" true "Responses that counted as a success lack what proves one now.";
    SuccessWidened "success-widened" false "Responses need to prove less to count as a success.";
    FallbackRemoved "fallback-removed" true "Refusals in an envelope lose their code on endpoints that do not name it.";
    FallbackAdded "fallback-added" false "Any endpoint may be refused in another envelope.";
    // Endpoints.
    EndpointRemoved "endpoint-removed" true "An endpoint is gone.";
    EndpointAdded "endpoint-added" false "There is another endpoint.";
    EndpointRenamed "endpoint-renamed" true "An endpoint has another name.";
    EndpointDeprecated "endpoint-deprecated" false "An endpoint is to be used no more.";
    RouteChanged "route-changed" false "An endpoint has another method or path.";
    BodyKind "body-kind" false "The body of a request is written in another way.";
    HostChanged "host-changed" true "Calls go to another host.";
    AcceptChanged "accept-changed" false "Another media type is asked for.";
    EffectChanged "effect-changed" true "An endpoint counts as a read, as a write, or as a write that destroys, where it counted as another of these.";
    AuthNarrowed "auth-narrowed" true "An endpoint no longer takes a credential, or needs one.";
    AuthWidened "auth-widened" false "An endpoint takes another credential, or needs none.";
    ResponseChanged "response-changed" true "An endpoint returns something else.";
    EmptyStatusRemoved "empty-status-removed" true "A status without a body is no success any more.";
    EmptyStatusAdded "empty-status-added" false "A status without a body is a success, too.";
    RefusalChanged "refusal-changed" true "Refusals of an endpoint hold something else.";
    RefusalAdded "refusal-added" false "What refusals of an endpoint hold has a type now.";
    PagingRemoved "paging-removed" true "An endpoint is paged no more, or has other items on its pages.";
    PagingAdded "paging-added" false "An endpoint is paged now.";
    PagingChanged "paging-changed" false "The next page of an endpoint is asked for in another way.";
    LimitLowered "limit-lowered" true "Fewer requests are taken.";
    LimitRaised "limit-raised" false "More requests are taken.";
    RuleAdded "rule-added" true "There is another condition over several parameters.";
    RuleRemoved "rule-removed" false "A condition over several parameters is gone.";
    AppendRemoved "append-removed" true "A setter that adds one item is gone or takes something else.";
    AppendAdded "append-added" false "There is another setter that adds one item.";
    ParamOrder "param-order" true "The arguments of a call stand in another order.";
    // Fields: parameters and members.
    FieldRemoved "field-removed" true "A field is gone.";
    FieldAdded "field-added" false "There is another field, and nobody has to know.";
    FieldAddedRequired "field-added-required" true "There is another field that callers must give.";
    FieldRenamed "field-renamed" true "A field has another name in Rust.";
    FieldMoved "field-moved" false "A parameter goes to another part of the request.";
    FieldStyle "field-style" false "A list, an object or a part of a form is written in another way.";
    FieldType "field-type" true "A field has another type.";
    FieldRequired "field-required" true "A field that could be absent must be there.";
    FieldOptional "field-optional" true "A field that was always there can be absent, so that it has another type in Rust.";
    FieldDefault "field-default" false "Another value holds when a field is absent, or it is sent by itself now.";
    BoundNarrowed "bound-narrowed" true "Values that could be sent are refused.";
    BoundWidened "bound-widened" false "Values that were refused can be sent.";
    // Types.
    TypeRemoved "type-removed" true "A type is gone.";
    TypeAdded "type-added" false "There is another type.";
    TypeRenamed "type-renamed" true "A type has another name.";
    TypeMoved "type-moved" true "A type lives in the module of another resource.";
    TypeShape "type-shape" true "A type is made of something else.";
    EnumValueRemoved "enum-value-removed" true "A value of an enum is gone.";
    EnumValueAdded "enum-value-added" false "An enum has another value.";
    EnumValueRenamed "enum-value-renamed" true "A value of an enum has another name.";
    SpellingRemoved "enum-spelling-removed" true "A spelling is no longer read as a value of an enum.";
    SpellingAdded "enum-spelling-added" false "Another spelling is read as a value of an enum.";
    VariantRemoved "variant-removed" true "A variant of a union is gone.";
    VariantAdded "variant-added" false "A union has another variant.";
    VariantRenamed "variant-renamed" true "A variant of a union has another name.";
    VariantType "variant-type" true "A variant of a union holds objects of another type.";
    FormRemoved "form-removed" true "A form of a value is gone.";
    FormAdded "form-added" false "A value has another form.";
    FormChanged "form-changed" true "A form of a value is written or read as another type.";
    LookupRemoved "lookup-removed" true "A look-up is gone.";
    LookupAdded "lookup-added" false "There is another look-up.";
    LookupChanged "lookup-changed" true "A look-up finds something else.";
    FilterRemoved "filter-removed" true "A filter is gone.";
    FilterAdded "filter-added" false "There is another filter.";
    FilterNarrowed "filter-narrowed" true "A part of a filter is gone or takes something else.";
    FilterWidened "filter-widened" false "A filter has another part.";
    UploadRemoved "upload-removed" true "An upload is gone.";
    UploadAdded "upload-added" false "There is another upload.";
    UploadNarrowed "upload-narrowed" true "An upload has other arguments, lacks a setter or returns something else.";
    UploadWidened "upload-widened" false "An upload has another setter.";
    UploadSteps "upload-steps" false "An upload goes by other endpoints, or in parts from another size on.";
    LinkRemoved "link-removed" true "The addresses of a kind of page are read and built no more.";
    LinkAdded "link-added" false "The addresses of another kind of page are read and built.";
    LinkChanged "link-changed" true "The addresses of a kind of page have another path or other ids.";
    LinkHostRemoved "link-host-removed" true "Addresses at a host are read no more.";
    LinkHostAdded "link-host-added" false "Addresses at another host are read.";
    LinkHostDefault "link-host-default" true "Addresses are built at another host.";
    // Events.
    CallbackRemoved "callback-removed" true "A callback is gone.";
    CallbackAdded "callback-added" false "There is another callback.";
    CallbackInputs "callback-inputs" true "The receiver of a callback is made of other inputs.";
    CallbackChanged "callback-changed" true "The receiver of a callback looks for something else, or elsewhere.";
    EventTypeRemoved "event-type-removed" true "An event type is gone.";
    EventTypeAdded "event-type-added" false "There is another event type.";
    EventTypeRenamed "event-type-renamed" true "An event type has another name.";
    EventTypePayload "event-type-payload" true "The payload of an event type has another type.";
    EventTextRemoved "event-text-removed" true "A text is no longer read as an event type.";
    EventTextAdded "event-text-added" false "Another text is read as an event type.";
}

impl Change {
    /// Whether it breaks callers.
    #[must_use]
    pub fn breaks(&self) -> bool {
        self.kind.breaks()
    }
}

/// Renders changes for people: those that break callers first.
#[must_use]
pub fn render_changes(changes: &[Change]) -> String {
    let (breaking, harmless): (Vec<_>, Vec<_>) = changes.iter().partition(|change| change.breaks());
    let mut text = String::new();
    for (title, changes) in [("breaks callers", &breaking), ("breaks nobody", &harmless)] {
        if changes.is_empty() {
            continue;
        }
        text.push_str(title);
        text.push_str(":\n");
        for change in changes {
            text.push_str(&format!("  {}: {} [{}]", change.subject, change.message, change.kind.name()));
            if let Some(origin) = &change.origin {
                text.push_str(&format!("\n    --> {origin}"));
            }
            text.push('\n');
        }
        text.push('\n');
    }
    let changes_text =
        |number: usize| if number == 1 { "1 change".to_owned() } else { format!("{number} changes") };
    let verb = if breaking.len() == 1 { "breaks" } else { "break" };
    text.push_str(&match changes.len() {
        0 => "nothing changed for callers\n".to_owned(),
        _ => format!("{} {verb} callers, {} not\n", changes_text(breaking.len()), harmless.len()),
    });
    text
}

/// Renders changes as JSON, one object a line, with `kind`, `breaks`, `subject`, `message`, `file`, `line` and
/// `column`.
#[must_use]
pub fn render_changes_json(changes: &[Change]) -> String {
    let line = |change: &Change| {
        let at = change.origin.as_ref();
        let or_null = |value: Option<Untyped>| value.unwrap_or(Untyped::Null);
        let json = Untyped::object([
            ("kind", Untyped::from(change.kind.name())),
            ("breaks", Untyped::Bool(change.breaks())),
            ("subject", Untyped::from(&*change.subject)),
            ("message", Untyped::from(&*change.message)),
            ("file", or_null(at.map(|at| Untyped::from(&*at.file)))),
            ("line", or_null(at.map(|at| Untyped::from(at.line)))),
            ("column", or_null(at.map(|at| Untyped::from(at.column)))),
        ]);
        format!("{json}\n")
    };
    changes.iter().map(line).collect()
}
