//! A document with one operation more, whose type holds each named schema as a member: so each type is emitted, whether an
//! operation of the document leads to it or not, and no names of types have to be matched with names of schemas.

use paceline_generator::ir::{Api, Scalar, Shape, TypeDef, TypeRef};
use serde_json::{Map, Value, json};

/// The name of that type, and of the operation's tag.
pub(crate) const PROOF: &str = "EveryTypeOnce";
const TAG: &str = "type_proof";

/// The member that holds the schema of this number.
pub(crate) fn member(n: usize) -> String {
    format!("m{n}")
}

/// A schema that is another one by its name.
pub(crate) fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{}", name.replace('~', "~0").replace('/', "~1"))})
}

/// The document with that operation, which takes and gives the type: in what is sent, `null` is told from absence.
pub(crate) fn with_proof(document: &Value, names: &[String]) -> Value {
    let mut made = document.clone();
    let members: Map<String, Value> =
        names.iter().enumerate().map(|(n, name)| (member(n), reference(name))).collect();
    made["components"]["schemas"][PROOF] = json!({"type": "object", "properties": members});
    let sent = json!({"type": "object", "required": ["proof"], "properties": {"proof": reference(PROOF)}});
    let content = |schema: Value| json!({"application/json": {"schema": schema}});
    let operation = json!({"tags": [TAG], "operationId": TAG,
        "requestBody": {"required": true, "content": content(sent)},
        "responses": {"200": {"description": "The same.", "content": content(reference(PROOF))}}});
    made["paths"][format!("/{TAG}")] = json!({"post": operation});
    made
}

/// Which of the schemas became `any`, by their numbers, and how many members of all types hold an `any`.
pub(crate) fn untyped(api: &Api, count: usize) -> (Vec<bool>, usize) {
    let is_proof = |def: &&TypeDef| def.name.pascal() == PROOF;
    let fields = |def: &TypeDef| match &def.shape {
        Shape::Struct { fields, .. } => fields.clone(),
        _ => Vec::new(),
    };
    let proof: Vec<_> = api.types.iter().filter(is_proof).flat_map(fields).collect();
    let is_any = |n| {
        let field = proof.iter().find(|field| field.wire == member(n)).expect("each schema is a member");
        field.ty == TypeRef::Scalar(Scalar::Any)
    };
    let others = api.types.iter().filter(|def| !is_proof(def)).flat_map(fields);
    ((0..count).map(is_any).collect(), others.filter(|field| holds_any(&field.ty)).count())
}

fn holds_any(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Scalar(scalar) => *scalar == Scalar::Any,
        TypeRef::List(inner) | TypeRef::JsonText(inner) | TypeRef::Nullable(inner) => holds_any(inner),
        TypeRef::Map { value, .. } => holds_any(value),
        TypeRef::TextId(_) | TypeRef::Def(_) => false,
    }
}
