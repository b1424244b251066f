// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `file` are read and written.

use paceline_runtime::codegen::record;
use super::{UploadParts, UploadPlan, UploadedFile};

record!(UploadedFile { file_token });

record!(
    UploadPlan { in_parts : "is_multipart", parts : "multipart", upload_id :
    "resource_id" }
);

record!(UploadParts { is_new, part_count, part_size, need });
