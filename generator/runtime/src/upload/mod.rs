//! Uploads of files of any size: in one request, or begin → parts → finish, with what is needed to resume.

mod flow;
mod progress;
mod state;
mod steps;
mod plan;
mod parts;
mod settings;
mod engine;
mod future;
mod builder;

pub use builder::upload_builder;
pub use flow::{BeginStep, FormStep, PartStep, PlanPaths, UploadFlow, UploadStep};
pub use future::UploadFuture;
pub use progress::UploadProgress;
pub use settings::Upload;
pub use state::UploadState;
