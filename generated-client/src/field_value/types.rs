// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `field_value`.

use paceline_runtime::{DecodeError, Map, Timestamp, Value};
use paceline_runtime::codegen::{
    any_value, from_value, list, string_enum, to_value, union,
};
use crate::common::{
    BusinessId, FieldKey, FieldTypeKey, FileId, NodeId, RoleOwner, StateKey, TargetState,
    TemplateId, UserKey, WorkItemId,
};

/// Value of a field. Its shape depends on the type of the field, so there is a maker and a reader for
/// each shape. Values whose shape nobody documents, such as those of votes and of controls that
/// plugins provide, are kept exactly: `as_value` shows them as JSON, and `new` makes them of JSON.
/// `null` empties a field that holds one thing, an empty list one that holds several.
///
/// Source: developer manual, official Go SDK, official Java SDK, community notes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldValue(Value);

any_value!(FieldValue);

impl FieldValue {
    /// Text: for fields of type text and `multi_pure_text`, for the title, and for rich text without
    /// format.
    #[must_use]
    pub fn text(value: impl Into<String>) -> Self {
        Self(to_value(&value.into()))
    }

    /// Formatted text, for fields of type `multi_text`. It comes back without format; ask for the
    /// expansion `need_multi_text` to have all of it.
    #[must_use]
    pub fn rich_text(value: impl IntoIterator<Item = RichTextBlock>) -> Self {
        Self(to_value(&value.into_iter().collect::<Vec<_>>()))
    }

    /// A web address, for fields of type link.
    #[must_use]
    pub fn link(value: impl Into<String>) -> Self {
        Self(to_value(&value.into()))
    }

    /// Addresses of cloud documents, for fields of type `link_cloud_doc`.
    #[must_use]
    pub fn cloud_docs(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(to_value(&list::<String, _>(value)))
    }

    /// An e-mail address of at most 254 characters, for fields of type email.
    #[must_use]
    pub fn email(value: impl Into<String>) -> Self {
        Self(to_value(&value.into()))
    }

    /// A telephone number of 3 to 50 digits, for fields of type telephone. It may hold `+ - ( ) * #` as
    /// well.
    #[must_use]
    pub fn telephone(value: impl Into<String>) -> Self {
        Self(to_value(&value.into()))
    }

    /// A number, for fields of type number.
    #[must_use]
    #[inline]
    pub fn number(value: f64) -> Self {
        Self(to_value(&value))
    }

    /// A whole number, for fields of type number. Unlike `number` it is exact for all 64 bits.
    #[must_use]
    #[inline]
    pub fn integer(value: i64) -> Self {
        Self(to_value(&value))
    }

    /// Yes or no, for fields of type bool.
    #[must_use]
    #[inline]
    pub fn bool(value: bool) -> Self {
        Self(to_value(&value))
    }

    /// Result of a check made elsewhere, for fields of type signal: true for passed, false for failed,
    /// `null` while it runs.
    #[must_use]
    #[inline]
    pub fn signal(value: bool) -> Self {
        Self(to_value(&value))
    }

    /// One option, for fields of type select and radio, the priority among them.
    #[must_use]
    pub fn select(value: impl Into<SelectOption>) -> Self {
        Self(to_value(&value.into()))
    }

    /// Several options, for fields of type `multi_select`.
    #[must_use]
    pub fn multi_select(
        value: impl IntoIterator<Item = impl Into<SelectOption>>,
    ) -> Self {
        Self(to_value(&list::<SelectOption, _>(value)))
    }

    /// One option of a tree, for fields of type `tree_select`: the path from the root to the leaf.
    #[must_use]
    pub fn tree_select(value: impl Into<TreeOption>) -> Self {
        Self(to_value(&value.into()))
    }

    /// Several options of a tree, for fields of type `tree_multi_select`: one path for each, all from the
    /// root.
    #[must_use]
    pub fn tree_multi_select(
        value: impl IntoIterator<Item = impl Into<TreeOption>>,
    ) -> Self {
        Self(to_value(&list::<TreeOption, _>(value)))
    }

