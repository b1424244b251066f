//! What the server does about a request.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// What the server does about a request.
#[derive(Clone, Debug)]
pub enum Response {
    /// Writes these bytes and waits for the next request.
    Send(Vec<u8>),
    /// Writes the first bytes once, then the second ones as many times as the number says, then closes.
    Repeat(Vec<u8>, Vec<u8>, usize),
    /// Writes these bytes and closes.
    SendAndClose(Vec<u8>),
    /// Writes these bytes and then nothing, until the client closes.
    SendAndHold(Vec<u8>),
    /// Closes without writing anything.
    Close,
    /// Waits, then does what the inner response says.
    After(Duration, Box<Self>),
    /// Writes these bytes, then does what the inner response says.
    Then(Vec<u8>, Box<Self>),
}

impl Response {
    /// A response with a body. `headers` are further lines, each with its line end.
    #[must_use]
    pub fn new(status: u16, content_type: &str, headers: &str, body: &[u8]) -> Self {
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status} Status\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n{headers}\r\n"
        );
        Self::Send([head.as_bytes(), body].concat())
    }

    /// The same response, later.
    #[must_use]
    pub fn after(self, pause: Duration) -> Self {
        Self::After(pause, Box::new(self))
    }

    /// Writes the response. Returns whether the connection stays open.
    pub(super) async fn write(self, stream: &mut BufReader<TcpStream>) -> bool {
        match self {
            Self::Send(bytes) => stream.write_all(&bytes).await.is_ok(),
            Self::Repeat(head, chunk, times) => {
                let mut is_open = stream.write_all(&head).await.is_ok();
                for _ in 0..times {
                    if !is_open {
                        break;
                    }
                    is_open = stream.write_all(&chunk).await.is_ok();
                }
                false
            }
            Self::SendAndClose(bytes) => {
                let _ = stream.write_all(&bytes).await;
                let _ = stream.flush().await;
                false
            }
            Self::SendAndHold(bytes) => {
                let _ = stream.write_all(&bytes).await;
                let _ = stream.flush().await;
                // Until the client closes.
                let _ = stream.read_u8().await;
                false
            }
            Self::Close | Self::After(..) | Self::Then(..) => false,
        }
    }
}
