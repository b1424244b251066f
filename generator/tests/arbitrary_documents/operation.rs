//! Operations at random, with what they take and give.

use serde_json::{Map, Value, json};

use super::document::{Maker, reference};
use super::schema;

impl Maker<'_> {
    pub(crate) fn operation(&mut self, in_path: &[String]) -> Value {
        let mut parameters: Vec<Value> = in_path.iter().map(|name| self.parameter(Some(name))).collect();
        for _ in 0..self.rng.usize(0..=4) {
            parameters.push(if self.chance(20) {
                let name = self.rng.choice(&self.parameters).cloned().unwrap_or_default();
                reference("parameters", &name)
            } else {
                self.parameter(None)
            });
        }
        let mut responses = Map::new();
        for _ in 0..self.rng.usize(0..=3) {
            let status = self.pick(&[
                "200", "201", "202", "204", "206", "2XX", "301", "400", "404", "422", "4XX", "500", "5XX",
                "default",
            ]);
            responses.insert(status.to_owned(), self.response());
        }
        let mut operation = json!({"parameters": parameters, "responses": responses});
        self.maybe(&mut operation, "operationId", 70, |maker| json!(maker.name()));
        self.maybe(&mut operation, "summary", 60, |maker| json!(maker.text()));
        self.maybe(&mut operation, "description", 60, |maker| json!(maker.text()));
        self.maybe(&mut operation, "deprecated", 20, |maker| json!(maker.rng.bool()));
        self.maybe(&mut operation, "tags", 70, |maker| {
            (0..maker.rng.usize(0..=2)).map(|_| maker.name()).collect::<Vec<_>>().into()
        });
        self.maybe(&mut operation, "requestBody", 60, Self::body);
        self.maybe(&mut operation, "servers", 10, Self::servers);
        self.maybe(&mut operation, "security", 30, Self::security);
        self.maybe(&mut operation, "x-rate-limits", 10, |maker| {
            maker.pick(&[
                json!("15/s"),
                json!([{"requests": 1, "seconds": 60}]),
                json!(null),
                json!({"a": 1}),
            ])
        });
        operation
    }

    pub(crate) fn parameter(&mut self, in_path: Option<&str>) -> Value {
        let location = if in_path.is_some() {
            "path"
        } else {
            self.pick(&["query", "query", "query", "header", "cookie"])
        };
        let name = in_path.map_or_else(|| self.name(), str::to_owned);
        let mut made =
            json!({"name": name, "in": location, "required": in_path.is_some() || self.rng.bool()});
        let schema = schema::schema(self, 1);
        if self.chance(85) {
            made["schema"] = schema;
        } else {
            made["content"] = json!({"application/json": {"schema": schema}});
        }
        self.maybe(&mut made, "style", 30, |maker| {
            json!(maker.pick(&[
                "form",
                "simple",
                "label",
                "matrix",
                "spaceDelimited",
                "pipeDelimited",
                "deepObject",
                "odd"
            ]))
        });
        self.maybe(&mut made, "explode", 30, |maker| json!(maker.rng.bool()));
        self.maybe(&mut made, "description", 60, |maker| json!(maker.text()));
        self.maybe(&mut made, "deprecated", 10, |_| json!(true));
        self.maybe(&mut made, "allowEmptyValue", 10, |_| json!(true));
        self.maybe(&mut made, "allowReserved", 10, |_| json!(true));
        made
    }

    fn body(&mut self) -> Value {
        if self.chance(20) {
            let name = self.rng.choice(&self.bodies).cloned().unwrap_or_default();
            return reference("requestBodies", &name);
        }
        self.body_here()
    }

    pub(crate) fn body_here(&mut self) -> Value {
        let mut made = json!({"content": self.content()});
        self.maybe(&mut made, "required", 60, |maker| json!(maker.rng.bool()));
        self.maybe(&mut made, "description", 40, |maker| json!(maker.text()));
        made
    }

    fn response(&mut self) -> Value {
        if self.chance(20) {
            let name = self.rng.choice(&self.responses).cloned().unwrap_or_default();
            return reference("responses", &name);
        }
        self.response_here()
    }

    pub(crate) fn response_here(&mut self) -> Value {
        let mut made = json!({"description": self.text()});
        self.maybe(&mut made, "content", 75, Self::content);
        self.maybe(&mut made, "headers", 20, |maker| json!({maker.name(): {"schema": {"type": "integer"}}}));
        made
    }

    fn content(&mut self) -> Value {
        let mut content = Map::new();
        for _ in 0..self.pick(&[1, 1, 1, 2, 0]) {
            let media = self.pick(&[
                "application/json",
                "application/json",
                "application/json; charset=utf-8",
                "application/problem+json",
                "application/merge-patch+json",
                "multipart/form-data",
                "application/x-www-form-urlencoded",
                "application/octet-stream",
                "text/plain",
                "text/event-stream",
                "application/xml",
                "image/png",
                "*/*",
                "multipart/mixed",
                "odd\nmedia",
                "",
            ]);
            let mut made = json!({});
            self.maybe(&mut made, "schema", 90, |maker| schema::schema(maker, 3));
            self.maybe(
                &mut made,
                "encoding",
                10,
                |maker| json!({maker.name(): {"style": "deepObject", "contentType": "application/json"}}),
            );
            self.maybe(&mut made, "example", 20, |maker| json!(maker.text()));
            content.insert(media.to_owned(), made);
        }
        content.into()
    }
}
