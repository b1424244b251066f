//! Refusals: the API's error responses.

use paceline_generator::ir::{Api, Category, Envelope, ErrorCode};

/// The codes that several places of the sandbox refuse with: those of the API that it keeps state for, with their official
/// meaning. Codes of one place alone stand there as numbers; `spec/errors.yaml` says what they mean.
pub(crate) mod code {
    /// The JSON's structure or types are not what the endpoint expects.
    pub(crate) const INVALID_JSON: i64 = 9999;
    /// The token may not use this endpoint.
    pub(crate) const NO_TOKEN_PERMISSION: i64 = 10301;
    /// No token was sent.
    pub(crate) const TOKEN_MISSING: i64 = 10021;
    /// The token is unknown or no longer good.
    pub(crate) const TOKEN_BAD: i64 = 10022;
    /// The plugin id or secret is wrong.
    pub(crate) const PLUGIN_REFUSED: i64 = 10204;
    /// The authorisation code is wrong, used or too old.
    pub(crate) const CODE_INVALID: i64 = 10210;
    /// The token information is invalid: here a refresh token that is wrong, used or too old.
    pub(crate) const TOKEN_INFO_INVALID: i64 = 10211;
    /// Too many requests, where the spec does not name the code.
    pub(crate) const TOO_MANY: i64 = 10429;
    /// The idempotency key was used, where the spec does not name the code.
    pub(crate) const DUPLICATE: i64 = 10430;
    /// The page is larger than allowed.
    pub(crate) const PAGE_SIZE: i64 = 20002;
    /// The work item type is missing or wrong.
    pub(crate) const WRONG_TYPE_KEY: i64 = 20003;
    /// A mandatory parameter is absent.
    pub(crate) const MISSING: i64 = 20005;
    /// A parameter's value is not allowed.
    pub(crate) const INVALID: i64 = 20006;
    /// A plugin token was used without a user.
    pub(crate) const USER_MISSING: i64 = 20039;
    /// An upload is no form, or an empty one.
    pub(crate) const FORM_MISSING: i64 = 20040;
    /// The acting user is unknown.
    pub(crate) const USER_WRONG: i64 = 20042;
    /// A time is not given in milliseconds.
    pub(crate) const TIME: i64 = 20013;
    /// A file is too large.
    pub(crate) const FILE_SIZE: i64 = 20024;
    /// The space does not exist.
    pub(crate) const PROJECT_NOT_FOUND: i64 = 30016;
    /// Something unnamed does not exist.
    pub(crate) const NOT_FOUND: i64 = 30001;
    /// Neither the key nor the alias of a field is given.
    pub(crate) const FIELD_KEY_MISSING: i64 = 20025;
    /// The work item has a flow of states, not of nodes.
    pub(crate) const HAS_STATE_FLOW: i64 = 20026;
    /// The field has a type that does not go here.
    pub(crate) const FIELD_TYPE_UNSUPPORTED: i64 = 20029;
    /// The field cannot be written.
    pub(crate) const FIELD_NOT_UPDATABLE: i64 = 20033;
    /// A field that every work item needs is not set.
    pub(crate) const REQUIRED_FIELD_MISSING: i64 = 20038;
    /// A search names too many spaces.
    pub(crate) const TOO_MANY_SPACES: i64 = 20057;
    /// The field does not take this operator of a search.
    pub(crate) const OPERATOR_NOT_ALLOWED: i64 = 20063;
    /// There is no such action.
    pub(crate) const ACTION_UNSUPPORTED: i64 = 20082;
    /// The user does not exist.
    pub(crate) const USER_NOT_FOUND: i64 = 30006;
    /// The field does not exist.
    pub(crate) const FIELD_NOT_FOUND: i64 = 30009;
    /// What an id names does not exist, and is neither work item, field, user nor space.
    pub(crate) const RECORD_NOT_FOUND: i64 = 30015;
    /// The server failed.
    pub(crate) const SERVER: i64 = 50006;
}

/// A refusal: the API's code, the HTTP status, and a message that names what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The API's code.
    pub(crate) code: i64,
    /// The HTTP status; `None` for the one that the code has.
    pub(crate) status: Option<u16>,
    /// What is wrong, naming the field.
    pub(crate) message: String,
}

impl Refusal {
    /// A refusal with the status that the code has.
    pub(crate) fn new(code: i64, message: impl Into<String>) -> Self {
        Self { code, status: None, message: message.into() }
    }

    /// The same with a status of its own.
    pub(crate) fn with_status(self, status: u16) -> Self {
        Self { status: Some(status), ..self }
    }

    /// The same refusal with a code that `api` has. If the spec does not have the code, it becomes the first one with this
    /// status, else the first one of this category, else the status itself.
    pub(crate) fn with_code_of(&self, api: &Api) -> Self {
        if find_error(api, self.code).is_some() {
            return self.clone();
        }
        let status = self.status(api);
        let nearest = api.errors.iter().find(|error| error.status == Some(status));
        let nearest =
            nearest.or_else(|| api.errors.iter().find(|error| error.category == usual_category(status)));
        Self {
            code: nearest.map_or(i64::from(status), |error| error.code),
            status: Some(nearest.and_then(|error| error.status).unwrap_or(status)),
            message: self.message.clone(),
        }
    }

    /// The HTTP status: as given, as the spec says, or as the category suggests.
    pub(crate) fn status(&self, api: &Api) -> u16 {
        let known = find_error(api, self.code);
        self.status
            .or_else(|| known.and_then(|error| error.status))
            .unwrap_or_else(|| usual_status(self.code, known.map(|error| error.category)))
    }

    /// The message, the official wording first where there is one.
    pub(crate) fn message(&self, api: &Api) -> String {
        match find_error(api, self.code).and_then(|error| error.title.as_ref().map(|title| title.first())) {
            Some(title) if self.message.is_empty() => title.to_owned(),
            Some(title) => format!("{title}: {}", self.message),
            None => self.message.clone(),
        }
    }
}

/// What the spec says about a code.
fn find_error(api: &Api, code: i64) -> Option<&ErrorCode> {
    api.errors.iter().find(|error| error.code == code)
}

/// The status of a code for which the spec states none.
fn usual_status(code: i64, category: Option<Category>) -> u16 {
    match (code, category) {
        (_, Some(Category::Permission)) => 403,
        (code::TOKEN_MISSING | code::TOKEN_BAD | code::NO_TOKEN_PERMISSION, _) => 401,
        (code::CODE_INVALID | code::TOKEN_INFO_INVALID, _) => 403,
        (_, Some(Category::NotFound)) | (30_000..40_000, _) => 404,
        (_, Some(Category::RateLimit | Category::Idempotency)) => 429,
        (_, Some(Category::Server)) | (50_000..60_000, _) => 500,
        _ => 400,
    }
}

/// The kind of failure that a status stands for.
fn usual_category(status: u16) -> Category {
    match status {
        401 => Category::Auth,
        403 => Category::Permission,
        404 | 405 => Category::NotFound,
        409 => Category::Conflict,
        429 => Category::RateLimit,
        500..600 => Category::Server,
        _ => Category::Validation,
    }
}

/// The envelope of a refusal: that of the endpoint, `own`, if it holds a code; else the API's default one.
pub(crate) fn envelope<'a>(api: &'a Api, own: Option<&'a Envelope>) -> &'a Envelope {
    own.filter(|envelope| envelope.code.is_some()).unwrap_or(&api.envelopes[0])
}
