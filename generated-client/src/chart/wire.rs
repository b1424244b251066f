// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `chart` are read and written.

use paceline_runtime::codegen::record;
use super::{Chart, ChartDetail, ChartList, ChartPage, ChartPoint};

record!(ChartDetail { name, chart_id, chart_data_list, dim_titles, quota_titles });

record!(ChartPoint { dim, value, is_zero_spec });

record!(ChartList { chart_list, chart_page });

record!(Chart { chart_name, chart_id });

record!(ChartPage { total, page_num, page_size });
