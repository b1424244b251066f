//! A spec that uses every key of the dialect, and what comes of it.
#![allow(clippy::disallowed_methods, reason = "the spec is on the disk")]

use std::path::Path;
use std::time::Duration;

use paceline_generator::ir::{
    Api, BodyKind, CredentialRule, Endpoint, EnumRepr, HeaderUse, IdRepr, Literal, PaginationKind,
    ParamLocation, Presence, Response, Rule, Scalar, SendValue, Shape, StreamKind, TemplatePart, TokenSource,
    TypeDef, TypeRef,
};
use paceline_generator::{Loaded, SourceFile, load, render_diagnostics};

fn files() -> Vec<SourceFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accepts");
    ["api.yaml", "book.yaml", "errors.yaml", "token.yaml"]
        .map(|name| SourceFile {
            path: name.to_owned(),
            text: std::fs::read_to_string(folder.join(name)).unwrap(),
        })
        .into()
}

fn loaded() -> Loaded {
    load(&files()).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files(), false)))
}

fn endpoint<'a>(api: &'a Api, id: &str) -> &'a Endpoint {
    api.endpoints.iter().find(|endpoint| endpoint.id == id).unwrap()
}

fn type_def<'a>(api: &'a Api, name: &str) -> &'a TypeDef {
    api.types.iter().find(|def| def.name.pascal() == name).unwrap()
}

fn wires(endpoint: &Endpoint) -> Vec<&str> {
    endpoint.params.iter().map(|param| &*param.field.wire).collect()
}

#[test]
fn what_belongs_to_the_api_arrives() {
    let Loaded { api, .. } = loaded();
    assert_eq!((&*api.name, &*api.crate_name, &*api.version), ("Library", "library-client", "0.1.0-beta.1"));
    assert_eq!(api.hosts[0].url, "https://eu.library.example");
    assert_eq!(&*api.hosts[1].docs, "`http://127.0.0.1:8080`.");
    assert_eq!(api.log_id_headers, ["X-Log", "X-Trace"]);
    assert_eq!(api.errors.iter().map(|error| error.code).collect::<Vec<_>>(), [401, 403, 429]);
    let links = api.links.as_ref().unwrap();
    assert_eq!(links.hosts[0], "https://eu.library.example");
    let [shelf, book] = &links.pages[..] else { panic!("two pages") };
    assert_eq!((shelf.address.to_string(), shelf.params.len(), shelf.is_weak), ("/".into(), 0, false));
    assert_eq!(
        (book.address.to_string(), book.sources.len(), book.is_weak),
        ("/:reader/books/:book_id".into(), 2, true)
    );
    assert!(matches!(book.params[0].ty, TypeRef::Def(_)));
    assert_eq!((book.params[1].name.snake(), &book.params[1].ty), ("book_id", &TypeRef::Scalar(Scalar::Int)));
    assert_eq!(api.throttled.unwrap().code, Some(429));
    assert_eq!(api.duplicate.unwrap().code, None);
    let names: Vec<_> =
        api.resources.iter().map(|resource| (resource.name.snake(), resource.accessor.snake())).collect();
    assert_eq!(names, [("book", "books"), ("token", "token_calls")]);
    for (index, endpoint) in api.endpoints.iter().enumerate() {
        assert!(api[endpoint.resource].endpoints.iter().any(|id| id.index() == index));
    }
}

#[test]
fn limits_are_sorted_by_their_windows() {
    let Loaded { api, .. } = loaded();
    let search = &api[endpoint(&api, "book.find").limits[0].set];
    let limits: Vec<_> = search.limits.iter().map(|limit| (limit.requests, limit.window.as_secs())).collect();
    assert_eq!(limits, [(15, 1), (450, 60), (1000, 3600)]);
    assert_eq!(api[endpoint(&api, "book.list").limits[0].set].name.snake(), "standard");
    assert_eq!(endpoint(&api, "book.find").max_transit, Some(Duration::from_millis(500)));
}

