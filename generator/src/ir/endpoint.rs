//! Endpoints: what the API can be asked to do.

use std::time::Duration;

use super::effect::Effect;
use super::field::{Field, Presence};
use super::form_part::FormPart;
use super::header::HeaderUse;
use super::id::{CredentialId, EnvelopeId, ErrorId, HeaderId, PaginationId, ResourceId, SourceId, TypeId};
use super::limit::LimitUse;
use super::name::Name;
use super::path::PathTemplate;
use super::prose::Prose;
use super::refusal::RefusalBody;
use super::response::Response;
use super::rule::Rule;
use super::source_location::SourceLocation;
use super::type_ref::TypeRef;

/// One endpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    /// The resource it belongs to.
    pub resource: ResourceId,
    /// Its name within the resource.
    pub name: Name,
    /// `<resource>.<name>`, unique.
    pub id: String,
    /// One sentence.
    pub summary: Prose,
    /// More than the summary says.
    pub docs: Option<Prose>,
    /// Its title in the official documentation, in the language of that.
    pub title: Option<Prose>,
    /// The HTTP method.
    pub method: Method,
    /// The path, with its parameters.
    pub path: PathTemplate,
    /// What tells it from another endpoint with the same route, as `copy` in `PUT /files/:id#copy`. It is not sent.
    pub fragment: Option<String>,
    /// The host that it is called at, by its place among those of the API; `None` if it is at the one of the client.
    pub host: Option<usize>,
    /// Path parameters in the order of the path, then query, header, cookie and body, each in spec order.
    pub params: Vec<Param>,
    /// How the body is written.
    pub body: BodyKind,
    /// Whether a call that sets nothing for the body has none.
    pub body_optional: bool,
    /// The media type of the body, if it is not the usual one of its kind.
    pub media: Option<String>,
    /// The media type to ask for, if the choice is not the server's.
    pub accept: Option<String>,
    /// Whether it changes anything.
    pub effect: Effect,
    /// What it returns.
    pub response: Response,
    /// How the response may be wrapped, in the order in which the envelopes are tried; never empty.
    pub envelopes: Vec<EnvelopeId>,
    /// The statuses that bring the data, if the spec names them; empty where the status decides on the type of the data.
    pub data_statuses: Vec<u16>,
    /// Statuses whose response has no body, such as 204.
    pub empty_statuses: Vec<u16>,
    /// What the bodies of its refusals are, the most particular statuses first.
    pub refusals: Vec<RefusalBody>,
    /// The sets of limits that its requests count in; empty if no limit is known.
    pub limits: Vec<LimitUse>,
    /// Longest time a request may take until the server counts it.
    pub max_transit: Option<Duration>,
    /// How it is paged, if it is.
    pub paging: Option<Paging>,
    /// The credentials that it takes.
    pub credentials: CredentialRule,
    /// Headers that depart from the API's rule.
    pub header_exceptions: Vec<(HeaderId, HeaderUse)>,
    /// Conditions over several parameters.
    pub rules: Vec<Rule>,
    /// Conditions that one weak source alone tells of: a request that breaks them is sent all the same.
    pub weak_rules: Vec<Rule>,
    /// Codes to expect.
    pub errors: Vec<ErrorId>,
    /// The permission it needs, if known.
    pub permission: Option<Prose>,
    /// What to use instead, if it is deprecated.
    pub deprecated: Option<Prose>,
    /// Where its facts come from.
    pub sources: Vec<SourceId>,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

/// A parameter of an endpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// Where it goes.
    pub location: ParamLocation,
    /// What it is.
    pub field: Field,
    /// How callers add one item to it, if it is a list.
    pub append: Option<Append>,
    /// How its items or members are written, if it is a list or an object in the query or in a form.
    pub style: ListStyle,
    /// Whether its default is sent where the caller gives no other value.
    pub sends_default: bool,
    /// What its headers say, if it is a part of a multipart form.
    pub part: FormPart,
    /// Whether it stands in a body that need not be sent: if it is required, then only beside other members of the body.
    pub in_optional_body: bool,
    /// Whether it is all of the body, not a member of it.
    pub is_whole_body: bool,
}

/// How a list or an object is written in a query or in a form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListStyle {
    /// The parameter again for each item: `ids=1&ids=2`.
    #[default]
    Repeat,
    /// The items in one value, with commas between them.
    Comma,
    /// The items in one value, with spaces between them.
    Space,
    /// The items in one value, with bars between them.
    Pipe,
    /// A parameter for each member of an object: `filter[name]=x`.
    DeepObject,
    /// A parameter, or a member of the body, for each member of an object, under the member's own name.
    Spread,
}

impl ListStyle {
    /// The styles by their words in a spec.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("repeat", Self::Repeat),
        ("comma", Self::Comma),
        ("space", Self::Space),
        ("pipe", Self::Pipe),
        ("deep_object", Self::DeepObject),
        ("spread", Self::Spread),
    ];

    /// Its word in a spec.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, style)| *style == self).map_or("", |(word, _)| word)
    }
}

