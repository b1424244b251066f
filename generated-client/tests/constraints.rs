//! What the client refuses before it sends anything, and what it leaves to the server, since one weak source alone says so.

mod support;

use std::fmt::Debug;
use std::future::Future;

use feishu_project::field::{FieldOptionEdit, FieldOptionInput, TeamOption};
use feishu_project::filter::{self, all};
use feishu_project::search::{SearchUser, SearchUserField};
use feishu_project::work_item::{AbortReason, BatchUpdateMode, CompoundAction};
use feishu_project::{Client, ErrorKind, FieldTypeKey, FieldValue, FieldValuePair, Result};
use support::sandbox::start;

/// Makes a call of which the client must say why it does not send it.
async fn refused<T: Debug, F: Future<Output = Result<T>>>(reason: &str, call: impl FnOnce(Client) -> F) {
    let (sandbox, client) = start().await;
    let error = call(client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    assert!(error.to_string().contains(reason), "{error}");
    assert!(sandbox.journal().is_empty(), "nothing was sent, not even for a token");
}

/// Makes a call that breaks what one weak source alone says: it is sent, and whatever the server thinks of it counts.
async fn sent<T: Debug, F: Future<Output = Result<T>>>(call: impl FnOnce(Client) -> F) {
    let (sandbox, client) = start().await;
    if let Err(error) = call(client).await {
        assert_eq!(error.kind(), ErrorKind::Api, "{error}");
    }
    assert!(sandbox.journal().iter().any(|entry| !entry.path.contains("/authen/")), "nothing was sent");
}

#[tokio::test]
async fn an_empty_path_parameter_is_refused() {
    refused("path parameter `project_key` is empty", |client| async move {
        client.work_items().meta("", "story").send().await
    })
    .await;
}

#[tokio::test]
async fn a_list_that_is_too_long_or_too_short_is_refused() {
    refused("`work_item_ids` holds 51 items; at most 50 allowed", |client| async move {
        client.work_items().query("demo", "story", 1..=51).send().await
    })
    .await;
    let none: [FieldValuePair; 0] = [];
    refused("`update_fields` holds 0 items; at least 1 allowed", |client| async move {
        client.work_items().update("demo", "story", 1).update_fields(none).send().await
    })
    .await;
}

#[tokio::test]
async fn a_number_out_of_range_is_refused_unless_one_weak_source_alone_bounds_it() {
    refused("`page_size` is 201; at most 200 allowed", |client| async move {
        client.work_items().filter("demo").work_item_type_keys(["story"]).page_size(201).send().await
    })
    .await;
    sent(|client| async move { client.projects().teams("demo").limit(301).send().await }).await;
}

#[tokio::test]
async fn a_text_that_is_too_long_or_too_short_is_refused() {
    for (words, reason) in
        [("", "`query` has 0 characters"), (&*"词".repeat(201), "`query` has 201 characters")]
    {
        let words = words.to_owned();
        refused(&format!("{reason}; from 1 to 200 allowed"), |client| async move {
            client.work_items().composite_search(["k"], "workitem", words).send().await
        })
        .await;
    }
}

#[tokio::test]
async fn a_value_that_only_a_weak_source_does_not_allow_is_sent() {
    sent(|client| async move {
        client.fields().create("demo", "story", "Size", FieldTypeKey::Text).free_add(3).send().await
    })
    .await;
}

#[tokio::test]
async fn neither_of_two_alternatives_is_refused_and_both_are_sent() {
    refused("at least one of `field_key`, `field_alias` must be set", |client| async move {
        client.work_items().update_compound_field("k", 1, CompoundAction::Add).send().await
    })
    .await;
    sent(|client| async move {
        let call = client.work_items().update_compound_field("k", 1, CompoundAction::Add);
        call.field_key("a").field_alias("b").send().await
    })
    .await;
}

#[tokio::test]
async fn none_of_several_alternatives_is_sent_if_only_a_weak_source_wants_one() {
    sent(|client| async move { client.comments().create("demo", "story", 1).send().await }).await;
}

#[tokio::test]
async fn two_that_only_a_weak_source_makes_alternatives_are_sent() {
    sent(|client| async move {
        let call = client.fields().create("demo", "story", "Size", FieldTypeKey::Text);
        call.field_value(FieldOptionInput::List(Vec::new())).team_option(TeamOption::new()).send().await
    })
    .await;
}

#[tokio::test]
async fn what_another_value_makes_necessary_must_be_set_unless_only_a_weak_source_says_so() {
    refused("`reason` must be set when `reason_option` is \"other\"", |client| async move {
        client.work_items().abort("demo", "story", 1).reason_option(AbortReason::Other).send().await
    })
    .await;
    sent(|client| async move {
        let mode = BatchUpdateMode::from("REPLACE");
        client
            .work_items()
            .batch_update("k", "story", [1], mode, "owner", FieldValue::user("71"))
            .send()
            .await
    })
    .await;
}

#[tokio::test]
async fn a_list_that_setters_fill_item_by_item_is_refused_when_none_was_called() {
    refused("`update_fields` must be set", |client| async move {
        client.work_items().update("demo", "story", 1).send().await
    })
    .await;
}

#[tokio::test]
async fn a_member_deep_inside_a_parameter_is_checked() {
    refused("in `search_group`: `value` holds 51 items; at most 50 allowed", |client| async move {
        let clause = all([all([filter::work_item_id().has_any_of(1..=51)])]);
        client.work_items().search("demo", "story", clause).send().await
    })
    .await;
    sent(|client| async move {
        let edit = FieldOptionInput::List(vec![FieldOptionEdit::new().action(7)]);
        client.fields().update("demo", "story", "field_1").field_value(edit).send().await
    })
    .await;
}

#[tokio::test]
async fn a_rule_over_members_of_an_object_is_checked() {
    refused("in `search_user`: at most one of `field_key`, `role` may be set", |client| async move {
        let user = SearchUser::new(["71"]).field_key(SearchUserField::Owner).role("dev");
        client.work_items().filter_across_projects("story").search_user(user).send().await
    })
    .await;
    refused(
        "in `field_value_pairs`: at least one of `field_key`, `field_alias` must be set",
        |client| async move {
            let pair = FieldValuePair::new().field_value("a");
            client.work_items().create("demo", "story", "a").field_value_pairs([pair]).send().await
        },
    )
    .await;
}

#[tokio::test]
async fn a_quantifier_on_an_inner_condition_is_sent() {
    sent(|client| async move {
        let inner = all([all([filter::text("sub").every().equal("a")])]);
        let clause = filter::compound("field_1").any().meet(inner);
        client.work_items().search("demo", "story", clause).send().await
    })
    .await;
}

/// What was wrong is forgotten once it is set right.
#[tokio::test]
async fn a_parameter_that_is_set_again_is_checked_as_it_was_set_last() {
    let (_sandbox, client) = start().await;
    let pair = FieldValuePair::new().field_value("a");
    let call = client.work_items().create("demo", "story", "a").field_value_pairs([pair.clone()]);
    call.field_value_pairs([pair.field_key("field_000002")]).send().await.unwrap();
}

#[tokio::test]
async fn one_of_two_that_belong_together_is_sent() {
    sent(|client| async move { client.work_items().op_records("k", [1]).start(1).send().await }).await;
}

#[tokio::test]
async fn lists_that_are_too_long_together_are_refused() {
    refused(
        "`project_keys`, `simple_names` hold 11 items together; at most 10 allowed",
        |client| async move {
            let call = client.work_items().filter_across_projects("story");
            call.project_keys(["k"; 6]).simple_names(["n"; 5]).send().await
        },
    )
    .await;
}

#[tokio::test]
async fn what_only_a_weak_source_says_another_value_forbids_is_sent() {
    sent(|client| async move {
        let call = client.work_items().update_compound_field("k", 1, CompoundAction::Add);
        call.field_key("field_1").group_uuid("g").send().await
    })
    .await;
}
