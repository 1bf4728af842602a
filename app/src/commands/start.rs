//! What commands share: reading the configuration, opening the databases, and serving until told to stop.

use std::path::Path;

use platform::app::{App, steps};
use platform::clock::Source;
use platform::config::Config;
use platform::db::{Db, migrate};
use platform::keys::MasterKey;
use tokio::net::TcpListener;

use super::{Common, Failure};
use crate::catalogue;

/// The configuration of a call: file, environment, and the call's own words on top.
pub(super) fn config(common: &Common) -> Result<Config, Failure> {
    let mut config = Config::read(common.config.as_deref(), std::env::vars())?;
    if let Some(url) = &common.database_url {
        config.database_url.clone_from(url);
    }
    Ok(config)
}

/// As [`config`], for a command that may be meant for a demo city in a folder.
pub(super) fn config_of(common: &Common, demo: Option<&Path>) -> Result<Config, Failure> {
    let mut config = config(common)?;
    if let Some(folder) = demo {
        config.master_key_file = folder.join("master.key");
        if common.database_url.is_none() {
            config.database_url = format!("sqlite://{}", folder.join("varde.db").display());
        }
    }
    Ok(config)
}

/// Opens and brings up to date.
pub(super) fn open_up_to_date(config: Config, source: Source) -> Result<App, Failure> {
    let db = Db::open(&config.database_url)?;
    migrate(&db, &steps(&catalogue()), source.now())?;
    put_together(db, config, source)
}

fn put_together(db: Db, config: Config, source: Source) -> Result<App, Failure> {
    let master = if config.demo {
        MasterKey::read_or_make(&config.master_key_file, &Source::system())?
    } else {
        MasterKey::read(&config.master_key_file)?
    };
    let keys = Db::open(&config.key_store())?;
    Ok(App::new(db, keys, master, source, catalogue(), config)?)
}

/// Serves on an address until the process is told to stop, and says so when the first request can be answered.
pub(super) fn serve(app: App, listen: &str) -> Result<(), Failure> {
    platform::web::log_to_stderr();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(std::thread::available_parallelism().map_or(2, |n| n.get().min(8)))
        .enable_all()
        .build()
        .map_err(|_| Failure::new("the web server's threads could not start"))?;
    runtime.block_on(async {
        let listener = TcpListener::bind(listen)
            .await
            .map_err(|error| Failure::new(format!("cannot listen on {listen} ({error}); choose another with --listen")))?;
        let port = listener.local_addr().map_or(0, |address| address.port());
        metrics(&app).await?;
        println!("Varde is ready at http://localhost:{port}");
        platform::web::serve(app, listener, told_to_stop())
            .await
            .map_err(|error| Failure::new(format!("the web server stopped: {error}")))
    })
}

async fn metrics(app: &App) -> Result<(), Failure> {
    let Some(address) = app.config().metrics_listen.clone() else { return Ok(()) };
    let listener = TcpListener::bind(&address)
        .await
        .map_err(|error| Failure::new(format!("cannot listen on {address} for metrics ({error})")))?;
    platform::web::serve_metrics(listener).map_err(Failure::from)
}

async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        drop(interrupted.await);
        return;
    };
    tokio::select! {
        _ = interrupted => {}
        _ = terminated.recv() => {}
    }
}
