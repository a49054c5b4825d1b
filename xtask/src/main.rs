//! The project's automation: `cargo xtask serve`, `test`, `build`, `dist` and `bench`.

mod architecture;
mod bench;
mod check;
mod dist;
mod mnist;
mod serve;
mod site;
mod tools;
mod vendor;
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, serves and checks Backstep")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the core for the browser and fetch the page's modules.
    Build,
    /// Write the files to publish into `dist`.
    Dist,
    /// Build, then serve the page on this machine.
    Serve(serve::Options),
    /// Check everything: formatting, lints, tests, the page in a real browser.
    Test,
    /// Measure speed, frames and a first visit, and write the figures to `tests/bench/results.md`.
    Bench {
        /// Measure only this.
        part: Option<bench::Part>,
    },
    /// Check the statements of ARCHITECTURE.md about what is absent where.
    Architecture,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().task {
        Task::Build => site::build(),
        Task::Dist => dist::dist(),
        Task::Serve(options) => serve::serve(&options),
        Task::Test => check::test(),
        Task::Bench { part } => bench::bench(part),
        Task::Architecture => architecture::check(&tools::root()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