    /// One user, for fields of type user, the owner among them.
    #[must_use]
    pub fn user(value: impl Into<UserKey>) -> Self {
        Self(to_value(&value.into()))
    }

    /// Several users, for fields of type `multi_user`, the watchers among them. A field with one user can
    /// be read so, too.
    #[must_use]
    pub fn users(value: impl IntoIterator<Item = impl Into<UserKey>>) -> Self {
        Self(to_value(&list::<UserKey, _>(value)))
    }

    /// A day or a moment, for fields of type date. A field that holds days wants local midnight.
    #[must_use]
    pub fn date(value: impl Into<Timestamp>) -> Self {
        Self(to_value(&value.into()))
    }

    /// A first and a last day, for fields of type schedule.
    #[must_use]
    #[inline]
    pub fn schedule(value: DateSpan) -> Self {
        Self(to_value(&value))
    }

    /// One linked work item, for fields of type `work_item_related_select`.
    #[must_use]
    pub fn work_item(value: impl Into<WorkItemId>) -> Self {
        Self(to_value(&value.into()))
    }

    /// Several linked work items, for fields of type `work_item_related_multi_select`.
    #[must_use]
    pub fn work_items(value: impl IntoIterator<Item = impl Into<WorkItemId>>) -> Self {
        Self(to_value(&list::<WorkItemId, _>(value)))
    }

    /// Groups of fields, for fields of type `compound_field`. Writing it replaces all groups;
    /// `update_compound_field` changes single ones.
    #[must_use]
    pub fn compound(value: impl IntoIterator<Item = Vec<FieldValuePair>>) -> Self {
        Self(to_value(&value.into_iter().collect::<Vec<_>>()))
    }

    /// The business line.
    #[must_use]
    pub fn business(value: impl Into<BusinessId>) -> Self {
        Self(to_value(&value.into()))
    }

    /// The users of each role. Roles that are left out are emptied.
    #[must_use]
    pub fn roles(value: impl IntoIterator<Item = RoleOwner>) -> Self {
        Self(to_value(&value.into_iter().collect::<Vec<_>>()))
    }

    /// How the item comes by its chat group.
    #[must_use]
    pub fn group_type(value: impl Into<GroupType>) -> Self {
        Self(to_value(&value.into()))
    }

    /// Reads a value of the form [`text`](Self::text).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_text(&self) -> Result<String, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`rich_text`](Self::rich_text).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_rich_text(&self) -> Result<String, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`link`](Self::link).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_link(&self) -> Result<String, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`cloud_docs`](Self::cloud_docs).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_cloud_docs(&self) -> Result<Vec<String>, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`email`](Self::email).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_email(&self) -> Result<String, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`telephone`](Self::telephone).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_telephone(&self) -> Result<String, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`number`](Self::number).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_number(&self) -> Result<f64, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`integer`](Self::integer).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_integer(&self) -> Result<i64, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`bool`](Self::bool).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_bool(&self) -> Result<bool, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`signal`](Self::signal). `None` stands for `null`.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_signal(&self) -> Result<Option<bool>, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`select`](Self::select).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_select(&self) -> Result<SelectOption, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`multi_select`](Self::multi_select).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_multi_select(&self) -> Result<Vec<SelectOption>, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`tree_select`](Self::tree_select).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_tree_select(&self) -> Result<TreeOption, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`tree_multi_select`](Self::tree_multi_select).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_tree_multi_select(&self) -> Result<Vec<TreeOption>, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`user`](Self::user).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_user(&self) -> Result<UserKey, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`users`](Self::users).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_users(&self) -> Result<Vec<UserKey>, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`date`](Self::date).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_date(&self) -> Result<Timestamp, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`schedule`](Self::schedule).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_schedule(&self) -> Result<DateSpan, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`work_item`](Self::work_item). `None` stands for `null`.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_work_item(&self) -> Result<Option<WorkItemId>, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`work_items`](Self::work_items).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_work_items(&self) -> Result<Vec<WorkItemId>, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`compound`](Self::compound).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_compound(&self) -> Result<Vec<Vec<FieldValuePair>>, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`business`](Self::business).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_business(&self) -> Result<BusinessId, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`roles`](Self::roles).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_roles(&self) -> Result<Vec<RoleOwner>, DecodeError> {
        from_value(&self.0)
    }

    /// Reads a value of the form [`group_type`](Self::group_type).
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_group_type(&self) -> Result<GroupType, DecodeError> {
        from_value(&self.0)
    }

    /// The attachments of a field of type `multi_file`. They are written by uploading files.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_files(&self) -> Result<Vec<FieldFile>, DecodeError> {
        from_value(&self.0)
    }

    /// The state of the item. It is written by changing the state, or by finishing nodes.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_status(&self) -> Result<WorkItemStatus, DecodeError> {
        from_value(&self.0)
    }

    /// Results of several checks made elsewhere, of a field of type `multi_signal`. They are written with
    /// `update_multi_signal`.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_multi_signal(&self) -> Result<MultiSignal, DecodeError> {
        from_value(&self.0)
    }

    /// The workflow template with its version. It is chosen at creation.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_template(&self) -> Result<TemplateVersion, DecodeError> {
        from_value(&self.0)
    }

    /// The id of the workflow template.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_template_id(&self) -> Result<TemplateId, DecodeError> {
        from_value(&self.0)
    }

    /// Whether the item is terminated. It is written with `abort`.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_aborted(&self) -> Result<AbortedValue, DecodeError> {
        from_value(&self.0)
    }

    /// Nodes that the item is at.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_nodes(&self) -> Result<Vec<CurrentNode>, DecodeError> {
        from_value(&self.0)
    }

    /// A value calculated from other fields; nobody writes it.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_formula(&self) -> Result<FormulaValue, DecodeError> {
        from_value(&self.0)
    }

    /// A number that the server counts up, of a field of type `auto_number`, as text.
    ///
    /// # Errors
    ///
    /// When the value has another shape; the error names what was found.
    #[inline]
    pub fn as_serial(&self) -> Result<String, DecodeError> {
        from_value(&self.0)
    }
}

