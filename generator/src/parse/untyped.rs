//! JSON or YAML → [`Untyped`].

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use crate::untyped::Untyped;

/// Reads a document, as JSON if it starts like it and as YAML otherwise.
pub(crate) fn parse_untyped(text: &str) -> Result<Untyped, String> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        // YAML may start with a brace, too.
        return serde_json::from_str(text)
            .or_else(|error| parse_yaml(text).map_err(|_| format!("this is not JSON: {error}")));
    }
    parse_yaml(text)
}

/// Reads YAML, of which JSON is a part.
pub(crate) fn parse_yaml(text: &str) -> Result<Untyped, String> {
    serde_yaml::from_str(text).map_err(|error| format!("this is not YAML: {error}"))
}

impl<'de> Deserialize<'de> for Untyped {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

/// Takes values of any kind from a deserializer.
struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Untyped;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Untyped, E> {
        Ok(Untyped::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Untyped, E> {
        Ok(Untyped::Int(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "what does not fit is near enough")]
    fn visit_u64<E>(self, value: u64) -> Result<Untyped, E> {
        Ok(i64::try_from(value).map_or(Untyped::Float(value as f64), Untyped::Int))
    }

    #[expect(clippy::cast_precision_loss, reason = "what does not fit is near enough")]
    fn visit_i128<E>(self, value: i128) -> Result<Untyped, E> {
        Ok(Untyped::Float(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "what does not fit is near enough")]
    fn visit_u128<E>(self, value: u128) -> Result<Untyped, E> {
        Ok(Untyped::Float(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Untyped, E> {
        Ok(Untyped::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Untyped, E> {
        Ok(Untyped::Str(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Untyped, E> {
        Ok(Untyped::Str(value))
    }

    fn visit_unit<E>(self) -> Result<Untyped, E> {
        Ok(Untyped::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Untyped, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Untyped::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Untyped, A::Error> {
        let mut entries = Vec::new();
        // Keys may be numbers, as the statuses of responses often are.
        while let Some((key, value)) = map.next_entry::<Untyped, Untyped>()? {
            let key = match key {
                Untyped::Str(text) => text,
                Untyped::Int(number) => number.to_string(),
                Untyped::Float(number) => number.to_string(),
                Untyped::Bool(value) => value.to_string(),
                Untyped::Null => "null".to_owned(),
                Untyped::List(_) | Untyped::Map(_) => {
                    return Err(A::Error::custom("the key of a member is a list or an object"));
                }
            };
            entries.push((key.into(), value));
        }
        Ok(Untyped::Map(entries.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_and_yaml_read_the_same() {
        let json = parse_untyped(r#"{"a": [1, 2.5, true, null, "x"], "200": {}}"#).unwrap();
        let yaml = parse_untyped("a: [1, 2.5, true, null, x]\n200: {}\n").unwrap();
        assert_eq!(json, yaml);
        assert_eq!(parse_untyped("{a: [1, 2.5, true, null, x], 200: {}}"), Ok(json));
        assert!(parse_untyped("{").unwrap_err().contains("not JSON"));
    }

    #[test]
    fn a_number_beyond_64_bits_is_a_floating_point_number() {
        for text in ["-9223372036854776000", "99999999999999999999"] {
            let number = Untyped::Map(vec![("a".into(), Untyped::Float(text.parse().unwrap()))].into());
            assert_eq!(parse_untyped(&format!("a: {text}")), Ok(number.clone()));
            assert_eq!(parse_untyped(&format!("{{\"a\": {text}}}")), Ok(number));
        }
    }
}
