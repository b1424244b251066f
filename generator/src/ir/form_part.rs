//! What the headers of a form's parts say.

/// What the headers of a part of a multipart form say beside its name; nothing by default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormPart {
    /// Its media type; of a file, where the file itself has none. What is JSON by it is written as JSON.
    pub media: Option<String>,
    /// The name of a file that it goes under; of a file, where the file itself has none.
    pub file_name: Option<String>,
    /// Its other headers, names and values.
    pub headers: Vec<(String, String)>,
}

impl FormPart {
    /// Whether they say nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the value is written as JSON, and not as the text that it stands for.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.media.as_deref().is_some_and(is_json)
    }
}

/// Whether a media type is JSON.
fn is_json(media: &str) -> bool {
    let name = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    name.ends_with("/json") || name.ends_with("+json")
}