impl From<&str> for FieldValue {
    #[inline]
    fn from(value: &str) -> Self {
        Self::text(value)
    }
}

impl From<String> for FieldValue {
    #[inline]
    fn from(value: String) -> Self {
        Self::text(value)
    }
}

impl From<Vec<RichTextBlock>> for FieldValue {
    #[inline]
    fn from(value: Vec<RichTextBlock>) -> Self {
        Self::rich_text(value)
    }
}

impl From<Vec<String>> for FieldValue {
    #[inline]
    fn from(value: Vec<String>) -> Self {
        Self::cloud_docs(value)
    }
}

impl From<f64> for FieldValue {
    #[inline]
    fn from(value: f64) -> Self {
        Self::number(value)
    }
}

impl From<i64> for FieldValue {
    #[inline]
    fn from(value: i64) -> Self {
        Self::integer(value)
    }
}

impl From<bool> for FieldValue {
    #[inline]
    fn from(value: bool) -> Self {
        Self::bool(value)
    }
}

impl From<SelectOption> for FieldValue {
    #[inline]
    fn from(value: SelectOption) -> Self {
        Self::select(value)
    }
}

impl From<Vec<SelectOption>> for FieldValue {
    #[inline]
    fn from(value: Vec<SelectOption>) -> Self {
        Self::multi_select(value)
    }
}

impl From<TreeOption> for FieldValue {
    #[inline]
    fn from(value: TreeOption) -> Self {
        Self::tree_select(value)
    }
}

impl From<Vec<TreeOption>> for FieldValue {
    #[inline]
    fn from(value: Vec<TreeOption>) -> Self {
        Self::tree_multi_select(value)
    }
}

impl From<UserKey> for FieldValue {
    #[inline]
    fn from(value: UserKey) -> Self {
        Self::user(value)
    }
}

impl From<Vec<UserKey>> for FieldValue {
    #[inline]
    fn from(value: Vec<UserKey>) -> Self {
        Self::users(value)
    }
}

impl From<Timestamp> for FieldValue {
    #[inline]
    fn from(value: Timestamp) -> Self {
        Self::date(value)
    }
}

impl From<DateSpan> for FieldValue {
    #[inline]
    fn from(value: DateSpan) -> Self {
        Self::schedule(value)
    }
}

