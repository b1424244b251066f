// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `chart` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{Chart, ChartDetail, ChartList, ChartPage, ChartPoint};

impl Record for ChartDetail {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "name" => &mut self.name,
            "chart_id" => &mut self.chart_id,
            "chart_data_list" => &mut self.chart_data_list,
            "dim_titles" => &mut self.dim_titles,
            "quota_titles" => &mut self.quota_titles,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("name", &self.name);
        object.put("chart_id", &self.chart_id);
        object.put("chart_data_list", &self.chart_data_list);
        object.put("dim_titles", &self.dim_titles);
        object.put("quota_titles", &self.quota_titles);
    }
}

record!(ChartDetail);

impl Record for ChartPoint {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "dim" => &mut self.dim,
            "value" => &mut self.value,
            "is_zero_spec" => &mut self.is_zero_spec,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("dim", &self.dim);
        object.put("value", &self.value);
        object.put("is_zero_spec", &self.is_zero_spec);
    }
}

record!(ChartPoint);

impl Record for ChartList {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "chart_list" => &mut self.chart_list,
            "chart_page" => &mut self.chart_page,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("chart_list", &self.chart_list);
        object.put("chart_page", &self.chart_page);
    }
}

record!(ChartList);

impl Record for Chart {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "chart_name" => &mut self.chart_name,
            "chart_id" => &mut self.chart_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("chart_name", &self.chart_name);
        object.put("chart_id", &self.chart_id);
    }
}

record!(Chart);

impl Record for ChartPage {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "total" => &mut self.total,
            "page_num" => &mut self.page_num,
            "page_size" => &mut self.page_size,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("total", &self.total);
        object.put("page_num", &self.page_num);
        object.put("page_size", &self.page_size);
    }
}

record!(ChartPage);
