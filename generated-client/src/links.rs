// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Web addresses of pages and the ids in them, which calls take as they are. Nothing is asked of the
//! service.
//!
//! ```
//! use feishu_project::links::Link;
//!
//! let link = Link::parse("https://project.feishu.cn/some-project_key/some-work_item_type_key/detail/7?from=chat")?;
//! assert!(matches!(link, Link::WorkItem { .. }));
//! assert_eq!(link.to_url()?, "https://project.feishu.cn/some-project_key/some-work_item_type_key/detail/7");
//! # Ok::<(), feishu_project::links::LinkError>(())
//! ```

use std::str::FromStr;
use paceline_runtime::codegen::{LinkPattern, LinkPatterns};
use crate::common::{ProjectKey, ViewId, WorkItemId, WorkItemTypeKey};

pub use paceline_runtime::LinkError;

/// A page of Feishu Project, with the ids in its web address.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Link {
    /// A work item. Its address is known from one weak source alone.
    ///
    /// Address: `/:project_key/:work_item_type_key/detail/:work_item_id`.
    ///
    /// Source: official command line tool.
    WorkItem {
        /// The space's simple name, which most calls take in place of its key.
        project_key: ProjectKey,

        /// Key of the type; for a type that has an `api_name`, that name.
        work_item_type_key: WorkItemTypeKey,

        /// Id of the work item.
        work_item_id: WorkItemId,
    },

    /// A view of stories. Its address is known from one weak source alone.
    ///
    /// Address: `/:project_key/storyView/:view_id`.
    ///
    /// Source: official command line tool.
    StoryView {
        /// The space's simple name, which most calls take in place of its key.
        project_key: ProjectKey,

        /// Id of the view.
        view_id: ViewId,
    },

    /// A view of issues. Its address is known from one weak source alone.
    ///
    /// Address: `/:project_key/issueView/:view_id`.
    ///
    /// Source: official command line tool.
    IssueView {
        /// The space's simple name, which most calls take in place of its key.
        project_key: ProjectKey,

        /// Id of the view.
        view_id: ViewId,
    },

    /// A view of the work items of another type. Its address is known from one weak source alone.
    ///
    /// Address: `/:project_key/workObjectView/:work_item_type_key/:view_id`.
    ///
    /// Source: official command line tool.
    WorkObjectView {
        /// The space's simple name, which most calls take in place of its key.
        project_key: ProjectKey,

        /// Key of the type; for a type that has an `api_name`, that name.
        work_item_type_key: WorkItemTypeKey,

        /// Id of the view.
        view_id: ViewId,
    },

    /// The overview of a space. Its address is known from one weak source alone.
    ///
    /// Address: `/:project_key/overview`.
    ///
    /// Source: official command line tool.
    Overview {
        /// The space's simple name, which most calls take in place of its key.
        project_key: ProjectKey,
    },
}

impl Link {
    /// Reads the web address of a page at `https://project.feishu.cn`, `https://project.larksuite.com`,
    /// `https://meegle.com` or `https://*.meegle.com`. What stands behind the path does not matter.
    ///
    /// # Errors
    ///
    /// When the text is no address, its host is another one, or no kind of page has its path.
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        PAGES.parse(&[], text)
    }

    /// The same, and the pages of these hosts are read, too: `https://tenant.example`, or
    /// `https://*.tenant.example` for every host one label below.
    ///
    /// # Errors
    ///
    /// As those of [`parse`](Self::parse), and when one of `hosts` is none.
    pub fn parse_at(hosts: &[&str], text: &str) -> Result<Self, LinkError> {
        PAGES.parse(hosts, text)
    }

    /// The web address of the page at `https://project.feishu.cn`.
    ///
    /// # Errors
    ///
    /// When an id is empty, `.` or `..`, which no address can hold, or when with these ids the address is
    /// that of another kind of page. Whatever is built is read as it was by [`parse`](Self::parse).
    pub fn to_url(&self) -> Result<String, LinkError> {
        self.to_url_at(PAGES.host())
    }

    /// The web address of the page at a host of your own, such as `https://tenant.example`.
    ///
    /// # Errors
    ///
    /// As those of [`to_url`](Self::to_url), and when the host is none.
    pub fn to_url_at(&self, host: &str) -> Result<String, LinkError> {
        match self {
            Self::WorkItem { project_key, work_item_type_key, work_item_id } => {
                PAGES
                    .to_url(
                        host,
                        "/:project_key/:work_item_type_key/detail/:work_item_id",
                        &[project_key, work_item_type_key, work_item_id],
                    )
            }
            Self::StoryView { project_key, view_id } => {
                PAGES
                    .to_url(
                        host,
                        "/:project_key/storyView/:view_id",
                        &[project_key, view_id],
                    )
            }
            Self::IssueView { project_key, view_id } => {
                PAGES
                    .to_url(
                        host,
                        "/:project_key/issueView/:view_id",
                        &[project_key, view_id],
                    )
            }
            Self::WorkObjectView { project_key, work_item_type_key, view_id } => {
                PAGES
                    .to_url(
                        host,
                        "/:project_key/workObjectView/:work_item_type_key/:view_id",
                        &[project_key, work_item_type_key, view_id],
                    )
            }
            Self::Overview { project_key } => {
                PAGES.to_url(host, "/:project_key/overview", &[project_key])
            }
        }
    }
}

impl FromStr for Link {
    type Err = LinkError;

    fn from_str(text: &str) -> Result<Self, LinkError> {
        Self::parse(text)
    }
}

static PAGES: LinkPatterns<Link> = LinkPatterns {
    hosts: &[
        "https://project.feishu.cn",
        "https://project.larksuite.com",
        "https://meegle.com",
        "https://*.meegle.com",
    ],
    patterns: &[
        LinkPattern {
            address: "/:project_key/:work_item_type_key/detail/:work_item_id",
            read: |values| Some(Link::WorkItem {
                project_key: values.text()?.into(),
                work_item_type_key: values.text()?.into(),
                work_item_id: values.integer()?.into(),
            }),
        },
        LinkPattern {
            address: "/:project_key/storyView/:view_id",
            read: |values| Some(Link::StoryView {
                project_key: values.text()?.into(),
                view_id: values.text()?.into(),
            }),
        },
        LinkPattern {
            address: "/:project_key/issueView/:view_id",
            read: |values| Some(Link::IssueView {
                project_key: values.text()?.into(),
                view_id: values.text()?.into(),
            }),
        },
        LinkPattern {
            address: "/:project_key/workObjectView/:work_item_type_key/:view_id",
            read: |values| Some(Link::WorkObjectView {
                project_key: values.text()?.into(),
                work_item_type_key: values.text()?.into(),
                view_id: values.text()?.into(),
            }),
        },
        LinkPattern {
            address: "/:project_key/overview",
            read: |values| Some(Link::Overview {
                project_key: values.text()?.into(),
            }),
        },
    ],
};
