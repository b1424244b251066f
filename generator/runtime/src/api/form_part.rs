//! What the headers of a form's parts say.

/// A part of a multipart form whose headers say more than its name.
#[derive(Clone, Copy, Debug)]
pub struct FormPart {
    /// Its name.
    pub name: &'static str,
    /// Its media type; of a file, where the file itself has none. What is JSON by it is written as JSON.
    pub media: Option<&'static str>,
    /// The name of a file that it goes under; of a file, where the file itself has none.
    pub file_name: Option<&'static str>,
    /// Its other headers, names and values.
    pub headers: &'static [(&'static str, &'static str)],
}

impl FormPart {
    /// Whether the value is written as JSON, and not as the text that it stands for.
    pub(crate) fn is_json(&self) -> bool {
        self.media.is_some_and(|media| {
            let name = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
            name.ends_with("/json") || name.ends_with("+json")
        })
    }
}