impl From<WorkItemId> for FieldValue {
    #[inline]
    fn from(value: WorkItemId) -> Self {
        Self::work_item(value)
    }
}

impl From<Vec<WorkItemId>> for FieldValue {
    #[inline]
    fn from(value: Vec<WorkItemId>) -> Self {
        Self::work_items(value)
    }
}

impl From<Vec<Vec<FieldValuePair>>> for FieldValue {
    #[inline]
    fn from(value: Vec<Vec<FieldValuePair>>) -> Self {
        Self::compound(value)
    }
}

impl From<BusinessId> for FieldValue {
    #[inline]
    fn from(value: BusinessId) -> Self {
        Self::business(value)
    }
}

impl From<Vec<RoleOwner>> for FieldValue {
    #[inline]
    fn from(value: Vec<RoleOwner>) -> Self {
        Self::roles(value)
    }
}

impl From<GroupType> for FieldValue {
    #[inline]
    fn from(value: GroupType) -> Self {
        Self::group_type(value)
    }
}

/// A rich text as Markdown.
///
/// Source: official Java SDK 1.0.34.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MarkdownValue {
    /// The text.
    pub markdown: Option<String>,
}

impl MarkdownValue {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The text.
    #[must_use]
    pub fn markdown(mut self, markdown: impl Into<String>) -> Self {
        self.markdown = Some(markdown.into());
        self
    }
}

/// A field of a work item, node or sub-task together with its value. To write it, name the field by
/// key or alias.
///
/// Set at least one of `field_key` and `field_alias`.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldValuePair {
    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// Value of the field, in the shape that its type wants.
    pub field_value: Option<FieldValue>,

    /// State that the value is meant for, for fields of a transition form.
    pub target_state: Option<TargetState>,

    /// Type of the field. Responses carry it; in requests it is a hint only.
    pub field_type_key: Option<FieldTypeKey>,

    /// Alias of the field, chosen by the administrator for use by integrations.
    pub field_alias: Option<String>,

    /// Help text shown beside the field.
    pub help_description: Option<String>,

    /// How the value is combined with the present one; the meaning of the numbers is not documented.
    pub update_mode: Option<i64>,

    /// Name of the field as people see it.
    pub field_name: Option<String>,

    /// Value of a rich text field, as Markdown, in place of `field_value`.
    pub field_value_markdown: Option<MarkdownValue>,
}

impl FieldValuePair {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the field.
    #[must_use]
    pub fn field_key(mut self, field_key: impl Into<FieldKey>) -> Self {
        self.field_key = Some(field_key.into());
        self
    }

    /// Value of the field, in the shape that its type wants.
    #[must_use]
    pub fn field_value(mut self, field_value: impl Into<FieldValue>) -> Self {
        self.field_value = Some(field_value.into());
        self
    }

    /// State that the value is meant for, for fields of a transition form.
    #[must_use]
    #[inline]
    pub fn target_state(mut self, target_state: TargetState) -> Self {
        self.target_state = Some(target_state);
        self
    }

    /// Type of the field. Responses carry it; in requests it is a hint only.
    #[must_use]
    pub fn field_type_key(mut self, field_type_key: impl Into<FieldTypeKey>) -> Self {
        self.field_type_key = Some(field_type_key.into());
        self
    }

    /// Alias of the field, chosen by the administrator for use by integrations.
    #[must_use]
    pub fn field_alias(mut self, field_alias: impl Into<String>) -> Self {
        self.field_alias = Some(field_alias.into());
        self
    }

    /// Help text shown beside the field.
    #[must_use]
    pub fn help_description(mut self, help_description: impl Into<String>) -> Self {
        self.help_description = Some(help_description.into());
        self
    }

    /// How the value is combined with the present one; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn update_mode(mut self, update_mode: i64) -> Self {
        self.update_mode = Some(update_mode);
        self
    }

    /// Name of the field as people see it.
    #[must_use]
    pub fn field_name(mut self, field_name: impl Into<String>) -> Self {
        self.field_name = Some(field_name.into());
        self
    }

    /// Value of a rich text field, as Markdown, in place of `field_value`.
    #[must_use]
    #[inline]
    pub fn field_value_markdown(mut self, field_value_markdown: MarkdownValue) -> Self {
        self.field_value_markdown = Some(field_value_markdown);
        self
    }
}

