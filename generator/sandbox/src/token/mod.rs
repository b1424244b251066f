//! Tokens: issued, looked up, expired, revoked. Time is passed in.

mod header;

use std::collections::HashMap;
use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use paceline_generator::ir::{
    Api, Credential, CredentialId, CredentialRule, Endpoint, Literal, Name, SendValue, TemplatePart,
    TokenSource,
};

pub(crate) use header::{HeaderCheck, Identity};

/// How long an authorisation code can be exchanged.
const CODE_LIFETIME: Duration = Duration::from_secs(300);
/// How long a refresh token can be used.
const REFRESH_LIFETIME: Duration = Duration::from_secs(1_209_600);

/// What kind of caller a token stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TokenKind {
    /// A plugin.
    Plugin,
    /// A plugin under development.
    Virtual,
    /// A user, through a plugin.
    User,
    /// The holder of a fixed token: that of the credential with this index.
    Holder(usize),
}

impl TokenKind {
    /// The kind that the number in `type` of a token request stands for.
    pub(crate) fn from_request_type(number: i64) -> Option<Self> {
        match number {
            0 => Some(Self::Plugin),
            1 => Some(Self::Virtual),
            _ => None,
        }
    }

    /// What tokens of this kind start with.
    fn prefix(self) -> &'static str {
        match self {
            Self::Plugin => "p",
            Self::Virtual => "v",
            Self::User => "u",
            Self::Holder(_) => "h",
        }
    }

    /// Whether a token of this kind may come from a credential of the spec. A holder's comes from the credential that has the
    /// fixed token. An exchange made without another credential yields a plugin's token, virtual if it sends `type: 1`;
    /// every other credential yields a user's.
    pub(crate) fn comes_from(self, api: &Api, credential: CredentialId) -> bool {
        match self {
            Self::Holder(index) => index == credential.index(),
            _ => kind_of(&api[credential].token) == self,
        }
    }
}

/// The kind of token that a source yields.
fn kind_of(source: &TokenSource) -> TokenKind {
    let TokenSource::Exchange(exchange) = source else { return TokenKind::User };
    if exchange.with.is_some() {
        return TokenKind::User;
    }
    let sends_virtual = exchange
        .send
        .iter()
        .any(|(member, value)| member == "type" && *value == SendValue::Constant(Literal::Int(1)));
    if sends_virtual { TokenKind::Virtual } else { TokenKind::Plugin }
}

/// What a token stands for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TokenInfo {
    /// What kind of caller it stands for.
    pub(crate) kind: TokenKind,
    /// The user, for a user's token.
    pub(crate) user: Option<String>,
    /// When it expires, since the start of the sandbox.
    expires_at: Duration,
}

/// A user's token together with what renews it.
#[derive(Debug)]
pub(crate) struct IssuedUserToken {
    pub(crate) token: String,
    pub(crate) refresh_token: String,
    pub(crate) user: String,
}

/// All valid tokens, and the codes and refresh tokens that give new ones. Times count from the start of the sandbox.
#[derive(Debug)]
pub(crate) struct Tokens {
    lifetime: Duration,
    rng: fastrand::Rng,
    /// Tokens, each with what it stands for.
    live: HashMap<String, TokenInfo>,
    /// Refresh tokens, each with its user and when it expires.
    refresh: HashMap<String, (String, Duration)>,
    /// Authorisation codes, each with its user and when it expires.
    codes: HashMap<String, (String, Duration)>,
}

impl Tokens {
    pub(crate) fn new(lifetime: Duration, seed: u64) -> Self {
        Self {
            lifetime,
            rng: fastrand::Rng::with_seed(seed),
            live: HashMap::new(),
            refresh: HashMap::new(),
            codes: HashMap::new(),
        }
    }

    /// A token's lifetime in whole seconds, as responses state it.
    pub(crate) fn lifetime_secs(&self) -> u64 {
        // Rounded up: zero would mean to a client that the token has ended before it came.
        self.lifetime.as_millis().div_ceil(1000).try_into().unwrap_or(u64::MAX)
    }

    /// A refresh token's lifetime in whole seconds.
    pub(crate) fn refresh_secs(&self) -> u64 {
        REFRESH_LIFETIME.as_secs()
    }

    /// A new token; the ones issued before stay valid.
    pub(crate) fn issue(&mut self, kind: TokenKind, user: Option<String>, now: Duration) -> String {
        self.live.retain(|_, info| info.expires_at > now);
        let token = self.random(kind.prefix());
        self.live
            .insert(token.clone(), TokenInfo { kind, user, expires_at: now.saturating_add(self.lifetime) });
        token
    }

    /// Makes the fixed tokens of all credentials valid, those that callers give themselves. Does nothing if any credential of
    /// the API gets its token by an exchange: a fixed token is then one that an exchange gave, and only those that the sandbox
    /// has issued are valid.
    pub(crate) fn accept_fixed(&mut self, api: &Api) {
        if api.credentials.iter().any(|credential| matches!(credential.token, TokenSource::Exchange(_))) {
            return;
        }
        for (index, credential) in api.credentials.iter().enumerate() {
            if let TokenSource::Fixed(template) = &credential.token {
                let info =
                    TokenInfo { kind: TokenKind::Holder(index), user: None, expires_at: Duration::MAX };
                self.live.insert(fill_inputs(credential, &template.0), info);
            }
        }
    }

