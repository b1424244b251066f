// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `tenant`.

use super::fixture::Fixture;

#[tokio::test]
async fn query_with_nothing_optional() {
    let fixture = Fixture::start("tenant.query", "with_nothing_optional").await;
    fixture.check(&|client| client.tenants().query().send()).await;
}

#[tokio::test]
async fn query_with_everything() {
    let fixture = Fixture::start("tenant.query", "with_everything").await;
    fixture
        .check(
            &|client| client.tenants().query().scopes([fixture.text("scopes")]).send(),
        )
        .await;
}
