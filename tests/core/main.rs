//! Tests of the core through its public face, in one binary.

mod differences;
mod doors;
mod equations;
mod generator;
mod golden;
mod inspect;
mod random;
mod refusals;
mod routes;
mod runs;
mod schedule;
mod session;
mod sigmoid;
mod training;
mod undo;
