"""Attacks the public tables of one or more months, knowing nothing of how they were made.

    python tests/sql/attack.py reports/2026-10 reports/2026-11 [--careless]

The attacker has the public tables, the division of the country, and, as the worst case, knows which municipalities have any weight and
whose inventory was carried forward unchanged from one of the months to the next. Two attacks, on each unit:

- exact: which figures follow from the sums, and which pairs of municipalities give each other away (arithmetic modulo a large prime);
- bounds: the least and the greatest weight that each municipality, and each group that is suppressed, can have (linear programs).

What the true figures are is read from the internal tables, only to tell how near the attacker came. Exits with 1 when anybody is
found out: exactly, or within the margin of data/reference/disclosure.toml. The nation is always public; what it alone gives away
beside earlier months is told and not counted. `--careless` attacks what the tables would be without secondary suppression, to see that the attack works.

Needs duckdb, numpy and scipy.
"""

import argparse
import collections
import csv
import sys
import tomllib
from pathlib import Path

import duckdb
import numpy
from scipy.optimize import linprog

ROOT = Path(__file__).resolve().parents[2]
SCHEMES = {"provincie": "province", "corop": "corop", "veiligheidsregio": "safety_region", "arbeidsmarktregio": "labour_market_region"}
PRIME = (1 << 61) - 1
MARGIN = 100 / tomllib.loads((ROOT / "data/reference/disclosure.toml").read_text(encoding="utf-8"))["most_weight_percent"]["value"] - 1
NATION = ("land", "NL", None, None)
SIZES = "cbs8"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, nargs="+", help="folders of months, the newest last")
    parser.add_argument("--careless", action="store_true", help="as if nothing were suppressed to protect others")
    arguments = parser.parse_args()
    months = [Month(report, arguments.careless) for report in arguments.reports]
    found = 0
    for unit in ("systems", "cells"):
        found += sum(not told.startswith("  ") for told in attack(months, unit))
    print(f"{' '.join(str(month.report) for month in months)}: {found} found out")
    sys.exit(1 if found else 0)


class Month:
    """What is public of a month, and for the worst case who has weight and how much."""

    def __init__(self, report, careless):
        self.report = report
        engine = duckdb.connect()
        read = lambda query: engine.execute(query).fetchall()
        self.month = read(f"SELECT any_value(month) FROM '{report}/data/internal/systems.parquet'")[0][0]
        division = regions(f"{self.month}-01")
        self.groups, self.true, self.carried = collections.defaultdict(set), {"systems": {}, "cells": {}}, {}
        response = read(f"SELECT municipality_code, size_class, province_code, response, carried_from FROM '{report}/data/internal/response.parquet'")
        for code, size, province, answer, carried_from in response:
            self.groups[NATION].add(code)
            self.groups[("land", "NL", SIZES, size)].add(code)
            self.groups[("provincie", province, SIZES, size)].add(code)
            for scheme, region in division[code].items():
                self.groups[(scheme, region, None, None)].add(code)
            if answer == "carried_forward":
                self.carried[code] = carried_from
        systems = f"'{report}/data/internal/systems.parquet'"
        self.true["systems"] = dict(read(f"SELECT municipality_code, count(*) FROM {systems} WHERE counted GROUP BY ALL"))
        self.true["cells"] = dict(read(
            f"SELECT municipality_code, count(DISTINCT component) FROM (SELECT municipality_code, unnest(component_ids) AS component "
            f"FROM {systems} WHERE counted) GROUP BY ALL"))
        public = read(f"SELECT dimension, group_code, size_scheme, size_class, unit, w_total, suppressed FROM '{report}/data/public/coverage.parquet'")
        self.sums, self.hidden = collections.defaultdict(dict), collections.defaultdict(dict)
        for scheme, region, size_scheme, size, unit, total, reason in public:
            group = (scheme, region, size_scheme, size)
            assert group in self.groups, f"{group} is public, and who is in it is not known here"
            if careless and reason == "secondary":
                total, reason = sum(self.true[unit].get(code, 0) for code in self.groups[group]), None
            assert (total is None) == (reason is not None), (group, total, reason)
            if reason is None:
                self.sums[unit][group] = total
            else:
                self.hidden[unit][group] = reason


def regions(day):
    """The regions of each municipality: of the schemes of its own table, and of the lists that hold on that day."""
    division = {row["code"]: {scheme: row[f"{column}_code"] for scheme, column in SCHEMES.items() if row[f"{column}_code"]}
                for row in table("municipalities.csv")}
    for path in sorted((ROOT / "data/reference/regions").glob("*.csv")):
        for row in table(path):
            if (row["since"] or "0") <= day and (not row["until"] or day < row["until"]):
                division.setdefault(row["code"], {})[row["scheme"]] = row["region_code"]
    return division