#[test]
fn headers_say_what_fills_them() {
    let Loaded { api, .. } = loaded();
    let parts: Vec<_> = api.headers.iter().map(|header| header.value.0.as_slice()).collect();
    assert_eq!(parts[1], [TemplatePart::Text("Bearer ".to_owned()), TemplatePart::Token]);
    assert!(matches!(parts[2], [TemplatePart::Variable(id)] if api[*id].name.snake() == "reader"));
    assert_eq!(api.headers[2].credentials.as_ref().unwrap().len(), 2);
    assert_eq!(parts[3], [TemplatePart::IdempotencyKey]);
    let exceptions: Vec<_> = endpoint(&api, "book.find")
        .header_exceptions
        .iter()
        .map(|(id, header_use)| (&*api[*id].name, *header_use))
        .collect();
    assert_eq!(exceptions, [("X-Reader", HeaderUse::Optional), ("X-Once", HeaderUse::Never)]);
}

#[test]
fn credentials_know_their_exchange() {
    let Loaded { api, .. } = loaded();
    assert_eq!(api.auth.renew_before_expiry, Duration::from_secs(180));
    let [app, member, fixed] = api.credentials.as_slice() else { panic!("three credentials") };
    let TokenSource::Exchange(exchange) = &app.token else { panic!("an exchange") };
    assert_eq!(api[exchange.endpoint].id, "token.issue");
    assert_eq!(exchange.token, ["token", "text"]);
    assert_eq!(exchange.send[2], ("kind".to_owned(), SendValue::Constant(Literal::Int(0))));
    let SendValue::Text(secret) = &exchange.send[1].1 else { panic!("a template") };
    assert_eq!(secret.0, [TemplatePart::Text("app:".to_owned()), TemplatePart::Input(1)]);
    let TokenSource::Exchange(exchange) = &member.token else { panic!("an exchange") };
    assert_eq!(api[exchange.with.unwrap()].name, app.name);
    assert_eq!(exchange.rotates, [(0, vec!["next_refresh".to_owned()])]);
    assert!(matches!(&fixed.token, TokenSource::Fixed(template) if template.0 == [TemplatePart::Input(0)]));
    assert_eq!(endpoint(&api, "token.issue").credentials, CredentialRule::None);
    assert!(
        matches!(&endpoint(&api, "token.refresh").credentials, CredentialRule::Only(ids) if ids.len() == 1)
    );
    assert_eq!(api[endpoint(&api, "token.refresh").envelope()].data, None);
}

#[test]
fn parameters_stand_in_the_order_of_the_call() {
    let Loaded { api, .. } = loaded();
    let find = endpoint(&api, "book.find");
    assert_eq!(wires(find), ["shelf", "book_id"]);
    assert_eq!(find.path.to_string(), "/shelves/:shelf/books/:book_id");
    assert_eq!(find.docs.as_deref(), Some("Says more.\n\nIn two paragraphs."));
    assert_eq!(find.body, BodyKind::None);
    let list = endpoint(&api, "book.list");
    assert_eq!(wires(list), ["page", "size", "kind", "type", "ids", "title", "weight", "extra"]);
    let locations: Vec<_> = list.params.iter().map(|param| param.location).collect();
    assert_eq!((locations[1], locations[2]), (ParamLocation::Query, ParamLocation::Body));
    assert_eq!(list.params[2].field.presence, Presence::Constant(Literal::Str("book".to_owned())));
    assert_eq!(list.params[3].field.name.snake(), "shelf_kind");
    assert_eq!(list.params[4].field.constraints.one_of, [Literal::Int(1), Literal::Int(2)]);
    assert_eq!(list.params[6].field.default, Some(Literal::Float(1.0)), "a whole number fits `f64`");
    assert_eq!(endpoint(&api, "book.upload").body, BodyKind::Multipart);
    assert_eq!(endpoint(&api, "book.ping").body, BodyKind::Json);
    assert_eq!(endpoint(&api, "book.cover").response, Response::Bytes);
    let stream = endpoint(&api, "book.follow").response.stream().unwrap();
    assert_eq!((stream.kind, stream.end.as_deref()), (StreamKind::Lines, Some("done")));
    assert_eq!(endpoint(&api, "book.upload").response, Response::Nothing);
}

