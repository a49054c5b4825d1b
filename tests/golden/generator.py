"""The seeded generator, from NumPy's own PCG64 with its state set by hand.

PCG XSL RR 128/64 (O'Neill 2014). The increment is 2·stream + 1. The state starts one step after the
increment is added to it, and each output is taken after a step.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

MASK128 = (1 << 128) - 1
MASK64 = (1 << 64) - 1
MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
# The purpose of a stream, in its upper 64 bits.
START, SHUFFLE = 1, 2


class Stream:
    """A stream of random numbers."""

    def __init__(self, state: int, stream: int) -> None:
        increment = ((stream << 1) | 1) & MASK128
        first = ((state + increment) * MULTIPLIER + increment) & MASK128
        self.bits = np.random.PCG64()
        self.bits.state = {
            "bit_generator": "PCG64",
            "state": {"state": first, "inc": increment},
            "has_uint32": 0,
            "uinteger": 0,
        }

    def raw(self) -> int:
        """64 random bits."""
        return int(self.bits.random_raw())

    def uniform(self) -> float:
        """A uniform number in [0, 1), a multiple of 2^-53."""
        return (self.raw() >> 11) * 2.0**-53

    def normal(self) -> float:
        """A standard normal number, by Marsaglia's polar method; its second number is dropped."""
        while True:
            u = 2 * self.uniform() - 1
            v = 2 * self.uniform() - 1
            s = u * u + v * v
            if 0 < s < 1:
                return u * math.sqrt(-2 * math.log(s) / s)

    def below(self, n: int) -> int:
        """An integer below n, by Lemire's multiplication and rejection."""
        while True:
            product = self.raw() * n
            if product & MASK64 >= ((1 << 64) - n) % n:
                return product >> 64


def start(seed: int, sizes: list[int]) -> list[float]:
    """The initial parameters, flat; a neuron's stream gives its bias first, then its weights."""
    flat: list[float] = []
    for layer in range(2, len(sizes) + 1):
        biases: list[float] = []
        for neuron in range(sizes[layer - 1]):
            stream = Stream(seed, (START << 64) | (layer << 32) | neuron)
            biases.append(stream.normal())
            flat += [stream.normal() for _ in range(sizes[layer - 2])]
        flat += biases
    return flat


def permutation(seed: int, epoch: int, count: int) -> list[int]:
    """The order of samples in an epoch, by a Fisher-Yates shuffle from the end."""
    stream = Stream(seed, (SHUFFLE << 64) | epoch)
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        chosen = stream.below(last + 1)
        order[last], order[chosen] = order[chosen], order[last]
    return order


def check_published() -> None:
    """Checks the first outputs against those that rand_pcg documents for Pcg64::new(42, 54)."""
    stream = Stream(42, 54)
    published = [
        0x86B1DA1D72062B68,
        0x1304AA46C9853D39,
        0xA3670E9E0DD50358,
        0xF9090E529A7DAE00,
        0xC85B9FD837996F2C,
        0x606121F8E3919196,
    ]
    if [stream.raw() for _ in published] != published:
        raise ArithmeticError("this is not PCG XSL RR 128/64")


def cases() -> dict[str, object]:
    """The cases of generator.json."""
    check_published()
    raw = [(42, 54), (0, 0), (7, (SHUFFLE << 64) | 3), (2**53 - 1, (START << 64) | (8 << 32) | 1023)]
    below = [(42, 54, 7), (1, 2, (1 << 63) + 1), (5, 9, 1), (3, 3, 100_000)]

    def stream(state: int, number: int) -> dict[str, object]:
        return {"state": str(state), "stream": str(number)}

    def draw(state: int, number: int, count: int, output: Callable[[Stream], object]) -> list[object]:
        source = Stream(state, number)
        return [output(source) for _ in range(count)]

    return {
        "about": "The seeded generator: raw outputs, what is made from them, start values and orders.",
        "raw": [
            {**stream(a, b), "outputs": draw(a, b, 6, lambda s: str(s.raw()))} for a, b in raw
        ],
        "uniform": [{**stream(a, b), "outputs": draw(a, b, 6, Stream.uniform)} for a, b in raw],
        "bounded": [
            {**stream(a, b), "n": str(n), "outputs": draw(a, b, 8, lambda s, n=n: str(s.below(n)))}
            for a, b, n in below
        ],
        "start": [
            {"seed": seed, "sizes": sizes, "absolute": 1e-14, "parameters": start(seed, sizes)}
            for seed in (0, 1, 7, 123_456, 2**53 - 1)
            for sizes in ([3, 2, 1], [2, 4, 3, 2])
        ],
        "shuffle": [
            {"seed": seed, "epoch": epoch, "count": count, "order": permutation(seed, epoch, count)}
            for seed in (0, 45, 2**53 - 1)
            for epoch in (0, 1, 5, 1_000_000)
            for count in (1, 2, 8, 150)
        ],
    }
