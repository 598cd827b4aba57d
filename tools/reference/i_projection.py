#!/usr/bin/python3
"""Writes tests/reference/i_projection.jsonl: small projections solved by CVXOPT (docs/decisions/0060).

    apt-get install python3-cvxopt          Debian 12: 1.3.0
    /usr/bin/python3 tools/reference/i_projection.py > tests/reference/i_projection.jsonl

    minimise    sum_i x_i ln(x_i / p_i)
    subject to  least_j <= a_j . x <= most_j for every row,   lower_i <= x_i <= upper_i

The first line says how the file was made; each further line is a case. Every case has a point q > 0 inside its limits. An
interior-point method wants its equations independent, so those that follow from others are left out for it (with exact
fractions) and stay in the case. `gap` is CVXOPT's own bound of how far `entropy` may be from the least.
"""
import json
import math
import platform
import random
import sys
from fractions import Fraction

import cvxopt
from cvxopt import matrix, solvers, spmatrix

SEED = 60
CASES_OF_A_KIND = 36
KINDS = ("ranges", "caps", "locks", "of", "fractions", "mixed")
# Asked for in turn, until one is reached.
TOLERANCES = (1e-13, 1e-12, 3e-12, 1e-11)
MILLI = Fraction(1, 1000)
SHARES = tuple(Fraction(s, 20) for s in (20, 20, 15, 12, 10, 8, 5, 1))


def simplex_point(rng, n):
    """Multiples of 0.001 above 0 that sum to 1."""
    cuts = sorted(rng.sample(range(1, 1000), n - 1))
    return [Fraction(b - a, 1000) for a, b in zip([0] + cuts, cuts + [1000])]


def membership(rng, n, classes, fractional):
    """Share of each position in each class."""
    out = [[Fraction(0)] * classes for _ in range(n)]
    for i in range(n):
        left = Fraction(1)
        for c in rng.sample(range(classes), min(classes, rng.randint(1, 3)) if fractional else 1):
            share = min(left, rng.choice(SHARES)) if fractional else left
            out[i][c] += share
            left -= share
    return out


def limits(rng, value, way):
    """Around a value: exact, a range, only a least, only a most."""
    below = max(Fraction(0), value - MILLI * rng.randint(1, 80))
    above = min(Fraction(1), value + MILLI * rng.randint(1, 80))
    return {"exact": (value, value), "range": (below, above), "least": (below, None), "most": (None, above)}[way]


def row(coefficients, least, most):
    at = [i for i, a in enumerate(coefficients) if a != 0]
    return {"at": at, "coefficients": [coefficients[i] for i in at], "least": least, "most": most}


def class_rows(rng, q, fractional, ways):
    rows = []
    for _ in range(rng.randint(1, 3)):
        classes = rng.randint(2, 3)
        of = membership(rng, len(q), classes, fractional)
        for c in range(classes):
            if rng.random() < 0.2 or all(of[i][c] == 0 for i in range(len(q))):
                continue
            value = sum(of[i][c] * q[i] for i in range(len(q)))
            rows.append(row([of[i][c] for i in range(len(q))], *limits(rng, value, rng.choice(ways))))
    return rows


def of_rows(rng, q):
    """A part of a class as a share of it: least W <= w <= most W."""
    rows = []
    for _ in range(rng.randint(1, 2)):
        whole = rng.sample(range(len(q)), rng.randint(2, len(q)))
        part = whole[: rng.randint(1, len(whole) - 1)]
        ratio = sum(q[i] for i in part) / sum(q[i] for i in whole)
        least, most = limits(rng, ratio, rng.choice(("exact", "range", "least", "most")))
        terms = [(least, 0, 0 if least == most else None), (most, None, 0)]
        for share, low, high in terms[:1] if least == most else terms:
            if share is None:
                continue
            rows.append(row([(i in part) - share * (i in whole) for i in range(len(q))], low, high))
    return rows