    /// An authorisation code for a user, as the login page hands it out.
    pub(crate) fn issue_code(&mut self, user: &str, now: Duration) -> String {
        self.codes.retain(|_, (_, expires_at)| *expires_at > now);
        let code = self.random("c");
        self.codes.insert(code.clone(), (user.to_owned(), now + CODE_LIFETIME));
        code
    }

    /// Exchanges an authorisation code, which can be used once.
    pub(crate) fn exchange_code(&mut self, code: &str, now: Duration) -> Option<IssuedUserToken> {
        let (user, expires_at) = self.codes.remove(code)?;
        (expires_at > now).then(|| self.issue_user(user, now))
    }

    /// Renews a user's token; the refresh token can be used once and is replaced.
    pub(crate) fn refresh(&mut self, refresh_token: &str, now: Duration) -> Option<IssuedUserToken> {
        let (user, expires_at) = self.refresh.remove(refresh_token)?;
        (expires_at > now).then(|| self.issue_user(user, now))
    }

    /// A new token for a user, with a refresh token.
    fn issue_user(&mut self, user: String, now: Duration) -> IssuedUserToken {
        let token = self.issue(TokenKind::User, Some(user.clone()), now);
        let refresh_token = self.random("r");
        self.refresh.insert(refresh_token.clone(), (user.clone(), now + REFRESH_LIFETIME));
        IssuedUserToken { token, refresh_token, user }
    }

    /// What a token stands for, if it is valid now.
    pub(crate) fn look_up(&self, token: &str, now: Duration) -> Option<&TokenInfo> {
        self.live.get(token).filter(|info| info.expires_at > now)
    }

    /// Revokes one token.
    pub(crate) fn revoke(&mut self, token: &str) {
        self.live.remove(token);
    }

    /// Revokes every token; refresh tokens stay valid.
    pub(crate) fn revoke_all(&mut self) {
        self.live.clear();
    }

    /// A random text that starts with `prefix`.
    fn random(&mut self, prefix: &str) -> String {
        format!("{prefix}-{:032x}", self.rng.u128(..))
    }
}

/// The value that the sandbox accepts for an input of a credential with a fixed token.
pub(crate) fn fixed_input(credential: &Credential, input: &Name) -> String {
    format!("sandbox-{}-{input}", credential.name).replace('_', "-")
}

/// A template with the inputs of a credential that the sandbox accepts. Tokens, idempotency keys and variables, which are no
/// inputs, are left empty.
fn fill_inputs(credential: &Credential, parts: &[TemplatePart]) -> String {
    let input = |index: usize| fixed_input(credential, &credential.inputs[index].name);
    let part = |part: &TemplatePart| match part {
        TemplatePart::Text(text) => text.clone(),
        TemplatePart::Input(index) => input(*index),
        TemplatePart::Basic(user, password) => {
            BASE64_STANDARD.encode(format!("{}:{}", input(*user), input(*password)))
        }
        TemplatePart::Token | TemplatePart::IdempotencyKey | TemplatePart::Variable(_) => String::new(),
    };
    parts.iter().map(part).collect()
}

/// Whether an endpoint is called without a token: by its own rule, or because the API has no credentials.
pub(crate) fn is_open(api: &Api, endpoint: &Endpoint) -> bool {
    match &endpoint.credentials {
        CredentialRule::None => true,
        CredentialRule::Any => api.credentials.is_empty(),
        CredentialRule::Only(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const S: fn(u64) -> Duration = Duration::from_secs;

    #[test]
    fn a_token_is_good_until_its_end_or_its_revocation() {
        let mut tokens = Tokens::new(S(7200), 1);
        let token = tokens.issue(TokenKind::Plugin, None, S(10));
        let other = tokens.issue(TokenKind::Virtual, None, S(20));
        assert!(token.starts_with("p-") && other.starts_with("v-"));
        assert_eq!(tokens.look_up(&token, S(7209)).unwrap().kind, TokenKind::Plugin);
        assert_eq!(tokens.look_up(&token, S(7210)), None);
        tokens.revoke_all();
        assert_eq!(tokens.look_up(&other, S(21)), None);
    }

    #[test]
    fn codes_and_refresh_tokens_are_good_for_once() {
        let mut tokens = Tokens::new(S(60), 1);
        let code = tokens.issue_code("7", S(0));
        let first = tokens.exchange_code(&code, S(1)).unwrap();
        assert!(tokens.exchange_code(&code, S(1)).is_none());
        let second = tokens.refresh(&first.refresh_token, S(2)).unwrap();
        assert!(tokens.refresh(&first.refresh_token, S(3)).is_none());
        assert_ne!(first.refresh_token, second.refresh_token);
        assert_eq!(tokens.look_up(&second.token, S(3)).unwrap().user.as_deref(), Some("7"));
        let late = tokens.issue_code("7", S(0));
        assert!(tokens.exchange_code(&late, S(300)).is_none());
    }

    #[test]
    fn a_short_lifetime_is_not_stated_as_zero() {
        assert_eq!(Tokens::new(Duration::from_millis(200), 1).lifetime_secs(), 1);
    }
}
