//! Uploads: how several endpoints together take a file of any size.

use super::mapping::{JSON_PATH, Key, Mapping, Value};

const SIZE: Value = Value::IntWithin(1, i64::MAX);

pub(crate) static UPLOAD: Mapping = Mapping::new(
    "upload",
    "an upload",
    "A method that uploads a file; endpoints are those of the same resource.",
    &[
        Key::doc("What it is for."),
        Key::new("form", "The endpoint that takes a whole file.", Value::Mapping(&UPLOAD_FORM))
            .left_out("files of any size are begun"),
        Key::new(
            "begin",
            "The endpoint that begins an upload in parts, and which of its parameters the client fills in.",
            Value::Mapping(&UPLOAD_BEGIN),
        )
        .needed(),
        Key::new(
            "plan",
            "Where the response of `begin` says, in its data, what is to be sent.",
            Value::Mapping(&UPLOAD_PLAN),
        )
        .needed(),
        Key::new(
            "part",
            "The endpoint that takes a part, whose bytes are the body, and its parameters.",
            Value::Mapping(&UPLOAD_PART),
        )
        .needed(),
        Key::text(
            "finish",
            "The endpoint that puts the parts together; what it returns is what the upload returns.",
        )
        .needed(),
        Key::text("abort", "The endpoint that gives an upload up.")
            .left_out("an upload that fails is left as it is"),
        Key::text("upload_id", "The parameter of `part`, `finish` and `abort` that is the id of the upload.")
            .needed(),
    ],
);

pub(crate) static UPLOAD_FORM: Mapping = Mapping::new(
    "upload_form",
    "an upload's form",
    "The endpoint that takes a whole file.",
    &[
        Key::text("endpoint", "The endpoint, with one file in its form.").needed().example(ENDPOINT),
        Key::new("up_to", "The size in bytes up to which a file goes there.", SIZE).needed(),
    ],
);

pub(crate) static UPLOAD_BEGIN: Mapping = Mapping::new(
    "upload_begin",
    "an upload's beginning",
    "The endpoint that begins an upload in parts, and its parameters.",
    &[
        Key::text("endpoint", "The endpoint.").needed().example(ENDPOINT),
        Key::text("size", "The parameter for the size of the file in bytes.").needed(),
        Key::text("file_name", "The parameter for the name of the file.").needed(),
        Key::text("media_type", "The parameter for the media type of the file.").left_out("it is not sent"),
        Key::text("resume", "The parameter for the id of an upload that is to be resumed.")
            .left_out("uploads begin anew"),
    ],
);

pub(crate) static UPLOAD_PLAN: Mapping = Mapping::new(
    "upload_plan",
    "an upload's plan",
    "Where the response of `begin` says, in its data, what is to be sent.",
    &[
        Key::new("upload_id", "The id of the upload.", JSON_PATH).needed(),
        Key::new("in_parts", "Whether parts are to be sent at all.", JSON_PATH)
            .left_out("there is at least one part"),
        Key::new("part_size", "The size of a part in bytes.", JSON_PATH).needed(),
        Key::new("usual_part_size", "The size of a part where the response does not say it.", SIZE)
            .left_out("such a response is an error"),
        Key::new("part_count", "The number of parts; the last one takes what is left.", JSON_PATH)
            .left_out("size of the file by size of a part, rounded down, and at least one"),
        Key::new("missing", "The numbers of the parts that the server lacks, from 0 on.", JSON_PATH)
            .left_out("all are missing"),
    ],
);

pub(crate) static UPLOAD_PART: Mapping = Mapping::new(
    "upload_part",
    "an upload's part",
    "The endpoint that takes a part, whose bytes are the body, and its parameters.",
    &[
        Key::text("endpoint", "The endpoint, with `body_kind: bytes`.").needed().example(ENDPOINT),
        Key::text("number", "The parameter for the number of the part, from 0 on.").needed(),
        Key::text("md5", "The parameter for the MD5 of the part, as hexadecimal digits.")
            .left_out("parts are sent without it"),
    ],
);

const ENDPOINT: &str = "`endpoint: …`, the name of an endpoint of the same resource";
