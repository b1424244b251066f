// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint, called against the sandbox: once with nothing optional, once with all of it.
//!
//! `fixture.rs` and `mutation.rs` are written by hand: the one starts the sandbox and says what exists
//! there, the other changes responses.
#![cfg(feature = "all")]

mod fixture;
mod mutation;

#[rustfmt::skip]
mod account;

#[rustfmt::skip]
mod ai;

#[rustfmt::skip]
mod attachment;

#[rustfmt::skip]
mod auth;

#[rustfmt::skip]
mod chart;

#[rustfmt::skip]
mod chat;

#[rustfmt::skip]
mod comment;

#[rustfmt::skip]
mod deliverable;

#[rustfmt::skip]
mod department;

#[rustfmt::skip]
mod field;

#[rustfmt::skip]
mod file;

#[rustfmt::skip]
mod flow_role;

#[rustfmt::skip]
mod project;

#[rustfmt::skip]
mod project_relation;

#[rustfmt::skip]
mod relation;

#[rustfmt::skip]
mod resource_library;

#[rustfmt::skip]
mod review;

#[rustfmt::skip]
mod sub_task;

#[rustfmt::skip]
mod tenant;

#[rustfmt::skip]
mod user;

#[rustfmt::skip]
mod user_group;

#[rustfmt::skip]
mod view;

#[rustfmt::skip]
mod wbs_draft;

#[rustfmt::skip]
mod work_hour;

#[rustfmt::skip]
mod work_item;

#[rustfmt::skip]
mod work_item_type;

#[rustfmt::skip]
mod workflow;

#[rustfmt::skip]
mod workflow_template;
