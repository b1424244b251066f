// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `field_value` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{
    AbortedState, DateSpan, FieldFile, MultiSignal, MultiSignalDetail, RichTextBlock,
    RichTextSpan, SelectOption, SignalQuery, TemplateVersion, TreeOption,
};

impl Record for SelectOption {
    fn required(&self) -> &'static [&'static str] {
        &["value"]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(name, &["value", "label"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.value,
            Some(1) => &mut self.label,
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
        let index = position(name, &["value", "label", "children"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.value,
            Some(1) => &mut self.label,
            Some(2) => &mut self.children,
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
        let index = position(name, &["start_time", "end_time"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.start_time,
            Some(1) => &mut self.end_time,
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
        let index = position(name, &["type", "content", "lineAttrs"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.kind,
            Some(1) => &mut self.content,
            Some(2) => &mut self.line_attrs,
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
        let index = position(name, &["type", "text", "attrs"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.kind,
            Some(1) => &mut self.text,
            Some(2) => &mut self.attrs,
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
        let index = position(name, &["name", "type", "size", "uid", "url"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.name,
            Some(1) => &mut self.media_type,
            Some(2) => &mut self.size,
            Some(3) => &mut self.id,
            Some(4) => &mut self.url,
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
        let index = position(name, &["id", "version"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.version,
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
        let index = position(name, &["is_aborted"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.is_aborted,
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
        let index = position(name, &["status", "detail"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.status,
            Some(1) => &mut self.detail,
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
        let index = position(
            name,
            &["id", "title", "status", "view_link", "query_link"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.title,
            Some(2) => &mut self.status,
            Some(3) => &mut self.view_link,
            Some(4) => &mut self.query_link,
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
        let index = position(name, &["url", "method", "headers", "body", "params"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.url,
            Some(1) => &mut self.method,
            Some(2) => &mut self.headers,
            Some(3) => &mut self.body,
            Some(4) => &mut self.params,
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
