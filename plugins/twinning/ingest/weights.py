"""How much each sign of a partner counts, as learnt from the corpus: a logistic model, whose every weight can be read.

Rules that were tuned by hand on some writers' texts found .57 of the pairs in another writer's; the same signs, weighed
by ridge regression on the first writers' texts, found .80 of them. Forests, boosted trees, kernels, pairs of signs and
bags of words did no better than the plain sum, which also says why. `weights.tsv` is made by the task `weigh`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp
from pathlib import Path

TABLE = Path(__file__).with_name("weights.tsv")
CONSTANT = "constant"
"""The sign that all have."""


@lru_cache(maxsize=4)
def weights(table: Path = TABLE) -> Mapping[str, float]:
    """Read a table, once."""
    lines = (line.split("\t") for line in table.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {sign: float(weight) for sign, weight in lines}


def likelihood(signs: Mapping[str, float], more: float = 0.0, *, table: Path = TABLE) -> float:
    """Give how likely what has these signs is what the table tells, 0 to 1; `more` is added to what they sum to.

    Without another table: how likely a place is a council's partner.
    """
    known = weights(table)
    return _logistic(
        more + known.get(CONSTANT, 0.0) + sum(known.get(sign, 0.0) * value for sign, value in signs.items())
    )


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))


def learnt(seen: Sequence[tuple[Mapping[str, float], bool]], *, ridge: float = 2.0) -> dict[str, float]:
    """Learn weights from examples by Newton's method with a ridge, in plain Python: the same on every machine."""
    names = [CONSTANT, *sorted({sign for signs, _ in seen for sign in signs})]
    rows = [{0: 1.0, **{names.index(sign): value for sign, value in signs.items()}} for signs, _ in seen]
    truth = [float(answer) for _, answer in seen]
    found = [0.0] * len(names)
    for _ in range(12):
        slope = [0.0 if at == 0 else -ridge * weight for at, weight in enumerate(found)]
        bend = [
            [(1e-6 if at == 0 else ridge) if at == to else 0.0 for to in range(len(names))] for at in range(len(names))
        ]
        for row, answer in zip(rows, truth, strict=True):
            p = _logistic(sum(found[at] * value for at, value in row.items()))
            for at, value in row.items():
                slope[at] += (answer - p) * value
                share = p * (1 - p) * value
                for to, other in row.items():
                    bend[at][to] += share * other
        step = _solved(bend, slope)
        found = [weight + change for weight, change in zip(found, step, strict=True)]
        if max(map(abs, step)) < 1e-9:
            break
    return {name: round(weight, 3) for name, weight in zip(names, found, strict=True)}


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve linear equations by elimination; the matrix is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for at in range(size):
        best = max(range(at, size), key=lambda i: abs(rows[i][at]))
        rows[at], rows[best] = rows[best], rows[at]
        head = rows[at]
        for below in range(at + 1, size):
            row = rows[below]
            if share := row[at] / head[at]:
                for to in range(at, size + 1):
                    row[to] -= share * head[to]
    found = [0.0] * size
    for at in range(size - 1, -1, -1):
        row = rows[at]
        found[at] = (row[size] - sum(row[to] * found[to] for to in range(at + 1, size))) / row[at]
    return found
