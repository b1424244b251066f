//! The document's own vocabulary: one struct for each object of OpenAPI, members in the order in which they are written.

use indexmap::IndexMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::schema::Schema;
use super::translation::Translations;

#[derive(Serialize)]
pub(super) struct Document<'a> {
    pub(super) openapi: &'static str,
    /// Marks the file as codegen's, as JSON has no comments.
    #[serde(rename = "x-generated-by")]
    pub(super) generated_by: &'static str,
    pub(super) info: Info,
    pub(super) servers: Vec<Server>,
    pub(super) security: Vec<Security>,
    pub(super) tags: Vec<Tag>,
    pub(super) paths: Entries<'a, PathItem>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) webhooks: IndexMap<String, IndexMap<&'static str, Webhook>>,
    pub(super) components: Components<'a>,
    #[serde(rename = "x-error-codes")]
    pub(super) error_codes: Vec<ErrorCode>,
    /// The spec that the document is written from, by the names of its files: what OpenAPI has no word for stands there.
    #[serde(rename = "x-spec")]
    pub(super) spec: IndexMap<String, String>,
}

/// Members of an object, one after the other.
type Members<'a, V> = Box<dyn Iterator<Item = (String, V)> + 'a>;

/// The members of an object that may have thousands: each is made when it is written, and forgotten then.
pub(super) struct Entries<'a, V>(Box<dyn Fn() -> Members<'a, V> + 'a>);

impl<'a, V: 'a> Entries<'a, V> {
    /// Produces the members.
    pub(super) fn new<I: Iterator<Item = (String, V)> + 'a>(make: impl Fn() -> I + 'a) -> Self {
        Self(Box::new(move || Box::new(make())))
    }
}

impl<V: Serialize> Serialize for Entries<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map((self.0)())
    }
}

/// Names of security schemes, all of which are needed at once.
pub(super) type Security = IndexMap<String, Vec<String>>;

/// Operations by their methods in lower case.
pub(super) type PathItem = IndexMap<String, Operation>;

#[derive(Debug, Serialize)]
pub(super) struct Info {
    pub(super) title: String,
    pub(super) version: String,
    pub(super) description: String,
    /// The languages of the texts, the main one first.
    #[serde(rename = "x-languages", skip_serializing_if = "Vec::is_empty")]
    pub(super) languages: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Server {
    pub(super) url: String,
    pub(super) description: String,
    #[serde(rename = "x-translations", skip_serializing_if = "IndexMap::is_empty")]
    pub(super) translations: Translations,
}

#[derive(Debug, Serialize)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) description: String,
    #[serde(rename = "x-translations", skip_serializing_if = "IndexMap::is_empty")]
    pub(super) translations: Translations,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Components<'a> {
    pub(super) schemas: Entries<'a, Schema>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) responses: IndexMap<String, Response>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) parameters: IndexMap<String, Parameter>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) headers: IndexMap<String, ResponseHeader>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) security_schemes: IndexMap<String, SecurityScheme>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Operation {
    pub(super) operation_id: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) servers: Vec<Server>,
    pub(super) tags: Vec<String>,
    pub(super) summary: String,
    #[serde(rename = "x-title", skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(rename = "x-translations", skip_serializing_if = "IndexMap::is_empty")]
    pub(super) translations: Translations,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) deprecated: Option<bool>,
    #[serde(rename = "x-effect")]
    pub(super) effect: &'static str,
    #[serde(rename = "x-rate-limits")]
    pub(super) rate_limits: Vec<RateLimit>,
    /// The longest time from the sending of a request until the server counts it, in seconds.
    #[serde(rename = "x-max-transit", skip_serializing_if = "Option::is_none")]
    pub(super) max_transit: Option<Value>,
    #[serde(rename = "x-error-codes", skip_serializing_if = "Vec::is_empty")]
    pub(super) error_codes: Vec<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) security: Option<Vec<Security>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) parameters: Vec<Referable<Parameter>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) request_body: Option<RequestBody>,
    pub(super) responses: IndexMap<String, Referable<Response>>,
}

