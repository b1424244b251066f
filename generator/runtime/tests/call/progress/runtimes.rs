//! Runtimes: none, several, one that is not driven, one that is gone. And panics.

use std::time::Duration;

use futures_util::FutureExt;
use paceline_runtime::{Attempt, ErrorKind, Observer};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::fixture::{Behaviour, Fixture, list, poll_once};

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// A runtime with threads of its own.
fn driven() -> Runtime {
    Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}

#[test]
fn outside_of_tokio_a_call_is_an_error_and_no_panic() {
    let server = driven();
    let fixture = server.block_on(Fixture::start(Behaviour::default()));
    let error = list(&fixture.client()).now_or_never().expect("it is done at once").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("tokio runtime"), "{error}");
}

#[test]
fn a_call_may_be_polled_in_one_runtime_and_awaited_in_another() {
    let server = driven();
    let fixture = server.block_on(Fixture::start(Behaviour::default()));
    let client = fixture.client();
    let mut call = Box::pin(list(&client));
    server.block_on(poll_once(&mut call));
    assert_eq!(runtime().block_on(call).unwrap().len(), 1);
}

#[test]
fn a_token_refresh_in_a_runtime_that_nobody_drives_is_taken_over() {
    let server = driven();
    let fixture = server.block_on(Fixture::start(Behaviour::default()));
    let client = fixture.client_with_timeout(Duration::from_millis(300));
    let (idle, live) = (runtime(), runtime());
    let mut held = Box::pin(list(&client));
    // The refresh starts there, and then nobody drives that runtime.
    idle.block_on(poll_once(&mut held));
    let others = async { timeout(Duration::from_secs(20), list(&client)).await };
    live.block_on(others).expect("it goes on").unwrap();
    idle.block_on(held).unwrap();
}

#[test]
fn a_runtime_that_is_shut_down_ends_its_calls_and_not_those_of_others() {
    let server = driven();
    let slow = Behaviour { token_takes: Duration::from_millis(100), ..Behaviour::default() };
    let fixture = server.block_on(Fixture::start(slow));
    let client = fixture.client();
    let (gone, live) = (runtime(), runtime());
    let mut held = Box::pin(list(&client));
    gone.block_on(poll_once(&mut held));
    drop(gone);
    live.block_on(async {
        let error = held.await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{error}");
        timeout(Duration::from_secs(20), list(&client)).await.expect("it goes on").unwrap();
    });
}

struct Panics;

impl Observer for Panics {
    fn attempt_started(&self, _: &Attempt<'_>) {
        panic!("of the observer");
    }
}

#[tokio::test]
async fn a_panic_reaches_the_caller() {
    let fixture = Fixture::start(Behaviour::default()).await;
    let client = fixture.builder(Duration::from_secs(30)).observer(Panics).build().unwrap();
    let panic = tokio::spawn(list(&client)).await.unwrap_err().into_panic();
    assert_eq!(panic.downcast_ref::<&str>(), Some(&"of the observer"));
}