impl Endpoint {
    /// Method and path, and what tells it from others with the same.
    #[must_use]
    pub fn route(&self) -> String {
        let fragment = self.fragment.as_ref().map(|fragment| format!("#{fragment}")).unwrap_or_default();
        format!("{} {}{fragment}", self.method.as_str(), self.path)
    }

    /// The envelope that its responses come in unless they show another.
    #[must_use]
    pub fn envelope(&self) -> EnvelopeId {
        self.envelopes[0]
    }

    /// Its rules, however well they are known: what a plausible request keeps to.
    #[must_use]
    pub fn known_rules(&self) -> Vec<Rule> {
        self.rules.iter().chain(&self.weak_rules).cloned().collect()
    }

    /// The types of what is read: of its response, and of its refusals.
    pub(crate) fn read_types(&self) -> impl Iterator<Item = &TypeRef> {
        self.response.types().chain(self.refusals.iter().map(|refusal| &refusal.ty))
    }

    /// The types of its parameters, of its response, of its refusals, and of the items of its pages.
    pub(crate) fn types(&self) -> Vec<&TypeRef> {
        let params = self.params.iter().map(|param| &param.field.ty);
        let response = self.read_types();
        let list = self.paging.as_ref().and_then(|paging| paging.list.as_ref());
        params.chain(response).chain(list.map(|list| &list.item)).collect()
    }
}

impl Param {
    /// Whether callers must give it when they start the call. A required list that items can be added to is not: it
    /// is filled afterwards, and looked for before the call is sent.
    #[must_use]
    pub fn is_argument(&self) -> bool {
        self.field.presence == Presence::Required && self.append.is_none() && !self.in_optional_body
    }

    /// Whether its members stand for themselves: then its name does not travel.
    #[must_use]
    pub fn is_spread(&self) -> bool {
        self.style == ListStyle::Spread
    }

    /// Whether it has a setter.
    #[must_use]
    pub fn is_setter(&self) -> bool {
        !self.is_argument() && !matches!(self.field.presence, Presence::Constant(_))
    }
}

/// A setter that adds one item to a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Append {
    /// Its name.
    pub name: Name,
    /// The type of the items: a struct.
    pub item: TypeId,
    /// The item's fields that the caller gives, by their indices.
    pub set: Vec<usize>,
    /// What is added.
    pub docs: Prose,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamLocation {
    /// Into the path.
    Path,
    /// Into the query.
    Query,
    /// Into a header.
    Header,
    /// Into a cookie.
    Cookie,
    /// Into the body: a member of the JSON object, a part of the form, or all of it.
    Body,
}

/// HTTP methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
    Head,
    Options,
    Trace,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete, Self::Head, Self::Options, Self::Trace];

    /// The name on the wire, such as `POST`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
            Self::Trace => "TRACE",
        }
    }
}

/// How a request's body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// No body.
    None,
    /// A JSON object, of which the parameters are members.
    Json,
    /// A JSON value: the only parameter of the body.
    Value,
    /// A form without files, as `application/x-www-form-urlencoded`.
    Form,
    /// A multipart form.
    Multipart,
    /// Text: the only parameter of the body.
    Text,
    /// The bytes of a file: the only parameter of the body.
    Bytes,
}

impl BodyKind {
    /// The kinds by their words in a spec.
    pub const WORDS: [(&'static str, Self); 7] = [
        ("json", Self::Json),
        ("value", Self::Value),
        ("form", Self::Form),
        ("multipart", Self::Multipart),
        ("text", Self::Text),
        ("bytes", Self::Bytes),
        ("none", Self::None),
    ];

    /// Its word in a spec.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// Whether one parameter is all of the body.
    #[must_use]
    pub fn is_one_value(self) -> bool {
        matches!(self, Self::Value | Self::Text | Self::Bytes)
    }

    /// The media type of a body of which nothing else is said; `None` without a body.
    #[must_use]
    pub fn usual_media(self) -> Option<&'static str> {
        Some(match self {
            Self::None => return None,
            Self::Json | Self::Value => "application/json",
            Self::Form => "application/x-www-form-urlencoded",
            Self::Multipart => "multipart/form-data",
            Self::Text => "text/plain",
            Self::Bytes => "application/octet-stream",
        })
    }
}

/// How an endpoint is paged.
#[derive(Clone, Debug, PartialEq)]
pub struct Paging {
    /// The style.
    pub style: PaginationId,
    /// The list that pages are cut from; `None` when a page is the whole data.
    pub list: Option<PagedList>,
}

/// A list that is read page by page.
#[derive(Clone, Debug, PartialEq)]
pub struct PagedList {
    /// Where in the data it stands; empty when the data is the list.
    pub path: Vec<String>,
    /// The type of its items.
    pub item: TypeRef,
}

/// The credentials that an endpoint takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CredentialRule {
    /// It is called without a token.
    None,
    /// Any of the API's credentials.
    Any,
    /// Only these.
    Only(Vec<CredentialId>),
}
