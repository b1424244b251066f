// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Events of `event`.

use paceline_runtime::{DecodeError, EventData, Receiver, ReceiverBuilder, Secret, Value};
use paceline_runtime::codegen::{Callback, CauseMember, Proof, ProofPart, read_payload};
use super::{AutomationEventData, PluginEventData};

/// What a plugin listens to: one POST with a JSON body for each event, to the address in the plugin's
/// settings. Work items, nodes, states, sub-tasks and spaces are set up as a component of the plugin,
/// the plugin itself under its publication settings. The status 200 is what the service waits for; one
/// client sends the body `{"code": 0}` with it. All of this is known from one community client alone,
/// so take what does not fit for possible.
///
/// Source: community n8n node.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PluginEvent {
    /// A work item was created. `1001`.
    ItemCreated(PluginEventData),

    /// A work item was deleted. `1002`.
    ItemDeleted(PluginEventData),

    /// A work item was restored. `1004`.
    ItemRestored(PluginEventData),

    /// A work item was terminated. `1005`.
    ItemAborted(PluginEventData),

    /// The template of a work item was upgraded. `1006`.
    TemplateUpgraded(PluginEventData),

    /// A field of a work item was changed. `1009`.
    ItemFieldChanged(PluginEventData),

    /// A node was finished. `2001`.
    NodeFinished(PluginEventData),

    /// A node was deleted. `2002`.
    NodeDeleted(PluginEventData),

    /// A node was restored. `2003`.
    NodeRestored(PluginEventData),

    /// A node was rolled back. `2004`.
    NodeRolledBack(PluginEventData),

    /// The estimate or schedule of a node was changed. `2005`.
    NodeScheduleChanged(PluginEventData),

    /// The owner of a node was changed. `2006`.
    NodeOwnerChanged(PluginEventData),

    /// The actual work time of a node was changed. `2007`.
    NodeActualTimeChanged(PluginEventData),

    /// A node that several people confirm was confirmed. `2009`.
    NodeConfirmed(PluginEventData),

    /// The state of a work item was changed. `3001`.
    StateChanged(PluginEventData),

    /// A sub-task was created. `4001`.
    SubTaskCreated(PluginEventData),

    /// A sub-task was deleted. `4002`.
    SubTaskDeleted(PluginEventData),

    /// A sub-task was finished. `4003`.
    SubTaskFinished(PluginEventData),

    /// The finishing of a sub-task was taken back. `4004`.
    SubTaskReopened(PluginEventData),

    /// The owner of a sub-task was changed. `4005`.
    SubTaskOwnerChanged(PluginEventData),

    /// The estimate of a sub-task was changed. `4006`.
    SubTaskEstimateChanged(PluginEventData),

    /// The schedule of a sub-task was changed. `4007`.
    SubTaskScheduleChanged(PluginEventData),

    /// The actual work time of a sub-task was changed. `4008`.
    SubTaskActualTimeChanged(PluginEventData),

    /// A field of a sub-task was changed. `4009`.
    SubTaskFieldChanged(PluginEventData),

    /// A member was added to a space. `5001`.
    MemberAdded(PluginEventData),

    /// A member was removed from a space. `5002`.
    MemberRemoved(PluginEventData),

    /// The hand-over of a space was done. `5003`.
    HandOverDone(PluginEventData),

    /// The hand-over of a space was refused. `5004`.
    HandOverRefused(PluginEventData),

    /// The plugin was installed. `6001`.
    PluginInstalled(PluginEventData),

    /// The plugin was uninstalled. `6002`.
    PluginUninstalled(PluginEventData),

    /// The plugin was updated. `6003`.
    PluginUpdated(PluginEventData),

    /// The plugin was bought. `6004`.
    PluginBought(PluginEventData),

    /// An event whose type is not documented, or whose payload is no such object: the payload exactly as it came.
    Unknown(Value),
}

