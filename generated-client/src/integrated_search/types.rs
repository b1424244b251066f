// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `integrated_search`.

use paceline_runtime::{JsonText, Map, Value};
use paceline_runtime::codegen::list;
use crate::common::{FieldKey, FieldTypeKey, ProjectKey, WorkItemTypeKey};
use crate::search::{Conjunction, SearchCursor, TypeScope};

/// A query in the grammar of the web application. Its details are not documented publicly.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegratedQuery {
    /// Conditions that hits must meet.
    pub filter: Option<IntegratedFilter>,

    /// Order of the hits.
    pub sorts: Option<Vec<IntegratedSort>>,

    /// How hits are grouped.
    pub groups: Option<Vec<IntegratedGroup>>,

    /// Kind of the query; the meaning of the numbers is not documented.
    pub query_type: Option<i64>,

    /// Page to read.
    pub pagination: Option<IntegratedPage>,

    /// Members that a hit carries, each with a number whose meaning is not documented.
    pub projection: Option<Map<String, i64>>,

    /// Whether the query is an instant one; its effect is not documented.
    pub instant_query: Option<bool>,

    /// Whether to find terminated items too.
    pub find_aborted: Option<bool>,

    /// Whether to find deleted items too.
    pub find_deleted: Option<bool>,

    /// Whether fields that are out of date are looked for; its effect is not documented.
    pub need_check_dirty_fields: Option<bool>,

    /// Spaces to search.
    pub project_keys: Option<Vec<ProjectKey>>,

    /// Types to search.
    pub work_item_type_keys: Option<Vec<WorkItemTypeKey>>,

    /// Whether too many hits are cut off rather than refused.
    pub allow_truncate: Option<bool>,
}

impl IntegratedQuery {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Conditions that hits must meet.
    #[must_use]
    #[inline]
    pub fn filter(mut self, filter: IntegratedFilter) -> Self {
        self.filter = Some(filter);
        self
    }

    /// Order of the hits.
    #[must_use]
    pub fn sorts(mut self, sorts: impl IntoIterator<Item = IntegratedSort>) -> Self {
        self.sorts = Some(sorts.into_iter().collect::<Vec<_>>());
        self
    }

    /// How hits are grouped.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = IntegratedGroup>) -> Self {
        self.groups = Some(groups.into_iter().collect::<Vec<_>>());
        self
    }

    /// Kind of the query; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn query_type(mut self, query_type: i64) -> Self {
        self.query_type = Some(query_type);
        self
    }

    /// Page to read.
    #[must_use]
    #[inline]
    pub fn pagination(mut self, pagination: IntegratedPage) -> Self {
        self.pagination = Some(pagination);
        self
    }

    /// Members that a hit carries, each with a number whose meaning is not documented.
    #[must_use]
    pub fn projection(mut self, projection: impl Into<Map<String, i64>>) -> Self {
        self.projection = Some(projection.into());
        self
    }

    /// Whether the query is an instant one; its effect is not documented.
    #[must_use]
    #[inline]
    pub fn instant_query(mut self, instant_query: bool) -> Self {
        self.instant_query = Some(instant_query);
        self
    }

    /// Whether to find terminated items too.
    #[must_use]
    #[inline]
    pub fn find_aborted(mut self, find_aborted: bool) -> Self {
        self.find_aborted = Some(find_aborted);
        self
    }

    /// Whether to find deleted items too.
    #[must_use]
    #[inline]
    pub fn find_deleted(mut self, find_deleted: bool) -> Self {
        self.find_deleted = Some(find_deleted);
        self
    }

    /// Whether fields that are out of date are looked for; its effect is not documented.
    #[must_use]
    #[inline]
    pub fn need_check_dirty_fields(mut self, need_check_dirty_fields: bool) -> Self {
        self.need_check_dirty_fields = Some(need_check_dirty_fields);
        self
    }

    /// Spaces to search.
    #[must_use]
    pub fn project_keys(
        mut self,
        project_keys: impl IntoIterator<Item = impl Into<ProjectKey>>,
    ) -> Self {
        self.project_keys = Some(list::<ProjectKey, _>(project_keys));
        self
    }

    /// Types to search.
    #[must_use]
    pub fn work_item_type_keys(
        mut self,
        work_item_type_keys: impl IntoIterator<Item = impl Into<WorkItemTypeKey>>,
    ) -> Self {
        self.work_item_type_keys = Some(list::<WorkItemTypeKey, _>(work_item_type_keys));
        self
    }

    /// Whether too many hits are cut off rather than refused.
    #[must_use]
    #[inline]
    pub fn allow_truncate(mut self, allow_truncate: bool) -> Self {
        self.allow_truncate = Some(allow_truncate);
        self
    }
}

