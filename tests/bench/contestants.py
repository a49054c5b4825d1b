"""The two NumPy programs of the comparison.

Each line of JSON on standard input prepares a network or trains it on a number of mini-batches. The answer is
a line on standard output: the CPU time in microseconds.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def sigmoid(z: Array) -> Array:
    """1 / (1 + e^-z)."""
    return 1.0 / (1.0 + np.exp(-z))


def slope(z: Array) -> Array:
    """The derivative of the sigmoid, sigmoid(z) (1 - sigmoid(z))."""
    return sigmoid(z) * (1.0 - sigmoid(z))


class PerSample:
    """One sample after the other, as in the book: vectors are columns, every gradient is a new array."""

    def __init__(self, weights: list[Array], biases: list[Array], xs: Array, ys: Array) -> None:
        self.weights, self.biases = weights, [b[:, None] for b in biases]
        self.samples = [(x[:, None], y[:, None]) for x, y in zip(xs, ys)]

    def gradients(self, x: Array, y: Array) -> tuple[list[Array], list[Array]]:
        """The gradients of one sample."""
        activations, inputs = [x], []
        for w, b in zip(self.weights, self.biases):
            inputs.append(w @ activations[-1] + b)
            activations.append(sigmoid(inputs[-1]))
        delta = (activations[-1] - y) * slope(inputs[-1])
        nabla_w, nabla_b = [delta @ activations[-2].T], [delta]
        for layer in range(2, len(self.weights) + 1):
            delta = (self.weights[1 - layer].T @ delta) * slope(inputs[-layer])
            nabla_w.insert(0, delta @ activations[-layer - 1].T)
            nabla_b.insert(0, delta)
        return nabla_w, nabla_b

    def step(self, first: int, m: int, eta: float) -> None:
        """One mini-batch."""
        sum_w, sum_b = [np.zeros(w.shape) for w in self.weights], [np.zeros(b.shape) for b in self.biases]
        for x, y in self.samples[first : first + m]:
            nabla_w, nabla_b = self.gradients(x, y)
            sum_w = [total + nabla for total, nabla in zip(sum_w, nabla_w)]
            sum_b = [total + nabla for total, nabla in zip(sum_b, nabla_b)]
        self.weights = [w - (eta / m) * total for w, total in zip(self.weights, sum_w)]
        self.biases = [b - (eta / m) * total for b, total in zip(self.biases, sum_b)]


class Batched:
    """All samples of a mini-batch at once, as the rows of a matrix."""

    def __init__(self, weights: list[Array], biases: list[Array], xs: Array, ys: Array) -> None:
        self.weights, self.biases, self.xs, self.ys = weights, biases, xs, ys

    def step(self, first: int, m: int, eta: float) -> None:
        """One mini-batch."""
        a = [self.xs[first : first + m]]
        for w, b in zip(self.weights, self.biases):
            a.append(sigmoid(a[-1] @ w.T + b))
        error = a[-1] - self.ys[first : first + m]
        for layer in range(len(self.weights) - 1, -1, -1):
            w = self.weights[layer]
            delta = error * a[layer + 1] * (1.0 - a[layer + 1])
            error = delta @ w if layer else error
            w -= (eta / m) * (delta.T @ a[layer])
            self.biases[layer] -= (eta / m) * delta.sum(axis=0)


def prepare(order: dict[str, object]) -> Callable[[int], None]:
    """Returns a function that trains on a number of mini-batches."""
    sizes, m, eta = order["sizes"], order["m"], order["eta"]
    flat = np.array(order["parameters"])
    weights, biases, at = [], [], 0
    for before, here in zip(sizes[:-1], sizes[1:]):
        weights.append(flat[at : at + here * before].reshape(here, before).copy())
        at += here * before
        biases.append(flat[at : at + here].copy())
        at += here
    xs, ys = (np.array(order[key]).reshape(order["count"], -1) for key in ("xs", "ys"))
    network = {"per sample": PerSample, "batched": Batched}[order["kind"]](weights, biases, xs, ys)
    next_one = 0

    def run(mini_batches: int) -> None:
        nonlocal next_one
        for _ in range(mini_batches):
            network.step(next_one, m, eta)
            next_one = (next_one + m) % order["count"]

    return run


def main() -> None:
    """Answers each line of standard input."""
    prepared: dict[str, Callable[[int], None]] = {}
    for line in sys.stdin:
        order = json.loads(line)
        if "sizes" in order:
            prepared[order["name"]] = prepare(order)
            print(0, flush=True)
            continue
        start = time.process_time()
        prepared[order["name"]](order["miniBatches"])
        print((time.process_time() - start) * 1e6, flush=True)


if __name__ == "__main__":
    main()
