//! CPU time of this process and of a PostgreSQL cluster, in nanoseconds, thread by thread as the kernel counts it.

use std::collections::HashMap;
use std::fs;

/// Whose CPU time counts: this process, and every process of the cluster when there is one.
#[derive(Clone, Copy, Debug)]
pub struct Meter {
    postmaster: Option<u32>,
}

/// One reading: nanoseconds by thread of ours and by process of the database server.
#[derive(Clone, Debug)]
pub struct Reading {
    own: HashMap<u32, u64>,
    server: HashMap<u32, u64>,
}

impl Meter {
    /// A meter of this process alone.
    pub fn alone() -> Meter {
        Meter { postmaster: None }
    }

    /// A meter of this process and the cluster that one of its server processes belongs to.
    pub fn with_cluster(backend: u32) -> Result<Meter, String> {
        let parent = parent_of(backend).ok_or("the database server must run on this machine to be measured")?;
        Ok(Meter { postmaster: Some(parent) })
    }

    /// What has been used so far.
    pub fn read(&self) -> Reading {
        let used = |of: Vec<u32>, folder: &str| {
            let one = |id: u32| Some((id, nanoseconds(&format!("{folder}/{id}/schedstat"))?));
            of.into_iter().filter_map(one).collect()
        };
        Reading {
            own: used(numbers_in("/proc/self/task"), "/proc/self/task"),
            server: used(self.postmaster.map(cluster).unwrap_or_default(), "/proc"),
        }
    }
}

impl Reading {
    /// Microseconds used since an earlier reading, by us and by the server. Who has ended since counts nothing.
    pub fn since_us(&self, earlier: &Reading) -> (f64, f64) {
        (since(&self.own, &earlier.own), since(&self.server, &earlier.server))
    }
}

fn since(now: &HashMap<u32, u64>, earlier: &HashMap<u32, u64>) -> f64 {
    let used = now.iter().map(|(id, ns)| ns.saturating_sub(earlier.get(id).copied().unwrap_or(0)));
    used.sum::<u64>() as f64 / 1000.0
}

fn cluster(postmaster: u32) -> Vec<u32> {
    let all = numbers_in("/proc").into_iter();
    all.filter(|process| *process == postmaster || parent_of(*process) == Some(postmaster)).collect()
}

fn numbers_in(folder: &str) -> Vec<u32> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    names.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

fn nanoseconds(file: &str) -> Option<u64> {
    fs::read_to_string(file).ok()?.split_whitespace().next()?.parse().ok()
}

fn parent_of(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name stands in brackets and may hold spaces; state and parent follow the last bracket.
    stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()
}

/// Resident memory of a process, in MB.
pub fn resident_mb(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1024.0)
}
