//! The accelerator: many samples of a mini-batch at once, with the same bits as the textbook arithmetic of
//! [`crate::learn::pass`].

mod activations;
mod batch;
mod kernels;
mod lanes;
mod layout;
mod narrow;
mod nonzeros;
mod rows;
mod sparse;
mod train;

pub(crate) use batch::Batch;
