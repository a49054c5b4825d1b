"""The algorithm of `network.py` once more, in decimal numbers of 50 digits.

It shows that the golden cases are exact within their tolerance, and well-conditioned: additions in
another order stay within it too. It uses loops and indices where `network.py` uses matrices, so that
both do not share a mistake.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, setcontext

setcontext(Context(prec=50, Emin=MIN_EMIN, Emax=MAX_EMAX))

Numbers = list[Decimal]
ZERO, HALF, ONE = Decimal(0), Decimal("0.5"), Decimal(1)


class Parameters:
    """Weights and biases looked up by the book's indices: layer from 2, neurons from 0."""

    def __init__(self, sizes: Sequence[int], flat: Sequence[float | Decimal]) -> None:
        self.sizes = list(sizes)
        self.flat: Numbers = [Decimal(value) for value in flat]
        # The index of each layer's first weight in the flat list.
        self.start = {2: 0}
        for layer in range(2, len(sizes) + 1):
            self.start[layer + 1] = self.start[layer] + sizes[layer - 1] * (sizes[layer - 2] + 1)

    def weight_at(self, layer: int, j: int, k: int) -> int:
        """The index of w^layer_jk in the flat list."""
        return self.start[layer] + j * self.sizes[layer - 2] + k

    def bias_at(self, layer: int, j: int) -> int:
        """The index of b^layer_j in the flat list."""
        return self.start[layer] + self.sizes[layer - 1] * self.sizes[layer - 2] + j


class Pass:
    """Backpropagation of one sample. Values are stored by the book's layer number."""

    def __init__(self, parameters: Parameters, x: Sequence[float], y: Sequence[float]) -> None:
        sizes, flat = parameters.sizes, parameters.flat
        last = len(sizes)
        self.a: dict[int, Numbers] = {1: [Decimal(value) for value in x]}
        self.z: dict[int, Numbers] = {}
        slope: dict[int, Numbers] = {}
        for layer in range(2, last + 1):
            self.z[layer] = [
                sum(
                    (flat[parameters.weight_at(layer, j, k)] * a for k, a in enumerate(self.a[layer - 1])),
                    flat[parameters.bias_at(layer, j)],
                )
                for j in range(sizes[layer - 1])
            ]
            exponentials = [(-abs(z)).exp() for z in self.z[layer]]
            self.a[layer] = [(ONE if z >= 0 else e) / (ONE + e) for z, e in zip(self.z[layer], exponentials)]
            slope[layer] = [e / ((ONE + e) * (ONE + e)) for e in exponentials]
        differences = [a - Decimal(target) for a, target in zip(self.a[last], y)]
        self.cost = HALF * sum((d * d for d in differences), ZERO)
        self.delta: dict[int, Numbers] = {last: [d * s for d, s in zip(differences, slope[last])]}
        for layer in range(last - 1, 1, -1):
            above = list(enumerate(self.delta[layer + 1]))
            self.delta[layer] = [
                slope[layer][k]
                * sum((flat[parameters.weight_at(layer + 1, j, k)] * d for j, d in above), ZERO)
                for k in range(sizes[layer - 1])
            ]
        # In the order of the flat parameters.
        self.nabla: Numbers = [ZERO] * len(flat)
        for layer in range(2, last + 1):
            for j, d in enumerate(self.delta[layer]):
                self.nabla[parameters.bias_at(layer, j)] = d
                for k, a in enumerate(self.a[layer - 1]):
                    self.nabla[parameters.weight_at(layer, j, k)] = d * a


def mean_cost(
    parameters: Parameters, xs: Sequence[Sequence[float]], ys: Sequence[Sequence[float]]
) -> Decimal:
    """The mean cost of the samples."""
    return sum((Pass(parameters, x, y).cost for x, y in zip(xs, ys)), ZERO) / len(xs)


def train(
    parameters: Parameters,
    xs: Sequence[Sequence[float]],
    ys: Sequence[Sequence[float]],
    orders: Sequence[Sequence[int]],
    mini_batch_size: int,
    eta: float,
) -> Parameters:
    """Gradient descent over mini-batches, in the given order of samples for each epoch."""
    for order in orders:
        for start in range(0, len(order), mini_batch_size):
            batch = order[start : start + mini_batch_size]
            passes = [Pass(parameters, xs[i], ys[i]) for i in batch]
            parameters = Parameters(
                parameters.sizes,
                [
                    old - Decimal(eta) * sum((p.nabla[i] for p in passes), ZERO) / len(batch)
                    for i, old in enumerate(parameters.flat)
                ],
            )
    return parameters


def confirm(what: str, values: Sequence[float], truth: Sequence[Decimal], absolute: float) -> None:
    """Raises `ArithmeticError` unless every value is exact to a tenth of the tests' tolerance."""
    if len(values) != len(truth):
        raise ArithmeticError(f"{what}: {len(values)} values, {len(truth)} expected")
    for i, (value, exact) in enumerate(zip(values, truth)):
        allowed = Decimal("1e-13") * abs(exact) + Decimal(absolute) / 10
        if abs(Decimal(value) - exact) > allowed:
            raise ArithmeticError(f"{what}[{i}]: {value!r} is not {exact:.20e}")
