"""Two worked examples: Mazur's published one, and a 3-2-1 mini-batch worked by hand in fractions."""

from __future__ import annotations

from fractions import Fraction as F
from math import log

import network as nn


def record(p: nn.Pass) -> dict[str, object]:
    """Returns a pass in the form of the golden cases: by layer, with None for z and delta of the input."""
    return {
        "z": [None, *(values.tolist() for values in p.z)],
        "a": [values.tolist() for values in p.a],
        "cost": p.cost,
        "delta": [None, *(values.tolist() for values in p.delta)],
        "nablaW": [None, *(values.ravel().tolist() for values in p.nabla_w)],
        "nablaB": [None, *(values.tolist() for values in p.nabla_b)],
    }


def mazur() -> dict[str, object]:
    """M. Mazur, "A Step by Step Backpropagation Example" (2015): its start and its published results."""
    parameters = [0.15, 0.20, 0.25, 0.30, 0.35, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.60]
    x, y, eta = [0.05, 0.10], [0.01, 0.99], 0.5
    published = {
        "tolerance": 1e-9,
        "outputs": [0.75136507, 0.772928465],
        "cost": 0.298371109,
        # Published as w1+ to w8+, with nine digits.
        "weights": [
            0.149780716,
            0.19956143,
            0.24975114,
            0.29950229,
            0.35891648,
            0.408666186,
            0.511301270,
            0.561370121,
        ],
    }
    net = nn.unflatten([2, 2, 2], parameters)
    after = nn.update_mini_batch(net, [x], [y], eta)
    flat = nn.flatten(after)
    # The post has eight or nine digits, so the tolerance is half a unit of the eighth.
    for got, printed in zip(flat[:4] + flat[6:10], published["weights"]):
        if abs(got - printed) > 5e-9:
            raise ArithmeticError(f"{got} is not the published {printed}")
    published["tolerance"] = 5e-9
    return {
        "about": "Mazur's worked example; the biases are trained too, which the post does not do.",
        "source": "M. Mazur, A Step by Step Backpropagation Example, 2015",
        "absolute": 1e-14,
        "sizes": [2, 2, 2],
        "eta": eta,
        "parameters": parameters,
        "x": x,
        "y": y,
        "published": published,
        **record(nn.backprop(net, x, y)),
        "after": flat,
        "costAfter": nn.mean_cost(after, [x], [y]),
    }


def hand_worked() -> dict[str, object]:
    """A 3-2-1 mini-batch of two samples.

    With z = 0, a = 1/2 and the slope is 1/4. With z = ±ln 3, a = 3/4 or 1/4 and the slope is 3/16.
    Layer 2: w = [[ln 3, 0, 0], [0, -ln 3, 0]], b = 0; layer 3: w = [2, -2], b = 0.
    """
    ln3 = log(3)
    sizes = [3, 2, 1]
    parameters = [ln3, 0.0, 0.0, 0.0, -ln3, 0.0, 0.0, 0.0, 2.0, -2.0, 0.0]
    # The output's z is 2·(a1 - a2), 0 for both samples.
    # Sample A: x = (1, -1, 1): a² = (3/4, 3/4), z³ = 0, a³ = 1/2, y = 1:
    #   C = 1/8, δ³ = -1/2·1/4 = -1/8, δ² = (2·-1/8·3/16, -2·-1/8·3/16) = (-3/64, 3/64).
    # Sample B: x = (0, 0, 1): a² = (1/2, 1/2), z³ = 0, a³ = 1/2, y = 0:
    #   C = 1/8, δ³ = 1/8, δ² = (2·1/8·1/4, -2·1/8·1/4) = (1/16, -1/16).
    eighth = F(1, 8)
    exact = [
        {
            "x": [1.0, -1.0, 1.0],
            "y": [1.0],
            "z": [None, [ln3, ln3], [0.0]],
            "a": [[1, -1, 1], [F(3, 4), F(3, 4)], [F(1, 2)]],
            "cost": eighth,
            "delta": [None, [F(-3, 64), F(3, 64)], [-eighth]],
            "nablaW": [
                None,
                [F(-3, 64), F(3, 64), F(-3, 64), F(3, 64), F(-3, 64), F(3, 64)],
                [F(-3, 32), F(-3, 32)],
            ],
            "nablaB": [None, [F(-3, 64), F(3, 64)], [-eighth]],
        },
        {
            "x": [0.0, 0.0, 1.0],
            "y": [0.0],
            "z": [None, [0.0, 0.0], [0.0]],
            "a": [[0, 0, 1], [F(1, 2), F(1, 2)], [F(1, 2)]],
            "cost": eighth,
            "delta": [None, [F(1, 16), F(-1, 16)], [eighth]],
            "nablaW": [None, [0, 0, F(1, 16), 0, 0, F(-1, 16)], [F(1, 16), F(1, 16)]],
            "nablaB": [None, [F(1, 16), F(-1, 16)], [eighth]],
        },
    ]
    # Sums: ∇w² = (-3/64, 3/64, 1/64, 3/64, -3/64, -1/64), ∇b² = (1/64, -1/64), ∇w³ = (-1/32, -1/32), ∇b³ = 0.
    # With eta = 2 and m = 2 the change is the sum itself.
    nabla_w2 = [F(-3, 64), F(3, 64), F(1, 64), F(3, 64), F(-3, 64), F(-1, 64)]
    sums = [*nabla_w2, F(1, 64), F(-1, 64), F(-1, 32), F(-1, 32), 0]
    after = [old - float(change) for old, change in zip(parameters, sums)]
    return {
        "about": "A 3-2-1 mini-batch worked by hand in fractions; see published.py.",
        "absolute": 1e-14,
        "sizes": sizes,
        "eta": 2.0,
        "m": 2,
        "parameters": parameters,
        "samples": [floats(sample) for sample in exact],
        "miniBatchCost": 0.125,
        "after": after,
    }


def floats(value: object) -> object:
    """Converts fractions to floats, in nested lists and dictionaries."""
    if isinstance(value, dict):
        return {key: floats(item) for key, item in value.items()}
    if isinstance(value, list):
        return [floats(item) for item in value]
    return value if value is None else float(value)  # type: ignore[arg-type]