def make_case(rng, kind):
    n = rng.randint(3, 8)
    q = simplex_point(rng, n)
    prior = [rng.lognormvariate(0, 1.5) for _ in range(n)]
    prior = [float(f"{p / sum(prior):.6g}") for p in prior]
    lower, upper = [Fraction(0)] * n, [Fraction(1)] * n
    rows = [row([Fraction(1)] * n, Fraction(1), Fraction(1))]
    every = kind == "mixed"
    rows += class_rows(rng, q, kind == "fractions" or every, ("range", "least", "most", "exact", "exact"))
    if kind == "caps" or every:
        cap = max(q) + MILLI * rng.randint(1, 100)
        upper = [min(cap, Fraction(1))] * n
    if kind == "locks" or every:
        for i in rng.sample(range(n), rng.randint(1, max(1, n // 3))):
            lower[i], upper[i] = q[i], q[i]
        for i in rng.sample(range(n), 1):
            lower[i] = max(lower[i], q[i] - MILLI * rng.randint(0, 20))
    if kind == "of" or every:
        rows += of_rows(rng, q)
    return {"kind": kind, "prior": prior, "lower": lower, "upper": upper, "rows": rows}, q


def independent(equations):
    """Those that do not follow from the ones before, by elimination in fractions."""
    kept, reduced = [], []
    for coefficients, value in equations:
        line = list(coefficients) + [value]
        for pivot, other in reduced:
            if line[pivot] != 0:
                factor = line[pivot] / other[pivot]
                line = [a - factor * b for a, b in zip(line, other)]
        pivot = next((k for k, a in enumerate(line[:-1]) if a != 0), None)
        if pivot is None:
            assert line[-1] == 0, "the point q keeps all of them"
            continue
        reduced.append((pivot, line))
        kept.append((coefficients, value))
    return kept


def solve(case, q):
    n = len(q)
    prior = case["prior"]
    equations, inequalities = [], []  # a . x = b, a . x <= b
    for r in case["rows"]:
        full = [Fraction(0)] * n
        for i, a in zip(r["at"], r["coefficients"]):
            full[i] = a
        if r["least"] is not None and r["least"] == r["most"]:
            equations.append((full, r["least"]))
            continue
        if r["most"] is not None:
            inequalities.append((full, r["most"]))
        if r["least"] is not None:
            inequalities.append(([-a for a in full], -r["least"]))
    for i in range(n):
        unit = [Fraction(int(k == i)) for k in range(n)]
        if case["lower"][i] == case["upper"][i]:
            equations.append((unit, case["lower"][i]))
            continue
        if case["upper"][i] < 1:
            inequalities.append((unit, case["upper"][i]))
        if case["lower"][i] > 0:
            inequalities.append(([-a for a in unit], -case["lower"][i]))
    equations = independent(equations)

    def distance(x=None, z=None):
        if x is None:
            return 0, matrix([float(w) for w in q])
        if min(x) <= 0:
            return None
        value = sum(w * math.log(w / p) for w, p in zip(x, prior))
        slope = matrix([math.log(w / p) + 1 for w, p in zip(x, prior)], (1, n))
        if z is None:
            return value, slope
        return value, slope, spmatrix([z[0] / w for w in x], range(n), range(n))

    def dense(lines):
        return matrix([[float(line[0][i]) for line in lines] for i in range(n)], (len(lines), n), "d")

    g = dense(inequalities) if inequalities else matrix(0.0, (0, n))
    h = matrix([float(b) for _, b in inequalities], (len(inequalities), 1), "d")
    a = dense(equations)
    b = matrix([float(value) for _, value in equations])
    for tolerance in TOLERANCES:
        solvers.options.update(show_progress=False, maxiters=200, abstol=tolerance, reltol=tolerance, feastol=tolerance)
        try:
            found = solvers.cp(distance, g, h, A=a, b=b)
        except (ArithmeticError, ValueError):
            continue
        if found["status"] == "optimal":
            weights = [float(w) for w in found["x"]]
            entropy = math.fsum(w * math.log(w / p) for w, p in zip(weights, prior))
            return {"weights": weights, "entropy": entropy, "gap": float(found["gap"])}
    return None


def plain(value):
    """Fractions as the nearest doubles, whole ones without a point."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def main():
    rng = random.Random(SEED)
    lines, left_out = [], 0
    for kind in KINDS:
        count = 0
        while count < CASES_OF_A_KIND:
            case, q = make_case(rng, kind)
            found = solve(case, q)
            if found is None:
                left_out += 1
                continue
            count += 1
            lines.append(json.dumps(plain({**case, **found}), separators=(",", ":")))
    made = {"made_by": "tools/reference/i_projection.py", "seed": SEED, "solver": "cvxopt.solvers.cp"}
    made |= {"version": cvxopt.__version__, "python": platform.python_version(), "tolerances": TOLERANCES}
    made |= {"cases": len(lines), "not_solved_and_left_out": left_out}
    print(json.dumps(made, separators=(",", ":")))
    print("\n".join(lines))
    print(f"{len(lines)} cases, {left_out} not solved", file=sys.stderr)


if __name__ == "__main__":
    main()
