//! Where a walk through pages goes on.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::{NextPage, Pagination, ParamPath};
use crate::call::Call;

/// Where a walk through pages goes on. It can be stored by serde, and resumed in another process: by the same call with
/// the same parameters and `resume`.
///
/// It holds cursors or numbers of pages, and no other parameter of the call. Where the server gives addresses of pages, it holds
/// path and query of one, with all that the server wrote into it, and without the host.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Continuation {
    endpoint: String,
    /// The values of the parameters that ask for the next page, in the order of the endpoint's pagination.
    parameters: Vec<Option<Value>>,
    /// Path and query of that page, where a response gave them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    address: Option<Box<str>>,
    /// How many items of that page were given already.
    #[serde(default)]
    skip: usize,
}

impl Continuation {
    /// The page that a call asks for.
    pub(super) fn of(call: &Call) -> Self {
        let parameters = call.endpoint.pagination.map(parameters).unwrap_or_default();
        Self {
            endpoint: call.endpoint.name().to_owned(),
            parameters: parameters.into_iter().map(|parameter| call.get(parameter)).collect(),
            address: call.address.clone(),
            skip: 0,
        }
    }

    /// The same page, after its first `given` items.
    pub(super) fn after(&self, given: usize) -> Self {
        Self { skip: given, ..self.clone() }
    }
}

impl fmt::Debug for Continuation {
    /// Without the query of an address, which may hold whatever the server wrote into it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { endpoint, parameters, address, skip } = self;
        let path = address.as_deref().and_then(|address| address.split('?').next());
        let mut shown = f.debug_struct("Continuation");
        shown.field("endpoint", endpoint).field("parameters", parameters);
        shown.field("path", &path).field("skip", skip).finish()
    }
}

/// The parameters that ask for a page.
fn parameters(style: Pagination) -> Vec<ParamPath> {
    match style.next {
        NextPage::Number(parameter, _) | NextPage::Offset(parameter) | NextPage::LastItem(parameter, _) => {
            vec![parameter]
        }
        NextPage::Cursor(cursors) => cursors.iter().map(|(parameter, _)| *parameter).collect(),
        // What asks for the page is its address.
        NextPage::NextUrl(_) | NextPage::Link => Vec::new(),
    }
}

impl Call {
    /// Goes on where another walk stopped. The other parameters must be those of that walk.
    pub fn resume(mut self, from: &Continuation) -> Self {
        if from.endpoint != self.endpoint.name() {
            let message = format!("the continuation is one of `{}`", from.endpoint);
            self.violations.push(("resume", message));
            return self;
        }
        let parameters = self.endpoint.pagination.map(parameters).unwrap_or_default();
        self.address.clone_from(&from.address);
        for (parameter, value) in parameters.into_iter().zip(&from.parameters) {
            if let Some(value) = value {
                self.set(parameter, value.clone());
            }
        }
        self.skip = from.skip;
        self
    }
}
