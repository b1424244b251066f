//! Uploads: how several endpoints together take a file of any size.

use super::mapping_reader::MappingReader;
use super::node::{Node, ProseText, Spanned, Text};
use super::scalar_kind::{parse_int, parse_map, parse_prose, parse_text};
use crate::diagnostic::Diagnostics;
use crate::dialect;

/// An upload as it is written. Endpoints are named without their resource, parameters by their names on the wire.
#[derive(Clone, Debug)]
pub(crate) struct UploadSpec {
    pub(crate) name: Text,
    pub(crate) doc: Option<ProseText>,
    pub(crate) form: Option<FormSpec>,
    pub(crate) begin: BeginSpec,
    pub(crate) plan: PlanSpec,
    pub(crate) part: PartSpec,
    pub(crate) finish: Text,
    pub(crate) abort: Option<Text>,
    /// The parameter of `part`, `finish` and `abort` that is the id of the upload.
    pub(crate) upload_id: Text,
}

/// The endpoint that takes a whole file.
#[derive(Clone, Debug)]
pub(crate) struct FormSpec {
    pub(crate) endpoint: Text,
    /// In bytes.
    pub(crate) up_to: Spanned<i64>,
}

/// The endpoint that begins an upload in parts.
#[derive(Clone, Debug)]
pub(crate) struct BeginSpec {
    pub(crate) endpoint: Text,
    pub(crate) size: Text,
    pub(crate) file_name: Text,
    pub(crate) media_type: Option<Text>,
    /// The parameter that is the id of an upload to resume.
    pub(crate) resume: Option<Text>,
}

/// Where the response to the beginning says what is to be sent.
#[derive(Clone, Debug)]
pub(crate) struct PlanSpec {
    pub(crate) upload_id: Text,
    pub(crate) in_parts: Option<Text>,
    pub(crate) part_size: Text,
    /// In bytes.
    pub(crate) usual_part_size: Option<Spanned<i64>>,
    pub(crate) part_count: Option<Text>,
    pub(crate) missing: Option<Text>,
}

/// The endpoint that takes a part.
#[derive(Clone, Debug)]
pub(crate) struct PartSpec {
    pub(crate) endpoint: Text,
    pub(crate) number: Text,
    pub(crate) md5: Option<Text>,
}

/// Reads the uploads of a resource.
pub(crate) fn parse_uploads(node: &Node, diagnostics: &mut Diagnostics) -> Vec<UploadSpec> {
    parse_map("uploads", node, diagnostics, parse_upload)
}

fn parse_upload(name: &Text, node: &Node, diagnostics: &mut Diagnostics) -> Option<UploadSpec> {
    let reader = MappingReader::new(&dialect::UPLOAD, &name.origin, node, diagnostics)?;
    let form = reader.get("form").map(|node| parse_form(node, diagnostics));
    let begin = reader.need("begin").and_then(|node| parse_begin(node, diagnostics));
    let plan = reader.need("plan").and_then(|node| parse_plan(node, diagnostics));
    let part = reader.need("part").and_then(|node| parse_part(node, diagnostics));
    let finish = needed(&reader, "finish", diagnostics);
    let upload_id = needed(&reader, "upload_id", diagnostics);
    Some(UploadSpec {
        name: name.clone(),
        doc: reader.get("doc").and_then(|node| parse_prose(node, diagnostics)),
        // One that cannot be read is reported, and must not look like one that is absent.
        form: match form {
            Some(form) => Some(form?),
            None => None,
        },
        abort: wanted(&reader, "abort", diagnostics),
        begin: begin?,
        plan: plan?,
        part: part?,
        finish: finish?,
        upload_id: upload_id?,
    })
}

fn parse_form(node: &Node, diagnostics: &mut Diagnostics) -> Option<FormSpec> {
    let reader = MappingReader::new(&dialect::UPLOAD_FORM, &node.origin, node, diagnostics)?;
    let endpoint = needed(&reader, "endpoint", diagnostics);
    let up_to = reader.need("up_to").and_then(|node| parse_int(node, diagnostics));
    Some(FormSpec { endpoint: endpoint?, up_to: up_to? })
}

fn parse_begin(node: &Node, diagnostics: &mut Diagnostics) -> Option<BeginSpec> {
    let reader = MappingReader::new(&dialect::UPLOAD_BEGIN, &node.origin, node, diagnostics)?;
    let [endpoint, size, file_name] =
        ["endpoint", "size", "file_name"].map(|key| needed(&reader, key, diagnostics));
    Some(BeginSpec {
        media_type: wanted(&reader, "media_type", diagnostics),
        resume: wanted(&reader, "resume", diagnostics),
        endpoint: endpoint?,
        size: size?,
        file_name: file_name?,
    })
}

fn parse_plan(node: &Node, diagnostics: &mut Diagnostics) -> Option<PlanSpec> {
    let reader = MappingReader::new(&dialect::UPLOAD_PLAN, &node.origin, node, diagnostics)?;
    let [upload_id, part_size] = ["upload_id", "part_size"].map(|key| needed(&reader, key, diagnostics));
    Some(PlanSpec {
        in_parts: wanted(&reader, "in_parts", diagnostics),
        usual_part_size: reader.get("usual_part_size").and_then(|node| parse_int(node, diagnostics)),
        part_count: wanted(&reader, "part_count", diagnostics),
        missing: wanted(&reader, "missing", diagnostics),
        upload_id: upload_id?,
        part_size: part_size?,
    })
}

fn parse_part(node: &Node, diagnostics: &mut Diagnostics) -> Option<PartSpec> {
    let reader = MappingReader::new(&dialect::UPLOAD_PART, &node.origin, node, diagnostics)?;
    let [endpoint, number] = ["endpoint", "number"].map(|key| needed(&reader, key, diagnostics));
    Some(PartSpec { md5: wanted(&reader, "md5", diagnostics), endpoint: endpoint?, number: number? })
}

/// The text of a key that must be there.
fn needed(reader: &MappingReader<'_>, key: &str, diagnostics: &mut Diagnostics) -> Option<Text> {
    reader.need(key).and_then(|node| parse_text(node, diagnostics))
}

/// The text of a key that may be absent.
fn wanted(reader: &MappingReader<'_>, key: &str, diagnostics: &mut Diagnostics) -> Option<Text> {
    reader.get(key).and_then(|node| parse_text(node, diagnostics))
}
