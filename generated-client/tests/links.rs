//! Web addresses of pages, and calls with the ids that come out of them.

mod support;

use feishu_project::links::{Link, LinkError};
use feishu_project::{ProjectKey, ViewId, WorkItemId, WorkItemTypeKey};

/// A page of each kind.
fn pages(project: &str, ty: &str, view: &str, id: i64) -> [Link; 5] {
    let (project_key, work_item_type_key, view_id): (ProjectKey, WorkItemTypeKey, ViewId) =
        (project.into(), ty.into(), view.into());
    [
        Link::WorkItem {
            project_key: project_key.clone(),
            work_item_type_key: work_item_type_key.clone(),
            work_item_id: WorkItemId::from(id),
        },
        Link::StoryView { project_key: project_key.clone(), view_id: view_id.clone() },
        Link::IssueView { project_key: project_key.clone(), view_id: view_id.clone() },
        Link::WorkObjectView { project_key: project_key.clone(), work_item_type_key, view_id },
        Link::Overview { project_key },
    ]
}

#[tokio::test]
async fn the_ids_in_an_address_are_those_that_calls_take() {
    let (_sandbox, client) = support::sandbox::start().await;
    let id = client.work_items().create("demo", "story", "Linked").send().await.unwrap();
    let shown = format!("https://project.feishu.cn/demo/story/detail/{id}?tabKey=detail#comment");

    let Link::WorkItem { project_key, work_item_type_key, work_item_id } = Link::parse(&shown).unwrap()
    else {
        panic!("it is the address of a work item");
    };
    let items =
        client.work_items().query(project_key, work_item_type_key, [work_item_id]).send().await.unwrap();
    assert_eq!((items[0].id, items[0].name.as_deref()), (id, Some("Linked")));

    let item = &items[0];
    let link = Link::WorkItem {
        project_key: item.simple_name.clone().unwrap().into(),
        work_item_type_key: item.work_item_type_key.clone().unwrap(),
        work_item_id: item.id,
    };
    assert_eq!(link.to_url().unwrap(), shown.split('?').next().unwrap());
}

#[test]
fn each_page_has_the_address_that_the_vendors_command_line_tool_builds() {
    let urls = pages("my_space", "story", "AbC-1", 42).map(|page| page.to_url().unwrap());
    let path = |path: &str| format!("https://project.feishu.cn/my_space/{path}");
    let expected =
        ["story/detail/42", "storyView/AbC-1", "issueView/AbC-1", "workObjectView/story/AbC-1", "overview"];
    assert_eq!(urls, expected.map(path));
}

#[test]
fn any_ids_go_into_an_address_and_come_back() {
    for odd in ["a/b", "a?b#c", "%2F", "100% sure", "两个 词", "..x", "\u{0}\n", "a\\b", "@:&=+", "🦀"] {
        for page in pages(odd, odd, odd, i64::MIN) {
            let url = page.to_url().unwrap();
            assert_eq!(url.parse::<Link>(), Ok(page), "{url}");
        }
    }
    for bad in ["", ".", ".."] {
        for page in pages(bad, bad, bad, 1) {
            assert!(matches!(page.to_url(), Err(LinkError::BadValue { .. })), "{page:?}");
        }
    }
}

/// A view `7` of the type `detail` would have the address of the work item 7 of a type `workObjectView`.
#[test]
fn no_address_is_built_that_would_be_read_as_another_page() {
    let page = Link::WorkObjectView {
        project_key: "demo".into(),
        work_item_type_key: "detail".into(),
        view_id: "7".into(),
    };
    assert_eq!(page.to_url(), Err(LinkError::OtherPage("/demo/workObjectView/detail/7".into())));
}

#[test]
fn only_hosts_of_the_service_or_of_the_caller_are_read() {
    let at = |host: &str| format!("https://{host}/demo/overview");
    let page = || Ok(Link::Overview { project_key: "demo".into() });
    for host in ["project.feishu.cn", "project.larksuite.com", "meegle.com", "acme.meegle.com"] {
        assert_eq!(Link::parse(&at(host)), page(), "{host}");
    }
    for host in
        ["evil.example", "a.b.meegle.com", "project.feishu.cn.evil.example", "xmeegle.com", "x.feishu.cn"]
    {
        assert_eq!(Link::parse(&at(host)), Err(LinkError::UnknownHost(format!("https://{host}"))));
    }
    let own = ["https://meegle.acme.example"];
    assert_eq!(Link::parse_at(&own, &at("meegle.acme.example")), page());
    assert_eq!(page().unwrap().to_url_at(own[0]).unwrap(), at("meegle.acme.example"));
    assert!(Link::parse("https://project.feishu.cn@evil.example/demo/overview").is_err());
}
