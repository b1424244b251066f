use proptest::prelude::*;

use super::*;

/// All events of a text that comes in these chunks, as name, data and id.
type Events = Vec<(String, String, String)>;

fn events<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> Events {
    let mut reader = FrameReader::new(StreamForm::events(), 1 << 20);
    let mut found = Vec::new();
    for chunk in chunks {
        let mut chunk = Bytes::copy_from_slice(chunk);
        while let Some(frame) = reader.next(&mut chunk).expect("it is small") {
            let name = frame.name.unwrap_or_else(|| "message".to_owned());
            let id = reader.last_id.clone().unwrap_or_default();
            found.push((name, String::from_utf8(frame.text).expect("it is text"), id));
        }
    }
    assert_eq!(reader.finish(), None);
    found
}

fn lines(chunks: &[&[u8]], max: usize) -> Result<Vec<Vec<u8>>, TooLarge> {
    let mut reader = FrameReader::new(StreamForm::lines(), max);
    let mut found = Vec::new();
    for chunk in chunks {
        let mut chunk = Bytes::copy_from_slice(chunk);
        while let Some(frame) = reader.next(&mut chunk)? {
            found.push(frame.text);
        }
    }
    found.extend(reader.finish().map(|frame| frame.text));
    Ok(found)
}

#[test]
fn events_are_read_as_whatwg_has_it() {
    let event = |name: &str, data: &str, id: &str| (name.to_owned(), data.to_owned(), id.to_owned());
    let text = "\u{feff}: a comment\ndata: one\nid: 1\n\ndata:two\r\ndata:  lines\r\nevent: pair\r\n\r\nevent: nothing\rid: 2\r\r\
                data\n\ndata: é\u{1f980}\nunknown: x\nid: a\0b\n\nid\ndata:\n\ndata: without an end\n";
    let wanted = [
        event("message", "one", "1"),
        event("pair", "two\n lines", "1"),
        event("message", "", "2"),
        event("message", "é\u{1f980}", "2"),
        event("message", "", ""),
    ];
    assert_eq!(events([text.as_bytes()]), wanted);
    let bytes = text.as_bytes();
    for at in 0..=bytes.len() {
        assert_eq!(events([&bytes[..at], &bytes[at..]]), wanted, "cut at {at}");
    }
    assert_eq!(events(bytes.chunks(1)), wanted);
}

#[test]
fn the_time_to_connect_again_is_a_number() {
    let mut reader = FrameReader::new(StreamForm::events(), 1 << 20);
    for (text, wanted) in
        [("retry: 3000", Some(3)), ("retry: soon", Some(3)), ("retry: 5000", Some(5)), ("retry:", Some(5))]
    {
        assert_eq!(reader.next(&mut Bytes::from(format!("{text}\n"))), Ok(None));
        assert_eq!(reader.retry, wanted.map(Duration::from_secs), "{text}");
    }
}

#[test]
fn a_line_needs_no_end_and_may_be_blank() {
    let wanted = vec![b"{\"a\":1}\r".to_vec(), b"2".to_vec(), b"3".to_vec()];
    assert_eq!(lines(&[b"{\"a\":", b"1}\r\n\n \n2", b"\n3"], 100), Ok(wanted));
    assert_eq!(lines(&[b"12345\n", b"123", b"45\n"], 5).unwrap().len(), 2);
    assert_eq!(lines(&[b"123", b"456"], 5), Err(TooLarge));
}

#[test]
fn what_is_kept_of_an_event_is_bounded() {
    let mut reader = FrameReader::new(StreamForm::events(), 100);
    let line = || Bytes::from(format!("data: {}\n", "x".repeat(40)));
    assert_eq!((reader.next(&mut line()), reader.next(&mut line())), (Ok(None), Ok(None)));
    assert_eq!(reader.next(&mut line()), Err(TooLarge));
    let mut reader = FrameReader::new(StreamForm::events(), 100);
    assert_eq!(reader.next(&mut Bytes::from(vec![b':'; 101])), Err(TooLarge));
}

/// What another parser makes of the same chunks.
fn by_another(chunks: Vec<Vec<u8>>) -> Events {
    use eventsource_stream::Eventsource;
    use futures_util::{FutureExt, StreamExt, stream};

    let chunks = stream::iter(chunks.into_iter().map(Ok::<_, std::io::Error>));
    let events = chunks.eventsource().map(|event| event.expect("it is text"));
    let events = events.map(|event| (event.event, event.data, event.id)).collect();
    FutureExt::now_or_never(events).expect("all is there")
}

proptest! {
    #[test]
    fn another_parser_reads_the_same(
        parts in prop::collection::vec(prop::sample::select(vec![
            "data", "event", "id", "retry", "other", ":", ": ", " ", "\n", "\r\n", "\n\n", "x", "é", "\u{1f980}", "7",
        ]), 0..60),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
    ) {
        let text = parts.concat().into_bytes();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(text.len() + 1)).collect();
        cuts.extend([0, text.len()]);
        cuts.sort_unstable();
        let chunks: Vec<Vec<u8>> = cuts.windows(2).map(|cut| text[cut[0]..cut[1]].to_vec()).collect();
        prop_assert_eq!(events(chunks.iter().map(Vec::as_slice)), by_another(chunks.clone()));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let whole = events([&bytes[..]]);
        prop_assert_eq!(whole, events(bytes.chunks(1)));
    }
}
