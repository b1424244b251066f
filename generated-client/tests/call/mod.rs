//! The life of a call.

mod body;
mod cancellation;
mod cause;
mod comment;
mod evidence;
mod field_shapes;
mod file;
mod large_file;
mod leniency;
mod observability;
mod official;
mod published_shapes;
mod raw;
mod redaction;
mod refusal;
mod retry;
mod text_id;
mod token;
mod upload;
mod upload_in_parts;
mod user_tokens;
mod validation;
mod weak_evidence;
