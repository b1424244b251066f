// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Measurement charts of a view and the data behind them.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};
use crate::common::{ChartId, ProjectKey, ViewId};

/// Measurement charts of a view and the data behind them.
///
/// Comes from [`Client::charts`](crate::Client::charts).
#[derive(Clone, Debug)]
pub struct Charts(pub(crate) Client);

impl Charts {
    /// Computes a chart and returns its data.
    ///
    /// Slow: call it for one chart at a time, and allow it a minute.
    ///
    /// `GET /open_api/:project_key/measure/:chart_id`, 《获取度量图表明细数据》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `chart_id`: The chart.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    /// - 500006: The chart id is wrong or the chart was deleted.
    /// - 1000050535: The chart id is wrong or the chart was deleted.
    /// - 1000051872: The chart could not be computed.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "获取度量图表明细数据")]
    pub fn get(
        &self,
        project_key: impl Into<ProjectKey>,
        chart_id: impl Into<ChartId>,
    ) -> GetCall {
        GetCall(
            Call::new(&self.0, &endpoints::GET)
                .path("project_key", &project_key.into())
                .path("chart_id", &chart_id.into()),
        )
    }

    /// Lists the charts of a view.
    ///
    /// `POST /open_api/measure/charts`, 《拉取视图下所有图表信息》, read, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: Key of the space.
    /// - `view_id`: View whose charts to list.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 1000051401: A parameter makes no sense.
    ///
    /// Source: official Go SDK, community notes.
    #[doc(alias = "拉取视图下所有图表信息")]
    pub fn list(
        &self,
        project_key: impl Into<ProjectKey>,
        view_id: impl Into<ViewId>,
    ) -> ListCall {
        ListCall(
            Call::new(&self.0, &endpoints::LIST)
                .body("project_key", &project_key.into())
                .body("view_id", &view_id.into()),
        )
    }
}
