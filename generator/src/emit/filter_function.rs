//! The names that every filter has in its modules, beside those that the spec gives.

use proc_macro2::Ident;

use crate::ir::{ConditionBuilder, Filter};

/// What an operator makes, and what joins these.
pub(super) const CLAUSE: &str = "Clause";

/// The functions of every filter.
pub(super) const FUNCTIONS: [&str; 2] = ["all", "any"];

/// Those of a filter whose fields may be of a type that is only known at run time.
pub(super) const TYPED_FUNCTIONS: [&str; 2] = ["operators", "typed"];

/// Functions that callers do not see.
const HELPERS: [&str; 4] = ["test", "compare", "nest", "quantify"];

/// The functions beside those that the spec names.
pub(crate) fn fixed_functions(has_field_types: bool) -> impl Iterator<Item = &'static str> {
    FUNCTIONS.into_iter().chain(TYPED_FUNCTIONS.into_iter().filter(move |_| has_field_types))
}

/// The name of a builder's struct.
pub(super) fn builder_name(builder: &ConditionBuilder) -> Ident {
    builder.name.pascal_ident_with("Condition")
}

/// All that the modules of a filter define.
pub(super) fn own_names(filter: &Filter) -> impl Iterator<Item = String> {
    let fixed =
        [CLAUSE].into_iter().chain(FUNCTIONS).chain(TYPED_FUNCTIONS).chain(HELPERS).map(str::to_owned);
    let builders = filter.builders.iter().map(|builder| builder_name(builder).to_string());
    fixed.chain(builders).chain(filter.starts.iter().map(|start| start.name.snake().to_owned()))
}