/// A request that the service sends by itself.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Webhook {
    pub(super) operation_id: String,
    pub(super) tags: Vec<String>,
    pub(super) summary: String,
    pub(super) description: String,
    /// Empty: what holds for operations does not hold for it.
    pub(super) security: Vec<Security>,
    pub(super) request_body: RequestBody,
    pub(super) responses: IndexMap<&'static str, Response>,
}

/// The thing itself, or the name under which it stands among the components.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Referable<T> {
    Here(T),
    There {
        #[serde(rename = "$ref")]
        reference: String,
    },
}

#[derive(Debug, Serialize)]
pub(super) struct RateLimit {
    /// The set that it belongs to, if others count in it too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) set: Option<String>,
    /// Whose requests count together, if not those of one credential on one endpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) per: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) requests: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) seconds: Option<Value>,
    /// How many requests there may be at the same time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) concurrent: Option<u32>,
    /// How many requests each one counts as, if not once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) weight: Option<u32>,
    /// The response headers that say what is left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) told: Option<Value>,
}

#[derive(Debug, Serialize)]
pub(super) struct Parameter {
    pub(super) name: String,
    #[serde(rename = "in")]
    pub(super) location: &'static str,
    pub(super) description: String,
    #[serde(rename = "x-translations", skip_serializing_if = "IndexMap::is_empty")]
    pub(super) translations: Translations,
    pub(super) required: bool,
    /// How a list or an object is written; to repeat the parameter for each item is what OpenAPI assumes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) style: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) explode: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) schema: Option<Schema>,
    /// In place of `schema`: the value travels as text of this media type.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) content: IndexMap<String, MediaType>,
}

#[derive(Debug, Serialize)]
pub(super) struct RequestBody {
    pub(super) required: bool,
    pub(super) content: IndexMap<String, MediaType>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct MediaType {
    pub(super) schema: Schema,
    /// That it is a stream, whose items follow the schema.
    #[serde(rename = "x-stream", skip_serializing_if = "Option::is_none")]
    pub(super) stream: Option<Stream>,
    /// How parts of a form are written.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) encoding: IndexMap<String, Encoding>,
}

impl MediaType {
    /// A media type whose values follow a schema.
    pub(super) fn of(schema: Schema) -> Self {
        Self { schema, stream: None, encoding: IndexMap::new() }
    }
}

/// What OpenAPI has no words for in a stream. Version 3.2 has `itemSchema` for the items; in 3.1 it is widely written as `schema`.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Stream {
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<String>,
    /// Whether the text may be missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) optional_end: Option<bool>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Encoding {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) content_type: Option<String>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) headers: IndexMap<String, ResponseHeader>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) style: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) explode: Option<bool>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct Response {
    pub(super) description: String,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) headers: IndexMap<String, Referable<ResponseHeader>>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) content: IndexMap<String, MediaType>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct ResponseHeader {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) description: String,
    pub(super) schema: Schema,
}

#[derive(Debug, Serialize)]
pub(super) struct SecurityScheme {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub(super) location: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) scheme: Option<&'static str>,
    pub(super) description: String,
}

#[derive(Debug, Serialize)]
pub(super) struct ErrorCode {
    pub(super) code: i64,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<u16>,
    pub(super) category: &'static str,
    pub(super) retry: &'static str,
    pub(super) meaning: String,
    pub(super) advice: String,
    #[serde(rename = "x-translations", skip_serializing_if = "IndexMap::is_empty")]
    pub(super) translations: Translations,
}

/// A map with one entry.
pub(super) fn one<K: std::hash::Hash + Eq, V>(key: K, value: V) -> IndexMap<K, V> {
    std::iter::once((key, value)).collect()
}

/// A reference to a component.
pub(super) fn there<T>(kind: &str, name: &str) -> Referable<T> {
    Referable::There { reference: format!("#/components/{kind}/{name}") }
}
