"""Checks change.parquet of a report against the report of the month before, on another engine than the one that made it.

    python tests/sql/check_change.py reports/2026-10 reports/2026-11

`change.sql` matches the systems of both reports anew, puts them into sets and divides; every national row must be the same: counts exactly,
shares and contributions to 1e-12. Of all groups, the contributions must add up to the change in the share. Needs duckdb. Exits with 1
when anything differs.
"""

import argparse
import csv
import math
import re
import sys
import unicodedata
from pathlib import Path

import duckdb

HERE = Path(__file__).resolve().parent
MERGERS = HERE.parents[1] / "data/reference/mergers.csv"
ANSWERED = "('responded', 'partial', 'carried_forward')"
TOLERANCE = 1e-12


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path, help="the folder of the month before")
    parser.add_argument("now", type=Path, help="the folder of the month")
    arguments = parser.parse_args()
    engine = duckdb.connect()
    engine.create_function("bare", bare, ["VARCHAR"], "VARCHAR", null_handling="special")
    engine.execute(f"CREATE VIEW change AS FROM read_parquet('{table(arguments.now, 'change')}')")
    basis, before, now = engine.execute("SELECT DISTINCT basis, month_before, month FROM change").fetchone()
    if basis != "same_definitions":
        sys.exit(f"{arguments.now}: the basis is {basis}; this recomputes only what the same definitions give")
    successor = successors(before, now)
    for name, report in [("before", arguments.before), ("now", arguments.now)]:
        load(engine, name, report, successor)
    recomputed = engine.execute((HERE / "change.sql").read_text(encoding="utf-8")).df()
    wrong = [*same_national(engine, recomputed), *adds_up(engine)]
    for line in wrong[:20]:
        print(line)
    groups = engine.execute("SELECT count(DISTINCT (dimension, group_code, size_scheme, size_class)) FROM change").fetchone()[0]
    print(f"{arguments.now}: {len(recomputed)} national sets recomputed, {groups} groups add up; {len(wrong)} differences")
    sys.exit(1 if wrong else 0)


def table(report, name):
    """The table of a report, wherever under data/ it lies; the most complete one where there are several."""
    for folder in ["data/internal", "data"]:
        path = report / folder / f"{name}.parquet"
        if path.exists():
            return path
    sys.exit(f"{report} has no table {name}")


def bare(text):
    """A name without case, accents and punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c)).lower()
    return " ".join(re.sub(r"[^\w]|_", " ", plain.replace("'", "").replace("’", "")).split())


def successors(before, now):
    """Where a municipality of before is now, when it passed as a whole into another."""
    steps = {}
    with MERGERS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if f"{before}-01" < row["date"] <= f"{now}-01" and row["kind"] in ("merge_new", "merge_into"):
                steps[row["old_code"]] = row["new_code"]
    return steps


def load(engine, name, report, successor):
    engine.execute(f"CREATE TABLE step_{name} (old VARCHAR, new VARCHAR)")
    engine.executemany(f"INSERT INTO step_{name} VALUES (?, ?)", [("", ""), *successor.items()])
    place = f"coalesce((SELECT new FROM step_{name} WHERE old = municipality_code), municipality_code)"
    engine.execute(
        f"CREATE TABLE systems_{name} AS SELECT {place} AS place, municipality_code, system_id, bare(product) AS product, "
        f"bare(vendor_canonical) AS vendor, level FROM read_parquet('{table(report, 'systems')}') WHERE counted"
    )
    engine.execute(
        f"CREATE TABLE answered_{name} AS SELECT DISTINCT {place} AS place FROM read_parquet('{table(report, 'response')}') "
        f"WHERE response IN {ANSWERED}"
    )


def same_national(engine, recomputed):
    columns = ["systems", "municipalities", "part_change", "whole_change", "share_before", "share_now", "contribution"]
    published = engine.execute(
        f'SELECT measure, bound, "set", {", ".join(columns)} FROM change '
        "WHERE dimension = 'land' AND size_scheme IS NULL AND weight = 'count'"
    ).df()
    keyed = lambda frame: {(row.measure, row.bound, getattr(row, "set")): row for row in frame.itertuples()}
    published, recomputed = keyed(published), keyed(recomputed)
    for key in published.keys() ^ recomputed.keys():
        yield f"{key}: {'published, not recomputed' if key in published else 'recomputed, not published'}"
    for key in published.keys() & recomputed.keys():
        for column in columns:
            left, right = getattr(published[key], column), getattr(recomputed[key], column)
            if not (math.isclose(left, right, rel_tol=0, abs_tol=TOLERANCE) or (math.isnan(left) and math.isnan(right))):
                yield f"{key} {column}: published {left!r}, recomputed {right!r}"


def adds_up(engine):
    rows = engine.execute(
        "SELECT group_name, size_scheme, size_class, measure, bound, any_value(share_change), sum(contribution) FROM change "
        "GROUP BY dimension, group_code, group_name, size_scheme, size_class, measure, bound, weight"
    ).fetchall()
    for *group, change, terms in rows:
        if (change is None) != (terms is None) or (change is not None and abs(change - terms) > TOLERANCE):
            yield f"{group}: the share changed by {change!r}, the contributions are {terms!r}"


if __name__ == "__main__":
    main()