/// An option that was chosen. Its id differs from space to space; read it from the configuration of
/// the field.
///
/// Source: developer manual, official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SelectOption {
    /// Id of the option.
    pub value: String,

    /// Name of the option; not needed for writing.
    pub label: Option<String>,
}

impl SelectOption {
    /// One with what it must have.
    #[must_use]
    pub fn new(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            ..Default::default()
        }
    }

    /// Name of the option; not needed for writing.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}

impl From<&str> for SelectOption {
    #[inline]
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}

impl From<String> for SelectOption {
    #[inline]
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

/// An option of a tree that was chosen, with the one chosen below it.
///
/// Source: developer manual, official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TreeOption {
    /// Id of the option.
    pub value: String,

    /// Name of the option; not needed for writing.
    pub label: Option<String>,

    /// The option chosen below this one: one object, in spite of its name.
    pub children: Option<Box<TreeOption>>,
}

impl TreeOption {
    /// One with what it must have.
    #[must_use]
    pub fn new(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            ..Default::default()
        }
    }

    /// Name of the option; not needed for writing.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The option chosen below this one: one object, in spite of its name.
    #[must_use]
    pub fn children(mut self, children: impl Into<TreeOption>) -> Self {
        self.children = Some(Box::new(children.into()));
        self
    }
}

impl From<&str> for TreeOption {
    #[inline]
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}

impl From<String> for TreeOption {
    #[inline]
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

/// A first and a last day.
///
/// Source: developer manual, official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DateSpan {
    /// First millisecond of the first day, in local time.
    pub start_time: Timestamp,

    /// Last millisecond of the last day, in local time.
    pub end_time: Timestamp,
}

impl DateSpan {
    /// One with what it must have.
    #[must_use]
    pub fn new(
        start_time: impl Into<Timestamp>,
        end_time: impl Into<Timestamp>,
    ) -> Self {
        Self {
            start_time: start_time.into(),
            end_time: end_time.into(),
        }
    }
}

/// A block of formatted text, such as a paragraph or an item of a list.
///
/// Source: developer manual, community notes.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RichTextBlock {
    /// Kind of the block.
    pub kind: RichTextBlockKind,

    /// What stands in the block.
    pub content: Vec<RichTextSpan>,

    /// How the block is set: `align`, `indent`, `blockquote`.
    pub line_attrs: Option<Map<String, Value>>,
}

impl RichTextBlock {
    /// One with what it must have.
    #[must_use]
    pub fn new(
        kind: impl Into<RichTextBlockKind>,
        content: impl IntoIterator<Item = RichTextSpan>,
    ) -> Self {
        Self {
            kind: kind.into(),
            content: content.into_iter().collect::<Vec<_>>(),
            ..Default::default()
        }
    }

    /// How the block is set: `align`, `indent`, `blockquote`.
    #[must_use]
    pub fn line_attrs(mut self, line_attrs: impl Into<Map<String, Value>>) -> Self {
        self.line_attrs = Some(line_attrs.into());
        self
    }
}

/// Kind of a block of formatted text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RichTextBlockKind {
    /// Running text.
    Paragraph,

    /// An empty line.
    Blank,

    /// An item to tick off.
    Checklist,

    /// An item of a list without numbers.
    Bullet,

    /// An item of a list with numbers.
    Numbered,

    /// A line across.
    HorizontalLine,

    /// A table.
    Table,

    /// A value that is not documented.
    Unknown(String),
}

