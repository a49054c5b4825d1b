//! Tests of the core through its public API, in one binary.

mod answers;
mod conventions;
mod data;
mod digit;
mod equations;
mod generate;
mod generator;
mod golden;
mod gradient_check;
mod journal;
mod kernels;
mod mini_batch;
mod open;
mod predictions;
mod refusals;
mod routes;
mod runs;
mod schedule;
mod session;
mod sigmoid;
mod split;
mod strategies;
mod training;
mod undo;
mod validation;
