//! A spec of as many endpoints as one wishes, always the same for the same number.

use paceline_generator::SourceFile;

/// How many endpoints `resource.yaml` has.
const ENDPOINTS_PER_RESOURCE: usize = 10;

/// A spec with this many endpoints, rounded down to full resources. Each resource has ten endpoints and types of its own.
pub(crate) fn spec(endpoints: usize) -> Vec<SourceFile> {
    let file = |path: String, text: String| SourceFile { path, text };
    let mut files = vec![
        file("api.yaml".into(), include_str!("api.yaml").into()),
        file("common.yaml".into(), include_str!("common.yaml").into()),
    ];
    files.extend((1..=endpoints / ENDPOINTS_PER_RESOURCE).map(|number| {
        let number = format!("{number:04}");
        file(format!("shelf_{number}.yaml"), include_str!("resource.yaml").replace("0000", &number))
    }));
    files
}
