//! All texts of an API.

use super::api::Api;
use super::endpoint::Endpoint;
use super::prose::Prose;
use super::types::{Shape, TypeDef};

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProseUse {
    /// It tells of something, and does so in the main language at least.
    Docs,
    /// It is what others call something: in whatever language they do.
    Title,
}

impl Api {
    /// Leaves one language alone in all texts: those that lack it keep the first one that they have, which is the main one of
    /// all but titles.
    pub fn keep_one_language(&mut self, language: &str) {
        self.languages.retain(|known| known == language);
        self.each_prose(&mut |prose, _| prose.keep_one(language));
    }

    /// Hands over every text.
    pub(crate) fn each_prose(&mut self, take: &mut dyn FnMut(&mut Prose, ProseUse)) {
        let mut docs = |prose: &mut Prose| take(prose, ProseUse::Docs);
        docs(&mut self.docs);
        self.sources.iter_mut().for_each(|source| docs(&mut source.title));
        self.hosts.iter_mut().for_each(|host| docs(&mut host.docs));
        self.variables.iter_mut().for_each(|variable| docs(&mut variable.docs));
        self.headers.iter_mut().for_each(|header| docs(&mut header.docs));
        self.limit_sets.iter_mut().filter_map(|set| set.docs.as_mut()).for_each(&mut docs);
        for credential in &mut self.credentials {
            docs(&mut credential.docs);
            credential.inputs.iter_mut().for_each(|input| docs(&mut input.docs));
        }
        self.paginations.iter_mut().for_each(|style| docs(&mut style.docs));
        self.resources.iter_mut().for_each(|resource| docs(&mut resource.docs));
        for filter in &mut self.filters {
            docs(&mut filter.docs);
            filter.builders.iter_mut().for_each(|builder| docs(&mut builder.docs));
            filter.starts.iter_mut().for_each(|start| docs(&mut start.docs));
        }
        self.uploads.iter_mut().for_each(|upload| docs(&mut upload.docs));
        for page in self.links.iter_mut().flat_map(|links| &mut links.pages) {
            docs(&mut page.docs);
            page.params.iter_mut().for_each(|param| docs(&mut param.docs));
        }
        for callback in &mut self.callbacks {
            docs(&mut callback.docs);
            callback.inputs.iter_mut().for_each(|input| docs(&mut input.docs));
            callback.types.iter_mut().for_each(|event| docs(&mut event.docs));
        }
        for error in &mut self.errors {
            take(&mut error.meaning, ProseUse::Docs);
            take(&mut error.advice, ProseUse::Docs);
            error.title.iter_mut().for_each(|title| take(title, ProseUse::Title));
        }
        self.endpoints.iter_mut().for_each(|endpoint| endpoint.each_prose(take));
        self.types.iter_mut().for_each(|def| def.each_prose(take));
    }
}

impl Endpoint {
    fn each_prose(&mut self, take: &mut dyn FnMut(&mut Prose, ProseUse)) {
        take(&mut self.summary, ProseUse::Docs);
        self.title.iter_mut().for_each(|title| take(title, ProseUse::Title));
        let more = [&mut self.docs, &mut self.permission, &mut self.deprecated];
        more.into_iter().flatten().for_each(|prose| take(prose, ProseUse::Docs));
        for param in &mut self.params {
            take(&mut param.field.docs, ProseUse::Docs);
            param.append.iter_mut().for_each(|append| take(&mut append.docs, ProseUse::Docs));
        }
    }
}

impl TypeDef {
    fn each_prose(&mut self, take: &mut dyn FnMut(&mut Prose, ProseUse)) {
        let mut docs = |prose: &mut Prose| take(prose, ProseUse::Docs);
        docs(&mut self.docs);
        self.lookups.iter_mut().for_each(|lookup| docs(&mut lookup.docs));
        match &mut self.shape {
            Shape::Struct { fields, .. } => fields.iter_mut().for_each(|field| docs(&mut field.docs)),
            Shape::Enum { values, .. } => values.iter_mut().for_each(|value| docs(&mut value.docs)),
            Shape::Tagged(union) => {
                union.variants.iter_mut().filter_map(|variant| variant.docs.as_mut()).for_each(docs);
            }
            Shape::Any(forms) => forms.iter_mut().for_each(|form| docs(&mut form.docs)),
            Shape::Id(_) | Shape::Union(_) => {}
        }
    }
}
