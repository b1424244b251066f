// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `chart`.

use paceline_runtime::Map;
use paceline_runtime::codegen::union;
use crate::common::ChartId;

/// A chart with its data.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChartDetail {
    /// Name of the chart.
    pub name: Option<String>,

    /// Id of the chart.
    pub chart_id: Option<ChartId>,

    /// Points of the chart, one list per series, or all in one list.
    pub chart_data_list: Vec<ChartSeries>,

    /// Titles of the dimensions.
    pub dim_titles: Vec<String>,

    /// Titles of the measured values.
    pub quota_titles: Vec<String>,
}

/// The points of one series of a chart, or one point where a chart has all its points in one list.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChartSeries {
    /// It came as a list.
    List(Vec<ChartPoint>),

    /// It came as an object.
    Object(ChartPoint),
}

union!(ChartSeries, List, Object);

/// One point of a chart: its dimensions and measured values.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChartPoint {
    /// Dimensions of the point, by their position among the titles.
    pub dim: Map<i64, String>,

    /// Measured values of the point, by their position among the titles.
    pub value: Map<i64, String>,

    /// Whether the point is a zero of a special kind; not documented further.
    pub is_zero_spec: Option<bool>,
}

/// A page of charts.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChartList {
    /// Charts of this page.
    pub chart_list: Vec<Chart>,

    /// Position of this page among all charts.
    pub chart_page: Option<ChartPage>,
}

/// A chart.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Chart {
    /// Name of the chart.
    pub chart_name: Option<String>,

    /// Id of the chart.
    pub chart_id: Option<ChartId>,
}

/// Where a page of charts stands.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChartPage {
    /// Number of all charts.
    pub total: Option<i64>,

    /// Number of the page, counted from 1.
    pub page_num: Option<i64>,

    /// Number of items a page.
    pub page_size: Option<i64>,
}
