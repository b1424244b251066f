// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! What the runtime must know about the endpoints of `field`.

use paceline_runtime::codegen::{
    BodyKind, Effect, Endpoint, EndpointLimits, Method, Rule,
};
use crate::limits;
use crate::defaults::ENDPOINT;

/// `POST /open_api/:project_key/field/all`
pub(crate) static LIST: Endpoint = Endpoint {
    id: "field.list",
    method: Method::Post,
    path: "/open_api/:project_key/field/all",
    limits: EndpointLimits::new(35, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};

/// `POST /open_api/:project_key/field/:work_item_type_key/create`
pub(crate) static CREATE: Endpoint = Endpoint {
    id: "field.create",
    method: Method::Post,
    path: "/open_api/:project_key/field/:work_item_type_key/create",
    effect: Effect::Write,
    limits: EndpointLimits::new(36, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Weak(&Rule::OneOf("value_type", &["0", "1"])),
        Rule::Weak(&Rule::OneOf("free_add", &["1", "2"])),
        Rule::Weak(&Rule::AtMostOne(&["field_value", "team_option"])),
        Rule::Weak(
            &Rule::RequiredWhen(
                "value_type",
                &["1"],
                &["reference_work_item_type_key", "reference_field_key"],
            ),
        ),
        Rule::Weak(
            &Rule::RequiredWhen(
                "field_type_key",
                &["\"work_item_related_select\"", "\"work_item_related_multi_select\""],
                &["work_item_relation_uuid"],
            ),
        ),
    ],
    ..ENDPOINT
};

/// `PUT /open_api/:project_key/field/:work_item_type_key`
pub(crate) static UPDATE: Endpoint = Endpoint {
    id: "field.update",
    method: Method::Put,
    path: "/open_api/:project_key/field/:work_item_type_key",
    effect: Effect::Write,
    limits: EndpointLimits::new(37, limits::STANDARD),
    body: BodyKind::Json,
    rules: &[
        Rule::Weak(&Rule::Length("field_name", 0, 255)),
        Rule::Weak(&Rule::OneOf("free_add", &["1", "2"])),
        Rule::Weak(&Rule::Length("help_description", 0, 255)),
        Rule::Weak(&Rule::AtMostOne(&["field_value", "team_option"])),
    ],
    ..ENDPOINT
};

/// `POST /open_api/work_item/field/options`
pub(crate) static OPTIONS: Endpoint = Endpoint {
    id: "field.options",
    method: Method::Post,
    path: "/open_api/work_item/field/options",
    limits: EndpointLimits::new(38, limits::STANDARD),
    body: BodyKind::Json,
    ..ENDPOINT
};