impl RichTextBlockKind {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Blank => "blank",
            Self::Checklist => "checklist",
            Self::Bullet => "ul",
            Self::Numbered => "ol",
            Self::HorizontalLine => "horizontalLine",
            Self::Table => "table",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for RichTextBlockKind {
    fn from(value: &str) -> Self {
        match value {
            "paragraph" => Self::Paragraph,
            "blank" => Self::Blank,
            "checklist" => Self::Checklist,
            "ul" => Self::Bullet,
            "ol" => Self::Numbered,
            "horizontalLine" => Self::HorizontalLine,
            "table" => Self::Table,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(RichTextBlockKind);

/// A piece of formatted text, all of one style.
///
/// Source: developer manual, community notes.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RichTextSpan {
    /// Kind of the piece.
    pub kind: RichTextSpanKind,

    /// The text.
    pub text: Option<String>,

    /// Its style: `bold`, `italic` and `underline` as the text "true", `fontColor` as the name of a colour
    /// (black, white, blue, green, purple, yellow, red), `fontSize`. Flags are texts, too.
    pub attrs: Option<Map<String, String>>,
}

impl RichTextSpan {
    /// One with what it must have.
    #[must_use]
    pub fn new(kind: impl Into<RichTextSpanKind>) -> Self {
        Self {
            kind: kind.into(),
            ..Default::default()
        }
    }

    /// The text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Its style: `bold`, `italic` and `underline` as the text "true", `fontColor` as the name of a colour
    /// (black, white, blue, green, purple, yellow, red), `fontSize`. Flags are texts, too.
    #[must_use]
    pub fn attrs(mut self, attrs: impl Into<Map<String, String>>) -> Self {
        self.attrs = Some(attrs.into());
        self
    }
}

/// Kind of a piece of formatted text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RichTextSpanKind {
    /// Text.
    Text,

    /// A link.
    Hyperlink,

    /// A picture.
    Image,

    /// A link shown as a card.
    LinkPreview,

    /// A value that is not documented.
    Unknown(String),
}

impl RichTextSpanKind {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text => "text",
            Self::Hyperlink => "hyperlink",
            Self::Image => "img",
            Self::LinkPreview => "linkPreview",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for RichTextSpanKind {
    fn from(value: &str) -> Self {
        match value {
            "text" => Self::Text,
            "hyperlink" => Self::Hyperlink,
            "img" => Self::Image,
            "linkPreview" => Self::LinkPreview,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(RichTextSpanKind);

/// How a work item comes by its chat group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GroupType {
    /// A group is made for it.
    Auto,

    /// It has none.
    Disabled,

    /// An existing group is connected later on.
    Bind,

    /// A value that is not documented.
    Unknown(String),
}

impl GroupType {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Auto => "auto",
            Self::Disabled => "disabled",
            Self::Bind => "bind",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for GroupType {
    fn from(value: &str) -> Self {
        match value {
            "auto" => Self::Auto,
            "disabled" => Self::Disabled,
            "bind" => Self::Bind,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(GroupType);

/// A file attached to a field.
///
/// Source: developer manual, official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldFile {
    /// Name of the file.
    pub name: Option<String>,

    /// Media type of the file.
    pub media_type: Option<String>,

    /// Length of the file in bytes.
    pub size: Option<i64>,

    /// Id of the file, as downloads and deletions take it.
    pub id: Option<FileId>,

    /// Address of the file.
    pub url: Option<String>,
}

/// A workflow template in one of its versions.
///
/// Source: community notes.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TemplateVersion {
    /// Id of the template.
    pub id: Option<TemplateId>,

    /// Version of the template.
    pub version: Option<i64>,
}

/// Whether a work item is terminated. Sources differ over its shape.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AbortedValue {
    /// It came as `true` or `false`.
    Flag(bool),

    /// It came as an object.
    Object(AbortedState),
}

union!(AbortedValue, Flag, Object);

/// Whether a work item is terminated, as an object.
///
/// Source: community notes.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AbortedState {
    /// Whether it is terminated.
    pub is_aborted: Option<bool>,
}

/// A calculated value, of the kind that the formula gives.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FormulaValue {
    /// It came as a text.
    Text(String),

    /// It came as a number.
    Number(f64),

    /// It came as `true` or `false`.
    Flag(bool),
}

union!(FormulaValue, Text, Number, Flag);

/// A signal that sums up several checks made outside Feishu Project.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MultiSignal {
    /// State of all checks together.
    pub status: Option<String>,

    /// The single checks.
    pub detail: Vec<MultiSignalDetail>,
}

/// One check made outside Feishu Project.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct MultiSignalDetail {
    /// Id of the check, chosen by you.
    pub id: Option<String>,

    /// Title of the check.
    pub title: Option<String>,

    /// State of the check: passed, processing or rejected.
    pub status: Option<String>,

    /// Address of a page about the check.
    pub view_link: Option<String>,

    /// Request that asks for the state of the check.
    pub query_link: Option<SignalQuery>,
}

impl MultiSignalDetail {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the check, chosen by you.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Title of the check.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// State of the check: passed, processing or rejected.
    #[must_use]
    pub fn status(mut self, status: impl Into<String>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Address of a page about the check.
    #[must_use]
    pub fn view_link(mut self, view_link: impl Into<String>) -> Self {
        self.view_link = Some(view_link.into());
        self
    }

    /// Request that asks for the state of the check.
    #[must_use]
    #[inline]
    pub fn query_link(mut self, query_link: SignalQuery) -> Self {
        self.query_link = Some(query_link);
        self
    }
}

/// The HTTP request by which the state of a check can be asked for.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SignalQuery {
    /// Address to call.
    pub url: Option<String>,

    /// HTTP method.
    pub method: Option<String>,

    /// Headers to send.
    pub headers: Option<Value>,

    /// Body to send.
    pub body: Option<Value>,

    /// Query parameters to send.
    pub params: Option<Value>,
}

impl SignalQuery {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Address to call.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// HTTP method.
    #[must_use]
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Headers to send.
    #[must_use]
    pub fn headers(mut self, headers: impl Into<Value>) -> Self {
        self.headers = Some(headers.into());
        self
    }

    /// Body to send.
    #[must_use]
    pub fn body(mut self, body: impl Into<Value>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Query parameters to send.
    #[must_use]
    pub fn params(mut self, params: impl Into<Value>) -> Self {
        self.params = Some(params.into());
        self
    }
}

/// The state that a work item is in, and the states it has gone through.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkItemStatus {
    /// Key of the state. The only member that a filter needs.
    pub state_key: Option<StateKey>,

    /// Whether the state is a final one.
    pub is_archived_state: Option<bool>,

    /// Whether the state is the first one.
    pub is_init_state: Option<bool>,

    /// When the item came into the state, in epoch milliseconds.
    pub updated_at: Option<Timestamp>,

    /// User who brought the item into the state.
    pub updated_by: Option<UserKey>,

    /// States the item was in before.
    pub history: Option<Vec<WorkItemStatus>>,
}

impl WorkItemStatus {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the state. The only member that a filter needs.
    #[must_use]
    pub fn state_key(mut self, state_key: impl Into<StateKey>) -> Self {
        self.state_key = Some(state_key.into());
        self
    }

    /// Whether the state is a final one.
    #[must_use]
    #[inline]
    pub fn is_archived_state(mut self, is_archived_state: bool) -> Self {
        self.is_archived_state = Some(is_archived_state);
        self
    }

    /// Whether the state is the first one.
    #[must_use]
    #[inline]
    pub fn is_init_state(mut self, is_init_state: bool) -> Self {
        self.is_init_state = Some(is_init_state);
        self
    }

    /// When the item came into the state, in epoch milliseconds.
    #[must_use]
    pub fn updated_at(mut self, updated_at: impl Into<Timestamp>) -> Self {
        self.updated_at = Some(updated_at.into());
        self
    }

    /// User who brought the item into the state.
    #[must_use]
    pub fn updated_by(mut self, updated_by: impl Into<UserKey>) -> Self {
        self.updated_by = Some(updated_by.into());
        self
    }

    /// States the item was in before.
    #[must_use]
    pub fn history(mut self, history: impl IntoIterator<Item = WorkItemStatus>) -> Self {
        self.history = Some(history.into_iter().collect::<Vec<_>>());
        self
    }
}

/// A node that a work item is at.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CurrentNode {
    /// Id of the node.
    pub id: Option<NodeId>,

    /// Name of the node.
    pub name: Option<String>,

    /// Users responsible for the node.
    pub owners: Vec<UserKey>,

    /// Whether it is a milestone.
    pub milestone: Option<bool>,
}