impl PluginEvent {
    /// Starts a receiver, which takes the bodies of requests that the service sends and gives the events
    /// in them that are genuine and new.
    ///
    /// The signature is compared in constant time. It covers `request_time` alone, not the rest of the
    /// body: it tells who signed, and whoever sees a signature can send another body with it until it is
    /// too old. Have the address served over TLS, and read anew through the API what matters.
    ///
    /// A body whose `request_time` is further from now than
    /// [`ReceiverBuilder::max_age`](crate::ReceiverBuilder::max_age) is refused; that number may count
    /// seconds or milliseconds, which its size tells. What is the same, byte by byte, as an earlier
    /// delivery is a repeat. Changes made through the API, whose `source` is `openapi`, are no events
    /// either, so that a program that also writes does not go round in circles;
    /// [`ReceiverBuilder::take_echoes`](crate::ReceiverBuilder::take_echoes) takes them.
    ///
    /// # Arguments
    ///
    /// - `plugin_id`: Id of the plugin, like `MII_…`.
    /// - `callback_token`: Token of the component that listens, from the developer console. It is not the plugin's secret.
    ///
    /// ```
    /// use feishu_project::event::PluginEvent;
    ///
    /// let receiver = PluginEvent::receiver("plugin_id", "callback_token").build()?;
    /// let status = |body: &[u8]| match receiver.receive(body) {
    ///     Ok(event) => {
    ///         if let PluginEvent::ItemCreated(data) = event.data() {
    ///             println!("{data:?}");
    ///         }
    ///         200
    ///     }
    ///     Err(error) => error.status(), // 200 for what is genuine, and not to be acted on
    /// };
    /// assert_eq!(status(b"no JSON"), 400);
    /// # Ok::<(), feishu_project::Error>(())
    /// ```
    pub fn receiver(
        plugin_id: impl Into<Secret>,
        callback_token: impl Into<Secret>,
    ) -> ReceiverBuilder<Self> {
        Receiver::builder(&PLUGIN_EVENT)
            .secret("plugin_id", plugin_id)
            .secret("callback_token", callback_token)
    }
}

impl EventData for PluginEvent {
    fn read(event_type: &str, payload: &Value) -> (Self, Vec<DecodeError>) {
        match event_type {
            "1001" => read_payload(payload, Self::ItemCreated, Self::Unknown),
            "1002" => read_payload(payload, Self::ItemDeleted, Self::Unknown),
            "1004" => read_payload(payload, Self::ItemRestored, Self::Unknown),
            "1005" => read_payload(payload, Self::ItemAborted, Self::Unknown),
            "1006" => read_payload(payload, Self::TemplateUpgraded, Self::Unknown),
            "1009" => read_payload(payload, Self::ItemFieldChanged, Self::Unknown),
            "2001" => read_payload(payload, Self::NodeFinished, Self::Unknown),
            "2002" => read_payload(payload, Self::NodeDeleted, Self::Unknown),
            "2003" => read_payload(payload, Self::NodeRestored, Self::Unknown),
            "2004" => read_payload(payload, Self::NodeRolledBack, Self::Unknown),
            "2005" => read_payload(payload, Self::NodeScheduleChanged, Self::Unknown),
            "2006" => read_payload(payload, Self::NodeOwnerChanged, Self::Unknown),
            "2007" => read_payload(payload, Self::NodeActualTimeChanged, Self::Unknown),
            "2009" => read_payload(payload, Self::NodeConfirmed, Self::Unknown),
            "3001" => read_payload(payload, Self::StateChanged, Self::Unknown),
            "4001" => read_payload(payload, Self::SubTaskCreated, Self::Unknown),
            "4002" => read_payload(payload, Self::SubTaskDeleted, Self::Unknown),
            "4003" => read_payload(payload, Self::SubTaskFinished, Self::Unknown),
            "4004" => read_payload(payload, Self::SubTaskReopened, Self::Unknown),
            "4005" => read_payload(payload, Self::SubTaskOwnerChanged, Self::Unknown),
            "4006" => read_payload(payload, Self::SubTaskEstimateChanged, Self::Unknown),
            "4007" => read_payload(payload, Self::SubTaskScheduleChanged, Self::Unknown),
            "4008" => {
                read_payload(payload, Self::SubTaskActualTimeChanged, Self::Unknown)
            }
            "4009" => read_payload(payload, Self::SubTaskFieldChanged, Self::Unknown),
            "5001" => read_payload(payload, Self::MemberAdded, Self::Unknown),
            "5002" => read_payload(payload, Self::MemberRemoved, Self::Unknown),
            "5003" => read_payload(payload, Self::HandOverDone, Self::Unknown),
            "5004" => read_payload(payload, Self::HandOverRefused, Self::Unknown),
            "6001" => read_payload(payload, Self::PluginInstalled, Self::Unknown),
            "6002" => read_payload(payload, Self::PluginUninstalled, Self::Unknown),
            "6003" => read_payload(payload, Self::PluginUpdated, Self::Unknown),
            "6004" => read_payload(payload, Self::PluginBought, Self::Unknown),
            _ => (Self::Unknown(payload.clone()), Vec::new()),
        }
    }
}

