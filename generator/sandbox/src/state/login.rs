//! The endpoints that issue tokens.

use serde_json::json;

use super::World;
use super::call::{Call, whole};
use crate::refusal::{Refusal, code};
use crate::response::Reply;
use crate::token::{Kind, UserGrant};

pub(super) fn plugin_token(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let (id, secret) = (call.text("plugin_id"), call.text("plugin_secret"));
    let known =
        world.plugins.iter().any(|known| Some(known.0.as_str()) == id && Some(known.1.as_str()) == secret);
    if !known {
        return Err(Refusal::new(code::PLUGIN_REFUSED, "plugin_id, plugin_secret: no such pair"));
    }
    let kind = call.get("type").map_or(Some(Kind::Plugin), |value| Kind::asked_for(whole(value)?));
    let kind = kind.ok_or_else(|| Refusal::new(code::INVALID, "type: neither 0 nor 1"))?;
    let token = world.tokens.issue(kind, None, call.now);
    Ok(Reply::Data(json!({"token": token, "expire_time": world.tokens.lifetime_secs()})))
}

pub(super) fn auth_code(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let code = world.tokens.issue_code(crate::USER_KEY, call.now);
    Ok(Reply::Data(json!({"code": code, "state": call.text("state")})))
}

pub(super) fn exchange_code(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let given = call.text("code").unwrap_or_default();
    let grant = world.tokens.exchange_code(given, call.now);
    let refused = || Refusal::new(code::CODE_INVALID, "code: wrong, used, or older than five minutes");
    Ok(shown(world, &grant.ok_or_else(refused)?))
}

pub(super) fn refresh(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let token = call.text("refresh_token").unwrap_or_default();
    let grant = world.tokens.refresh(token, call.now);
    let refused = || Refusal::new(code::TOKEN_INFO_INVALID, "refresh_token: wrong, used, or too old");
    Ok(shown(world, &grant.ok_or_else(refused)?))
}

fn shown(world: &World, grant: &UserGrant) -> Reply {
    Reply::Data(json!({
        "token": grant.token, "expire_time": world.tokens.lifetime_secs(),
        "refresh_token": grant.refresh_token, "refresh_token_expire_time": world.tokens.refresh_secs(),
        "user_key": grant.user, "saas_tenant_key": "sandbox",
    }))
}
