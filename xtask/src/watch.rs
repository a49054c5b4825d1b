//! Builds again when a source of the core changes. Files of `www` need no build.

use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::{site, tools};

/// Changes within this time cause one build.
const TOGETHER: Duration = Duration::from_millis(200);

/// Starts a thread that watches until the returned watcher is dropped.
///
/// # Errors
/// Returns an error if the system cannot watch files.
pub(crate) fn start() -> Result<RecommendedWatcher> {
    let (sender, receiver) = mpsc::channel();
    let notice = move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| !event.kind.is_access()) {
            // Sending fails only when the program ends.
            let _ = sender.send(());
        }
    };
    let mut watcher = notify::recommended_watcher(notice).context("Files cannot be watched here")?;
    for path in ["crate/src", "crate/Cargo.toml", "package-lock.json"] {
        watcher.watch(&tools::root().join(Path::new(path)), RecursiveMode::Recursive)?;
    }
    std::thread::spawn(move || {
        while receiver.recv().is_ok() {
            while receiver.recv_timeout(TOGETHER).is_ok() {}
            match site::build() {
                Ok(()) => println!("Built again; reload the page."),
                Err(error) => eprintln!("error: {error:#}"),
            }
        }
    });
    Ok(watcher)
}