def table(name):
    with (ROOT / "data/reference" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def attack(months, unit):
    """Tells who is found out; lines that begin with two spaces are for information."""
    now, alone = months[-1], len(months) == 1
    names, sums, given_up = system(months, unit)
    single, pairs = follow(sums, names)
    known, known_pairs = (set(), set()) if alone else follow(given_up, names)
    for name in sorted(single):
        yield say("  by the nation: " if name in known else "", f"{unit}: the weight of {name} follows exactly")
    for pair in sorted(pairs - known_pairs):
        yield say("", f"{unit}: {' and '.join(pair)} give each other away")
    at = {name: place for place, name in enumerate(names)}
    bound = bounds(sums, at)
    nearest = []
    for name, true in names.items():
        least, most = bound([at[name]])
        nearest.append(min(true - least, most - true) / true)
        if alone and nearest[-1] < MARGIN - 1e-6 and name not in single:
            yield say("", f"{unit}: the weight of {name} is {true}, and lies from {least:.1f} to {most:.1f}")
    widths = []
    for group, reason in sorted(now.hidden[unit].items(), key=str):
        members = [at[code] for code in now.groups[group] if code in at]
        least, most = bound(members) if members else (0, 0)
        widths += [most - least] if members else []
        if members and most - least < 1e-6 and (len(members) < 3 or reason == "uniform"):
            yield say("" if alone else "  ", f"{unit}: suppressed {group} is {least:.0f} exactly")
    print(f"  {unit}: {len(names)} figures, {len(sums)} public sums, {len(now.hidden[unit])} groups suppressed. Bounds on a figure come no nearer "
          f"than {min(nearest, default=0):.0%}, those on a suppressed group leave {min(widths, default=0):.0f} or more open.")


def say(before, text):
    print(before + text)
    return before + text


def system(months, unit):
    """All figures with their true values, and all public sums as sets of them. One that was carried forward is one figure in all months."""
    names, rows, given_up = {}, [], []
    now = months[-1]
    for month in months:
        same = lambda code: month is now or (code in now.carried and now.carried[code] <= month.month)
        name = lambda code: code if same(code) else f"{code} in {month.month}"
        for code, weight in month.true[unit].items():
            if weight:
                names.setdefault(name(code), weight)
        for group, total in month.sums[unit].items():
            row = {name(code) for code in month.groups[group] if month.true[unit].get(code)}
            rows.append((row, total))
            if month is not now or group == NATION:
                given_up.append((row, total))
    return names, rows, given_up


def follow(sums, names):
    """Names whose figure is fixed by the sums, and pairs that the sums tie together."""
    order = sorted(names)
    matrix = [[int(name in row) for name in order] for row, _ in sums]
    pivots = reduce(matrix)
    free = [at for at in range(len(order)) if at not in pivots]
    single, alike = set(), collections.defaultdict(list)
    for at, name in enumerate(order):
        row = matrix[pivots[at]] if at in pivots else None
        moved = [(-row[other]) % PRIME if row else int(other == at) for other in free]
        first = next((value for value in moved if value), None)
        if first is None:
            single.add(name)
            continue
        inverse = pow(first, PRIME - 2, PRIME)
        alike[tuple(value * inverse % PRIME for value in moved)].append(name)
    owner = lambda name: name.split()[0]
    pairs = {tuple(pair) for tied in alike.values() for pair in zip(tied, tied[1:]) if owner(pair[0]) != owner(pair[1])}
    return single, pairs


def reduce(matrix):
    """Gauss and Jordan, in place; gives the row of each pivot column."""
    pivots, done = {}, 0
    for column in range(len(matrix[0]) if matrix else 0):
        found = next((at for at in range(done, len(matrix)) if matrix[at][column]), None)
        if found is None:
            continue
        matrix[done], matrix[found] = matrix[found], matrix[done]
        inverse = pow(matrix[done][column], PRIME - 2, PRIME)
        matrix[done] = [value * inverse % PRIME for value in matrix[done]]
        for at, row in enumerate(matrix):
            if at != done and row[column]:
                times = row[column]
                matrix[at] = [(value - times * other) % PRIME for value, other in zip(row, matrix[done])]
        pivots[column] = done
        done += 1
    return pivots


def bounds(sums, at):
    """A function that gives the least and the greatest that a sum of figures can be, when every figure is zero or more."""
    matrix = numpy.zeros((len(sums), len(at)))
    for place, (row, _) in enumerate(sums):
        matrix[place, [at[name] for name in row]] = 1
    totals = [total for _, total in sums]

    def bound(wanted):
        aim = numpy.zeros(len(at))
        aim[wanted] = 1
        least, most = (linprog(sign * aim, A_eq=matrix, b_eq=totals, method="highs") for sign in (1, -1))
        assert least.success and most.status in (0, 3), (least.message, most.message)
        return least.fun, -most.fun if most.success else float("inf")

    return bound


if __name__ == "__main__":
    main()
