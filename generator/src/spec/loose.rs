//! JSON or YAML → [`Loose`].

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::loose::Loose;

/// Reads a document, as JSON if it starts like it and as YAML otherwise.
pub(crate) fn parse_loose(text: &str) -> Result<Loose, String> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(text).map_err(|error| format!("this is not JSON: {error}"));
    }
    serde_yaml::from_str(text).map_err(|error| format!("this is not YAML: {error}"))
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Loose;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Loose, E> {
        Ok(Loose::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Loose, E> {
        Ok(Loose::Int(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "what does not fit is near enough")]
    fn visit_u64<E>(self, value: u64) -> Result<Loose, E> {
        Ok(i64::try_from(value).map_or(Loose::Float(value as f64), Loose::Int))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Loose, E> {
        Ok(Loose::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Loose, E> {
        Ok(Loose::Str(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Loose, E> {
        Ok(Loose::Str(value))
    }

    fn visit_unit<E>(self) -> Result<Loose, E> {
        Ok(Loose::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Loose, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Loose::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Loose, A::Error> {
        let mut entries = Vec::new();
        // Keys may be numbers, as the statuses of responses often are.
        while let Some((key, value)) = map.next_entry::<Loose, Loose>()? {
            let key = match key {
                Loose::Str(text) => text,
                Loose::Int(number) => number.to_string(),
                Loose::Float(number) => number.to_string(),
                Loose::Bool(value) => value.to_string(),
                Loose::Null | Loose::List(_) | Loose::Map(_) => continue,
            };
            entries.push((key, value));
        }
        Ok(Loose::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_and_yaml_read_the_same() {
        let json = parse_loose(r#"{"a": [1, 2.5, true, null, "x"], "200": {}}"#).unwrap();
        let yaml = parse_loose("a: [1, 2.5, true, null, x]\n200: {}\n").unwrap();
        assert_eq!(json, yaml);
        assert!(parse_loose("{").unwrap_err().contains("not JSON"));
    }
}
