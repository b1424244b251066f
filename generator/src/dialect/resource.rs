//! The files beside the one that describes the API as a whole.

use super::api::ERRORS;
use super::endpoint::{ENDPOINT, HOST};
use super::event::CALLBACK;
use super::filter::FILTER;
use super::mapping::{Entries, Key, Mapping, SNAKE_CASE, Value};
use super::type_def::TYPE;
use super::upload::UPLOAD;

pub(crate) static RESOURCE_FILE: Mapping = Mapping::new(
    "resource_file",
    "the file of a resource",
    "One resource: its endpoints and types become one module of the client.",
    &[
        Key::new("resource", "Name of the module and of the Cargo feature, in snake case.", NAME).needed(),
        Key::new("accessor", "Name of the client's method that leads to the calls.", NAME)
            .left_out("the resource's name"),
        Key::doc("One sentence or more about the resource."),
        HOST.left_out("the client's"),
        Key::new(
            "endpoints",
            "The calls, by their names in snake case.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&ENDPOINT))),
        )
        .left_out("none"),
        Key::new(
            "types",
            "The types, by their names, like `WorkItem`.",
            Value::Entries(&Entries::named("^[A-Z][A-Za-z0-9]*$", Value::Mapping(&TYPE))),
        )
        .left_out("none"),
        Key::new(
            "filters",
            "Modules for conditions, by their names.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&FILTER))),
        )
        .left_out("none"),
        Key::new(
            "uploads",
            "Methods that upload a file of any size.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&UPLOAD))),
        )
        .left_out("none"),
        Key::new(
            "events",
            "What the service sends by itself: callbacks, each a kind of request with its event types.",
            Value::Entries(&Entries::named(SNAKE_CASE, Value::Mapping(&CALLBACK))),
        )
        .left_out("none"),
        ERRORS.left_out("they stand in other files"),
    ],
);

pub(crate) static ERRORS_FILE: Mapping =
    Mapping::new("errors_file", "a file of error codes", "Error codes.", &[ERRORS.needed()]);

const NAME: Value = Value::Notation("name");
