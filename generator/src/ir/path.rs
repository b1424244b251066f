//! Paths with parameters.

/// A path with parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PathTemplate(pub Vec<Segment>);

/// A segment of a path. One that is an empty literal, at the end, is a final `/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Segment {
    /// Literal text.
    Literal(String),
    /// A parameter, by its wire name.
    Param(String),
    /// Text around parameters, such as `{id}.json`; no two parameters stand side by side.
    Mixed(Vec<SegmentPart>),
}

/// A part of a segment with text around parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SegmentPart {
    /// Literal text, never empty.
    Text(String),
    /// A parameter, by its wire name.
    Param(String),
}

impl PathTemplate {
    /// The wire names of its parameters, in their order.
    pub fn params(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(Segment::params)
    }

    /// The path with `write` for each parameter, given by its wire name.
    pub fn with_params(&self, mut write: impl FnMut(&str) -> String) -> String {
        let mut path = String::new();
        for segment in &self.0 {
            path.push('/');
            match segment {
                Segment::Literal(text) => path.push_str(text),
                Segment::Param(name) => path.push_str(&write(name)),
                Segment::Mixed(parts) => {
                    for part in parts {
                        match part {
                            SegmentPart::Text(text) => path.push_str(text),
                            SegmentPart::Param(name) => path.push_str(&write(name)),
                        }
                    }
                }
            }
        }
        path
    }

    /// The path without the names of its parameters: two with the same one cannot be told apart.
    #[must_use]
    pub fn pattern(&self) -> String {
        // No literal holds braces.
        self.with_params(|_| "{}".to_owned())
    }
}

impl Segment {
    /// The wire names of its parameters, in their order.
    pub fn params(&self) -> impl Iterator<Item = &str> {
        let (whole, parts): (_, &[SegmentPart]) = match self {
            Self::Literal(_) => (None, &[]),
            Self::Param(name) => (Some(name.as_str()), &[]),
            Self::Mixed(parts) => (None, parts),
        };
        let within = parts.iter().filter_map(|part| match part {
            SegmentPart::Param(name) => Some(name.as_str()),
            SegmentPart::Text(_) => None,
        });
        whole.into_iter().chain(within)
    }
}

/// As it is written in a spec.
impl std::fmt::Display for PathTemplate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|segment| match segment {
            Segment::Literal(text) => write!(f, "/{text}"),
            Segment::Param(name) => write!(f, "/:{name}"),
            Segment::Mixed(parts) => {
                f.write_str("/")?;
                parts.iter().try_for_each(|part| match part {
                    SegmentPart::Text(text) => f.write_str(text),
                    SegmentPart::Param(name) => write!(f, "{{{name}}}"),
                })
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_with_names_with_values_and_without_both() {
        let text = |text: &str| SegmentPart::Text(text.to_owned());
        let path = PathTemplate(vec![
            Segment::Literal("v1".to_owned()),
            Segment::Param("account".to_owned()),
            Segment::Mixed(vec![text("a-"), SegmentPart::Param("id".to_owned()), text(".json")]),
            Segment::Literal(String::new()),
        ]);
        assert_eq!(path.to_string(), "/v1/:account/a-{id}.json/");
        assert_eq!(path.with_params(str::to_uppercase), "/v1/ACCOUNT/a-ID.json/");
        assert_eq!(path.pattern(), "/v1/{}/a-{}.json/");
        assert_eq!(path.params().collect::<Vec<_>>(), ["account", "id"]);
    }
}
