//! Values to JSON.

use serde_json::Value;

use crate::api::Check;
use crate::check::broken;
use crate::secret::{PLACEHOLDER, Secret};

/// A value that can be written as JSON.
pub trait Encode {
    /// Writes the value.
    fn encode(&self, to: &mut Writer);

    /// Whether an object leaves out the member that holds this value.
    fn is_absent(&self) -> bool {
        false
    }
}

/// Where JSON text is written to.
#[derive(Debug)]
pub struct Writer {
    text: Vec<u8>,
    hide_secrets: bool,
    problem: Option<String>,
    secrets: Vec<Secret>,
}

/// A value as it goes to the server.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) json: Vec<u8>,
    /// The secrets in it.
    pub(crate) secrets: Vec<Secret>,
    /// The first thing in it that breaks a documented rule.
    pub(crate) problem: Option<String>,
}

impl Writer {
    /// The JSON text of `value` as it goes to the server, secrets included.
    #[must_use]
    pub fn to_vec(value: &dyn Encode) -> Vec<u8> {
        Self::write(value, false).text
    }

    /// Writes `value` behind what `text` holds.
    pub(crate) fn append(text: &mut Vec<u8>, value: &dyn Encode) {
        let mut writer =
            Self { text: std::mem::take(text), hide_secrets: false, problem: None, secrets: Vec::new() };
        value.encode(&mut writer);
        *text = writer.text;
    }

    /// The JSON text of `value` as it goes to the server, with what else is known about it.
    pub(crate) fn written(value: &dyn Encode) -> Written {
        let Self { text, problem, secrets, .. } = Self::write(value, false);
        Written { json: text, secrets, problem }
    }

    /// The JSON text of `value` with every secret replaced by a placeholder.
    #[must_use]
    pub fn to_vec_without_secrets(value: &dyn Encode) -> Vec<u8> {
        Self::write(value, true).text
    }

    fn write(value: &dyn Encode, hide_secrets: bool) -> Self {
        let mut writer = Self { text: Vec::new(), hide_secrets, problem: None, secrets: Vec::new() };
        value.encode(&mut writer);
        writer
    }

    /// Writes an object and checks what was written.
    pub fn checked(&mut self, checks: &[Check], write: impl FnOnce(&mut Self)) {
        let start = self.text.len();
        write(self);
        if checks.is_empty() || self.problem.is_some() {
            return;
        }
        let members: serde_json::Map<String, Value> =
            serde_json::from_slice(&self.text[start..]).unwrap_or_default();
        self.problem = checks.iter().find_map(|rule| broken(rule, &|name| members.get(name).cloned()));
    }

    /// Whether secrets are replaced by a placeholder.
    #[must_use]
    pub fn hides_secrets(&self) -> bool {
        self.hide_secrets
    }

    /// Writes a secret, or a placeholder for it.
    pub(crate) fn secret(&mut self, secret: &Secret) {
        if self.hide_secrets {
            return self.text(PLACEHOLDER);
        }
        self.text(secret.expose());
        self.secrets.push(secret.clone());
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
    fn list(&mut self, list: &dyn Listed) {
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

    /// Writes an object, whose members `fill` puts.
    pub fn object(&mut self, fill: impl FnOnce(&mut Object<'_>)) {
        self.raw(b"{");
        fill(&mut Object { writer: self, empty: true });
        self.raw(b"}");
    }
}

/// An object that is being written.
#[derive(Debug)]
pub struct Object<'a> {
    writer: &'a mut Writer,
    empty: bool,
}

impl Object<'_> {
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

/// JSON text that is written as it stands: a member that always has the same value.
#[derive(Clone, Copy, Debug)]
pub struct Raw(pub &'static str);

impl Encode for Raw {
    fn encode(&self, to: &mut Writer) {
        to.raw(self.0.as_bytes());
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self, to: &mut Writer) {
        match self {
            Some(value) => value.encode(to),
            None => to.raw(b"null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Encode + ?Sized> Encode for Box<T> {
    fn encode(&self, to: &mut Writer) {
        (**self).encode(to);
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, to: &mut Writer) {
        to.list(self);
    }
}

/// A list that is being written.
trait Listed {
    /// What stands at an index.
    fn item(&self, index: usize) -> Option<&dyn Encode>;
}

impl<T: Encode> Listed for Vec<T> {
    fn item(&self, index: usize) -> Option<&dyn Encode> {
        match self.get(index) {
            Some(item) => Some(item),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_members_are_left_out_wherever_they_stand() {
        let written = |values: [Option<i64>; 3]| {
            let mut writer = Writer { text: Vec::new(), ..Writer::write(&0, false) };
            writer.object(|object| {
                ["a", "b", "c"].iter().zip(&values).for_each(|(name, value)| object.put(name, value))
            });
            String::from_utf8(writer.text).unwrap()
        };
        assert_eq!(written([None, Some(1), None]), r#"{"b":1}"#);
        assert_eq!(written([Some(1), None, Some(2)]), r#"{"a":1,"c":2}"#);
        assert_eq!(written([None; 3]), "{}");
        assert_eq!(Writer::to_vec(&vec![None, Some(1)]), b"[null,1]");
    }
}
