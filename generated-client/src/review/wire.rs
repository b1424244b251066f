// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `review` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    ConclusionOption, NodeConclusionOptions, NodeReview, OwnerConclusion, OwnerOpinion,
    ReviewConclusion, ReviewOpinion, ReviewSummary,
};

impl Record for ReviewSummary {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "project_key" => &mut self.project_key,
            "work_item_id" => &mut self.work_item_id,
            "finished_infos" => &mut self.finished_infos,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("project_key", &self.project_key);
        object.put("work_item_id", &self.work_item_id);
        object.put("finished_infos", &self.finished_infos);
    }
}

record!(ReviewSummary);

impl Record for NodeReview {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "node_id" => &mut self.node_id,
            "summary_mode" => &mut self.summary_mode,
            "opinion" => &mut self.opinion,
            "conclusion" => &mut self.conclusion,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("node_id", &self.node_id);
        object.put("summary_mode", &self.summary_mode);
        object.put("opinion", &self.opinion);
        object.put("conclusion", &self.conclusion);
    }
}

record!(NodeReview);

impl Record for ReviewConclusion {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "finished_conclusion_result" => &mut self.finished_conclusion_result,
            "owners_finished_conclusion_result" => {
                &mut self.owners_finished_conclusion_result
            }
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("finished_conclusion_result", &self.finished_conclusion_result);
        object
            .put(
                "owners_finished_conclusion_result",
                &self.owners_finished_conclusion_result,
            );
    }
}

record!(ReviewConclusion);

impl Record for OwnerConclusion {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "owner" => &mut self.owner,
            "owners_finished_conclusion_result" => {
                &mut self.owners_finished_conclusion_result
            }
            "finished_conclusion_result" => &mut self.finished_conclusion_result,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("owner", &self.owner);
        object
            .put(
                "owners_finished_conclusion_result",
                &self.owners_finished_conclusion_result,
            );
        object.put("finished_conclusion_result", &self.finished_conclusion_result);
    }
}

record!(OwnerConclusion);

impl Record for ConclusionOption {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "key" => &mut self.key,
            "label" => &mut self.label,
            "origin_label" => &mut self.origin_label,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("key", &self.key);
        object.put("label", &self.label);
        object.put("origin_label", &self.origin_label);
    }
}

record!(ConclusionOption);

impl Record for ReviewOpinion {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "finished_opinion_result" => &mut self.finished_opinion_result,
            "owners_finished_opinion_result" => &mut self.owners_finished_opinion_result,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("finished_opinion_result", &self.finished_opinion_result);
        object
            .put("owners_finished_opinion_result", &self.owners_finished_opinion_result);
    }
}

record!(ReviewOpinion);

impl Record for OwnerOpinion {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "owner" => &mut self.owner,
            "finished_opinion_result" => &mut self.finished_opinion_result,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("owner", &self.owner);
        object.put("finished_opinion_result", &self.finished_opinion_result);
    }
}

record!(OwnerOpinion);

impl Record for NodeConclusionOptions {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "node_id" => &mut self.node_id,
            "finished_conclusion_option" => &mut self.finished_conclusion_option,
            "finished_owners_conclusion_option" => {
                &mut self.finished_owners_conclusion_option
            }
            "finished_overall_conclusion_option" => {
                &mut self.finished_overall_conclusion_option
            }
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("node_id", &self.node_id);
        object.put("finished_conclusion_option", &self.finished_conclusion_option);
        object
            .put(
                "finished_owners_conclusion_option",
                &self.finished_owners_conclusion_option,
            );
        object
            .put(
                "finished_overall_conclusion_option",
                &self.finished_overall_conclusion_option,
            );
    }
}

record!(NodeConclusionOptions);