/// Conditions joined by a conjunction, possibly nested.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegratedFilter {
    /// How the conditions and groups combine.
    pub conjunction: Option<Conjunction>,

    /// Conditions of this filter.
    pub conditions: Option<Vec<IntegratedCondition>>,

    /// Filters inside this one.
    pub groups: Option<Vec<IntegratedFilter>>,
}

impl IntegratedFilter {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// How the conditions and groups combine.
    #[must_use]
    pub fn conjunction(mut self, conjunction: impl Into<Conjunction>) -> Self {
        self.conjunction = Some(conjunction.into());
        self
    }

    /// Conditions of this filter.
    #[must_use]
    pub fn conditions(
        mut self,
        conditions: impl IntoIterator<Item = IntegratedCondition>,
    ) -> Self {
        self.conditions = Some(conditions.into_iter().collect::<Vec<_>>());
        self
    }

    /// Filters inside this one.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = IntegratedFilter>) -> Self {
        self.groups = Some(groups.into_iter().collect::<Vec<_>>());
        self
    }
}

/// One condition of an integrated query.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegratedCondition {
    /// The field concerned.
    pub field_item: Option<QueryField>,

    /// How the field is compared; the values are not documented.
    pub operator: Option<String>,

    /// Value to compare with, as text.
    pub original_value: Option<String>,

    /// Formula to compare with.
    pub formula: Option<String>,

    /// Version of the condition's grammar.
    pub version: Option<String>,

    /// How many groups of a compound field must meet the condition.
    pub pre_operator: Option<String>,

    /// Inner conditions on a compound field.
    pub value_group: Option<IntegratedFilter>,

    /// Where the condition comes from.
    pub source: Option<QueryFieldSource>,
}

impl IntegratedCondition {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The field concerned.
    #[must_use]
    #[inline]
    pub fn field_item(mut self, field_item: QueryField) -> Self {
        self.field_item = Some(field_item);
        self
    }

    /// How the field is compared; the values are not documented.
    #[must_use]
    pub fn operator(mut self, operator: impl Into<String>) -> Self {
        self.operator = Some(operator.into());
        self
    }

    /// Value to compare with, as text.
    #[must_use]
    pub fn original_value(mut self, original_value: impl Into<String>) -> Self {
        self.original_value = Some(original_value.into());
        self
    }

    /// Formula to compare with.
    #[must_use]
    pub fn formula(mut self, formula: impl Into<String>) -> Self {
        self.formula = Some(formula.into());
        self
    }

    /// Version of the condition's grammar.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// How many groups of a compound field must meet the condition.
    #[must_use]
    pub fn pre_operator(mut self, pre_operator: impl Into<String>) -> Self {
        self.pre_operator = Some(pre_operator.into());
        self
    }

    /// Inner conditions on a compound field.
    #[must_use]
    #[inline]
    pub fn value_group(mut self, value_group: IntegratedFilter) -> Self {
        self.value_group = Some(value_group);
        self
    }

    /// Where the condition comes from.
    #[must_use]
    #[inline]
    pub fn source(mut self, source: QueryFieldSource) -> Self {
        self.source = Some(source);
        self
    }
}

/// One order of an integrated query.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegratedSort {
    /// The field concerned.
    pub field_item: Option<QueryField>,

    /// Direction of the order; the values are not documented.
    pub order: Option<String>,
}

impl IntegratedSort {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The field concerned.
    #[must_use]
    #[inline]
    pub fn field_item(mut self, field_item: QueryField) -> Self {
        self.field_item = Some(field_item);
        self
    }

    /// Direction of the order; the values are not documented.
    #[must_use]
    pub fn order(mut self, order: impl Into<String>) -> Self {
        self.order = Some(order.into());
        self
    }
}

/// One grouping of an integrated query.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegratedGroup {
    /// The field concerned.
    pub field_item: Option<QueryField>,

    /// Whether empty groups are wanted.
    pub need_empty: Option<bool>,

    /// Whether the configuration of the groups is wanted.
    pub needs_config: Option<bool>,
}

impl IntegratedGroup {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// The field concerned.
    #[must_use]
    #[inline]
    pub fn field_item(mut self, field_item: QueryField) -> Self {
        self.field_item = Some(field_item);
        self
    }

    /// Whether empty groups are wanted.
    #[must_use]
    #[inline]
    pub fn need_empty(mut self, need_empty: bool) -> Self {
        self.need_empty = Some(need_empty);
        self
    }

    /// Whether the configuration of the groups is wanted.
    #[must_use]
    #[inline]
    pub fn needs_config(mut self, needs_config: bool) -> Self {
        self.needs_config = Some(needs_config);
        self
    }
}

/// Page of an integrated query.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegratedPage {
    /// Number of the page, counted from 1.
    pub page_num: Option<i64>,

    /// Number of items a page.
    pub page_size: Option<i64>,

    /// Position at which the next page starts, as the page before returned it.
    pub search_after: Option<String>,

    /// Name of the snapshot that the search reads from, as the page before returned it.
    pub pit: Option<String>,
}

