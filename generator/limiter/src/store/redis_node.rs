//! One Redis server, which may be one of a cluster.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use redis::aio::{MultiplexedConnection, SendError};
use redis::{AsyncConnectionConfig, Client, Cmd, ConnectionInfo, PushInfo, RedisError, RedisResult};
use tokio::sync::Mutex as AsyncMutex;

use super::calls::Calls;
use super::wire;
use crate::lease::{Known, Response, Statement};

/// What the server does at a statement.
const SCRIPT: &str = include_str!("shares.lua");

/// What it does when it is asked who holds what, which is seldom.
const OBSERVE: &str = include_str!("observe.lua");

/// So long a process waits for a response.
pub(super) const PATIENCE: Duration = Duration::from_secs(1);

/// So long it waits for a connection: less, so that there is time to ask another server of a cluster.
const PATIENCE_TO_CONNECT: Duration = Duration::from_millis(600);

/// After so many responses in a row that did not come in time a connection is given up: its other end may be gone.
const MOST_LATE: u32 = 3;

/// One Redis server.
pub(super) struct Node {
    client: Client,
    connection: AsyncMutex<Option<Connection>>,
    late: AtomicU32,
}

/// A connection on which the script is loaded.
#[derive(Clone)]
pub(super) struct Connection {
    pub(super) connection: MultiplexedConnection,
    /// The name of the script.
    script: Arc<str>,
    /// The run of the server. A connection belongs to one.
    run: u64,
}

/// Why there was no response.
pub(super) enum Failure {
    /// There is no connection.
    Unconnected,
    /// The meter is with another server of the cluster: its address.
    Moved(String),
    /// It is worth another try at once.
    Again,
    None,
}

impl Node {
    pub(super) fn new(info: ConnectionInfo) -> RedisResult<Self> {
        let (connection, late) = (AsyncMutex::new(None), AtomicU32::new(0));
        Ok(Self { client: Client::open(info)?, connection, late })
    }

    /// The connection, made anew if there is none. With `calls` it is the one that processes are called on.
    pub(super) async fn connection(&self, calls: Option<Arc<Calls>>) -> RedisResult<Connection> {
        let mut known = self.connection.lock().await;
        if let Some(connection) = &*known {
            return Ok(connection.clone());
        }
        let channels = calls.as_ref().map(|calls| calls.channels()).unwrap_or_default();
        let hear = move |push: PushInfo| {
            if let Some(calls) = &calls {
                calls.hear(&push);
            }
            Ok::<(), SendError>(())
        };
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(PATIENCE_TO_CONNECT))
            .set_response_timeout(Some(PATIENCE))
            .set_push_sender(hear);
        let mut connection = self.client.get_multiplexed_async_connection_with_config(&config).await?;
        let info: String = redis::cmd("INFO").arg("server").query_async(&mut connection).await?;
        let run = wire::run(&info);
        let script: String =
            redis::cmd("SCRIPT").arg("LOAD").arg(SCRIPT).query_async(&mut connection).await?;
        for channel in channels {
            connection.subscribe(channel).await?;
        }
        self.late.store(0, Ordering::Relaxed);
        Ok(known.insert(Connection { connection, script: script.into(), run }).clone())
    }

    /// Gives the connection up.
    pub(super) async fn disconnect(&self) {
        *self.connection.lock().await = None;
    }

    /// Says one statement.
    pub(super) async fn say(
        &self,
        calls: Option<Arc<Calls>>,
        channel: &str,
        name: &str,
        statement: &Statement,
    ) -> Result<Response, Failure> {
        let connected = self.connection(calls).await.map_err(|_error| Failure::Unconnected)?;
        let Connection { mut connection, script, run } = connected;
        let mut command = Cmd::new();
        command.arg("EVALSHA").arg(&*script);
        wire::write(statement, run, name, channel, &mut command);
        match command.query_async::<Vec<i64>>(&mut connection).await {
            Ok(words) => {
                self.late.store(0, Ordering::Relaxed);
                wire::read(&words).ok_or(Failure::None)
            }
            Err(error) => Err(self.fail(&error).await),
        }
    }

    /// What is known of each process that shares a meter.
    pub(super) async fn observe(&self, calls: Option<Arc<Calls>>, name: &str) -> Result<Vec<Known>, Failure> {
        let connected = self.connection(calls).await.map_err(|_error| Failure::Unconnected)?;
        let mut connection = connected.connection;
        let mut command = redis::cmd("EVAL");
        command.arg(OBSERVE).arg(1).arg(name);
        match command.query_async::<Vec<(String, Vec<i64>)>>(&mut connection).await {
            Ok(rows) => Ok(rows.iter().filter_map(|(id, row)| wire::read_known(id, row)).collect()),
            Err(error) => Err(self.fail(&error).await),
        }
    }

    /// A command has failed. What that means is told by the error's code word, never by its text.
    async fn fail(&self, error: &RedisError) -> Failure {
        if let (Some("MOVED"), Some((address, _))) = (error.code(), error.redirect_node()) {
            return Failure::Moved(address.to_owned());
        }
        // The server has forgotten its scripts, or is none any more that may be written to.
        let anew = matches!(error.code(), Some("NOSCRIPT" | "READONLY" | "LOADING" | "MASTERDOWN"));
        let late = error.is_timeout() && self.late.fetch_add(1, Ordering::Relaxed) + 1 >= MOST_LATE;
        let broken = error.is_io_error() && !error.is_timeout() || error.is_connection_dropped();
        if anew || late || broken {
            self.disconnect().await;
        }
        if anew || broken { Failure::Again } else { Failure::None }
    }
}
