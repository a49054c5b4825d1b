//! Tests of the core through its public face, in one binary.

mod conventions;
mod data;
mod digit;
mod doors;
mod equations;
mod generate;
mod generator;
mod given;
mod golden;
mod gradient_check;
mod inspect;
mod kernels;
mod random;
mod refusals;
mod routes;
mod runs;
mod schedule;
mod session;
mod sigmoid;
mod split;
mod survey;
mod training;
mod undo;
