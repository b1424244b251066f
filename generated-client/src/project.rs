// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Spaces, and what belongs to a space as a whole: its business lines and teams.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{ProjectKey, UserKey};

/// Spaces, and what belongs to a space as a whole: its business lines and teams.
///
/// Comes from [`Client::projects`](crate::Client::projects).
#[derive(Clone, Debug)]
pub struct Projects(pub(crate) Client);

impl Projects {
    /// Lists the keys of the spaces that a user can see.
    ///
    /// `POST /open_api/projects`, 《获取空间列表》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `user_key`: User whose spaces to list.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 10302: The acting or queried user has left the company.
    /// - 30006: The user is unknown; a development token sees nobody but the plugin's collaborators.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取空间列表")]
    pub fn list(&self, user_key: impl Into<UserKey>) -> ListCall {
        ListCall(Call::new(&self.0, &endpoints::LIST).body("user_key", &user_key.into()))
    }

    /// Reads spaces by key or simple name.
    ///
    /// The response is keyed by the key of the space.
    ///
    /// Not enforced, since one weak source alone says so: set at least one of `project_keys` and
    /// `simple_names`.
    ///
    /// `POST /open_api/projects/detail`, 《获取空间详情》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `user_key`: User on whose rights the response depends.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20001: More than 100 spaces were asked for in one call.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取空间详情")]
    pub fn query(&self, user_key: impl Into<UserKey>) -> QueryCall {
        QueryCall(
            Call::new(&self.0, &endpoints::QUERY).body("user_key", &user_key.into()),
        )
    }

    /// Lists the business lines of a space as a tree.
    ///
    /// `GET /open_api/:project_key/business/all`, 《获取空间下业务线详情》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000052062: No space has this key or simple name.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取空间下业务线详情")]
    pub fn business_lines(
        &self,
        project_key: impl Into<ProjectKey>,
    ) -> BusinessLinesCall {
        BusinessLinesCall(
            Call::new(&self.0, &endpoints::BUSINESS_LINES)
                .path("project_key", &project_key.into()),
        )
    }

    /// Lists the teams of a space with their members.
    ///
    /// `GET /open_api/:project_key/teams/all`, 《获取空间下团队成员》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 30006: The user is unknown; a development token sees nobody but the plugin's collaborators.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取空间下团队成员")]
    pub fn teams(&self, project_key: impl Into<ProjectKey>) -> TeamsCall {
        TeamsCall(
            Call::new(&self.0, &endpoints::TEAMS)
                .path("project_key", &project_key.into()),
        )
    }
}
