//! Uploads.

use super::json_path::{check_json_path, lower_json_path};
use super::name::{Case, Namespace, lower_own_name};
use super::reserved::{self, Words};
use super::response::why_no_data;
use super::scope::Scope;
use super::type_ref::render_type;
use super::value_kind::ValueKind;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::emit::FILE;
use crate::ir::{
    BodyKind, Endpoint, EndpointId, JsonPath, Name, Param, ParamLocation, Presence, ResourceId, Response,
    Scalar, SourceLocation, TypeDef, TypeRef, Upload, UploadBegin, UploadForm, UploadPart, UploadPlan,
};
use crate::parse::{Spanned, Text, UploadSpec};

/// Lowers the uploads of all resources.
pub(super) fn lower_uploads(
    scope: &Scope<'_>,
    endpoints: &[Endpoint],
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Vec<Upload> {
    let mut uploads = Vec::new();
    for (index, resource) in scope.resources.iter().enumerate() {
        let mut names = Namespace::new("upload", Case::Both, reserved::BORROWING_METHODS);
        for endpoint in &resource.endpoints {
            if let Ok(name) = Name::new(&endpoint.name.value) {
                names.claim_as("endpoint", &name, &endpoint.name, "", &mut Diagnostics::default());
            }
        }
        for spec in &resource.uploads {
            let resource = (ResourceId(index), resource.name.value.as_str());
            let mut lowerer = UploadLowerer { spec, resource, scope, endpoints, types, diagnostics };
            uploads.extend(lowerer.lower(&mut names));
        }
    }
    uploads
}

const RENAME: &str = "give the upload another name; it has none on the wire";

struct UploadLowerer<'a, 'd> {
    spec: &'a UploadSpec,
    /// The resource it belongs to, with its name.
    resource: (ResourceId, &'a str),
    scope: &'a Scope<'d>,
    endpoints: &'a [Endpoint],
    types: &'a [TypeDef],
    diagnostics: &'a mut Diagnostics,
}

impl<'a> UploadLowerer<'a, '_> {
    fn lower(&mut self, names: &mut Namespace) -> Option<Upload> {
        let spec = self.spec;
        let name = lower_own_name(&spec.name, "an upload", RENAME, self.diagnostics);
        names.claim(&name, &spec.name, RENAME, self.diagnostics);
        let form = match &spec.form {
            Some(form) => Some((form, self.find(&form.endpoint)?)),
            None => None,
        };
        let steps = [&spec.begin.endpoint, &spec.part.endpoint, &spec.finish].map(|text| self.find(text));
        let [begin, part, finish] = steps;
        let (begin, part, finish) = (begin?, part?, finish?);
        let abort = match &spec.abort {
            Some(text) => Some(self.find(text)?),
            None => None,
        };
        let (arguments, setters) = self.given_by_callers(begin, form.map(|(_, id)| id));
        for param in &arguments {
            self.check_param_name(param, &[FILE]);
        }
        for param in &setters {
            self.check_param_name(param, reserved::UPLOADS);
        }
        let media_type = spec.begin.media_type.as_ref();
        let resume = spec.begin.resume.as_ref();
        self.check_param(&spec.begin.size, begin, ValueKind::WholeNumber);
        for text in [Some(&spec.begin.file_name), media_type, resume].into_iter().flatten() {
            self.check_param(text, begin, ValueKind::Text);
        }
        self.check_param(&spec.part.number, part, ValueKind::WholeNumber);
        if let Some(text) = &spec.part.md5 {
            self.check_param(text, part, ValueKind::Text);
        }
        self.check_body(&spec.part.endpoint, part, BodyKind::Bytes, "bytes");
        let part_names = [Some(&spec.part.number), spec.part.md5.as_ref()];
        self.check_step(&spec.part.endpoint, part, &arguments, &part_names, Some(Scalar::File));
        let without_body = [Some((&spec.finish, finish)), spec.abort.as_ref().zip(abort)];
        for (text, id) in without_body.into_iter().flatten() {
            self.check_body(text, id, BodyKind::None, "none");
            self.check_step(text, id, &arguments, &[], None);
        }
        for id in [Some(part), Some(finish), abort].into_iter().flatten() {
            self.check_param(&spec.upload_id, id, ValueKind::Text);
        }
        let returns = self.returns(&spec.finish, finish)?;
        let form = match form {
            Some((form, id)) => Some(UploadForm {
                endpoint: id,
                file: self.form_file(&form.endpoint, id, &arguments, &returns)?,
                up_to: self.bytes(&form.up_to)?,
            }),
            None => None,
        };
        let plan = self.plan(begin)?;
        let text = |text: &Text| text.value.clone();
        let docs = spec.doc.as_ref();
        let docs = docs.map_or_else(|| "Uploads a file of any size.".into(), |doc| doc.value.clone());
        Some(Upload {
            name,
            resource: self.resource.0,
            docs,
            form,
            begin: UploadBegin {
                endpoint: begin,
                size: text(&spec.begin.size),
                file_name: text(&spec.begin.file_name),
                media_type: media_type.map(text),
                resume: resume.map(text),
            },
            plan,
            part: UploadPart {
                endpoint: part,
                number: text(&spec.part.number),
                md5: spec.part.md5.as_ref().map(text),
            },
            finish,
            abort,
            upload_id: text(&spec.upload_id),
            arguments,
            setters,
            returns,
            origin: spec.name.origin.clone(),
        })
    }

    /// Complains about a parameter that would be a method or an argument which every upload has.
    fn check_param_name(&mut self, param: &Param, reserved: Words) {
        if reserved.contains(&param.field.name.snake()) {
            let (name, upload) = (&param.field.name, &self.spec.name.value);
            let message =
                format!("the parameter `{name}` has a name that the upload `{upload}` needs itself");
            self.diagnostics.push(
                Diagnostic::new(Code::NameReserved, &param.field.origin, message)
                    .help("add `name: another_name` to the field; its key stays the wire name"),
            );
        }
    }

    /// An endpoint of the same resource.
    fn find(&mut self, text: &Text) -> Option<EndpointId> {
        let own = Text { value: format!("{}.{}", self.resource.1, text.value), origin: text.origin.clone() };
        let referrer = format!("the upload `{}`", self.spec.name.value);
        self.scope.endpoints.find(&own, &referrer, self.diagnostics)
    }

    fn complain(&mut self, origin: &SourceLocation, message: String, help: &str) {
        self.diagnostics.push(Diagnostic::new(Code::UploadMismatch, origin, message).help(help));
    }

    /// Checks a parameter that the client fills in: in the path, in a JSON body, or in the query where there is no such body.
    fn check_param(&mut self, text: &Text, id: EndpointId, kind: ValueKind) {
        let endpoint = &self.endpoints[id.index()];
        let Some(param) = endpoint.params.iter().find(|param| param.field.wire == text.value) else {
            let wires = || endpoint.params.iter().map(|param| &*param.field.wire);
            let help = match closest(&text.value, wires()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("its parameters are {}", join_words(wires())),
            };
            let message = format!("the endpoint `{}` has no parameter `{}`", endpoint.id, text.value);
            self.diagnostics.push(Diagnostic::new(Code::ParamUnknown, &text.origin, message).help(help));
            return;
        };
        let fits = match param.location {
            ParamLocation::Path => true,
            ParamLocation::Body => endpoint.body == BodyKind::Json,
            ParamLocation::Query => endpoint.body != BodyKind::Json,
            ParamLocation::Header | ParamLocation::Cookie => false,
        };
        if !fits {
            let message =
                format!("an upload cannot fill in `{}` where `{}` takes it", text.value, endpoint.id);
            let help = "it fills in what stands in the path, in a JSON body, or in the query of an endpoint without one";
            self.complain(&text.origin, message, help);
        }
        if !kind.fits(&param.field.ty, self.types) {
            let found = render_type(&param.field.ty, self.types);
            let message = format!("`{}` of `{}` takes `{found}`, not {kind}", text.value, endpoint.id);
            self.complain(&text.origin, message, &format!("name a parameter that takes {kind}"));
        }
    }

    fn check_body(&mut self, text: &Text, id: EndpointId, wanted: BodyKind, word: &str) {
        let endpoint = &self.endpoints[id.index()];
        if endpoint.body != wanted {
            let message =
                format!("this step of an upload has `body_kind: {word}`, and `{}` another", endpoint.id);
            let help = format!("name an endpoint with `body_kind: {word}`");
            self.complain(&text.origin, message, &help);
        }
    }

    /// Complains about parameters of a step that nobody fills in. `own` are those that the spec names for the step,
    /// `besides` is the type of one that is filled in whatever its name.
    fn check_step(
        &mut self,
        text: &Text,
        id: EndpointId,
        arguments: &[Param],
        own: &[Option<&Text>],
        besides: Option<Scalar>,
    ) {
        let endpoint = &self.endpoints[id.index()];
        let filled = |param: &&Param| {
            let wire = &param.field.wire;
            let shared = arguments.iter().any(|argument| argument.field.wire == *wire);
            (shared && param.location == ParamLocation::Path)
                || *wire == self.spec.upload_id.value
                || own.iter().flatten().any(|text| text.value == *wire)
                || besides.is_some_and(|scalar| param.field.ty == TypeRef::Scalar(scalar))
        };
        let open = endpoint.params.iter().find(|param| param.is_argument() && !filled(param));
        if let Some(param) = open {
            let message = format!("nothing fills in `{}`, which `{}` needs", param.field.wire, endpoint.id);
            let help = "an upload fills in the parameters that it names, and those in the path that `begin` takes as well";
            self.complain(&text.origin, message, help);
        }
    }

    /// What callers must and may give: parameters of the beginning that it does not fill in by itself.
    fn given_by_callers(&mut self, begin: EndpointId, form: Option<EndpointId>) -> (Vec<Param>, Vec<Param>) {
        let spec = &self.spec.begin;
        let own = [Some(&spec.size), Some(&spec.file_name), spec.media_type.as_ref(), spec.resume.as_ref()];
        let is_own = |wire: &str| own.iter().flatten().any(|text| text.value == wire);
        let in_form = |param: &Param| {
            form.is_none_or(|id| {
                let params = &self.endpoints[id.index()].params;
                params.iter().any(|other| {
                    other.field.wire == param.field.wire && carries(&other.field.ty, &param.field.ty)
                })
            })
        };
        let is_taken = |location| matches!(location, ParamLocation::Path | ParamLocation::Body);
        let params: Vec<Param> = self.endpoints[begin.index()]
            .params
            .iter()
            .filter(|param| !is_own(&param.field.wire) && is_taken(param.location))
            .filter(|param| !matches!(param.field.presence, Presence::Constant(_)))
            .cloned()
            .collect();
        let (arguments, setters): (Vec<_>, Vec<_>) = params.into_iter().partition(Param::is_argument);
        let setters =
            setters.into_iter().filter(in_form).map(|param| Param { append: None, ..param }).collect();
        let open = self.endpoints[begin.index()]
            .params
            .iter()
            .find(|param| param.is_argument() && !is_taken(param.location) && !is_own(&param.field.wire));
        if let Some(param) = open {
            let message = format!(
                "nothing fills in `{}`, which is needed in the query or in a header",
                param.field.wire
            );
            self.complain(
                &spec.endpoint.origin,
                message,
                "callers fill in parameters of the path and the body",
            );
        }
        (arguments, setters)
    }

    /// The data that an upload gives.
    fn returns(&mut self, text: &Text, id: EndpointId) -> Option<TypeRef> {
        let endpoint = &self.endpoints[id.index()];
        if let Response::Data(ty) = &endpoint.response {
            return Some(ty.clone());
        }
        let message = format!(
            "an upload gives what this endpoint returns, and `{}` {}",
            endpoint.id,
            why_no_data(&endpoint.response)
        );
        self.complain(&text.origin, message, "it must say `returns: T`");
        None
    }

    /// The one file of the form. The rest of the form is what the beginning takes as well.
    fn form_file(
        &mut self,
        text: &Text,
        id: EndpointId,
        arguments: &[Param],
        returns: &TypeRef,
    ) -> Option<String> {
        self.check_body(text, id, BodyKind::Multipart, "multipart");
        let endpoint = &self.endpoints[id.index()];
        if endpoint.response.data() != Some(returns) {
            let message = format!("`{}` and the last step return different types", endpoint.id);
            let help = format!("both return `{}`", render_type(returns, self.types));
            self.complain(&text.origin, message, &help);
        }
        let known = |param: &Param| {
            arguments.iter().any(|argument| {
                argument.field.wire == param.field.wire
                    && argument.location == param.location
                    && carries(&param.field.ty, &argument.field.ty)
            })
        };
        let open: Vec<&Param> =
            endpoint.params.iter().filter(|param| param.is_argument() && !known(param)).collect();
        match open.as_slice() {
            [file] if file.field.ty == TypeRef::Scalar(Scalar::File) => Some(file.field.wire.clone()),
            _ => {
                let names = join_words(open.iter().map(|param| &*param.field.wire));
                let message =
                    format!("the form of an upload needs one file, and `{}` needs {names}", endpoint.id);
                let help = "what it needs beside the file must be a parameter of `begin`, in the same place and of the same type";
                self.complain(&text.origin, message, help);
                None
            }
        }
    }

    /// A size in bytes.
    fn bytes(&mut self, size: &Spanned<i64>) -> Option<u64> {
        let bytes = u64::try_from(size.value).ok().filter(|bytes| *bytes > 0);
        if bytes.is_none() {
            let message = format!("`{}` is no size in bytes", size.value);
            let finding = Diagnostic::new(Code::ValueInvalid, &size.origin, message);
            self.diagnostics.push(finding.help("it is a number above 0"));
        }
        bytes
    }

    fn plan(&mut self, begin: EndpointId) -> Option<UploadPlan> {
        let plan = &self.spec.plan;
        let endpoint = &self.endpoints[begin.index()];
        let Response::Data(data) = &endpoint.response else {
            let why = why_no_data(&endpoint.response);
            let message = format!("`{}` {why}, so nothing says what to send", endpoint.id);
            self.complain(&self.spec.begin.endpoint.origin, message, "it must say `returns: T`");
            return None;
        };
        let mut path = |text: &Text, kind: ValueKind| -> JsonPath {
            let path = lower_json_path(text, self.diagnostics);
            let found = check_json_path(data, &path, text, self.types, self.diagnostics);
            if let Some(found) = found.filter(|found| !kind.fits(found, self.types)) {
                let found = render_type(found, self.types);
                let message = format!("`{}` leads to `{found}`, not to {kind}", text.value);
                let finding = Diagnostic::new(Code::UploadMismatch, &text.origin, message);
                self.diagnostics.push(finding.help(format!("name a member that holds {kind}")));
            }
            path
        };
        let upload_id = path(&plan.upload_id, ValueKind::Text);
        let in_parts = plan.in_parts.as_ref().map(|text| path(text, ValueKind::Bool));
        let part_size = path(&plan.part_size, ValueKind::WholeNumber);
        let part_count = plan.part_count.as_ref().map(|text| path(text, ValueKind::WholeNumber));
        let missing = plan.missing.as_ref().map(|text| path(text, ValueKind::WholeNumbers));
        let usual_part_size = match &plan.usual_part_size {
            Some(size) => Some(self.bytes(size)?),
            None => None,
        };
        Some(UploadPlan { upload_id, in_parts, part_size, usual_part_size, part_count, missing })
    }
}

/// Whether a value of type `from` can be sent where `to` is taken: the part of a form may be its JSON text.
fn carries(to: &TypeRef, from: &TypeRef) -> bool {
    to == from || matches!(to, TypeRef::JsonText(inner) if **inner == *from)
}
