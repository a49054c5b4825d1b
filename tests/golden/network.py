"""Nielsen's algorithm in plain NumPy: feedforward, backpropagation, one step of gradient descent.

Written from the equations of Michael Nielsen, "Neural Networks and Deep Learning", chapters 1 and 2,
and from nothing else. The core is tested against it, so it must not be derived from the core.

Layers are numbered from 1 = input. ``weights[i]`` and ``biases[i]`` belong to layer ``i + 2``;
``weights[i][j, k]`` leads from neuron k of the layer before to neuron j.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Network:
    """A network: its layer sizes, weights and biases."""

    sizes: list[int]
    weights: list[Matrix]
    biases: list[Vector]


@dataclass(frozen=True)
class Pass:
    """All values of one sample's forward and backward pass.

    ``a`` has an entry for every layer, and ``a[0]`` is x. The other lists start with layer 2.
    """

    z: list[Vector]
    a: list[Vector]
    cost: float
    cost_derivative: Vector
    carried: list[Vector]
    slope: list[Vector]
    delta: list[Vector]
    nabla_w: list[Matrix]
    nabla_b: list[Vector]


def unflatten(sizes: Sequence[int], parameters: Sequence[float]) -> Network:
    """Splits flat parameters: layer by layer, the weights row-major, then the biases."""
    flat = np.array(parameters, dtype=np.float64)
    weights: list[Matrix] = []
    biases: list[Vector] = []
    at = 0
    for before, here in zip(sizes[:-1], sizes[1:]):
        weights.append(flat[at : at + here * before].reshape(here, before))
        at += here * before
        biases.append(flat[at : at + here])
        at += here
    if at != flat.size:
        raise ValueError(f"sizes {list(sizes)} need {at} parameters, got {flat.size}")
    return Network(list(sizes), weights, biases)


def flatten(network: Network) -> list[float]:
    """The inverse of `unflatten`."""
    flat: list[float] = []
    for weights, biases in zip(network.weights, network.biases):
        flat += weights.ravel().tolist() + biases.tolist()
    return flat


def exp_neg_abs(z: Vector) -> Vector:
    """exp(-|z|), which cannot overflow.

    It uses `math.exp`, because `np.exp` depends on the processor: NumPy has another algorithm for wider
    vectors. The golden cases must not depend on the machine that wrote them.
    """
    return np.array([math.exp(-abs(value)) for value in z])


def sigmoid(z: Vector) -> Vector:
    """sigma(z) = 1 / (1 + exp(-z)), for z < 0 as exp(z) / (1 + exp(z)): exact in both tails."""
    e = exp_neg_abs(z)
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def sigmoid_prime(z: Vector) -> Vector:
    """sigma'(z) = sigma(z) sigma(-z) = exp(-|z|) / (1 + exp(-|z|))^2.

    It is not computed as sigma (1 - sigma): near sigma = 1 the difference loses its digits, and from
    z = 37 on it is 0.
    """
    e = exp_neg_abs(z)
    return e / (1.0 + e) ** 2


def cost(output: Vector, y: Vector) -> float:
    """C = 1/2 |y - a^L|^2 of one sample."""
    difference = output - y
    return float(0.5 * (difference @ difference))


def feedforward(network: Network, x: Sequence[float]) -> tuple[list[Vector], list[Vector]]:
    """z^l = w^l a^(l-1) + b^l and a^l = sigma(z^l), layer by layer."""
    z: list[Vector] = []
    a: list[Vector] = [np.array(x, dtype=np.float64)]
    for weights, biases in zip(network.weights, network.biases):
        z.append(weights @ a[-1] + biases)
        a.append(sigmoid(z[-1]))
    return z, a


def backprop(network: Network, x: Sequence[float], y: Sequence[float]) -> Pass:
    """The gradient of one sample's cost, by BP1 to BP4."""
    z, a = feedforward(network, x)
    target = np.array(y, dtype=np.float64)
    slope = [sigmoid_prime(values) for values in z]
    cost_derivative = a[-1] - target
    # BP1
    delta = [cost_derivative * slope[-1]]
    carried: list[Vector] = []
    # BP2, from the last hidden layer back to layer 2
    for i in range(len(z) - 2, -1, -1):
        carried.insert(0, network.weights[i + 1].T @ delta[0])
        delta.insert(0, carried[0] * slope[i])
    # BP3 and BP4
    nabla_b = [values.copy() for values in delta]
    nabla_w = [np.outer(values, before) for values, before in zip(delta, a[:-1])]
    return Pass(z, a, cost(a[-1], target), cost_derivative, carried, slope, delta, nabla_w, nabla_b)


def mean_cost(network: Network, xs: Sequence[Sequence[float]], ys: Sequence[Sequence[float]]) -> float:
    """The mean cost of the samples."""
    costs = [cost(feedforward(network, x)[1][-1], np.array(y, dtype=np.float64)) for x, y in zip(xs, ys)]
    return sum(costs) / len(costs)


def update_mini_batch(
    network: Network, xs: Sequence[Sequence[float]], ys: Sequence[Sequence[float]], eta: float
) -> Network:
    """w <- w - eta (sum of the gradients / m) over m samples; all gradients use the old parameters."""
    passes = [backprop(network, x, y) for x, y in zip(xs, ys)]
    m = len(passes)
    weights = [old - eta * (sum(p.nabla_w[i] for p in passes) / m) for i, old in enumerate(network.weights)]
    biases = [old - eta * (sum(p.nabla_b[i] for p in passes) / m) for i, old in enumerate(network.biases)]
    return Network(network.sizes, weights, biases)


def train(
    network: Network,
    xs: Sequence[Sequence[float]],
    ys: Sequence[Sequence[float]],
    orders: Sequence[Sequence[int]],
    mini_batch_size: int,
    eta: float,
) -> Network:
    """Trains in the given order of samples for each epoch; the last mini-batch can be smaller."""
    for order in orders:
        for start in range(0, len(order), mini_batch_size):
            batch = order[start : start + mini_batch_size]
            network = update_mini_batch(network, [xs[i] for i in batch], [ys[i] for i in batch], eta)
    return network
