// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! The documented error codes, as an enum.

use paceline_runtime::Error;

/// An error code of the API. Codes that are not documented are kept as they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorCode {
    /// 9999 (Invalid Param), status 400: The body is not the JSON that the endpoint wants: a member has
    /// the wrong structure or type.
    ///
    /// Compare the request with the endpoint's parameters; sending it again unchanged cannot help.
    MalformedRequest,

    /// 10001 (No Permission), status 403: The acting user may not do this here, for instance because only
    /// the author, an editor or a space administrator may.
    ///
    /// Act as a user who has the right, or grant it; also check that the plugin is installed in every
    /// space involved.
    NoPermission,

    /// 10002 (Illegal Operation), status 403: The item's current node or state does not allow this move.
    ///
    /// Read the workflow again and choose a transition that starts at the current state.
    IllegalOperation,

    /// 10004 (Operation Failed), status 403: The change would leave the workflow without a single node.
    ///
    /// Keep at least one node and send a different change.
    OperationFailed,

    /// 10005 (No project admin permission): Only administrators of the space may do this, and the acting
    /// user is none.
    ///
    /// Act as a space administrator.
    NotProjectAdmin,

    /// 10021 (Token Not Exist), status 401: The call arrived without a token in X-PLUGIN-TOKEN.
    ///
    /// The client renews the token and sends the call once more; if it persists, check that credentials
    /// are configured.
    TokenMissing,

    /// 10022 (Check Token Failed), status 401: The token has expired or was never valid.
    ///
    /// The client renews the token and sends the call once more; if it persists, check plugin id and
    /// secret.
    TokenRejected,

    /// 10023 (User not exist): The user named in X-USER-KEY does not exist.
    ///
    /// Correct the user key; it is shown by a double click on the user's avatar.
    ActingUserUnknown,

    /// 10204: The token endpoint does not accept this plugin id and secret.
    ///
    /// Correct the plugin id or secret; asking again with the same pair cannot help.
    PluginCredentialsRejected,

    /// 10210 (code invalid), status 403: The authorization code is wrong, was used before, or is older
    /// than five minutes.
    ///
    /// Let the user authorize again and exchange the new code at once.
    AuthCodeInvalid,

    /// 10211 (Token Info Is Invalid), status 403: The token cannot be read, or a plugin token came without
    /// an acting user.
    ///
    /// Set a user key when you use a plugin token; otherwise the client renews the token and sends the
    /// call once more.
    TokenInfoInvalid,

    /// 10301 (Check Token Perm Failed), status 401: The plugin lacks the permission for this endpoint in
    /// this space; despite HTTP 401 the token itself is fine.
    ///
    /// Request the permission, publish the plugin version, install or update it in the space, and check
    /// the space id and the user's rights.
    ScopeNotGranted,

    /// 10302 (Check User Error, User Is Resigned), status 401: The acting or queried user has left the
    /// company.
    ///
    /// Use an active user; a new token does not change this.
    UserResigned,

    /// 10404 (No Project Permission), status 403: The acting user has no access to the space.
    ///
    /// Add the user to the space or act as someone who belongs to it.
    NoProjectPermission,

    /// 10429 (API Request Frequency Limit), status 429: Too many requests with this token to this
    /// endpoint.
    ///
    /// Wait and send again more slowly; the client does so by itself.
    RateLimited,

    /// 10430 (API Request Idempotent Limit), status 429: A request with the same idempotency key was
    /// already received for this token and endpoint.
    ///
    /// The first attempt probably succeeded: read the state to make sure, and use a new key for a new
    /// write.
    DuplicateIdempotencyKey,

    /// 13001 (View not exist), status 404: No view has this id.
    ///
    /// List the views of the space and use an id from there.
    ViewNotFound,

    /// 20001 (Param Request Limit), status 400: More than 100 spaces were asked for in one call.
    ///
    /// Ask for at most 100 spaces per call.
    TooManySpaces,

    /// 20002 (Page Size Limit), status 400: The page size is above the maximum of this endpoint.
    ///
    /// Ask for a smaller page; the endpoint's documentation names the maximum.
    PageSizeTooLarge,

    /// 20003 (Wrong `WorkItemType` Param), status 400: The work item type is missing or wrong, or a
    /// workflow was asked of an item that has a state flow.
    ///
    /// Use a type key of this space, and leave the workflow expansion out for items with a state flow.
    WrongWorkItemType,

    /// 20004 (Search User Limit), status 400: More users were given than one call takes: 10 in the item
    /// filter, 100 in the user query.
    ///
    /// Split the users over several calls.
    TooManyUsers,

    /// 20005 (Missing Param), status 400: A required parameter is absent.
    ///
    /// Add the parameter that the message names.
    MissingParam,

    /// 20006 (Invalid Param), status 400: A parameter has a value that is not allowed or does not fit its
    /// field.
    ///
    /// Correct the parameter that the message names. A value has the shape of its field's type, as the
    /// makers of `FieldValue` give it; times are milliseconds, of 13 digits.
    InvalidParam,

    /// 20007 (`WorkItem` Is Already Aborted), status 400: The work item is terminated.
    ///
    /// Restore the item first, or treat the call as done if terminating was its purpose.
    AlreadyAborted,

    /// 20008 (`WorkItem` Is Already Restored), status 400: The work item is not terminated any more.
    ///
    /// Treat the call as done if restoring was its purpose.
    AlreadyRestored,

    /// 20009 (Abort Or Restore `WorkItem` No Reason), status 400: Terminating or restoring needs a reason.
    ///
    /// Send a reason.
    AbortReasonMissing,

    /// 20010 (`WorkItemType` Is Not Same), status 400: The items meant for one view are of several types.
    ///
    /// Send items of one type only.
    MixedWorkItemTypes,

    /// 20011 (Input View Is Not Fix View), status 400: The view is not a fixed view.
    ///
    /// Use the id of a fixed view; other views cannot be deleted here.
    NotAFixedView,

    /// 20012 (View Is Not In The Input Project), status 400: The view belongs to another space than the
    /// one in the path.
    ///
    /// Use the space that owns the view.
    ViewInOtherProject,

    /// 20013 (Invalid Time Interval), status 400: A time is not in milliseconds with 13 digits, or the
    /// interval is longer than allowed.
    ///
    /// Send epoch milliseconds and keep the interval within the endpoint's window.
    InvalidTimeInterval,

    /// 20014 (Project And `WorkItem` Not Match), status 400: The work item belongs to another space than
    /// the one in the path.
    ///
    /// Use the space that owns the item.
    WorkItemInOtherProject,

    /// 20015 (Field Mix With '-' And Without '-'), status 400: The field list mixes names to include with
    /// names to exclude.
    ///
    /// Either list the fields to have, or put a minus before every one of the fields to leave out.
    FieldsMixed,

    /// 20016 (Node Is Not Arrived, Could Not Be operated), status 400: The workflow has not come to this
    /// node yet.
    ///
    /// Finish the earlier nodes first.
    NodeNotReached,

    /// 20017 (Node Is Completed, Could Not Be Completed), status 400: The node is finished already.
    ///
    /// Treat the call as done if finishing was its purpose, otherwise roll the node back first.
    NodeAlreadyCompleted,

    /// 20018 (Node ID Not Exist In Workflow), status 400: The item's workflow has no node with this id.
    ///
    /// Read the workflow and use a node id from there.
    NodeNotInWorkflow,

    /// 20019 (Invite Bot Limit 5), status 400: More than five bots were to be invited.
    ///
    /// Invite at most five bots per call.
    TooManyBots,

    /// 20020 (Bot `App_ids` Empty), status 400: No bot was named.
    ///
    /// Name at least one bot app.
    NoBots,

    /// 20021 (`ChatID` Not Belong `WorkItem`), status 400: The chat group is not bound to this work item.
    ///
    /// Bind the chat to the item first.
    ChatNotOfWorkItem,

    /// 20024 (Uploaded File Size Limit 100M), status 400: The file is larger than 100 MB.
    ///
    /// Upload a smaller file.
    FileTooLarge,

    /// 20025 (`Field_key/Field_alias` Missing), status 400: A field value names its field neither by key
    /// nor by alias.
    ///
    /// Set `field_key` or `field_alias` on every field value.
    FieldKeyMissing,

    /// 20026 (`FlowType` Is Error, Please Convert To Status `FlowType`), status 400: The item runs through
    /// a state flow, but the call asked for a node flow.
    ///
    /// Ask for the state flow.
    ItemHasStateFlow,

    /// 20027 (`FlowType` Is Error, Please Convert To Node `FlowType`), status 400: The item runs through a
    /// node flow, but the call asked for a state flow.
    ///
    /// Ask for the node flow.
    ItemHasNodeFlow,

    /// 20028 (Workitem Ids Limit 50), status 400: More than 50 work items were given.
    ///
    /// Send at most 50 ids per call.
    TooManyWorkItems,

    /// 20029 (Unsupported Field Type), status 400: A field of this type cannot be updated or searched
    /// here.
    ///
    /// Leave the field out; the message may name it.
    UnsupportedFieldType,

    /// 20032 (`DifferentSchedule` Set Owner Invalid), status 400: A schedule of its own per owner must
    /// name exactly one owner.
    ///
    /// Give each of these schedules exactly one owner.
    DifferentScheduleOwnerInvalid,

    /// 20033 (Update Field Invalid), status 400: This field cannot be written.
    ///
    /// Leave the field out; calculated and system fields are changed by other means.
    FieldNotUpdatable,

    /// 20037 (Node Is not completed, Could Not Be Rollback), status 400: The node is not finished, so it
    /// cannot be rolled back.
    ///
    /// Roll back finished nodes only.
    NodeNotCompleted,

    /// 20038 (Required Field Is Not Set), status 400: A field that creation or the transition requires is
    /// empty.
    ///
    /// Fill the required fields; the message or the metadata of the type names them.
    RequiredFieldMissing,

    /// 20039, status 400: A plugin token came without an acting user.
    ///
    /// Set a user key on the client or on the call.
    UserKeyRequired,

    /// 20040 (Request Form Is Null), status 400: The upload was not a multipart form, or the form was
    /// empty.
    ///
    /// Send the file as a multipart form with the part file.
    EmptyForm,

    /// 20041 (Field `RoleOwner` Must Be Set In `FieldValuePairs`), status 400: The type wants role owners
    /// on creation and none were given.
    ///
    /// Add the field `role_owners` to the field values.
    RoleOwnersMissing,

    /// 20042 (X-User-Key Is Wrong, please Check First), status 400: The acting user in X-USER-KEY is
    /// missing or wrong.
    ///
    /// Correct the user key.
    UserKeyWrong,

    /// 20043 (View Ids Limit 10), status 400: More than ten views were given.
    ///
    /// Send at most ten view ids per call.
    TooManyViews,

    /// 20044 (`WorkItem` Has Been Disabled), status 400: The work item type is disabled.
    ///
    /// Enable the type or use another one.
    WorkItemTypeDisabled,

    /// 20045 (Comment And `WorkItem` Not Match), status 400: The comment belongs to another work item.
    ///
    /// Use the item that the comment was written on.
    CommentOfOtherWorkItem,

    /// 20046 (Task ID Not Exist In Workflow), status 400: The item's workflow has no sub-task with this
    /// id.
    ///
    /// Read the sub-tasks of the item and use an id from there.
    SubTaskNotInWorkflow,

    /// 20047 (`Role_Assignee` and Assignee Can't Be Set Together), status 400: Assignees were given both
    /// directly and by role.
    ///
    /// Send either assignee or `role_assignee`.
    AssigneeConflict,

    /// 20048 (`Role_Assignee`'s Role Is Not Match), status 400: The role is not the one that the node is
    /// bound to.
    ///
    /// Use the role of the node's configuration.
    RoleMismatch,

    /// 20049 (`TenantGroupID` Is Wrong), status 400: The tenant group id is wrong.
    ///
    /// Correct the tenant group id or leave it out.
    TenantGroupWrong,

    /// 20050 (Field Option Value Is Wrong), status 400: The field has no option with this value.
    ///
    /// Read the field's options and send the id of one as value.
    OptionUnknown,

    /// 20051 (`FieldLinkedStory` Value Is Wrong), status 400: The linked requirement is not acceptable.
    ///
    /// Send the id of an existing requirement.
    LinkedStoryWrong,

    /// 20052 (`IssueOperator` Value Is Wrong), status 400: The operator of the defect is not acceptable.
    ///
    /// Send the key of an existing user.
    IssueOperatorWrong,

    /// 20053 (`IssueReporter` Value Is Wrong), status 400: The reporter of the defect is not acceptable.
    ///
    /// Send the key of an existing user.
    IssueReporterWrong,

    /// 20055 (Search Result Bigger Than 2000, Please Check Your Search Params), status 400: The search
    /// hits more items than this endpoint gives out.
    ///
    /// Narrow the conditions, for instance by time.
    TooManyResults,

    /// 20056 (Only `WorkFlow` Mode Can Be Aborted Or Restored), status 400: Only items with a node flow
    /// can be terminated or restored.
    ///
    /// Move an item with a state flow by a state change instead.
    NotANodeFlow,

    /// 20057 (Search `ProjectKeys` And `SimpleNames` Limit 10), status 400: More than ten spaces were
    /// given, keys and simple names taken together.
    ///
    /// Search at most ten spaces per call.
    TooManySearchSpaces,

    /// 20058 (SearchUser.Role And SearchUser.FieldKey Can't appear together), status 400: The user
    /// condition names both a role and a field.
    ///
    /// Send either role or `field_key`.
    SearchUserConflict,

    /// 20059 (SearchUser.FieldKey Or SearchUser.Role Can't Appear Alone), status 400: The user condition
    /// names a role or field but no users.
    ///
    /// Add `user_keys` to the condition.
    SearchUserIncomplete,

    /// 20060 (`WorkItemTypeKey` Or `RelationWorkItemTypeKey` Is Not Match In Field Configuration), status
    /// 400: The two work item types do not fit the configuration of the relation.
    ///
    /// Use the types that the relation connects.
    RelationTypesMismatch,

    /// 20061 (`RelationKey` Type Is Not Relation In Configuration), status 400: The given key does not
    /// belong to a relation field.
    ///
    /// Use the key of a field that links work items.
    NotARelationField,

    /// 20062 (`RelationType` Error), status 400: The kind of relation key must be 0 or 1.
    ///
    /// Send 0 for a field key or 1 for a field alias.
    RelationTypeWrong,

    /// 20063 (Search Operator Error), status 400: This operator cannot be used with this search key.
    ///
    /// Choose an operator that the field type supports.
    SearchOperatorNotAllowed,

    /// 20064 (Search Option Size Too Large), status 400: One condition holds more than 50 values.
    ///
    /// Split the values over several conditions joined by OR.
    TooManySearchOptions,

    /// 20065 (Search Param Key Not Support `StateFlow`), status 400: This search key does not work for
    /// types with a state flow.
    ///
    /// Use another key or search a type with a node flow.
    SearchKeyNotForStateFlow,

    /// 20066 (Search Signal Only Support len=1 When Operator Is = or !=), status 400: A signal compared
    /// for equality takes exactly one value.
    ///
    /// Send a list with one value, or use HAS ANY OF.
    SearchSignalNeedsOneValue,

    /// 20067 (Search Signal Not Support Value), status 400: The value is not one that a signal can have.
    ///
    /// Send one of the texts undefined, null, false and true.
    SearchSignalValueWrong,

    /// 20068 (Search Param Is Not Support), status 400: The field cannot be searched.
    ///
    /// Drop this condition.
    SearchKeyNotSupported,

    /// 20069 (Search Param Value Error), status 400: The value has the wrong shape for this search key.
    ///
    /// Send the shape that the field type wants, for instance a list of ids.
    SearchValueWrong,

    /// 20070 (Field is `InValid`), status 400: The attachment field is disabled.
    ///
    /// Enable the field or use another one.
    FieldDisabled,

    /// 20071 (Search People Not Support Issue), status 400: The search key people does not work for
    /// defects.
    ///
    /// Search by a user field instead.
    PeopleNotForIssues,

    /// 20072 (Conjunction Value Only Support AND, OR), status 400: Conditions can be joined by AND and OR
    /// only.
    ///
    /// Send AND or OR.
    ConjunctionWrong,

    /// 20080 (Query length must be larger than 0, smaller than 200), status 400: The search text is empty
    /// or longer than 200 characters.
    ///
    /// Send 1 to 200 characters.
    QueryLengthWrong,

    /// 20081 (Query type is not supported), status 400: The query type must be workitem or view.
    ///
    /// Send one of the two.
    QueryTypeNotSupported,

    /// 20082 (Action is not supported), status 400: The action must be confirm or rollback.
    ///
    /// Send one of the two.
    ActionNotSupported,

    /// 20083 (Duplication Field Exist, `FieldKey`), status 400: One field was given twice.
    ///
    /// Give each field once, and name and template only at the top level of the request.
    DuplicateField,

    /// 20089, status 400: The item is neither a WBS item nor part of one.
    ///
    /// Use an item whose template is a WBS template.
    NotAWbsItem,

    /// 20090 (Your request has been intercepted), status 400: A plugin that guards this operation, or a
    /// calculated field, refused the change.
    ///
    /// Read the message: it comes from the plugin or names the field.
    Intercepted,

    /// 20093, status 400: Nodes of a template still use the role.
    ///
    /// Take the role out of the templates first.
    RoleInUse,

    /// 20094 (Search result exceeds 5000), status 400: The search hits more than 5000 items.
    ///
    /// Narrow the conditions, for instance by time.
    TooManySearchResults,

    /// 30001 (Data not found): Something that the call refers to does not exist, such as the template or
    /// the space.
    ///
    /// Check the ids of the request.
    DataNotFound,

    /// 30004 (View not exist): No view has this id.
    ///
    /// List the views of the space and use an id from there.
    ViewMissing,

    /// 30005 (`WorkItem` Not Found), status 404: The work item does not exist, was deleted, or is of
    /// another type than stated.
    ///
    /// Check item id and type key together.
    WorkItemNotFound,

    /// 30006 (User Not Found), status 404: The user is unknown; a development token sees nobody but the
    /// plugin's collaborators.
    ///
    /// Check the user's key, or use a published plugin version.
    UserNotFound,

    /// 30007 (Workflow Not Found), status 404: The item has no node flow.
    ///
    /// Ask for the state flow instead.
    WorkflowNotFound,

    /// 30008 (Business Not Found), status 404: The business line does not exist.
    ///
    /// List the business lines of the space and use an id from there.
    BusinessLineNotFound,

    /// 30009 (Field Not Found), status 404: The type has no field with this key.
    ///
    /// List the fields of the space and use a key from there.
    FieldNotFound,

    /// 30010 (Stateflow Not Found), status 404: The item has no state flow.
    ///
    /// Ask for the node flow instead.
    StateFlowNotFound,

    /// 30011 (Node Not Found In Workflow), status 404: The workflow has no such node.
    ///
    /// Read the workflow and use a node id from there.
    NodeNotFound,

    /// 30012 (State Not Found In Stateflow), status 404: The state flow has no such state.
    ///
    /// Read the workflow again; the item's template may need an upgrade.
    StateNotFound,

    /// 30014 (Work item type not found): The work item type is unknown or not visible to the user.
    ///
    /// List the types of the space and use a key from there.
    WorkItemTypeNotFound,

    /// 30015 (Record Not Found), status 404: The comment or linked record does not exist.
    ///
    /// Check the id.
    RecordNotFound,

    /// 30016 (Project not found): No space has this key.
    ///
    /// Check the space's key.
    ProjectNotFound,

    /// 30018 (`RelationKey` not found): The relation is not configured.
    ///
    /// List the relations of the space and use a key from there.
    RelationKeyNotFound,

    /// 30019 (File not found): The file does not exist or the user may not read it.
    ///
    /// Check the file's uuid and the field that holds it.
    FileNotFound,

    /// 50001 (Create fail): The server refused to create the object, for instance for want of the right to
    /// comment.
    ///
    /// Read the message and check the user's rights.
    CreateFailed,

    /// 50005 (Internal service error): The service failed internally.
    ///
    /// Repeat a read a few times; before repeating a write, check whether it took effect.
    InternalError,

    /// 50006 (RPC Call Error / openapi system err, please try again later), status 500: A collective code:
    /// the system is overloaded for the moment, or a permanent cause such as a missing template, a name in
    /// use or too many ids.
    ///
    /// If the message asks to try again later, wait and do so; otherwise correct the cause it names or
    /// report the log id.
    SystemError,

    /// 500006 (`ErrNilChartCfg`): The chart id is wrong or the chart was deleted.
    ///
    /// List the charts of the view and use an id from there.
    ChartConfigMissing,

    /// 1000050052 (Db record not found): No comment has this id.
    ///
    /// List the comments of the item and use an id from there.
    CommentNotFound,

    /// 1000050156 (`ProjectKey` not match): The space does not own the item, or the field is not a
    /// compound field.
    ///
    /// Use the owning space, and a compound field where the endpoint wants one.
    ProjectMismatch,

    /// 1000050174 (Uploaded file size limit 100M): The file is larger than 100 MB.
    ///
    /// Upload a smaller file.
    UploadTooLarge,

    /// 1000050178 (`work_item_ids` limit 50): More than 50 ids were given.
    ///
    /// Send at most 50 ids per call.
    TooManyResourceIds,

    /// 1000050183 (Update field invalid): The list of field values to write is malformed.
    ///
    /// Give each entry a field key and a value of the field's shape.
    UpdateFieldsInvalid,

    /// 1000050190 (Request form is null): The multipart form is empty or malformed.
    ///
    /// Send the file as a multipart form with the part file.
    UploadFormInvalid,

    /// 1000050244 (Work item not found): The work item does not exist or was deleted.
    ///
    /// Check the item's id.
    CompoundItemNotFound,

    /// 1000050248 (Field not found): The item has no such compound field.
    ///
    /// List the fields of the type and use the key of a compound field.
    CompoundFieldNotFound,

    /// 1000050255 (Project not found): No space has this key.
    ///
    /// Check the space's key.
    FileProjectNotFound,

    /// 1000050262 (Upload file fail): The server could not store the file.
    ///
    /// Try again a few times, then report the log id.
    UploadFailed,

    /// 1000050438 (Duplication field exist): One field stands twice in the list of field values.
    ///
    /// Give each field once.
    DuplicateUpdateField,

    /// 1000050535 (chartCfg is nil): The chart id is wrong or the chart was deleted.
    ///
    /// List the charts of the view and use an id from there.
    ChartMissing,

    /// 1000050746 (Field type not supported): The endpoint does not support fields of this type.
    ///
    /// Use one of the field types that the endpoint lists.
    FieldTypeNotSupported,

    /// 1000051120 (Workflow not found): The item has no workflow instance.
    ///
    /// Check the item's id and space.
    WorkflowMissing,

    /// 1000051135 (Work item not found): The work item does not exist.
    ///
    /// Check item id and type key together.
    CommentedItemNotFound,

    /// 1000051195 (`ErrWorkItemNoPermission`): The item belongs to another tenant and cannot be deleted
    /// from here.
    ///
    /// Delete it as a user of the owning tenant.
    CrossTenantDelete,

    /// 1000051256: The acting user may not read the comments of this item.
    ///
    /// Act as a user who may.
    CommentReadDenied,

    /// 1000051280 (Params invalid): The rich text is malformed, or one of user key, item id and type key
    /// is empty.
    ///
    /// Check the blocks of the rich text and the ids.
    ParamsInvalid,

    /// 1000051401 (`ErrnoInvalidParameter`): A parameter makes no sense.
    ///
    /// Check the ids and the page of the request.
    ParameterUnreasonable,

    /// 1000051468 (Field alias repeated): Another field has this alias.
    ///
    /// Choose another alias.
    FieldAliasTaken,

    /// 1000051469 (Invalid update version): Somebody else changed the field configuration at the same
    /// moment.
    ///
    /// Read the configuration again, wait a little, and apply the change again.
    ConfigVersionConflict,

    /// 1000051617 (Project relation instance bind duplicate): The two items are bound by this relation
    /// already.
    ///
    /// Treat the call as done if binding was its purpose.
    RelationAlreadyBound,

    /// 1000051743 (Can not find user info): The user named in X-USER-KEY cannot be found.
    ///
    /// Correct the user key.
    ActingUserNotFound,

    /// 1000051750 (Field name has been used): Another field has this name.
    ///
    /// Choose another name.
    FieldNameTaken,

    /// 1000051814 (The node does not exist): The workflow has no such node.
    ///
    /// Read the workflow and use a node id from there.
    ReviewNodeNotFound,

    /// 1000051872: The chart could not be computed.
    ///
    /// Open the chart in the web page to see what is wrong with it.
    ChartFailed,

    /// 1000051942 (commercial usage exceeded), status 400: The API volume that the tenant has bought is
    /// used up.
    ///
    /// Buy more volume or wait for the next period; sending again cannot help.
    UsageExceeded,

    /// 1000052062 (Project key is wrong): No space has this key or simple name.
    ///
    /// Check the space's key.
    ProjectKeyWrong,

    /// 1000052063 (Project not exist / not found simple name): The space does not exist, or no space has
    /// this simple name.
    ///
    /// Check the space's key or simple name.
    ProjectMissing,

    /// 1000053001 (User group name exists): Another group, perhaps a built-in one, has this name.
    ///
    /// Choose another name.
    UserGroupNameTaken,

    /// 1000053002: The group's name contains a character that is not allowed.
    ///
    /// Choose a name without special characters.
    UserGroupNameInvalid,

    /// 1000053003: The group's name is longer than 250 characters.
    ///
    /// Shorten the name.
    UserGroupNameTooLong,

    /// 1000053004 (User invalid): A member has left the company or is unknown.
    ///
    /// Leave this user out.
    GroupMemberInvalid,

    /// 1000053005 (Users limit 100): More than 100 members were given.
    ///
    /// Send at most 100 members per call.
    TooManyGroupMembers,

    /// 1000053006 (Need user): No member was given.
    ///
    /// Name at least one user.
    GroupMembersMissing,

    /// 1000053007 (Need name): The group has no name.
    ///
    /// Give the group a name.
    UserGroupNameMissing,

    /// 1000053008: Groups of this kind cannot be used here.
    ///
    /// Use one of the kinds that the endpoint lists.
    UserGroupTypeNotSupported,

    /// 1000053009 (Need user group ID): A customized group was meant, but its id is missing.
    ///
    /// Send the group's id.
    UserGroupIdMissing,

    /// 1000053010 (User group not found): The space has no such group.
    ///
    /// Check the group's id.
    UserGroupNotFound,

    /// 1000053011 (User group limit): More than 50 groups were given.
    ///
    /// Send at most 50 groups per call.
    TooManyUserGroups,

    /// 1000053219: Only owners of the node may do this.
    ///
    /// Act as an owner of the node.
    NotANodeOwner,

    /// 1000053308: The node offers no such review conclusion.
    ///
    /// Query the conclusion options of the node and use a key from there.
    ConclusionNotFound,

    /// 1000053507: The work item type has no resource library.
    ///
    /// Enable the resource library for the type, or use another type.
    NoResourceLibrary,

    /// 1000053593 (`NonresourceFieldsRolesUnsupported`): A field or role is not part of what resources of
    /// this type carry.
    ///
    /// Send only fields and roles that are enabled for the resource library.
    NotAResourceField,

    /// 1000053603: The field's name is longer than 255 characters.
    ///
    /// Shorten the name.
    FieldNameTooLong,

    /// 1000053604: The field's description is longer than 255 characters.
    ///
    /// Shorten the description.
    FieldDescriptionTooLong,

    /// 1000053605: The field would have too many options.
    ///
    /// Reduce the options.
    TooManyFieldOptions,

    /// 1000053645 (Workitem Ids Limit 200 For Fix View): More than 200 work items were given for a fixed
    /// view.
    ///
    /// Send at most 200 ids per call.
    TooManyFixedViewItems,

    /// A code that is not documented.
    Unknown(i64),
}

