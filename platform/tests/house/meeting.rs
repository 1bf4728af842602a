//! Work that several do at the same moment.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::{Arc, Barrier};
use std::task::{Context, Waker};
use std::thread;

/// Runs the work on so many threads that all begin at once, and gives what each came to, in their order.
pub fn at_once<T: Send + 'static>(threads: usize, work: impl Fn(usize) -> T + Send + Sync + 'static) -> Vec<T> {
    let (work, start) = (Arc::new(work), Arc::new(Barrier::new(threads)));
    let begun: Vec<_> = (0..threads)
        .map(|n| {
            let (work, start) = (work.clone(), start.clone());
            thread::spawn(move || {
                start.wait();
                work(n)
            })
        })
        .collect();
    begun.into_iter().map(|thread| thread.join().expect("no thread panics")).collect()
}

/// A future that has been begun: what it puts in line stands there now.
pub fn begin<F: Future>(future: F) -> Pin<Box<F>> {
    let mut future = Box::pin(future);
    let early = pin!(&mut future).poll(&mut Context::from_waker(Waker::noop()));
    assert!(early.is_pending(), "nothing can be done before the one in front is");
    future
}
