// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `review` are read and written.

use paceline_runtime::codegen::record;
use super::{
    ConclusionOption, NodeConclusionOptions, NodeReview, OwnerConclusion, OwnerOpinion,
    ReviewConclusion, ReviewOpinion, ReviewSummary,
};

record!(ReviewSummary { project_key, work_item_id, finished_infos });

record!(NodeReview { node_id, summary_mode, opinion, conclusion });

record!(
    ReviewConclusion { finished_conclusion_result, owners_finished_conclusion_result }
);

record!(
    OwnerConclusion { owner, owners_finished_conclusion_result,
    finished_conclusion_result }
);

record!(ConclusionOption { key, label, origin_label });

record!(ReviewOpinion { finished_opinion_result, owners_finished_opinion_result });

record!(OwnerOpinion { owner, finished_opinion_result });

record!(
    NodeConclusionOptions { node_id, finished_conclusion_option,
    finished_owners_conclusion_option, finished_overall_conclusion_option }
);
