//! The store on a Redis server, or on those of a cluster.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::future::Future;
use std::sync::{Arc, Mutex};

use redis::{ConnectionAddr, ConnectionInfo, ErrorKind, IntoConnectionInfo, ProtocolVersion, RedisResult};
use tokio::time::timeout;

use super::calls::Calls;
use super::limit_store::{LimitStore, StoreFuture};
use super::redis_node::{Failure, Node, PATIENCE};
use crate::lease::{Known, Response, Statement};
use crate::sync::lock_std;

/// So many servers are asked for a meter before its statement is given up for now.
const TRIES: usize = 4;

/// Where at most so many meters are is remembered. One that is forgotten costs another round trip.
const MOST_PLACES: usize = 4_096;

/// A server's address as the cluster says it; that of the URL has none.
type Address = Option<Arc<str>>;

/// The store on a Redis server, or on those of a cluster.
pub(crate) struct RedisStore {
    /// How to connect: the address is that of the URL.
    info: ConnectionInfo,
    servers: Mutex<Servers>,
    calls: Arc<Calls>,
}

/// The servers of a cluster, as far as they were heard of.
struct Servers {
    nodes: HashMap<Address, Arc<Node>>,
    /// The one that is asked where nothing is known, and that processes are called by. All say what is published on one.
    home: Address,
    /// The meters that are not at home.
    places: HashMap<Arc<str>, Arc<str>>,
}

impl RedisStore {
    /// Connects. Later on connections are made anew by themselves.
    pub(crate) async fn connect(url: &str, prefix: &str) -> RedisResult<Arc<Self>> {
        if prefix.contains(['{', '}']) {
            // What stands in braces says where a cluster keeps a record.
            let message = "the prefix of the records' names contains a brace";
            return Err((ErrorKind::InvalidClientConfig, message).into());
        }
        let info = url.into_connection_info()?;
        #[cfg(feature = "redis-rustls")]
        if matches!(info.addr(), ConnectionAddr::TcpTls { .. }) {
            choose_cryptography();
        }
        // One connection for everything: what the server says by itself comes between responses.
        let settings = info.redis_settings().clone().set_protocol(ProtocolVersion::RESP3);
        let info = info.set_redis_settings(settings);
        let home = Arc::new(Node::new(info.clone())?);
        let calls = Arc::new(Calls::new(prefix));
        home.connection(Some(calls.clone())).await?;
        let servers = Servers { nodes: HashMap::from([(None, home)]), home: None, places: HashMap::new() };
        Ok(Arc::new(Self { info, servers: Mutex::new(servers), calls }))
    }

    /// How to connect to another server of the cluster. One without a host is on that of the URL.
    fn info_of(&self, address: &str) -> Option<ConnectionInfo> {
        let (host, port) = address.rsplit_once(':')?;
        let port = port.parse().ok()?;
        let or_own = |own: &str| if host.is_empty() { own.to_owned() } else { host.to_owned() };
        let address = match self.info.addr() {
            ConnectionAddr::Tcp(own, _) => ConnectionAddr::Tcp(or_own(own), port),
            ConnectionAddr::TcpTls { host: own, insecure, tls_params, .. } => ConnectionAddr::TcpTls {
                host: or_own(own),
                port,
                insecure: *insecure,
                tls_params: tls_params.clone(),
            },
            _ => return None,
        };
        Some(self.info.clone().set_addr(address))
    }

    /// The server that a meter is with, as far as that is known, and its address.
    fn server_of(&self, name: &str) -> Option<(Arc<Node>, Address)> {
        let servers = lock_std(&self.servers);
        let place = servers.places.get(name).or(servers.home.as_ref()).cloned();
        Some((servers.nodes.get(&place)?.clone(), place))
    }

    /// The calls that the connection to a server hears: all, if it is home.
    fn calls_of(&self, address: &Address) -> Option<Arc<Calls>> {
        (lock_std(&self.servers).home == *address).then(|| self.calls.clone())
    }

    /// A meter is with another server. Returns whether that can be asked.
    fn move_to(&self, name: &Arc<str>, address: &str) -> bool {
        let address: Arc<str> = address.into();
        let mut servers = lock_std(&self.servers);
        if let Entry::Vacant(vacant) = servers.nodes.entry(Some(address.clone())) {
            let node = self.info_of(&address).and_then(|info| Node::new(info).ok());
            let Some(node) = node else { return false };
            vacant.insert(Arc::new(node));
        }
        if servers.places.len() >= MOST_PLACES {
            servers.places.clear();
        }
        servers.places.insert(name.clone(), address);
        true
    }

