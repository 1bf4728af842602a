//! The way to PostgreSQL over a network: TLS by rustls, with the certificates the operating system trusts.

use std::sync::{Arc, OnceLock};

use rustls::{ClientConfig, RootCertStore, crypto::ring};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::error::Fault;

static CONFIG: OnceLock<ClientConfig> = OnceLock::new();

/// A connector that checks the server's certificate. Whether TLS is asked for at all is `sslmode` in the address.
pub(super) fn connector() -> Result<MakeRustlsConnect, Fault> {
    if let Some(config) = CONFIG.get() {
        return Ok(MakeRustlsConnect::new(config.clone()));
    }
    let config = configure()?;
    Ok(MakeRustlsConnect::new(CONFIG.get_or_init(|| config).clone()))
}

/// TLS with the certificates the operating system trusts: also for other ways out of the house.
pub(crate) fn configure() -> Result<ClientConfig, Fault> {
    let mut roots = RootCertStore::empty();
    // A certificate the system keeps and rustls cannot read is left out: the others still count.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let versions = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|_| Fault::new("TLS cannot be set up"))?;
    Ok(versions.with_root_certificates(roots).with_no_client_auth())
}
