//! The seam to a virus scanner: `clamd` on this machine, asked over TCP with `INSTREAM`. Never inside a transaction.
//!
//! Without a scanner nothing is taken in. What the scanner does not answer to in time counts as not looked at.

use std::io::{Read as _, Write as _};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::app::App;

/// How long the scanner may take.
const WAIT: Duration = Duration::from_secs(20);
/// How long it may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(3);
/// Bytes handed over at a time.
const CHUNK: usize = 64 * 1024;
/// Longest answer that is read.
const ANSWER_BYTES: u64 = 1024;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The scanner found nothing.
    Clean,
    /// It found something.
    Found,
    /// It did not answer, or not so that one can rely on it.
    NotLookedAt,
}

/// Whether there is a scanner to ask.
#[must_use]
pub fn is_on(app: &App) -> bool {
    app.config().clamav.is_some()
}

/// Whether a scanner at this address says that it is there, asked on this thread: for `varde doctor`.
#[must_use]
pub fn answers(address: &str) -> bool {
    let asked = || -> std::io::Result<String> {
        let mut line = std::net::TcpStream::connect(address)?;
        line.set_read_timeout(Some(PATIENCE))?;
        line.write_all(b"zPING\0")?;
        let mut answer = String::new();
        line.take(ANSWER_BYTES).read_to_string(&mut answer)?;
        Ok(answer)
    };
    asked().is_ok_and(|answer| answer.trim_end_matches(['\0', '\n']) == "PONG")
}

/// Has these bytes looked at.
pub async fn look(app: &App, bytes: &[u8]) -> Verdict {
    match &app.config().clamav {
        Some(address) => look_at(address, bytes, WAIT).await,
        None => Verdict::NotLookedAt,
    }
}

async fn look_at(address: &str, bytes: &[u8], wait: Duration) -> Verdict {
    match tokio::time::timeout(wait, ask(address, bytes)).await {
        Ok(Ok(answer)) => verdict(&answer),
        Ok(Err(_)) | Err(_) => {
            tracing::warn!("the virus scanner does not answer; attachments wait until it does");
            Verdict::NotLookedAt
        }
    }
}

/// Chunks with their length before them, an empty one last, and then the answer up to its zero byte.
async fn ask(address: &str, bytes: &[u8]) -> std::io::Result<String> {
    let mut line = TcpStream::connect(address).await?;
    line.write_all(b"zINSTREAM\0").await?;
    for chunk in bytes.chunks(CHUNK) {
        let length = u32::try_from(chunk.len()).unwrap_or(0);
        line.write_all(&length.to_be_bytes()).await?;
        line.write_all(chunk).await?;
    }
    line.write_all(&[0; 4]).await?;
    line.flush().await?;
    let mut answer = Vec::new();
    line.take(ANSWER_BYTES).read_to_end(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// Only the exact words count as clean.
fn verdict(answer: &str) -> Verdict {
    let answer = answer.trim_end_matches(['\0', '\n']);
    if answer == "stream: OK" {
        Verdict::Clean
    } else if answer.starts_with("stream: ") && answer.ends_with(" FOUND") {
        Verdict::Found
    } else {
        Verdict::NotLookedAt
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;

    /// A scanner that reads what it is told to read and answers so; nothing is hanging on.
    async fn scanner(answer: Option<&'static [u8]>, read_all: bool) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        tokio::spawn(async move {
            let (mut line, _) = listener.accept().await.unwrap();
            let mut command = [0; 10];
            line.read_exact(&mut command).await.unwrap();
            assert_eq!(&command, b"zINSTREAM\0");
            while read_all {
                let length = line.read_u32().await.unwrap();
                if length == 0 {
                    break;
                }
                let mut chunk = vec![0; usize::try_from(length).unwrap()];
                line.read_exact(&mut chunk).await.unwrap();
            }
            match answer {
                Some(answer) => line.write_all(answer).await.unwrap(),
                None => std::future::pending().await,
            }
        });
        address
    }

    #[test]
    fn a_scanner_is_there_when_it_says_so() {
        let cases: [(&[u8], bool); 3] = [(b"PONG\0", true), (b"UNKNOWN COMMAND\0", false), (b"", false)];
        for (said, there) in cases {
            let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
            let address = listener.local_addr().unwrap().to_string();
            let scanner = std::thread::spawn(move || {
                let (mut line, _) = listener.accept().unwrap();
                let mut command = [0; 6];
                std::io::Read::read_exact(&mut line, &mut command).unwrap();
                assert_eq!(&command, b"zPING\0");
                std::io::Write::write_all(&mut line, said).unwrap();
            });
            assert_eq!(answers(&address), there, "{said:?}");
            scanner.join().unwrap();
        }
        let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        assert!(!answers(&gone.to_string()));
    }

    #[tokio::test]
    async fn only_a_clear_answer_counts() {
        let bytes = vec![7; 200_000];
        let cases: [(Option<&[u8]>, Verdict); 6] = [
            (Some(b"stream: OK\0"), Verdict::Clean),
            (Some(b"stream: Eicar-Test-Signature FOUND\0"), Verdict::Found),
            (Some(b"INSTREAM size limit exceeded. ERROR\0"), Verdict::NotLookedAt),
            (Some(b"stream: OK but"), Verdict::NotLookedAt),
            (Some(b""), Verdict::NotLookedAt),
            (Some(b"\xff\xfe"), Verdict::NotLookedAt),
        ];
        for (answer, expected) in cases {
            let address = scanner(answer, true).await;
            assert_eq!(look_at(&address, &bytes, WAIT).await, expected, "{answer:?}");
        }
    }

    #[tokio::test]
    async fn a_scanner_that_hangs_closes_or_is_gone_has_not_looked() {
        let hanging = scanner(None, true).await;
        assert_eq!(look_at(&hanging, b"abc", Duration::from_millis(50)).await, Verdict::NotLookedAt);
        let closing = scanner(Some(b""), false).await;
        assert_eq!(look_at(&closing, &vec![7; 4_000_000], WAIT).await, Verdict::NotLookedAt);
        let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().to_string();
        assert_eq!(look_at(&gone, b"abc", WAIT).await, Verdict::NotLookedAt);
    }
}
