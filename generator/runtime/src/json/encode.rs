//! Values to JSON text.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::IgnoredAny;
use serde_json::Value;

/// A value that can be written as JSON.
pub trait Encode {
    /// Writes the value.
    fn encode(&self, to: &mut Writer<'_>);

    /// Whether an object leaves out the member that holds this value.
    fn is_absent(&self) -> bool {
        false
    }
}

/// What is shown in place of text that must not be shown.
pub const HIDDEN: &str = "[secret]";

/// What becomes of sensitive text, such as tokens and passwords.
enum Sensitive<'a> {
    /// It is written.
    Write,
    /// [`HIDDEN`] is written in its place.
    Hide,
    /// It is written, and reported.
    Report(&'a mut dyn FnMut(&str)),
}

/// Where JSON text is written to.
pub struct Writer<'a> {
    text: Vec<u8>,
    sensitive: Sensitive<'a>,
    objections: Objections,
    /// The member that tells what kind of object is being written, and where in the text that object begins. It is put
    /// before the others once these are written.
    tag: Option<(usize, &'static str)>,
}

/// What speaks against sending a value.
#[derive(Debug, Default)]
pub(crate) struct Objections {
    /// The first reason why the value must not be sent.
    pub(crate) rejection: Option<String>,
    /// Rules that the value breaks and that one weak source alone tells of: it is sent all the same.
    pub(crate) broken_weak_rules: Vec<String>,
}

impl Objections {
    /// Adds those to a part of the value.
    fn add(&mut self, part: Self) {
        self.rejection = self.rejection.take().or(part.rejection);
        self.broken_weak_rules.extend(part.broken_weak_rules);
    }
}

impl<'a> Writer<'a> {
    fn new(text: Vec<u8>, sensitive: Sensitive<'a>) -> Self {
        Self { text, sensitive, objections: Objections::default(), tag: None }
    }

    /// The JSON text of `value`, sensitive text included, with what speaks against sending it.
    pub(crate) fn write(
        value: &dyn Encode,
        report_sensitive: &'a mut dyn FnMut(&str),
    ) -> (Vec<u8>, Objections) {
        let mut writer = Self::new(Vec::new(), Sensitive::Report(report_sensitive));
        value.encode(&mut writer);
        (writer.text, writer.objections)
    }
}

impl Writer<'_> {
    /// The JSON text of `value`, sensitive text included.
    #[must_use]
    pub fn to_vec(value: &dyn Encode) -> Vec<u8> {
        let mut text = Vec::new();
        Self::append(&mut text, value);
        text
    }

    /// Writes `value` after what `text` holds.
    pub(crate) fn append(text: &mut Vec<u8>, value: &dyn Encode) {
        let mut writer = Writer::new(std::mem::take(text), Sensitive::Write);
        value.encode(&mut writer);
        *text = writer.text;
    }

