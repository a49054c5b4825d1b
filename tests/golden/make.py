"""Writes the golden cases to `cases`; with --check it compares the files with what it would write."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import numpy as np

import decimals
import generator
import network as nn
import published

CASES = Path(__file__).parent / "cases"
RANDOM = np.random.default_rng(20_261)


def normal(count: int, scale: float = 1.0) -> list[float]:
    """Standard-normal numbers, scaled."""
    return (scale * RANDOM.standard_normal(count)).tolist()


def parameters_of(sizes: list[int]) -> int:
    """The number of weights and biases."""
    return sum(here * (before + 1) for before, here in zip(sizes[:-1], sizes[1:]))


def backprop_case(
    name: str, sizes: list[int], flat: list[float], x: list[float], y: list[float], absolute: float
) -> dict[str, object]:
    """Backpropagation of one sample, confirmed in decimals."""
    p = nn.backprop(nn.unflatten(sizes, flat), x, y)
    truth = decimals.Pass(decimals.Parameters(sizes, flat), x, y)
    for i in range(len(sizes) - 1):
        decimals.confirm(f"{name}: z", p.z[i].tolist(), truth.z[i + 2], absolute)
        decimals.confirm(f"{name}: a", p.a[i + 1].tolist(), truth.a[i + 2], absolute)
        decimals.confirm(f"{name}: delta", p.delta[i].tolist(), truth.delta[i + 2], absolute)
    return {
        "name": name,
        "absolute": absolute,
        "sizes": sizes,
        "parameters": flat,
        "x": x,
        "y": y,
        **published.record(p),
    }


def backprop() -> dict[str, object]:
    """Networks of many shapes with random parameters, and extreme values."""
    shapes = [
        [1, 1],
        [2, 2, 1],
        [3, 2, 1],
        [2, 2, 2],
        [3, 12, 1],
        [2, 8, 8, 8, 2],
        [5, 1, 5],
        [4, 3],
        [2, 3, 3, 3, 3, 3, 3, 2],
        [20, 12, 10],
    ]
    cases = []
    for sizes in shapes:
        name = "-".join(map(str, sizes))
        flat = normal(parameters_of(sizes))
        x, y = normal(sizes[0]), RANDOM.random(sizes[-1]).tolist()
        cases.append(backprop_case(name, sizes, flat, x, y, 1e-14))
    tiny = 5e-323
    small = [5e-324, 1e-310, -5e-324, 1e-308, 0.0, 0.0, 1e-310, 1.0, 0.5]
    special: list[tuple[str, list[int], list[float], list[float], list[float], float]] = [
        ("targets outside 0 … 1", [3, 2, 2], normal(14), normal(3), [-7.5, 1e6], 1e-8),
        ("z = 1e6", [1, 1], [1.0, 0.0], [1e6], [0.0], tiny),
        ("z = −1e6", [1, 1], [1.0, 0.0], [-1e6], [1.0], tiny),
        ("z = 40, where σ rounds to 1", [1, 1, 1], [40.0, 0.0, 1.0, 0.0], [1.0], [0.0], tiny),
        ("z = −700", [1, 1], [-7.0, 0.0], [100.0], [1.0], tiny),
        ("slope among the subnormals", [1, 1], [1.0, 0.0], [-740.0], [1.0], tiny),
        ("subnormal weights", [2, 2, 1], small, [1.0, 1.0], [0.0], tiny),
        ("all weights 0", [3, 2, 1], [0.0] * 11, [1.0, 0.0, 1.0], [1.0], tiny),
    ]
    cases += [backprop_case(*each) for each in special]
    return {"about": "One sample forward and back.", "cases": cases}


def update() -> dict[str, object]:
    """The update of one mini-batch, for several networks, mini-batch sizes and etas."""
    cases = []
    for sizes, m, eta in [
        ([3, 2, 1], 4, 3.0),
        ([3, 2, 1], 1, 0.5),
        ([2, 5, 3], 7, 0.0),
        ([4, 3], 4, -1.5),
        ([2, 4, 4, 2], 7, 30.0),
    ]:
        flat = normal(parameters_of(sizes))
        xs = [normal(sizes[0]) for _ in range(m)]
        ys = [RANDOM.random(sizes[-1]).tolist() for _ in range(m)]
        net = nn.unflatten(sizes, flat)
        after = nn.flatten(nn.update_mini_batch(net, xs, ys, eta))
        name = f"{'-'.join(map(str, sizes))}, m = {m}, eta = {eta}"
        truth = decimals.train(decimals.Parameters(sizes, flat), xs, ys, [list(range(m))], m, eta)
        decimals.confirm(name, after, truth.flat, 1e-14)
        cases.append(
            {
                "name": name,
                "absolute": 1e-14,
                "sizes": sizes,
                "m": m,
                "eta": eta,
                "parameters": flat,
                "xs": xs,
                "ys": ys,
                "costBefore": nn.mean_cost(net, xs, ys),
                "after": after,
            }
        )
    return {"about": "One update of a mini-batch.", "cases": cases}


def training() -> dict[str, object]:
    """Training over 300 mini-batches in a given order; the last mini-batch of an epoch is smaller."""
    bits = [[float(row >> shift & 1) for shift in (2, 1, 0)] for row in range(8)]
    majority = [[float(sum(row) >= 2)] for row in bits]
    cases = []
    for sizes, count, size, eta in [([3, 2, 1], 8, 3, 1.0), ([2, 4, 2], 10, 4, 0.5), ([4, 5, 3], 13, 5, 0.8)]:
        xs = bits if sizes == [3, 2, 1] else [normal(sizes[0]) for _ in range(count)]
        ys = majority if sizes == [3, 2, 1] else [RANDOM.random(sizes[-1]).tolist() for _ in range(count)]
        flat = normal(parameters_of(sizes))
        # 100 epochs of 3 mini-batches.
        orders = [RANDOM.permutation(count).tolist() for _ in range(100)]
        net = nn.unflatten(sizes, flat)
        after = nn.train(net, xs, ys, orders, size, eta)
        name = "-".join(map(str, sizes))
        truth = decimals.train(decimals.Parameters(sizes, flat), xs, ys, orders, size, eta)
        decimals.confirm(name, nn.flatten(after), truth.flat, 1e-12)
        cases.append(
            {
                "name": name,
                "absolute": 1e-12,
                "sizes": sizes,
                "eta": eta,
                "miniBatchSize": size,
                "miniBatchCount": 300,
                "parameters": flat,
                "xs": xs,
                "ys": ys,
                "orders": orders,
                "costBefore": nn.mean_cost(net, xs, ys),
                "costAfter": nn.mean_cost(after, xs, ys),
                "after": nn.flatten(after),
            }
        )
    return {"about": "Training through 300 mini-batches.", "cases": cases}


def exp_neg_abs() -> dict[str, object]:
    """e^−z for z ≥ 0: the nearest double, and how far the exact value is above it, in last places."""
    # Multiples of ln 2 / 2, where the argument reduction switches to the next k.
    steps = [k * 0.34657359027997264 for k in range(1, 40)]
    ends = [0.0, 5e-324, 1e-300, 1e-17, 1e-9, 36.7, 37.5, 693.0, 693.2, 708.3, 708.4]
    ends += [740.0, 744.4, 745.1, 745.2, 746.0, 1e6]
    zs = steps + ends + (RANDOM.random(60) * 0.7).tolist() + (RANDOM.random(60) * 40).tolist()
    zs += (RANDOM.random(80) * 745).tolist() + (700 + RANDOM.random(40) * 45).tolist()
    cases = []
    for z in zs:
        truth = (-Decimal(z)).exp()
        nearest = float(truth)
        unit = Decimal(math.ulp(nearest))
        cases.append({"z": z, "nearest": nearest, "rest": float((truth - Decimal(nearest)) / unit)})
    return {"about": "e^−z, with what a double cannot hold of it in units in the last place.", "cases": cases}


FILES: dict[str, Callable[[], dict[str, object]]] = {
    "backprop": backprop,
    "update": update,
    "training": training,
    "generator": generator.cases,
    "mazur": published.mazur,
    "hand_worked": published.hand_worked,
    "exp_neg_abs": exp_neg_abs,
}


def same(one: object, other: object) -> bool:
    """Returns whether values are equal, but for the last digits of floats, where BLAS libraries differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-13 * abs(other) + 1e-15
    return one == other


def main() -> int:
    """Writes the files, or checks them."""
    outdated = []
    for name, make in FILES.items():
        made = json.loads(json.dumps(make(), allow_nan=False))
        path = CASES / f"{name}.json"
        if "--check" not in sys.argv:
            CASES.mkdir(exist_ok=True)
            path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        elif not path.exists() or not same(json.loads(path.read_text(encoding="utf-8")), made):
            outdated.append(path.name)
    if outdated:
        print(f"not what the program writes: {', '.join(outdated)}")
    return 1 if outdated else 0


if __name__ == "__main__":
    sys.exit(main())
