// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `field_value` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    AbortedState, DateSpan, FieldFile, MultiSignal, MultiSignalDetail, RichTextBlock,
    RichTextSpan, SelectOption, SignalQuery, TemplateVersion, TreeOption,
};

impl Record for SelectOption {
    fn required(&self) -> &'static [&'static str] {
        &["value"]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "value" => &mut self.value,
            "label" => &mut self.label,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("value", &self.value);
        object.put("label", &self.label);
    }
}

record!(SelectOption);

impl Record for TreeOption {
    fn required(&self) -> &'static [&'static str] {
        &["value"]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "value" => &mut self.value,
            "label" => &mut self.label,
            "children" => &mut self.children,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("value", &self.value);
        object.put("label", &self.label);
        object.put("children", &self.children);
    }
}

record!(TreeOption);

impl Record for DateSpan {
    fn required(&self) -> &'static [&'static str] {
        &["start_time", "end_time"]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "start_time" => &mut self.start_time,
            "end_time" => &mut self.end_time,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("start_time", &self.start_time);
        object.put("end_time", &self.end_time);
    }
}

record!(DateSpan);

impl Record for RichTextBlock {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "type" => &mut self.kind,
            "content" => &mut self.content,
            "lineAttrs" => &mut self.line_attrs,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("type", &self.kind);
        object.put("content", &self.content);
        object.put("lineAttrs", &self.line_attrs);
    }
}

record!(RichTextBlock);

impl Record for RichTextSpan {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "type" => &mut self.kind,
            "text" => &mut self.text,
            "attrs" => &mut self.attrs,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("type", &self.kind);
        object.put("text", &self.text);
        object.put("attrs", &self.attrs);
    }
}

record!(RichTextSpan);

impl Record for FieldFile {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "name" => &mut self.name,
            "type" => &mut self.media_type,
            "size" => &mut self.size,
            "uid" => &mut self.id,
            "url" => &mut self.url,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("name", &self.name);
        object.put("type", &self.media_type);
        object.put("size", &self.size);
        object.put("uid", &self.id);
        object.put("url", &self.url);
    }
}

record!(FieldFile);

impl Record for TemplateVersion {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "version" => &mut self.version,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("version", &self.version);
    }
}

record!(TemplateVersion);

impl Record for AbortedState {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "is_aborted" => &mut self.is_aborted,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("is_aborted", &self.is_aborted);
    }
}

record!(AbortedState);

impl Record for MultiSignal {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "status" => &mut self.status,
            "detail" => &mut self.detail,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("status", &self.status);
        object.put("detail", &self.detail);
    }
}

record!(MultiSignal);

impl Record for MultiSignalDetail {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "title" => &mut self.title,
            "status" => &mut self.status,
            "view_link" => &mut self.view_link,
            "query_link" => &mut self.query_link,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("title", &self.title);
        object.put("status", &self.status);
        object.put("view_link", &self.view_link);
        object.put("query_link", &self.query_link);
    }
}

record!(MultiSignalDetail);

impl Record for SignalQuery {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "url" => &mut self.url,
            "method" => &mut self.method,
            "headers" => &mut self.headers,
            "body" => &mut self.body,
            "params" => &mut self.params,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("url", &self.url);
        object.put("method", &self.method);
        object.put("headers", &self.headers);
        object.put("body", &self.body);
        object.put("params", &self.params);
    }
}

record!(SignalQuery);
