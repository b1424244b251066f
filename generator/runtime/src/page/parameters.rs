//! The parameters that ask for a page, in the query or the body of a call.

use crate::api::{ParamLocation, ParamPath, Rule};
use crate::call::{Call, ListStyle, QueryValue, put};
use crate::json::Writer;

impl Call {
    /// The value of a query or body parameter as it would be sent.
    pub(super) fn get(&self, parameter: ParamPath) -> Option<serde_json::Value> {
        let (name, rest) = parameter.path.split_first()?;
        let value = match parameter.location {
            ParamLocation::Query => self.query.iter().find(|(known, _)| known == name)?.1.to_json(),
            ParamLocation::Body => {
                serde_json::from_slice(&self.body.iter().find(|(known, _)| known == name)?.1).ok()?
            }
        };
        rest.iter().try_fold(value, |value: serde_json::Value, name| value.get(name).cloned())
    }

    /// Puts a value into a query or body parameter, making objects on the path into it. What a rule allows only in its place
    /// is taken out: the first page was asked for by that, and the ones after it are asked for by this.
    pub(super) fn set(&mut self, parameter: ParamPath, value: serde_json::Value) {
        let Some((name, rest)) = parameter.path.split_first() else { return };
        let mut root = if rest.is_empty() {
            serde_json::Value::Null
        } else {
            self.get(ParamPath { location: parameter.location, path: &parameter.path[..1] })
                .unwrap_or_default()
        };
        let mut target = &mut root;
        for member in rest {
            if !target.is_object() {
                *target = serde_json::Value::Object(serde_json::Map::new());
            }
            target = &mut target[*member];
        }
        *target = value;
        match parameter.location {
            ParamLocation::Query => {
                put(&mut self.query, name, QueryValue::new(&Writer::to_vec(&root), ListStyle::Repeat));
            }
            ParamLocation::Body => put(&mut self.body, name, Writer::to_vec(&root)),
        }
        for rule in self.endpoint.rules {
            if let Rule::ExactlyOne(names) | Rule::AtMostOne(names) = rule
                && names.contains(name)
            {
                let gives_way = |known: &str| known != *name && names.contains(&known);
                self.query.retain(|(known, _)| !gives_way(known));
                self.body.retain(|(known, _)| !gives_way(known));
                self.headers.retain(|(known, _)| !gives_way(known));
            }
        }
    }
}
