//! A Redis server of the test's own, and an API that counts in a sliding log.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paceline::RedisLimits;
use paceline_test_support::rate_server::{Rule, Server, ServerLimit};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, sleep};

/// A Redis server that ends with the test.
pub(crate) struct RedisServer {
    child: Child,
    port: u16,
    /// The port on which it speaks TLS.
    #[cfg(feature = "redis-rustls")]
    encrypted: u16,
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        self.stop();
    }
}

impl RedisServer {
    pub(crate) fn start() -> Self {
        Self::start_with(&[])
    }

    /// Starts a server with these settings as well.
    fn start_with(settings: &[String]) -> Self {
        // A server of a cluster needs a second port, ten thousand above.
        let free = |_| TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let port = (0..).map(free).find(|&port| port < 55_000).unwrap();
        Self {
            child: Self::spawn(port, settings),
            port,
            #[cfg(feature = "redis-rustls")]
            encrypted: 0,
        }
    }

    /// Starts a server that speaks TLS on another port too.
    #[cfg(feature = "redis-rustls")]
    pub(crate) fn start_encrypted(settings: &[String]) -> Self {
        let free = || TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let (port, encrypted) = (free(), free());
        let mut settings = settings.to_vec();
        settings.extend(["--tls-port".into(), encrypted.to_string()]);
        let server = Self { child: Self::spawn(port, &settings), port, encrypted };
        while std::net::TcpStream::connect(("127.0.0.1", encrypted)).is_err() {
            std::thread::sleep(Duration::from_millis(50));
        }
        server
    }

    #[cfg(feature = "redis-rustls")]
    pub(crate) fn encrypted_url(&self) -> String {
        format!("rediss://:secret@localhost:{}", self.encrypted)
    }

    fn spawn(port: u16, settings: &[String]) -> Child {
        Command::new("redis-server")
            .args(["--bind", "127.0.0.1", "--save", "", "--requirepass", "secret"])
            .args(["--port", &port.to_string()])
            .args(settings)
            .stdout(Stdio::null())
            .spawn()
            .expect("redis-server is installed")
    }

    pub(crate) fn url(&self) -> String {
        format!("redis://:secret@127.0.0.1:{}", self.port)
    }

    /// What the server says to a command, as it is sent.
    pub(crate) fn say(&self, words: &[&str]) -> String {
        let mut stream = std::net::TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let command = |words: &[&str]| {
            let words = words.iter().map(|word| format!("${}\r\n{word}\r\n", word.len()));
            format!("*{}\r\n{}", words.len(), words.collect::<String>())
        };
        let all = command(&["AUTH", "secret"]) + &command(words) + &command(&["QUIT"]);
        stream.write_all(all.as_bytes()).unwrap();
        let mut said = String::new();
        stream.read_to_string(&mut said).unwrap();
        said.trim_start_matches("+OK\r\n").trim_end_matches("+OK\r\n").to_owned()
    }

    pub(crate) fn stop(&mut self) {
        let _gone = self.child.kill();
        let _ended = self.child.wait();
    }

    /// Begins anew with nothing.
    pub(crate) fn restart(&mut self) {
        self.stop();
        self.child = Self::spawn(self.port, &[]);
    }

    pub(crate) fn signal(&self, signal: &str) {
        signal_to(self.child.id(), signal);
    }

    pub(crate) async fn connect(&self) -> RedisLimits {
        for _ in 0..100 {
            if let Ok(limits) = RedisLimits::connect(&self.url()).await {
                return limits;
            }
            sleep(Duration::from_millis(50)).await;
        }
        panic!("the server does not respond");
    }
}

/// A cluster of three servers, whose files are gone when it is.
pub(crate) struct Cluster {
    pub(crate) servers: Vec<RedisServer>,
    folder: PathBuf,
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.servers.clear();
        let _gone = std::fs::remove_dir_all(&self.folder);
    }
}

impl Cluster {
    pub(crate) async fn start() -> Self {
        let folder = std::env::temp_dir().join(format!("paceline-cluster-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let settings = |number: usize| {
            let file = format!("{number}.conf");
            ["--cluster-enabled", "yes", "--cluster-config-file", &file, "--dir", folder.to_str().unwrap()]
                .map(str::to_owned)
        };
        let servers: Vec<_> = (0..3).map(|number| RedisServer::start_with(&settings(number))).collect();
        let cluster = Self { servers, folder };
        for (number, server) in cluster.servers.iter().enumerate() {
            while std::net::TcpStream::connect(("127.0.0.1", server.port)).is_err() {
                sleep(Duration::from_millis(50)).await;
            }
            let first = number * 16_384 / 3;
            let slots: Vec<String> =
                (first..(number + 1) * 16_384 / 3).map(|slot| slot.to_string()).collect();
            let words: Vec<&str> =
                ["CLUSTER", "ADDSLOTS"].into_iter().chain(slots.iter().map(|slot| &**slot)).collect();
            assert_eq!(server.say(&words), "");
            let known = cluster.servers[0].port.to_string();
            server.say(&["CLUSTER", "MEET", "127.0.0.1", &known]);
        }
        for server in &cluster.servers {
            while !server.say(&["CLUSTER", "INFO"]).contains("cluster_state:ok") {
                sleep(Duration::from_millis(50)).await;
            }
        }
        cluster
    }
}

pub(crate) fn signal_to(process: u32, signal: &str) {
    let status = Command::new("kill").args([signal, &process.to_string()]).status();
    assert!(status.is_ok_and(|status| status.success()));
}

/// An API on this machine: a byte is a request, and the response is whether it was accepted.
pub(crate) struct Api {
    pub(crate) port: u16,
    pub(crate) server: Mutex<Server>,
    began: Instant,
    /// When requests were accepted.
    pub(crate) accepted: Mutex<Vec<Instant>>,
    delay: Duration,
}

impl Api {
    /// An API whose responses take so long each way.
    pub(crate) async fn start(limits: &[ServerLimit], delay: Duration) -> Arc<Self> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let api = Arc::new(Self {
            port: listener.local_addr().unwrap().port(),
            server: Mutex::new(Server::new(Rule::SlidingLog, limits)),
            began: Instant::now(),
            accepted: Mutex::default(),
            delay,
        });
        let serving = api.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let api = serving.clone();
                tokio::spawn(async move {
                    stream.set_nodelay(true).unwrap();
                    while stream.read_u8().await.is_ok() {
                        sleep(api.delay).await;
                        let accepted = api.arrive();
                        sleep(api.delay).await;
                        if stream.write_u8(accepted.into()).await.is_err() {
                            break;
                        }
                    }
                });
            }
        });
        api
    }

    fn arrive(&self) -> bool {
        let at = self.began.elapsed().as_micros() as u64;
        let accepted = self.server.lock().unwrap().arrive(at);
        self.accepted.lock().unwrap().push(Instant::now());
        accepted
    }

    /// Fails if anything was refused. Returns how many requests there were.
    pub(crate) fn check(&self) -> u64 {
        let server = self.server.lock().unwrap();
        assert_eq!((server.refused, server.broken_windows), (0, 0));
        server.accepted
    }

    /// How many requests there were from an instant on, and the longest time without one, up to now.
    pub(crate) fn since(&self, from: Instant) -> (usize, Duration) {
        let accepted = self.accepted.lock().unwrap();
        let mut last = from;
        let within: Vec<Instant> = accepted.iter().copied().filter(|&at| at > from).collect();
        let gaps = within.iter().map(|&at| at - std::mem::replace(&mut last, at));
        (within.len(), gaps.max().unwrap_or(Duration::MAX))
    }
}
