//! The store on a Redis server.

use std::collections::{HashMap, VecDeque};
use std::future::poll_fn;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Poll, Waker};
use std::time::Duration;

use redis::aio::{MultiplexedConnection, SendError};
use redis::{
    AsyncConnectionConfig, Client, Cmd, IntoConnectionInfo, ProtocolVersion, PushInfo, PushKind, RedisError,
    RedisResult, Value,
};
use tokio::sync::Mutex as AsyncMutex;
use tokio::time::timeout;

use super::limit_store::{LimitStore, StoreFuture};
use super::wire;
use crate::lease::{Response, Statement};
use crate::sync::lock_std;

/// What the server does at a statement.
const SCRIPT: &str = include_str!("shares.lua");

/// So long a process waits for a connection, and for a response.
const PATIENCE: Duration = Duration::from_secs(1);

/// After so many responses in a row that did not come in time a connection is given up: its other end may be gone.
const MOST_LATE: u32 = 3;

/// The store on a Redis server.
pub(crate) struct RedisStore {
    client: Client,
    /// What the channels begin with on which processes are called.
    channel: String,
    connection: AsyncMutex<Option<Connection>>,
    run: AtomicU64,
    late: AtomicU32,
    calls: Arc<Calls>,
}

/// A connection on which the script is loaded.
#[derive(Clone)]
struct Connection {
    connection: MultiplexedConnection,
    /// The name of the script.
    script: Arc<str>,
}

/// The names of meters that a process is called for, and what wakes whoever waits for them.
type Called = (VecDeque<Arc<str>>, Option<Waker>);

/// Those of all processes.
#[derive(Default)]
struct Calls(Mutex<HashMap<u64, Called>>);

impl Calls {
    /// A message has come on a channel.
    fn hear(&self, channel: &str, name: &str) {
        let process = channel.get(channel.len().saturating_sub(16)..);
        let Some(process) = process.and_then(|hex| u64::from_str_radix(hex, 16).ok()) else { return };
        let waker = lock_std(&self.0).get_mut(&process).and_then(|(names, waker)| {
            names.push_back(name.into());
            waker.take()
        });
        waker.into_iter().for_each(Waker::wake);
    }
}

impl RedisStore {
    /// Connects. Later on connections are made anew by themselves.
    pub(crate) async fn connect(url: &str, prefix: &str) -> RedisResult<Arc<Self>> {
        let info = url.into_connection_info()?;
        // One connection for everything: what the server says by itself comes between responses.
        let settings = info.redis_settings().clone().set_protocol(ProtocolVersion::RESP3);
        let store = Self {
            client: Client::open(info.set_redis_settings(settings))?,
            channel: format!("{prefix}call:"),
            connection: AsyncMutex::new(None),
            run: AtomicU64::new(0),
            late: AtomicU32::new(0),
            calls: Arc::default(),
        };
        store.connection().await?;
        Ok(Arc::new(store))
    }

    async fn connection(&self) -> RedisResult<Connection> {
        let mut known = self.connection.lock().await;
        if let Some(connection) = &*known {
            return Ok(connection.clone());
        }
        let calls = self.calls.clone();
        let hear = move |push: PushInfo| {
            if let (PushKind::Message, [Value::BulkString(channel), Value::BulkString(name)]) =
                (&push.kind, &push.data[..])
            {
                calls.hear(&String::from_utf8_lossy(channel), &String::from_utf8_lossy(name));
            }
            Ok::<(), SendError>(())
        };
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(PATIENCE))
            .set_response_timeout(Some(PATIENCE))
            .set_push_sender(hear);
        let mut connection = self.client.get_multiplexed_async_connection_with_config(&config).await?;
        let info: String = redis::cmd("INFO").arg("server").query_async(&mut connection).await?;
        self.run.store(wire::run(&info), Ordering::Relaxed);
        let script: String =
            redis::cmd("SCRIPT").arg("LOAD").arg(SCRIPT).query_async(&mut connection).await?;
        let processes: Vec<u64> = lock_std(&self.calls.0).keys().copied().collect();
        for process in processes {
            connection.subscribe(self.channel_of(process)).await?;
        }
        self.late.store(0, Ordering::Relaxed);
        Ok(known.insert(Connection { connection, script: script.into() }).clone())
    }

    fn channel_of(&self, process: u64) -> String {
        format!("{}{process:016x}", self.channel)
    }

    /// Says one statement. `None` if no response comes.
    async fn say(&self, name: &str, statement: &Statement) -> Option<Response> {
        for _ in 0..2 {
            let Connection { mut connection, script } = self.connection().await.ok()?;
            let mut command = Cmd::new();
            command.arg("EVALSHA").arg(&*script).arg(2).arg(name).arg(format!("{name}:ends"));
            wire::write(statement, &self.channel, &mut command);
            let result: RedisResult<Vec<i64>> = command.query_async(&mut connection).await;
            match result {
                Ok(words) => {
                    self.late.store(0, Ordering::Relaxed);
                    return wire::read(&words);
                }
                Err(error) => {
                    if !self.fail(&error).await {
                        return None;
                    }
                }
            }
        }
        None
    }

    /// A command has failed. Returns whether it is worth another try at once.
    async fn fail(&self, error: &RedisError) -> bool {
        // The server has forgotten its scripts, or is none any more that may be written to.
        let anew = matches!(error.code(), Some("NOSCRIPT" | "READONLY" | "MOVED" | "LOADING" | "MASTERDOWN"));
        let late = error.is_timeout() && self.late.fetch_add(1, Ordering::Relaxed) + 1 >= MOST_LATE;
        let broken = error.is_io_error() && !error.is_timeout() || error.is_connection_dropped();
        if anew || late || broken {
            *self.connection.lock().await = None;
        }
        anew || broken
    }
}

impl LimitStore for RedisStore {
    fn run(&self) -> u64 {
        self.run.load(Ordering::Relaxed)
    }

    fn exchange(self: Arc<Self>, said: Vec<(Arc<str>, Statement)>) -> StoreFuture<Vec<Option<Response>>> {
        Box::pin(async move {
            // All at once: the connection sends them one behind the other.
            let say = |(name, statement): (Arc<str>, Statement)| {
                let store = self.clone();
                tokio::spawn(
                    async move { timeout(PATIENCE, store.say(&name, &statement)).await.ok().flatten() },
                )
            };
            let saying: Vec<_> = said.into_iter().map(say).collect();
            let mut responses = Vec::with_capacity(saying.len());
            for said in saying {
                responses.push(said.await.ok().flatten());
            }
            responses
        })
    }

    fn called(self: Arc<Self>, process: u64) -> StoreFuture<Arc<str>> {
        Box::pin(async move {
            let mut new = false;
            lock_std(&self.calls.0).entry(process).or_insert_with(|| {
                new = true;
                Called::default()
            });
            if new {
                let store = self.clone();
                // As a task, because this future may be dropped at any time.
                tokio::spawn(async move {
                    if let Ok(mut connected) = store.connection().await {
                        // If this fails, so does the connection, and the next one subscribes.
                        let _subscribed = connected.connection.subscribe(store.channel_of(process)).await;
                    }
                });
            }
            poll_fn(|cx| {
                let mut calls = lock_std(&self.calls.0);
                let (names, waker) = calls.entry(process).or_default();
                match names.pop_front() {
                    Some(name) => Poll::Ready(name),
                    None => {
                        *waker = Some(cx.waker().clone());
                        Poll::Pending
                    }
                }
            })
            .await
        })
    }
}