    /// There is no connection to a server: what was there is asked for elsewhere. Returns whether there is such a place.
    async fn leave(&self, lost: &Address) -> bool {
        let next = {
            let mut servers = lock_std(&self.servers);
            servers.places.retain(|_, place| Some(&*place) != lost.as_ref());
            if servers.home != *lost {
                return true;
            }
            let others = servers.nodes.iter().find(|(address, _)| *address != lost);
            let Some((next, node)) = others.map(|(address, node)| (address.clone(), node.clone())) else {
                return false;
            };
            servers.home = next;
            node
        };
        // Processes are not called by its connection yet.
        next.disconnect().await;
        true
    }

    /// Asks the server that a meter is with, wherever that is. `None` if no response comes.
    async fn ask<T, F>(
        &self,
        name: &Arc<str>,
        question: impl Fn(Arc<Node>, Option<Arc<Calls>>) -> F,
    ) -> Option<T>
    where
        F: Future<Output = Result<T, Failure>>,
    {
        for _ in 0..TRIES {
            let (node, address) = self.server_of(name)?;
            match question(node, self.calls_of(&address)).await {
                Ok(response) => return Some(response),
                Err(Failure::Moved(address)) if self.move_to(name, &address) => {}
                Err(Failure::Unconnected) if self.leave(&address).await => {}
                Err(Failure::Again) => {}
                Err(_) => return None,
            }
        }
        None
    }

    /// Changes what the connection at home listens to. If it is broken, the next one does so by itself.
    fn listen(self: &Arc<Self>, process: u64, listens: bool) {
        let store = self.clone();
        // As a task, because whoever wants it may stop waiting at any time.
        tokio::spawn(async move {
            let home = {
                let servers = lock_std(&store.servers);
                servers.nodes.get(&servers.home).cloned()
            };
            let Some(home) = home else { return };
            let Ok(mut connected) = home.connection(Some(store.calls.clone())).await else { return };
            let channel = store.calls.channel_of(process);
            let _done = match listens {
                true => connected.connection.subscribe(channel).await,
                false => connected.connection.unsubscribe(channel).await,
            };
        });
    }
}

/// Without a choice a connection would panic: the client for Redis makes none, and one is made by itself only where a single
/// implementation was compiled.
#[cfg(feature = "redis-rustls")]
fn choose_cryptography() {
    use rustls::crypto::{CryptoProvider, aws_lc_rs};

    if CryptoProvider::get_default().is_none() {
        // Fails if somebody else has just chosen.
        let _chosen = aws_lc_rs::default_provider().install_default();
    }
}

impl LimitStore for RedisStore {
    fn exchange(self: Arc<Self>, said: Vec<(Arc<str>, Statement)>) -> StoreFuture<Vec<Option<Response>>> {
        Box::pin(async move {
            // All at once: a connection sends them one behind the other.
            let say = |(name, statement): (Arc<str>, Statement)| {
                let store = self.clone();
                tokio::spawn(async move {
                    let say = |node: Arc<Node>, calls| {
                        let (store, name, statement) = (&store, &name, &statement);
                        async move { node.say(calls, &store.calls.channel, name, statement).await }
                    };
                    timeout(PATIENCE, store.ask(&name, say)).await.ok().flatten()
                })
            };
            let saying: Vec<_> = said.into_iter().map(say).collect();
            let mut responses = Vec::with_capacity(saying.len());
            for said in saying {
                responses.push(said.await.ok().flatten());
            }
            responses
        })
    }

    fn observe(self: Arc<Self>, name: Arc<str>) -> StoreFuture<Option<Vec<Known>>> {
        Box::pin(async move {
            let observe = |node: Arc<Node>, calls| {
                let name = &name;
                async move { node.observe(calls, name).await }
            };
            timeout(PATIENCE, self.ask(&name, observe)).await.ok().flatten()
        })
    }

    fn called(self: Arc<Self>, process: u64) -> StoreFuture<Arc<str>> {
        Box::pin(async move {
            if self.calls.add(process) {
                self.listen(process, true);
            }
            self.calls.called(process).await
        })
    }

    fn stop_calling(self: Arc<Self>, process: u64) {
        self.calls.stop_calling(process);
        self.listen(process, false);
    }
}
