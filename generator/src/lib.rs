//! YAML in, Rust out.
//!
//! ```text
//! spec/*.yaml ─parse→ Document ─lower→ ir::Api ─emit→ Vec<Module> ─render→ Vec<GeneratedFile>
//! ```

pub mod ir;
