// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Known hosts, for `ClientBuilder::base_url`. Any other URL will do as well.

/// Feishu Project in mainland China. The default.
pub const CHINA: &str = "https://project.feishu.cn";

/// Lark Project and Meegle, outside mainland China.
pub const INTERNATIONAL: &str = "https://project.larksuite.com";
