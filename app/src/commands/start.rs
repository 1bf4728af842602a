//! What commands share: reading the configuration, opening the databases, and serving until told to stop.

use std::path::{Path, PathBuf};
use std::time::Duration;

use platform::app::{App, steps};
use platform::backup::is_half_restored;
use platform::clock::Source;
use platform::config::Config;
use platform::db::{Db, migrate, unknown};
use platform::keys::{KeyStore, MasterKey};
use tokio::net::TcpListener;

use super::{Common, Failure};
use crate::catalogue;

/// Where the configuration is looked for when nobody says where it is.
const PLACES: [&str; 2] = ["varde.toml", "/etc/varde/varde.toml"];

/// The configuration file of a call: the one it names, the one in the environment, or the first that is there.
pub(super) fn file(common: &Common) -> Option<PathBuf> {
    let named = common.config.clone().or_else(|| std::env::var_os("VARDE_CONFIG").map(PathBuf::from));
    // A file that may not be looked at is there: it is better to say so than to go on without it.
    named.or_else(|| PLACES.iter().map(PathBuf::from).find(|place| place.try_exists().unwrap_or(true)))
}

/// The configuration of a call: file, environment, and the call's own words on top.
pub(super) fn config(common: &Common) -> Result<Config, Failure> {
    with_file(common, file(common).as_deref())
}

/// As [`config`], for a demo city: what stands in this machine's own file is about real people.
pub(super) fn config_apart(common: &Common) -> Result<Config, Failure> {
    with_file(common, common.config.as_deref())
}

fn with_file(common: &Common, file: Option<&Path>) -> Result<Config, Failure> {
    let mut config = Config::read(file, std::env::vars())?;
    if let Some(url) = &common.database_url {
        config.database_url.clone_from(url);
    }
    Ok(config)
}

/// As [`config`], for a command that may be meant for a demo city in a folder.
pub(super) fn config_of(common: &Common, demo: Option<&Path>) -> Result<Config, Failure> {
    let Some(folder) = demo else { return config(common) };
    let mut config = config_apart(common)?;
    config.master_key_file = folder.join("master.key");
    if common.database_url.is_none() {
        config.database_url = format!("sqlite://{}", folder.join("varde.db").display());
    }
    Ok(config)
}

/// Opens and brings up to date. The master key comes first: without it nothing is made.
pub(super) fn open_up_to_date(config: Config, source: Source) -> Result<App, Failure> {
    let master = if config.demo {
        MasterKey::read_or_make(&config.master_key_file, &Source::system())?
    } else {
        MasterKey::read(&config.master_key_file)?
    };
    let db = Db::open(&config.database_url)?;
    bring_up_to_date(&db, &source)?;
    let keys = Db::open(&config.key_store())?;
    let app = App::new(db, keys, master, source, catalogue(), config)?;
    app.keys().settle(app.master())?;
    Ok(app)
}

/// Takes the steps that are missing, unless the database is half restored or belongs to a newer program.
pub(super) fn bring_up_to_date(db: &Db, source: &Source) -> Result<usize, Failure> {
    if is_half_restored(db)? {
        return Err(Failure::new("a restore into this database was not finished; run varde restore again"));
    }
    let steps = steps(&catalogue());
    if unknown(db, &steps)? > 0 {
        return Err(Failure::new(NEWER));
    }
    Ok(migrate(db, &steps, source.now())?)
}

/// What is said of a database that a newer program has changed.
pub(super) const NEWER: &str = "this database was brought up to date by a newer Varde; use that version, or restore a backup from before into an empty database";

/// The databases and the master key as they are, for commands that must make nothing.
pub(super) fn open_what_is_there(config: &Config, source: &Source) -> Result<(Db, KeyStore, MasterKey), Failure> {
    let master = MasterKey::read(&config.master_key_file)?;
    for (url, name) in [(config.database_url.clone(), "database_url"), (config.key_store(), "key_store_url")] {
        if url.strip_prefix("sqlite://").is_some_and(|path| !Path::new(path).exists()) {
            return Err(Failure::new(format!("there is no database at {url}; set {name} or run this in its folder")));
        }
    }
    let db = Db::open(&config.database_url)?;
    let keys = KeyStore::open(Db::open(&config.key_store())?, &master, source)?;
    Ok((db, keys, master))
}

/// How long a job or a command may take to finish after the last answer; what is cut off is done again, or never was.
const LAST_WORK: Duration = Duration::from_secs(10);

/// Serves on an address until the process is told to stop, and says so when the first request can be answered.
pub(super) fn serve(app: App, listen: &str) -> Result<(), Failure> {
    platform::web::log_to_stderr();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(std::thread::available_parallelism().map_or(2, |n| n.get().min(8)))
        .enable_all()
        .build()
        .map_err(|_| Failure::new("the web server's threads could not start"))?;
    let served = runtime.block_on(async {
        let listener = TcpListener::bind(listen)
            .await
            .map_err(|error| Failure::new(format!("cannot listen on {listen} ({error}); choose another with --listen")))?;
        let port = listener.local_addr().map_or(0, |address| address.port());
        metrics(&app).await?;
        let router = platform::web::router(&app);
        println!("Varde is ready at http://localhost:{port}");
        platform::web::serve(app, router, listener, told_to_stop())
            .await
            .map_err(|error| Failure::new(format!("the web server stopped: {error}")))
    });
    runtime.shutdown_timeout(LAST_WORK);
    served
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
