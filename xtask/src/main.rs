//! The project's automation: `cargo xtask serve | test | build`.
fn main() {}