impl ErrorCode {
    /// The code of an error, if the server gave one.
    #[must_use]
    #[inline]
    pub fn of(error: &Error) -> Option<Self> {
        error.code().map(Self::from)
    }

    /// The number on the wire.
    #[must_use]
    pub fn code(self) -> i64 {
        match self {
            Self::MalformedRequest => 9999,
            Self::NoPermission => 10001,
            Self::IllegalOperation => 10002,
            Self::OperationFailed => 10004,
            Self::NotProjectAdmin => 10005,
            Self::TokenMissing => 10021,
            Self::TokenRejected => 10022,
            Self::ActingUserUnknown => 10023,
            Self::PluginCredentialsRejected => 10204,
            Self::AuthCodeInvalid => 10210,
            Self::TokenInfoInvalid => 10211,
            Self::ScopeNotGranted => 10301,
            Self::UserResigned => 10302,
            Self::NoProjectPermission => 10404,
            Self::RateLimited => 10429,
            Self::DuplicateIdempotencyKey => 10430,
            Self::ViewNotFound => 13001,
            Self::TooManySpaces => 20001,
            Self::PageSizeTooLarge => 20002,
            Self::WrongWorkItemType => 20003,
            Self::TooManyUsers => 20004,
            Self::MissingParam => 20005,
            Self::InvalidParam => 20006,
            Self::AlreadyAborted => 20007,
            Self::AlreadyRestored => 20008,
            Self::AbortReasonMissing => 20009,
            Self::MixedWorkItemTypes => 20010,
            Self::NotAFixedView => 20011,
            Self::ViewInOtherProject => 20012,
            Self::InvalidTimeInterval => 20013,
            Self::WorkItemInOtherProject => 20014,
            Self::FieldsMixed => 20015,
            Self::NodeNotReached => 20016,
            Self::NodeAlreadyCompleted => 20017,
            Self::NodeNotInWorkflow => 20018,
            Self::TooManyBots => 20019,
            Self::NoBots => 20020,
            Self::ChatNotOfWorkItem => 20021,
            Self::FileTooLarge => 20024,
            Self::FieldKeyMissing => 20025,
            Self::ItemHasStateFlow => 20026,
            Self::ItemHasNodeFlow => 20027,
            Self::TooManyWorkItems => 20028,
            Self::UnsupportedFieldType => 20029,
            Self::DifferentScheduleOwnerInvalid => 20032,
            Self::FieldNotUpdatable => 20033,
            Self::NodeNotCompleted => 20037,
            Self::RequiredFieldMissing => 20038,
            Self::UserKeyRequired => 20039,
            Self::EmptyForm => 20040,
            Self::RoleOwnersMissing => 20041,
            Self::UserKeyWrong => 20042,
            Self::TooManyViews => 20043,
            Self::WorkItemTypeDisabled => 20044,
            Self::CommentOfOtherWorkItem => 20045,
            Self::SubTaskNotInWorkflow => 20046,
            Self::AssigneeConflict => 20047,
            Self::RoleMismatch => 20048,
            Self::TenantGroupWrong => 20049,
            Self::OptionUnknown => 20050,
            Self::LinkedStoryWrong => 20051,
            Self::IssueOperatorWrong => 20052,
            Self::IssueReporterWrong => 20053,
            Self::TooManyResults => 20055,
            Self::NotANodeFlow => 20056,
            Self::TooManySearchSpaces => 20057,
            Self::SearchUserConflict => 20058,
            Self::SearchUserIncomplete => 20059,
            Self::RelationTypesMismatch => 20060,
            Self::NotARelationField => 20061,
            Self::RelationTypeWrong => 20062,
            Self::SearchOperatorNotAllowed => 20063,
            Self::TooManySearchOptions => 20064,
            Self::SearchKeyNotForStateFlow => 20065,
            Self::SearchSignalNeedsOneValue => 20066,
            Self::SearchSignalValueWrong => 20067,
            Self::SearchKeyNotSupported => 20068,
            Self::SearchValueWrong => 20069,
            Self::FieldDisabled => 20070,
            Self::PeopleNotForIssues => 20071,
            Self::ConjunctionWrong => 20072,
            Self::QueryLengthWrong => 20080,
            Self::QueryTypeNotSupported => 20081,
            Self::ActionNotSupported => 20082,
            Self::DuplicateField => 20083,
            Self::NotAWbsItem => 20089,
            Self::Intercepted => 20090,
            Self::RoleInUse => 20093,
            Self::TooManySearchResults => 20094,
            Self::DataNotFound => 30001,
            Self::ViewMissing => 30004,
            Self::WorkItemNotFound => 30005,
            Self::UserNotFound => 30006,
            Self::WorkflowNotFound => 30007,
            Self::BusinessLineNotFound => 30008,
            Self::FieldNotFound => 30009,
            Self::StateFlowNotFound => 30010,
            Self::NodeNotFound => 30011,
            Self::StateNotFound => 30012,
            Self::WorkItemTypeNotFound => 30014,
            Self::RecordNotFound => 30015,
            Self::ProjectNotFound => 30016,
            Self::RelationKeyNotFound => 30018,
            Self::FileNotFound => 30019,
            Self::CreateFailed => 50001,
            Self::InternalError => 50005,
            Self::SystemError => 50006,
            Self::ChartConfigMissing => 500006,
            Self::CommentNotFound => 1000050052,
            Self::ProjectMismatch => 1000050156,
            Self::UploadTooLarge => 1000050174,
            Self::TooManyResourceIds => 1000050178,
            Self::UpdateFieldsInvalid => 1000050183,
            Self::UploadFormInvalid => 1000050190,
            Self::CompoundItemNotFound => 1000050244,
            Self::CompoundFieldNotFound => 1000050248,
            Self::FileProjectNotFound => 1000050255,
            Self::UploadFailed => 1000050262,
            Self::DuplicateUpdateField => 1000050438,
            Self::ChartMissing => 1000050535,
            Self::FieldTypeNotSupported => 1000050746,
            Self::WorkflowMissing => 1000051120,
            Self::CommentedItemNotFound => 1000051135,
            Self::CrossTenantDelete => 1000051195,
            Self::CommentReadDenied => 1000051256,
            Self::ParamsInvalid => 1000051280,
            Self::ParameterUnreasonable => 1000051401,
            Self::FieldAliasTaken => 1000051468,
            Self::ConfigVersionConflict => 1000051469,
            Self::RelationAlreadyBound => 1000051617,
            Self::ActingUserNotFound => 1000051743,
            Self::FieldNameTaken => 1000051750,
            Self::ReviewNodeNotFound => 1000051814,
            Self::ChartFailed => 1000051872,
            Self::UsageExceeded => 1000051942,
            Self::ProjectKeyWrong => 1000052062,
            Self::ProjectMissing => 1000052063,
            Self::UserGroupNameTaken => 1000053001,
            Self::UserGroupNameInvalid => 1000053002,
            Self::UserGroupNameTooLong => 1000053003,
            Self::GroupMemberInvalid => 1000053004,
            Self::TooManyGroupMembers => 1000053005,
            Self::GroupMembersMissing => 1000053006,
            Self::UserGroupNameMissing => 1000053007,
            Self::UserGroupTypeNotSupported => 1000053008,
            Self::UserGroupIdMissing => 1000053009,
            Self::UserGroupNotFound => 1000053010,
            Self::TooManyUserGroups => 1000053011,
            Self::NotANodeOwner => 1000053219,
            Self::ConclusionNotFound => 1000053308,
            Self::NoResourceLibrary => 1000053507,
            Self::NotAResourceField => 1000053593,
            Self::FieldNameTooLong => 1000053603,
            Self::FieldDescriptionTooLong => 1000053604,
            Self::TooManyFieldOptions => 1000053605,
            Self::TooManyFixedViewItems => 1000053645,
            Self::Unknown(code) => code,
        }
    }
}
impl From<i64> for ErrorCode {
    fn from(code: i64) -> Self {
        match code {
            9999 => Self::MalformedRequest,
            10001 => Self::NoPermission,
            10002 => Self::IllegalOperation,
            10004 => Self::OperationFailed,
            10005 => Self::NotProjectAdmin,
            10021 => Self::TokenMissing,
            10022 => Self::TokenRejected,
            10023 => Self::ActingUserUnknown,
            10204 => Self::PluginCredentialsRejected,
            10210 => Self::AuthCodeInvalid,
            10211 => Self::TokenInfoInvalid,
            10301 => Self::ScopeNotGranted,
            10302 => Self::UserResigned,
            10404 => Self::NoProjectPermission,
            10429 => Self::RateLimited,
            10430 => Self::DuplicateIdempotencyKey,
            13001 => Self::ViewNotFound,
            20001 => Self::TooManySpaces,
            20002 => Self::PageSizeTooLarge,
            20003 => Self::WrongWorkItemType,
            20004 => Self::TooManyUsers,
            20005 => Self::MissingParam,
            20006 => Self::InvalidParam,
            20007 => Self::AlreadyAborted,
            20008 => Self::AlreadyRestored,
            20009 => Self::AbortReasonMissing,
            20010 => Self::MixedWorkItemTypes,
            20011 => Self::NotAFixedView,
            20012 => Self::ViewInOtherProject,
            20013 => Self::InvalidTimeInterval,
            20014 => Self::WorkItemInOtherProject,
            20015 => Self::FieldsMixed,
            20016 => Self::NodeNotReached,
            20017 => Self::NodeAlreadyCompleted,
            20018 => Self::NodeNotInWorkflow,
            20019 => Self::TooManyBots,
            20020 => Self::NoBots,
            20021 => Self::ChatNotOfWorkItem,
            20024 => Self::FileTooLarge,
            20025 => Self::FieldKeyMissing,
            20026 => Self::ItemHasStateFlow,
            20027 => Self::ItemHasNodeFlow,
            20028 => Self::TooManyWorkItems,
            20029 => Self::UnsupportedFieldType,
            20032 => Self::DifferentScheduleOwnerInvalid,
            20033 => Self::FieldNotUpdatable,
            20037 => Self::NodeNotCompleted,
            20038 => Self::RequiredFieldMissing,
            20039 => Self::UserKeyRequired,
            20040 => Self::EmptyForm,
            20041 => Self::RoleOwnersMissing,
            20042 => Self::UserKeyWrong,
            20043 => Self::TooManyViews,
            20044 => Self::WorkItemTypeDisabled,
            20045 => Self::CommentOfOtherWorkItem,
            20046 => Self::SubTaskNotInWorkflow,
            20047 => Self::AssigneeConflict,
            20048 => Self::RoleMismatch,
            20049 => Self::TenantGroupWrong,
            20050 => Self::OptionUnknown,
            20051 => Self::LinkedStoryWrong,
            20052 => Self::IssueOperatorWrong,
            20053 => Self::IssueReporterWrong,
            20055 => Self::TooManyResults,
            20056 => Self::NotANodeFlow,
            20057 => Self::TooManySearchSpaces,
            20058 => Self::SearchUserConflict,
            20059 => Self::SearchUserIncomplete,
            20060 => Self::RelationTypesMismatch,
            20061 => Self::NotARelationField,
            20062 => Self::RelationTypeWrong,
            20063 => Self::SearchOperatorNotAllowed,
            20064 => Self::TooManySearchOptions,
            20065 => Self::SearchKeyNotForStateFlow,
            20066 => Self::SearchSignalNeedsOneValue,
            20067 => Self::SearchSignalValueWrong,
            20068 => Self::SearchKeyNotSupported,
            20069 => Self::SearchValueWrong,
            20070 => Self::FieldDisabled,
            20071 => Self::PeopleNotForIssues,
            20072 => Self::ConjunctionWrong,
            20080 => Self::QueryLengthWrong,
            20081 => Self::QueryTypeNotSupported,
            20082 => Self::ActionNotSupported,
            20083 => Self::DuplicateField,
            20089 => Self::NotAWbsItem,
            20090 => Self::Intercepted,
            20093 => Self::RoleInUse,
            20094 => Self::TooManySearchResults,
            30001 => Self::DataNotFound,
            30004 => Self::ViewMissing,
            30005 => Self::WorkItemNotFound,
            30006 => Self::UserNotFound,
            30007 => Self::WorkflowNotFound,
            30008 => Self::BusinessLineNotFound,
            30009 => Self::FieldNotFound,
            30010 => Self::StateFlowNotFound,
            30011 => Self::NodeNotFound,
            30012 => Self::StateNotFound,
            30014 => Self::WorkItemTypeNotFound,
            30015 => Self::RecordNotFound,
            30016 => Self::ProjectNotFound,
            30018 => Self::RelationKeyNotFound,
            30019 => Self::FileNotFound,
            50001 => Self::CreateFailed,
            50005 => Self::InternalError,
            50006 => Self::SystemError,
            500006 => Self::ChartConfigMissing,
            1000050052 => Self::CommentNotFound,
            1000050156 => Self::ProjectMismatch,
            1000050174 => Self::UploadTooLarge,
            1000050178 => Self::TooManyResourceIds,
            1000050183 => Self::UpdateFieldsInvalid,
            1000050190 => Self::UploadFormInvalid,
            1000050244 => Self::CompoundItemNotFound,
            1000050248 => Self::CompoundFieldNotFound,
            1000050255 => Self::FileProjectNotFound,
            1000050262 => Self::UploadFailed,
            1000050438 => Self::DuplicateUpdateField,
            1000050535 => Self::ChartMissing,
            1000050746 => Self::FieldTypeNotSupported,
            1000051120 => Self::WorkflowMissing,
            1000051135 => Self::CommentedItemNotFound,
            1000051195 => Self::CrossTenantDelete,
            1000051256 => Self::CommentReadDenied,
            1000051280 => Self::ParamsInvalid,
            1000051401 => Self::ParameterUnreasonable,
            1000051468 => Self::FieldAliasTaken,
            1000051469 => Self::ConfigVersionConflict,
            1000051617 => Self::RelationAlreadyBound,
            1000051743 => Self::ActingUserNotFound,
            1000051750 => Self::FieldNameTaken,
            1000051814 => Self::ReviewNodeNotFound,
            1000051872 => Self::ChartFailed,
            1000051942 => Self::UsageExceeded,
            1000052062 => Self::ProjectKeyWrong,
            1000052063 => Self::ProjectMissing,
            1000053001 => Self::UserGroupNameTaken,
            1000053002 => Self::UserGroupNameInvalid,
            1000053003 => Self::UserGroupNameTooLong,
            1000053004 => Self::GroupMemberInvalid,
            1000053005 => Self::TooManyGroupMembers,
            1000053006 => Self::GroupMembersMissing,
            1000053007 => Self::UserGroupNameMissing,
            1000053008 => Self::UserGroupTypeNotSupported,
            1000053009 => Self::UserGroupIdMissing,
            1000053010 => Self::UserGroupNotFound,
            1000053011 => Self::TooManyUserGroups,
            1000053219 => Self::NotANodeOwner,
            1000053308 => Self::ConclusionNotFound,
            1000053507 => Self::NoResourceLibrary,
            1000053593 => Self::NotAResourceField,
            1000053603 => Self::FieldNameTooLong,
            1000053604 => Self::FieldDescriptionTooLong,
            1000053605 => Self::TooManyFieldOptions,
            1000053645 => Self::TooManyFixedViewItems,
            other => Self::Unknown(other),
        }
    }
}