static PLUGIN_EVENT: Callback = Callback {
    name: "receivers of `PluginEvent`",
    proof: Proof::Sha256Hex {
        parts: &[
            ProofPart::Secret("plugin_id"),
            ProofPart::Member(&["request_time"]),
            ProofPart::Secret("callback_token"),
        ],
        signature: &["signature"],
    },
    event_type: &["data", "event_type"],
    sent_at: Some(&["request_time"]),
    delivery_id: None,
    actor: None,
    cause: Some(CauseMember {
        path: &["source"],
        through_api: &["openapi"],
    }),
    payload: &["data"],
};

/// What an automation rule of a space sends when its action is a webhook. It waits 6 seconds for a
/// response and tries again, up to three times.
///
/// Source: developer manual, community servers that receive webhooks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AutomationEvent {
    /// A work item was created. `WorkitemCreateEvent`, also `StoryCreated`, `EventCreate-…`.
    ItemCreated(AutomationEventData),

    /// A field of a work item was changed. `WorkitemUpdateEvent`, also `StoryValueChanged`,
    /// `EventUpdate-…`.
    ItemFieldChanged(AutomationEventData),

    /// The status of a work item was changed. `WorkitemStatusEvent`, also `StoryStageChanged`,
    /// `EventUpdateStatus-…`.
    StatusChanged(AutomationEventData),

    /// A node was reached, finished or rolled back. `WorkFlowNodeStatusEvent`, also `WFNodeChecked`,
    /// `WFNodeChecked-…`.
    NodeStatusChanged(AutomationEventData),

    /// A work item was terminated. `WorkitemAbortedEvent`, also `StoryAborted`, `EventAborted-…`.
    ItemAborted(AutomationEventData),

    /// A work item was restored. `WorkitemRestoreEvent`.
    ItemRestored(AutomationEventData),

    /// A work item was finished. `WorkitemFinishEvent`.
    ItemFinished(AutomationEventData),

    /// A work item was deleted. `WorkitemDeleteEvent`.
    ItemDeleted(AutomationEventData),

    /// A comment was written. `WorkitemCommentEvent`.
    CommentAdded(AutomationEventData),

    /// The people of a role, or the owners of a node, were changed. `WorkitemPersonAssignedEvent`, also
    /// `StoryRoleAssigned`, `WFNodeOwnerChanged`, `EventRoleAssigned-…`, `WFNodeOwnerChanged-…`.
    PersonAssigned(AutomationEventData),

    /// A task was created. `TaskCreateEvent`.
    TaskCreated(AutomationEventData),

    /// The status of a task was changed. `TaskStatusEvent`, also `EventUpdateStatus-task`.
    TaskStatusChanged(AutomationEventData),

    /// A task was changed. `TaskUpdateEvent`, also `EventUpdate-task`.
    TaskChanged(AutomationEventData),

    /// An event whose type is not documented, or whose payload is no such object: the payload exactly as it came.
    Unknown(Value),
}