#[test]
fn rules_point_at_parameters() {
    let Loaded { api, .. } = loaded();
    let [one, some, most, when] = endpoint(&api, "book.list").rules.as_slice() else { panic!("four rules") };
    assert_eq!(*one, Rule::ExactlyOne(vec![4, 5]));
    assert_eq!(*some, Rule::AtLeastOne(vec![4, 5]));
    assert_eq!(*most, Rule::AtMostOne(vec![4, 5]));
    let values = vec![Literal::Str("NEW".to_owned())];
    assert_eq!(*when, Rule::RequiredWhen { params: vec![5], field: 3, values });
}

#[test]
fn pages_know_their_items() {
    let Loaded { api, .. } = loaded();
    let paging = |id: &str| endpoint(&api, id).paging.clone().unwrap();
    let book =
        TypeRef::Def(api.types.iter().position(|def| def.name.pascal() == "Book").map(id_of(&api)).unwrap());
    let list = |id: &str| paging(id).list.map(|list| (list.path, list.item));
    assert_eq!(list("book.list"), Some((vec!["list".to_owned()], book.clone())));
    assert_eq!(list("book.skip"), Some((Vec::new(), book)));
    assert_eq!(list("book.digest"), None);
    assert!(matches!(api[paging("book.list").style].kind, PaginationKind::Number { first: 0, .. }));
    let PaginationKind::Offset { offset } = &api[paging("book.skip").style].kind else { panic!("an offset") };
    assert_eq!(*offset, ["paging", "skip"]);
    let PaginationKind::Cursor { next } = &api[paging("book.after").style].kind else { panic!("a cursor") };
    assert_eq!(next.len(), 2);
}

/// Ids are made by the generator alone; this finds the one at a position.
fn id_of(api: &Api) -> impl Fn(usize) -> paceline_generator::ir::TypeId + '_ {
    |index| {
        api.resources
            .iter()
            .flat_map(|resource| resource.types.iter().copied())
            .find(|id| id.index() == index)
            .unwrap()
    }
}

#[test]
fn types_have_their_shapes_and_know_where_they_are_used() {
    let Loaded { api, .. } = loaded();
    assert_eq!(type_def(&api, "BookId").shape, Shape::Id(IdRepr::Int));
    assert_eq!(api[type_def(&api, "BookId").sources[0]].key, "sdk");
    let Shape::Enum { repr: EnumRepr::Str, values } = &type_def(&api, "Shelf").shape else {
        panic!("an enum")
    };
    assert_eq!(values.iter().map(|value| value.name.pascal()).collect::<Vec<_>>(), ["New", "Second"]);
    let Shape::Struct { fields, .. } = &type_def(&api, "Book").shape else { panic!("a struct") };
    assert_eq!(fields[7].ty, TypeRef::Scalar(Scalar::Any));
    assert!(matches!(&type_def(&api, "Owner").shape, Shape::Union(members) if members.len() == 3));
    let usage = |name: &str| {
        let usage = type_def(&api, name).usage;
        (usage.requests, usage.responses)
    };
    assert_eq!(usage("Paging"), (true, false));
    assert_eq!(usage("Issued"), (false, true));
    assert_eq!(usage("Book"), (true, true));
    assert_eq!(usage("ReaderKey"), (true, true));
}

#[test]
fn only_what_has_no_doc_is_warned_of() {
    let Loaded { warnings, .. } = loaded();
    let messages: Vec<_> = warnings.iter().map(|warning| &*warning.message).collect();
    assert_eq!(
        messages,
        [
            "the page `book` has no `doc`",
            "the parameter `book_id` has no `doc`",
            "the field `extra` has no `doc`"
        ]
    );
}

#[test]
fn the_order_of_files_does_not_matter() {
    let mut shuffled = files();
    for _ in 0..4 {
        shuffled.rotate_left(1);
        assert_eq!(load(&shuffled).unwrap(), loaded());
        shuffled.swap(0, 2);
        assert_eq!(load(&shuffled).unwrap(), loaded());
    }
}
