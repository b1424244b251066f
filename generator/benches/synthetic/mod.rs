//! A spec of as many endpoints as one wishes, always the same for the same number.

use paceline_generator::SourceFile;

/// Endpoints of one resource.
const A_RESOURCE: usize = 10;

/// A spec with this many endpoints, in resources of ten with fourteen types of their own.
pub(crate) fn spec(endpoints: usize) -> Vec<SourceFile> {
    let file = |path: String, text: String| SourceFile { path, text };
    let mut files = vec![
        file("api.yaml".into(), include_str!("api.yaml").into()),
        file("common.yaml".into(), include_str!("common.yaml").into()),
    ];
    files.extend((1..=endpoints / A_RESOURCE).map(|number| {
        let number = format!("{number:04}");
        file(format!("shelf_{number}.yaml"), include_str!("resource.yaml").replace("0000", &number))
    }));
    files
}
