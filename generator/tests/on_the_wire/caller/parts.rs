//! Parts of forms that are more than text, as a parser of another maker reads them.

use std::convert::Infallible;

use wire_client::{ErrorKind, File, Map, Part};

use crate::server::{Request, arrived, nowhere};

/// A part: name, name of the file, media type, the header `X-Use`, the header `X-Sum`, content.
type Seen = (String, Option<String>, Option<String>, Option<String>, Option<String>, String);

async fn parts(request: &Request) -> Vec<Seen> {
    let (media, body) = request.content();
    let boundary = multer::parse_boundary(media.unwrap()).unwrap();
    let body = multer::bytes::Bytes::from(body.to_owned());
    let body = futures_util::stream::once(async { Ok::<_, Infallible>(body) });
    let mut form = multer::Multipart::new(body, boundary);
    let mut seen = Vec::new();
    while let Some(part) = form.next_field().await.unwrap() {
        let header = |name: &str| Some(part.headers().get(name)?.to_str().unwrap().to_owned());
        let (used, sum) = (header("x-use"), header("x-sum"));
        let name = part.name().unwrap().to_owned();
        let file = part.file_name().map(str::to_owned);
        let media = part.content_type().map(ToString::to_string);
        seen.push((name, file, media, used, sum, part.text().await.unwrap()));
    }
    seen
}

fn seen(name: &str, file: Option<&str>, media: Option<&str>, content: &str) -> Seen {
    (name.to_owned(), file.map(str::to_owned), media.map(str::to_owned), None, None, content.to_owned())
}

#[tokio::test]
async fn parts_are_files_json_and_text_as_the_document_says() {
    let request = arrived(async |client| {
        let pictures = [File::new("1.png", "one"), File::new("2.bin", "two").content_type("image/gif")];
        let cover = File::new("c.png", "three").content_type("image/avif").header("X-Sum", "3");
        let call = client.parts().send(Part::new().size(1), pictures).cover(cover).page("<p>").level(7);
        let call = call.more([Part::new().size(2), Part::new().name("\"")]);
        let free = Map::from([("rest".to_owned(), "é".to_owned())]);
        call.free(free).send().await.unwrap();
    })
    .await;
    let cover = ("cover", "c.png", "image/avif", "three");
    let mut cover = seen(cover.0, Some(cover.1), Some(cover.2), cover.3);
    (cover.3, cover.4) = (Some("cover".to_owned()), Some("3".to_owned()));
    let wanted = [
        seen("about", None, Some("application/json"), r#"{"size":1}"#),
        seen("page", None, Some("text/html"), "<p>"),
        seen("level", None, Some("application/json"), "7"),
        seen("more", None, Some("application/vnd.part+json"), r#"{"size":2}"#),
        seen("more", None, Some("application/vnd.part+json"), r#"{"name":"\""}"#),
        seen("rest", None, None, "é"),
        seen("pictures", Some("1.png"), Some("image/png"), "one"),
        seen("pictures", Some("2.bin"), Some("image/gif"), "two"),
        cover,
    ];
    assert_eq!(parts(&request).await, wanted);
}

#[tokio::test]
async fn a_file_without_a_media_type_has_that_of_the_document() {
    let request = arrived(async |client| {
        let cover = File::new("c.png", "x");
        client.parts().send(Part::new(), []).cover(cover).send().await.unwrap();
    })
    .await;
    let parts = parts(&request).await;
    assert_eq!(parts.len(), 2);
    assert_eq!((parts[1].2.as_deref(), parts[1].3.as_deref()), (Some("image/webp"), Some("cover")));
}

#[tokio::test]
async fn what_would_break_a_form_is_refused() {
    let file = || File::new("a.png", "x");
    let parts = nowhere().parts();
    for call in [
        parts.send(Part::new(), [file(), file(), file()]),
        parts.send(Part::new(), [file().header("X-Sum", "1\r\nX-Evil: 2")]),
        parts.send(Part::new(), [file().header("Content-Disposition", "form-data; name=evil")]),
        parts.send(Part::new(), [file()]).free(Map::from([("about".to_owned(), "{}".to_owned())])),
    ] {
        let error = call.send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    }
}
