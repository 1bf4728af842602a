//! How long `varde demo` takes to its first answer, and how much memory it holds.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::cpu::resident_mb;
use crate::report::figure;

/// Connections that ask for `/` under load.
const CALLERS: usize = 8;

struct Demo {
    process: Child,
    port: u16,
    ready_s: f64,
    answered_s: f64,
}

/// Starts the release binary twice on one folder: to fill the city, and as on any other day.
pub fn measure(folder: &Path, load: Duration) -> Result<String, String> {
    let data = folder.join("demo");
    let mut first = start(&data)?;
    stop(&mut first);
    let mut second = start(&data)?;
    std::thread::sleep(Duration::from_secs(1));
    let idle = resident_mb(second.process.id()).unwrap_or(f64::NAN);
    let loaded = under_load(&second, load);
    stop(&mut second);
    let (most, answered) = loaded?;
    Ok(figure("first start, city filled, to the first answer", first.answered_s, "s", None)
        + &figure("second start, to its ready line", second.ready_s, "s", None)
        + &figure("second start, to the first answer", second.answered_s, "s", Some(3.0))
        + &figure("memory, idle", idle, "MB", Some(100.0))
        + &figure("memory under load, 8 connections", most, "MB", Some(200.0))
        + &figure("answers of / under that load", answered, "a second", None))
}

/// The program lies beside this one.
fn program() -> Result<PathBuf, String> {
    let own = std::env::current_exe().map_err(|why| why.to_string())?;
    let found = own.with_file_name("varde");
    if found.exists() { Ok(found) } else { Err("build the program first: cargo build --release -p varde".into()) }
}

fn start(data: &Path) -> Result<Demo, String> {
    let started = Instant::now();
    let mut process = Command::new(program()?)
        .args(["demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .env_remove("VARDE_DATABASE_URL")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|why| format!("varde demo could not be started: {why}"))?;
    let mut said = String::new();
    let heard = process.stdout.take().map(|output| BufReader::new(output).read_line(&mut said));
    let ready_s = started.elapsed().as_secs_f64();
    let port = said.trim().rsplit(':').next().and_then(|port| port.parse().ok());
    let Some(port) = port.filter(|_| matches!(heard, Some(Ok(_)))) else {
        drop(process.kill());
        drop(process.wait());
        return Err(format!("varde demo said {said:?} instead of where it listens"));
    };
    let mut demo = Demo { process, port, ready_s, answered_s: f64::NAN };
    let answered = connect(port).and_then(|mut connection| ask(&mut connection));
    demo.answered_s = started.elapsed().as_secs_f64();
    if let Err(why) = answered {
        stop(&mut demo);
        return Err(why);
    }
    Ok(demo)
}

/// Asks it to stop, so that it seals its log and gives its lease back.
fn stop(demo: &mut Demo) {
    let told = Command::new("kill").arg(demo.process.id().to_string()).status();
    if !told.is_ok_and(|status| status.success()) {
        drop(demo.process.kill());
    }
    drop(demo.process.wait());
}

fn connect(port: u16) -> Result<TcpStream, String> {
    TcpStream::connect(("127.0.0.1", port)).map_err(|why| format!("varde demo cannot be reached: {why}"))
}

/// One request on a connection that stays open.
fn ask(connection: &mut TcpStream) -> Result<(), String> {
    let failed = |why: std::io::Error| format!("varde demo broke off: {why}");
    connection.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").map_err(failed)?;
    let mut answer = Vec::new();
    let mut part = [0_u8; 16 * 1024];
    loop {
        let read = connection.read(&mut part).map_err(failed)?;
        answer.extend_from_slice(part.get(..read).unwrap_or_default());
        if read == 0 || is_whole(&answer) {
            break;
        }
    }
    if answer.starts_with(b"HTTP/1.1 200") { Ok(()) } else { Err("varde demo did not answer 200".into()) }
}

fn is_whole(answer: &[u8]) -> bool {
    let text = String::from_utf8_lossy(answer);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    length.is_none_or(|length: usize| body.len() >= length)
}

/// Most memory seen, and answers a second.
fn under_load(demo: &Demo, time: Duration) -> Result<(f64, f64), String> {
    let over = Arc::new(AtomicBool::new(false));
    let started = Instant::now();
    let callers: Vec<_> = (0..CALLERS)
        .map(|_| {
            let (over, port) = (over.clone(), demo.port);
            std::thread::spawn(move || {
                let mut connection = connect(port)?;
                let mut answered = 0_u32;
                while !over.load(Ordering::Relaxed) {
                    ask(&mut connection)?;
                    answered += 1;
                }
                Ok::<u32, String>(answered)
            })
        })
        .collect();
    let mut most = 0.0_f64;
    while started.elapsed() < time {
        std::thread::sleep(Duration::from_millis(50));
        most = most.max(resident_mb(demo.process.id()).unwrap_or(0.0));
    }
    over.store(true, Ordering::Relaxed);
    let seconds = started.elapsed().as_secs_f64();
    let mut answered = 0;
    for caller in callers {
        answered += caller.join().map_err(|_| "a caller stopped".to_owned())??;
    }
    Ok((most, f64::from(answered) / seconds))
}
