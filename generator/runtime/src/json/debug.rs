//! How objects show themselves to developers.

use std::fmt;

use serde_json::Value;

use super::encode::{Encode, Writer};

/// Writes the name of an object's type and the object as JSON: absent members are left out, secrets replaced by a
/// placeholder. With `{:#?}` each member has a line.
///
/// # Errors
/// When `f` takes nothing more.
pub fn debug(name: &str, object: &dyn Encode, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let json = Writer::to_vec_without_secrets(object);
    if f.alternate()
        && let Ok(value) = serde_json::from_slice::<Value>(&json)
    {
        return write!(f, "{name} {value:#}");
    }
    // The writer writes nothing but UTF-8.
    write!(f, "{name} {}", String::from_utf8_lossy(&json))
}

#[cfg(test)]
mod tests {
    use crate::secret::Secret;

    #[derive(Clone)]
    struct Login {
        name: String,
        password: Secret,
        groups: Vec<Login>,
        note: Option<String>,
    }

    crate::record!(Login { name, password: "pass", groups, note });

    #[test]
    fn objects_show_what_they_hold_but_for_secrets() {
        let of = |name: &str, groups| Login {
            name: name.into(),
            password: Secret::from("hunter2"),
            groups,
            note: None,
        };
        let login = of("ann", vec![of("bob", Vec::new())]);
        let inner = r#"{"name":"bob","pass":"[secret]","groups":[]}"#;
        assert_eq!(
            format!("{login:?}"),
            format!(r#"Login {{"name":"ann","pass":"[secret]","groups":[{inner}]}}"#)
        );
        assert_eq!(
            format!("{:#?}", of("eve", Vec::new())),
            "Login {\n  \"groups\": [],\n  \"name\": \"eve\",\n  \"pass\": \"[secret]\"\n}"
        );
    }
}
