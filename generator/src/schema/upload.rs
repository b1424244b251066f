//! Uploads: how several endpoints together take a file of any size.

use super::shape::{Definitions, SNAKE_CASE, described, entries, integer, object, reference, text};
use crate::json::Json;

/// The uploads of a resource.
pub(super) fn uploads() -> (&'static str, Json) {
    ("uploads", entries("Methods that upload a file of any size.", SNAKE_CASE, reference("upload")))
}

/// The definitions that an upload uses.
pub(super) fn definitions() -> Definitions {
    vec![("upload", upload())]
}

fn upload() -> Json {
    object(
        "A method that uploads a file; endpoints are those of the same resource.",
        &[
            ("doc", text("What it is for.")),
            ("form", form()),
            ("begin", begin()),
            ("plan", plan()),
            ("part", part()),
            ("finish", text("The endpoint that puts the parts together.")),
            ("abort", text("The endpoint that gives an upload up.")),
            ("upload_id", text("The parameter of the other steps that is the id of the upload.")),
        ],
        &["begin", "plan", "part", "finish", "upload_id"],
    )
}

fn size(doc: &str) -> Json {
    integer(doc, 1, i64::MAX)
}

fn form() -> Json {
    object(
        "The endpoint that takes a whole file.",
        &[
            ("endpoint", text("The endpoint, with one file in its form.")),
            ("up_to", size("The size in bytes up to which a file goes there.")),
        ],
        &["endpoint", "up_to"],
    )
}

fn begin() -> Json {
    object(
        "The endpoint that begins an upload in parts, and its parameters.",
        &[
            ("endpoint", text("The endpoint.")),
            ("size", text("The size of the file in bytes.")),
            ("file_name", text("The name of the file.")),
            ("media_type", text("The media type of the file.")),
            ("resume", text("The id of an upload to resume.")),
        ],
        &["endpoint", "size", "file_name"],
    )
}

fn plan() -> Json {
    let path = |doc: &str| described(doc, reference("json_path"));
    object(
        "Where the data of the response to the beginning says what is to be sent.",
        &[
            ("upload_id", path("The id of the upload.")),
            ("in_parts", path("Whether parts are to be sent at all.")),
            ("part_size", path("The size of a part in bytes.")),
            ("usual_part_size", size("The size of a part where the response does not say it.")),
            ("part_count", path("The number of parts.")),
            ("missing", path("The numbers of the parts that the server lacks, from 0 on.")),
        ],
        &["upload_id", "part_size"],
    )
}

fn part() -> Json {
    object(
        "The endpoint that takes a part, whose bytes are the body, and its parameters.",
        &[
            ("endpoint", text("The endpoint, with `body_kind: bytes`.")),
            ("number", text("The number of the part, from 0 on.")),
            ("md5", text("The MD5 of the part as hexadecimal digits.")),
        ],
        &["endpoint", "number"],
    )
}
