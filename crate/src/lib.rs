//! Feedforward, backpropagation and mini-batch SGD, one step at a time.
