//! What operators see: metrics on an address of their own, and one JSON line an event on standard error.

use std::sync::OnceLock;

use axum::Router;
use axum::routing::get;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;

use crate::error::Fault;

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

/// Answers `/metrics` on this listener until the process ends.
///
/// # Errors
/// A [`Fault`] when metrics are being recorded by something else already.
pub fn serve_metrics(listener: TcpListener) -> Result<(), Fault> {
    let handle = PrometheusBuilder::new().install_recorder().map_err(|_| Fault::new("metrics cannot be recorded"))?;
    let handle = METRICS.get_or_init(|| handle).clone();
    let router = Router::new().route("/metrics", get(move || async move { handle.render() }));
    tokio::spawn(async move {
        if axum::serve(listener, router).await.is_err() {
            tracing::error!("the metrics address stopped answering");
        }
    });
    Ok(())
}

/// Logs to standard error; a second call changes nothing.
pub fn log_to_stderr() {
    let level = if std::env::var_os("VARDE_LOG_REQUESTS").is_some() { tracing::Level::INFO } else { tracing::Level::WARN };
    let lines = tracing_subscriber::fmt().json().with_max_level(level).with_writer(std::io::stderr);
    drop(lines.try_init());
    // A panic's own words could hold what somebody typed: only the place in the code is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "the program panicked");
    }));
}
