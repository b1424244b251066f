// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `field_value` are read and written.

use client_runtime::codegen::record;
use super::{
    AbortedState, DateSpan, FieldFile, MultiSignal, MultiSignalDetail, RichTextBlock,
    RichTextSpan, SelectOption, SignalQuery, TemplateVersion, TreeOption,
};

record!(SelectOption; value, label; required "value");

record!(TreeOption; value, label, children; required "value");

record!(DateSpan; start_time, end_time; required "start_time", "end_time");

record!(RichTextBlock; kind("type"), content, line_attrs("lineAttrs"));

record!(RichTextSpan; kind("type"), text, attrs);

record!(FieldFile; name, media_type("type"), size, id("uid"), url);

record!(TemplateVersion; id, version);

record!(AbortedState; is_aborted);

record!(MultiSignal; status, detail);

record!(MultiSignalDetail; id, title, status, view_link, query_link);

record!(SignalQuery; url, method, headers, body, params);
