//! `serve`: a small server for `www`, reachable from this machine only.

use std::io::{ErrorKind, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderValue, header};
use clap::Args;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::{dist, site, tools, watch};

/// The options of `serve`.
#[derive(Args)]
pub(crate) struct Options {
    /// Port; if it is in use, the next free one is taken.
    #[arg(long, default_value_t = 8000)]
    port: u16,
    /// Open the page in the browser.
    #[arg(long)]
    open: bool,
    /// Build again whenever a source of the core changes.
    #[arg(long)]
    watch: bool,
    /// Serve the files as they are, without building.
    #[arg(long)]
    no_build: bool,
    /// Serve the published files, from `dist`.
    #[arg(long)]
    dist: bool,
    /// Serve below this path as well, as a host with several sites does.
    #[arg(long, hide = true)]
    prefix: Option<String>,
}

/// Builds, and serves until the program is stopped.
///
/// # Errors
/// Returns an error if the build fails or no port is free.
pub(crate) fn serve(options: &Options) -> Result<()> {
    match (options.no_build, options.dist) {
        (true, _) => {}
        (false, true) => dist::dist()?,
        (false, false) => site::build()?,
    }
    let listener = listen(options.port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("Backstep is at {address}");
    std::io::stdout().flush()?;
    if options.open {
        open::that(&address).context("No browser could be opened")?;
    }
    let _watcher = options.watch.then(watch::start).transpose()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, pages(options)).await.context("The server stopped")
    })
}

/// Listens on the first free port from `first` on, on the loopback address.
fn listen(first: u16) -> Result<TcpListener> {
    for port in first..=first.saturating_add(100) {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Ok(listener) => {
                listener.set_nonblocking(true)?;
                return Ok(listener);
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).context("The page cannot be served"),
        }
    }
    anyhow::bail!("The ports from {first} on are all in use; choose another with --port")
}

fn pages(options: &Options) -> Router {
    let folder = if options.dist { "dist" } else { "www" };
    let files = || ServeDir::new(tools::root().join(folder));
    let fresh =
        SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let pages = match options.prefix.as_deref() {
        Some(prefix) => Router::new().nest_service(prefix, files()),
        None => Router::new(),
    };
    pages.fallback_service(files()).layer(fresh)
}