impl IntegratedPage {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Number of the page, counted from 1.
    #[must_use]
    #[inline]
    pub fn page_num(mut self, page_num: i64) -> Self {
        self.page_num = Some(page_num);
        self
    }

    /// Number of items a page.
    #[must_use]
    #[inline]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.page_size = Some(page_size);
        self
    }

    /// Position at which the next page starts, as the page before returned it.
    #[must_use]
    pub fn search_after(mut self, search_after: impl Into<String>) -> Self {
        self.search_after = Some(search_after.into());
        self
    }

    /// Name of the snapshot that the search reads from, as the page before returned it.
    #[must_use]
    pub fn pit(mut self, pit: impl Into<String>) -> Self {
        self.pit = Some(pit.into());
        self
    }
}

/// A field as integrated queries name it.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct QueryField {
    /// Class of the field; the values are not documented.
    pub class_name: Option<String>,

    /// How the field is looked up; the meaning of the numbers is not documented.
    pub strategy: Option<i64>,

    /// Key of the field.
    pub key: Option<String>,

    /// Type of the field.
    pub kind: Option<FieldTypeKey>,

    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Further settings, as text.
    pub params: Option<String>,

    /// Further settings by name.
    pub extras: Option<Map<String, String>>,

    /// Key of the compound field that the field belongs to.
    pub parent_field_key: Option<FieldKey>,

    /// Type of the compound field that the field belongs to.
    pub parent_field_type: Option<FieldTypeKey>,

    /// Kind of object the field belongs to.
    pub entity_scope: Option<String>,

    /// Types that a relation field leads to.
    pub target_data_sources: Option<Vec<TypeScope>>,
}

impl QueryField {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Class of the field; the values are not documented.
    #[must_use]
    pub fn class_name(mut self, class_name: impl Into<String>) -> Self {
        self.class_name = Some(class_name.into());
        self
    }

    /// How the field is looked up; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn strategy(mut self, strategy: i64) -> Self {
        self.strategy = Some(strategy);
        self
    }

    /// Key of the field.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Type of the field.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<FieldTypeKey>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Key of the space.
    #[must_use]
    pub fn project_key(mut self, project_key: impl Into<ProjectKey>) -> Self {
        self.project_key = Some(project_key.into());
        self
    }

    /// Key of the work item type.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Further settings, as text.
    #[must_use]
    pub fn params(mut self, params: impl Into<String>) -> Self {
        self.params = Some(params.into());
        self
    }

    /// Further settings by name.
    #[must_use]
    pub fn extras(mut self, extras: impl Into<Map<String, String>>) -> Self {
        self.extras = Some(extras.into());
        self
    }

    /// Key of the compound field that the field belongs to.
    #[must_use]
    pub fn parent_field_key(mut self, parent_field_key: impl Into<FieldKey>) -> Self {
        self.parent_field_key = Some(parent_field_key.into());
        self
    }

    /// Type of the compound field that the field belongs to.
    #[must_use]
    pub fn parent_field_type(
        mut self,
        parent_field_type: impl Into<FieldTypeKey>,
    ) -> Self {
        self.parent_field_type = Some(parent_field_type.into());
        self
    }

    /// Kind of object the field belongs to.
    #[must_use]
    pub fn entity_scope(mut self, entity_scope: impl Into<String>) -> Self {
        self.entity_scope = Some(entity_scope.into());
        self
    }

    /// Types that a relation field leads to.
    #[must_use]
    pub fn target_data_sources(
        mut self,
        target_data_sources: impl IntoIterator<Item = TypeScope>,
    ) -> Self {
        self.target_data_sources = Some(
            target_data_sources.into_iter().collect::<Vec<_>>(),
        );
        self
    }
}

/// Where a field of a query comes from.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct QueryFieldSource {
    /// Use of the field; the meaning of the numbers is not documented.
    pub usage: Option<i64>,

    /// Id of the source.
    pub unique_id: Option<String>,
}

impl QueryFieldSource {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Use of the field; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn usage(mut self, usage: i64) -> Self {
        self.usage = Some(usage);
        self
    }

    /// Id of the source.
    #[must_use]
    pub fn unique_id(mut self, unique_id: impl Into<String>) -> Self {
        self.unique_id = Some(unique_id.into());
        self
    }
}

/// Hits of an integrated search, with what is needed to read on.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegratedResult {
    /// The hits; their shape depends on the query.
    pub data: Option<JsonText<Value>>,

    /// Where the page stands: put it into the next query to read on.
    pub pagination: Option<SearchCursor>,

    /// Further information by name.
    pub extra_info: Map<String, String>,
}
