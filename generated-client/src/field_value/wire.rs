// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `field_value` are read and written.

use paceline_runtime::codegen::{Rule, record};
use super::{
    AbortedState, CurrentNode, DateSpan, FieldFile, FieldValuePair, MarkdownValue,
    MultiSignal, MultiSignalDetail, RichTextBlock, RichTextSpan, SelectOption,
    SignalQuery, TemplateVersion, TreeOption, WorkItemStatus,
};

record!(MarkdownValue { markdown });

record!(
    FieldValuePair { field_key, field_value, target_state, field_type_key, field_alias,
    help_description, update_mode, field_name, field_value_markdown }
    rules[Rule::AtLeastOne(& ["field_key", "field_alias"])]
);

record!(SelectOption { value, label } required["value"]);

record!(TreeOption { value, label, children } required["value"]);

record!(DateSpan { start_time, end_time } required["start_time", "end_time"]);

record!(RichTextBlock { kind : "type", content, line_attrs : "lineAttrs" });

record!(RichTextSpan { kind : "type", text, attrs });

record!(FieldFile { name, media_type : "type", size, id : "uid", url });

record!(TemplateVersion { id, version });

record!(AbortedState { is_aborted });

record!(MultiSignal { status, detail });

record!(MultiSignalDetail { id, title, status, view_link, query_link });

record!(SignalQuery { url, method, headers, body, params });

record!(
    WorkItemStatus { state_key, is_archived_state, is_init_state, updated_at, updated_by,
    history }
);

record!(CurrentNode { id, name, owners, milestone });