    /// The JSON text of `value` with [`HIDDEN`] in place of all sensitive text.
    #[must_use]
    pub fn to_vec_without_secrets(value: &dyn Encode) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new(), Sensitive::Hide);
        value.encode(&mut writer);
        writer.text
    }

    /// What was written so far.
    #[must_use]
    pub fn written(&self) -> &[u8] {
        &self.text
    }

    /// Says why the value must not be sent. The first reason counts.
    pub fn reject(&mut self, reason: String) {
        self.objections.rejection.get_or_insert(reason);
    }

    /// Whether there is a reason why the value must not be sent.
    #[must_use]
    pub fn is_rejected(&self) -> bool {
        self.objections.rejection.is_some()
    }

    /// Says which rule the value breaks that one weak source alone tells of.
    pub(crate) fn doubt(&mut self, rule: String) {
        self.objections.broken_weak_rules.push(rule);
    }

    /// Writes a string that must not be shown to people.
    pub fn sensitive(&mut self, value: &str) {
        match &mut self.sensitive {
            Sensitive::Write => self.text(value),
            Sensitive::Hide => self.text(HIDDEN),
            Sensitive::Report(report) => {
                report(value);
                self.text(value);
            }
        }
    }

    /// Writes a string that holds the JSON text of `value`.
    pub(super) fn json_text(&mut self, value: &dyn Encode) {
        let sensitive = std::mem::replace(&mut self.sensitive, Sensitive::Hide);
        let mut inner = Writer::new(Vec::new(), sensitive);
        value.encode(&mut inner);
        let Writer { text, sensitive, objections, tag: _ } = inner;
        self.sensitive = sensitive;
        self.objections.add(objections);
        // The writer writes nothing but UTF-8.
        self.text(&String::from_utf8_lossy(&text));
    }

    /// Writes text that is JSON already.
    pub fn raw(&mut self, json: &[u8]) {
        self.text.extend_from_slice(json);
    }

    /// Writes a string.
    pub fn text(&mut self, value: &str) {
        self.scalar(value);
    }

    /// Writes whatever serde_json writes for a scalar.
    pub fn scalar<T: serde::Serialize + ?Sized>(&mut self, value: &T) {
        // Writing scalars and values to memory has no way to fail; a partial write is undone all the same.
        let before = self.text.len();
        if serde_json::to_writer(&mut self.text, value).is_err() {
            self.text.truncate(before);
            self.raw(b"null");
        }
    }

    /// Writes a list.
    pub(super) fn list(&mut self, list: &dyn ListItems) {
        self.raw(b"[");
        let mut index = 0;
        while let Some(item) = list.item(index) {
            if index > 0 {
                self.raw(b",");
            }
            item.encode(self);
            index += 1;
        }
        self.raw(b"]");
    }

    /// Writes an object, and puts a member before the others of it. None of the others is called so.
    pub(super) fn tagged(&mut self, name: &'static str, value: &dyn Encode, object: &dyn Encode) {
        let start = self.text.len();
        let outer = self.tag.replace((start, name));
        object.encode(self);
        self.tag = outer;
        self.put_first(start, name, value);
    }

    /// The member that will be put before the others of an object that begins here.
    pub(super) fn tag_here(&self) -> Option<&'static str> {
        self.tag.filter(|(start, _)| *start == self.text.len()).map(|(_, name)| name)
    }

    /// Puts a member before the others of the object that was written from `start` on.
    fn put_first(&mut self, start: usize, name: &str, value: &dyn Encode) {
        let object = self.text.split_off(start);
        let others = object.strip_prefix(b"{").unwrap_or(b"}");
        self.raw(b"{");
        self.text(name);
        self.raw(b":");
        value.encode(self);
        if others != b"}" {
            self.raw(b",");
        }
        self.raw(others);
    }

    /// Writes the members of an object into the one that was written last, behind its own. Those whose names are taken are left
    /// out; gives the first of these names.
    pub(super) fn join(&mut self, object: &dyn Encode, is_taken: &dyn Fn(&str) -> bool) -> Option<String> {
        let start = self.text.len();
        object.encode(self);
        let mut joined = self.text.split_off(start);
        // What is no object has no members.
        let names: BTreeMap<String, IgnoredAny> = serde_json::from_slice(&joined).unwrap_or_default();
        let taken = names.keys().find(|name| is_taken(name)).cloned();
        if taken.is_some() {
            let mut members: serde_json::Map<String, Value> =
                serde_json::from_slice(&joined).unwrap_or_default();
            members.retain(|name, _| !is_taken(name));
            joined = serde_json::to_vec(&members).unwrap_or_default();
        }
        let inner = joined.strip_prefix(b"{").and_then(|rest| rest.strip_suffix(b"}"));
        if let (Some(inner), false) = (inner, names.is_empty()) {
            if self.text.pop().is_some() && !self.text.ends_with(b"{") && inner != b"" {
                self.raw(b",");
            }
            self.raw(inner);
            self.raw(b"}");
        }
        taken
    }

    /// Writes an object, whose members `fill` puts.
    pub fn object(&mut self, fill: impl FnOnce(&mut Object<'_, '_>)) {
        self.raw(b"{");
        fill(&mut Object { writer: self, empty: true });
        self.raw(b"}");
    }
}

impl fmt::Debug for Writer<'_> {
    /// What was written may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("bytes", &self.text.len()).finish_non_exhaustive()
    }
}

/// An object that is being written.
#[derive(Debug)]
pub struct Object<'a, 'w> {
    writer: &'a mut Writer<'w>,
    empty: bool,
}

impl Object<'_, '_> {
    /// Writes a member, unless its value is absent.
    pub fn put(&mut self, name: &str, value: &dyn Encode) {
        if value.is_absent() {
            return;
        }
        if !self.empty {
            self.writer.raw(b",");
        }
        self.empty = false;
        self.writer.text(name);
        self.writer.raw(b":");
        value.encode(self.writer);
    }
}

/// Members of an object beside those that its type names.
pub trait FreeMembers {
    /// Calls `put` with the name and the value of each.
    fn each(&self, put: &mut dyn FnMut(&str, &dyn Encode));
}

/// The items of a list that is being written.
pub(super) trait ListItems {
    /// The item at an index.
    fn item(&self, index: usize) -> Option<&dyn Encode>;
}

/// JSON text that is written as it stands: a member that always has the same value.
#[derive(Clone, Copy, Debug)]
pub struct Raw(pub &'static str);

impl Encode for Raw {
    fn encode(&self, to: &mut Writer<'_>) {
        to.raw(self.0.as_bytes());
    }
}
