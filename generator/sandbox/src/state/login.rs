//! The endpoints that issue tokens.

use serde_json::json;

use super::Store;
use super::call::{Call, as_whole_number};
use crate::refusal::{Refusal, code};
use crate::response::Reply;
use crate::token::{IssuedUserToken, TokenKind};

pub(super) fn plugin_token(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let (id, secret) = (call.text("plugin_id"), call.text("plugin_secret"));
    let known =
        store.plugins.iter().any(|known| Some(known.0.as_str()) == id && Some(known.1.as_str()) == secret);
    if !known {
        return Err(Refusal::new(code::PLUGIN_REFUSED, "plugin_id, plugin_secret: no such pair"));
    }
    let kind = call
        .get("type")
        .map_or(Some(TokenKind::Plugin), |value| TokenKind::from_request_type(as_whole_number(value)?));
    let kind = kind.ok_or_else(|| Refusal::new(code::INVALID, "type: neither 0 nor 1"))?;
    let token = store.tokens.issue(kind, None, call.now);
    Ok(Reply::Data(json!({"token": token, "expire_time": store.tokens.lifetime_secs()})))
}

pub(super) fn auth_code(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let code = store.tokens.issue_code(crate::USER_KEY, call.now);
    Ok(Reply::Data(json!({"code": code, "state": call.text("state")})))
}

pub(super) fn exchange_code(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let given = call.text("code").unwrap_or_default();
    let issued = store.tokens.exchange_code(given, call.now);
    let refused = || Refusal::new(code::CODE_INVALID, "code: wrong, used, or older than five minutes");
    Ok(user_token_reply(store, &issued.ok_or_else(refused)?))
}

pub(super) fn refresh(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let token = call.text("refresh_token").unwrap_or_default();
    let issued = store.tokens.refresh(token, call.now);
    let refused = || Refusal::new(code::TOKEN_INFO_INVALID, "refresh_token: wrong, used, or too old");
    Ok(user_token_reply(store, &issued.ok_or_else(refused)?))
}

/// A user's token as responses show it.
fn user_token_reply(store: &Store, issued: &IssuedUserToken) -> Reply {
    Reply::Data(json!({
        "token": issued.token, "expire_time": store.tokens.lifetime_secs(),
        "refresh_token": issued.refresh_token, "refresh_token_expire_time": store.tokens.refresh_secs(),
        "user_key": issued.user, "saas_tenant_key": "sandbox",
    }))
}
