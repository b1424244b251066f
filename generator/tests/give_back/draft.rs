//! A spec in the making: one of everything, to which names are added.

use indexmap::IndexMap;
use paceline_generator::SourceFile;
use serde_json::{Map, Value, json};

const BASE: [(&str, &str); 4] = [
    ("the-api", include_str!("base/api.yaml")),
    ("zz_token", include_str!("base/zz_token.yaml")),
    ("zz_common", include_str!("base/zz_common.yaml")),
    ("zz_thing", include_str!("base/zz_thing.yaml")),
];

/// A spec with one of everything, and more.
pub(crate) struct Draft {
    files: IndexMap<String, Value>,
}

impl Draft {
    /// One of everything.
    pub(crate) fn new() -> Self {
        let read = |text| serde_yaml::from_str(text).expect("it is YAML");
        Self { files: BASE.iter().map(|(name, text)| ((*name).to_owned(), read(text))).collect() }
    }

    /// What stands at a path of the file that describes the API, such as `auth/credentials`.
    pub(crate) fn api(&mut self, path: &str) -> &mut Map<String, Value> {
        at(self.files.get_mut("the-api").expect("it is there"), path)
    }

    /// What stands at a path of the file of a resource, which is made if there is none of that name.
    pub(crate) fn resource(&mut self, name: &str, path: &str) -> &mut Map<String, Value> {
        let new = || json!({"resource": name, "doc": "More."});
        at(self.files.entry(name.to_owned()).or_insert_with(new), path)
    }

    /// Says how the client is led to a resource.
    pub(crate) fn lead_to(&mut self, name: &str, accessor: &str) {
        self.resource(name, "");
        self.files[name]["accessor"] = json!(accessor);
    }

    /// A type of the resource in which all additions are that need none of their own.
    pub(crate) fn define(&mut self, name: &str, ty: Value) {
        self.resource("zz_more", "types").insert(name.to_owned(), ty);
    }

    /// An endpoint of that resource; its route is made of its name and its parameters in the path.
    pub(crate) fn call(&mut self, name: &str, mut endpoint: Value) {
        let params: Vec<String> =
            endpoint["path"].as_object().into_iter().flat_map(|path| path.keys().cloned()).collect();
        let route: String = params.iter().map(|param| format!("/:{param}")).collect();
        for (key, value) in [
            ("route", format!("POST /zz-more/{name}{route}")),
            ("summary", "Is called.".to_owned()),
            ("effect", "read".to_owned()),
        ] {
            let members = endpoint.as_object_mut().expect("an object");
            members.entry(key).or_insert(json!(value));
        }
        self.resource("zz_more", "endpoints").insert(name.to_owned(), endpoint);
    }

    /// The spec. JSON is YAML.
    pub(crate) fn files(&self) -> Vec<SourceFile> {
        let text = |value| serde_json::to_string_pretty(value).expect("it is JSON");
        let file = |(name, value)| SourceFile { path: format!("{name}.yaml"), text: text(value) };
        self.files.iter().map(file).collect()
    }
}

/// The mapping at a path, which is made if it is not there.
fn at<'v>(value: &'v mut Value, path: &str) -> &'v mut Map<String, Value> {
    let steps = path.split('/').filter(|step| !step.is_empty());
    let end = steps.fold(value, |value, step| {
        value.as_object_mut().expect("an object").entry(step).or_insert_with(|| json!({}))
    });
    end.as_object_mut().expect("an object")
}