impl AutomationEvent {
    /// Starts a receiver, which takes the bodies of requests that the service sends and gives the events
    /// in them that are genuine and new.
    ///
    /// Each body holds the token itself, so whoever sees one can make others: have the address served over
    /// TLS.
    ///
    /// What has the `header.uuid` of an earlier delivery is a repeat.
    ///
    /// # Arguments
    ///
    /// - `token`: The text that was entered when the webhook was set up.
    ///
    /// ```
    /// use feishu_project::event::AutomationEvent;
    ///
    /// let receiver = AutomationEvent::receiver("token").build()?;
    /// let status = |body: &[u8]| match receiver.receive(body) {
    ///     Ok(event) => {
    ///         if let AutomationEvent::ItemCreated(data) = event.data() {
    ///             println!("{data:?}");
    ///         }
    ///         200
    ///     }
    ///     Err(error) => error.status(), // 200 for what is genuine, and not to be acted on
    /// };
    /// assert_eq!(status(b"no JSON"), 400);
    /// # Ok::<(), feishu_project::Error>(())
    /// ```
    pub fn receiver(token: impl Into<Secret>) -> ReceiverBuilder<Self> {
        Receiver::builder(&AUTOMATION_EVENT).secret("token", token)
    }
}

impl EventData for AutomationEvent {
    fn read(event_type: &str, payload: &Value) -> (Self, Vec<DecodeError>) {
        match event_type {
            "WorkitemCreateEvent" | "StoryCreated" => {
                read_payload(payload, Self::ItemCreated, Self::Unknown)
            }
            "WorkitemUpdateEvent" | "StoryValueChanged" => {
                read_payload(payload, Self::ItemFieldChanged, Self::Unknown)
            }
            "WorkitemStatusEvent" | "StoryStageChanged" => {
                read_payload(payload, Self::StatusChanged, Self::Unknown)
            }
            "WorkFlowNodeStatusEvent" | "WFNodeChecked" => {
                read_payload(payload, Self::NodeStatusChanged, Self::Unknown)
            }
            "WorkitemAbortedEvent" | "StoryAborted" => {
                read_payload(payload, Self::ItemAborted, Self::Unknown)
            }
            "WorkitemRestoreEvent" => {
                read_payload(payload, Self::ItemRestored, Self::Unknown)
            }
            "WorkitemFinishEvent" => {
                read_payload(payload, Self::ItemFinished, Self::Unknown)
            }
            "WorkitemDeleteEvent" => {
                read_payload(payload, Self::ItemDeleted, Self::Unknown)
            }
            "WorkitemCommentEvent" => {
                read_payload(payload, Self::CommentAdded, Self::Unknown)
            }
            "WorkitemPersonAssignedEvent" | "StoryRoleAssigned"
            | "WFNodeOwnerChanged" => {
                read_payload(payload, Self::PersonAssigned, Self::Unknown)
            }
            "TaskCreateEvent" => read_payload(payload, Self::TaskCreated, Self::Unknown),
            "TaskStatusEvent" | "EventUpdateStatus-task" => {
                read_payload(payload, Self::TaskStatusChanged, Self::Unknown)
            }
            "TaskUpdateEvent" | "EventUpdate-task" => {
                read_payload(payload, Self::TaskChanged, Self::Unknown)
            }
            text if text.starts_with("WFNodeOwnerChanged-") => {
                read_payload(payload, Self::PersonAssigned, Self::Unknown)
            }
            text if text.starts_with("EventUpdateStatus-") => {
                read_payload(payload, Self::StatusChanged, Self::Unknown)
            }
            text if text.starts_with("EventRoleAssigned-") => {
                read_payload(payload, Self::PersonAssigned, Self::Unknown)
            }
            text if text.starts_with("WFNodeChecked-") => {
                read_payload(payload, Self::NodeStatusChanged, Self::Unknown)
            }
            text if text.starts_with("EventAborted-") => {
                read_payload(payload, Self::ItemAborted, Self::Unknown)
            }
            text if text.starts_with("EventCreate-") => {
                read_payload(payload, Self::ItemCreated, Self::Unknown)
            }
            text if text.starts_with("EventUpdate-") => {
                read_payload(payload, Self::ItemFieldChanged, Self::Unknown)
            }
            _ => (Self::Unknown(payload.clone()), Vec::new()),
        }
    }
}

static AUTOMATION_EVENT: Callback = Callback {
    name: "receivers of `AutomationEvent`",
    proof: Proof::Token {
        secret: "token",
        member: &["header", "token"],
    },
    event_type: &["header", "event_type"],
    sent_at: None,
    delivery_id: Some(&["header", "uuid"]),
    actor: Some(&["header", "operator"]),
    cause: None,
    payload: &["payload"],
};
