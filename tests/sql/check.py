"""Checks a published report on other engines than the one that made it.

    python tests/sql/check.py reports/2026-11 [--before reports/2026-10] [--inventories data/inventories] [--engine spark] [--page docs/query.md]

`sql/` recomputes every figure of coverage, sensitivity and estimates, and of the change when the report of the month before is given
(`figures.py`); with a page, its questions are asked again (`page.py`). On Spark that is all, for the SQL is the same. On DuckDB much more:
`estimates.py` does the estimates in exact fractions, `division.py` makes the groups anew from the reference tables. Small groups
are tried in every way in which their unknowns could turn out, to see that the bounds are the least and the greatest share. Each file in
`never/` is a query that must find nothing. Every public figure must be the internal one. And every table is opened with DuckDB, pandas and
Arrow: metadata, absent values, the manifest.

Needs duckdb, pandas and pyarrow; for Spark pyspark and Java. Says what is wrong and exits with 1; is silent about what is right, but for one line.
"""

import argparse
import hashlib
import itertools
import json
import math
import sys
from fractions import Fraction
from pathlib import Path

import pandas
import pyarrow.parquet

from division import wrong_division
from estimates import same_estimates
from figures import KEY, SENSITIVITY, wrong_changes, wrong_figures
from page import wrong_answers

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "data"
sys.path.insert(0, str(HERE.parents[1] / "sql"))
from query import open_months  # noqa: E402

SHOWN = 20
MOST_COMPLETIONS = 5_000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path, help="the folder of one month")
    parser.add_argument("--inventories", type=Path, help="the folder that the files were read from, to compare their checksums")
    parser.add_argument("--before", type=Path, help="the folder of the month before, to recompute what changed")
    parser.add_argument("--data", type=Path, default=DATA, help="the definitions that the report was made with")
    parser.add_argument("--engine", choices=["duckdb", "spark"], default="duckdb", help="which of them recomputes")
    parser.add_argument("--page", type=Path, help="a page with questions and answers about this report")
    arguments = parser.parse_args()
    report, checked = arguments.report, {}
    reports = [folder for folder in [arguments.before, report] if folder]
    opened = open_months(arguments.engine, reports, keep=arguments.engine == "spark")
    wrong = [*figures(opened, arguments, checked)]
    if arguments.engine == "duckdb":
        alone = opened if reports == [report] else open_months("duckdb", [report])
        wrong += files(alone.connection, arguments, checked)
        wrong += [*wrong_division(alone, told(report)["month"], arguments.data), *same_estimates(alone, checked)]
    for line in wrong[:SHOWN]:
        print(line)
    if len(wrong) > SHOWN:
        print(f"... and {len(wrong) - SHOWN} more")
    counts = ", ".join(f"{count} {what}" for what, count in checked.items())
    print(f"{report}: {counts}; {len(wrong)} differences on {arguments.engine}")
    sys.exit(1 if wrong else 0)


def figures(opened, arguments, checked):
    """What the SQL of `sql/` and of a page gives, against what is published and what the page shows."""
    month = told(arguments.report)["month"]
    yield from wrong_figures(opened, month, checked)
    if arguments.before:
        yield from wrong_changes(opened, month, checked)
    if arguments.page:
        yield from wrong_answers(opened, arguments.page, checked)


def files(engine, arguments, checked):
    """What must hold of the files of one report."""
    yield from tight_bounds(engine, checked)
    yield from never(engine, checked)
    yield from tables(arguments.report, engine, checked)
    yield from public(arguments.report, engine, checked)
    yield from manifest(arguments.report, engine, arguments.inventories)


def told(report):
    return json.loads((report / "manifest.json").read_text(encoding="utf-8"))


def answers(engine, query):
    cursor = engine.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, values)) for values in cursor.fetchall()]


def tight_bounds(engine, checked):
    """Tries every completion of the unknowns of a group, where there are not too many."""
    for row in answers(engine, "FROM coverage WHERE w_total > 0 AND weight = 'count'"):
        classes = list(unknowns(row))
        tries = math.prod(math.comb(count + len(outcomes) - 1, count) for count, outcomes in classes)
        if tries > MOST_COMPLETIONS:
            continue
        checked["groups tried in every way"] = checked.get("groups tried in every way", 0) + 1
        shares = {}
        for completion in itertools.product(*(turns(count, outcomes) for count, outcomes in classes)):
            for measure, value in measures(itertools.chain.from_iterable(completion)).items():
                shares.setdefault(measure, []).append(value)
        for measure, values in shares.items():
            for bound, extreme in [("lower", min), ("upper", max)]:
                possible = [value for value in values if value is not None]
                expected, published = extreme(possible) if possible else None, row[f"{measure}_{bound}"]
                if (None if expected is None else float(expected)) != published:
                    group = tuple(row[name] for name in KEY)
                    yield f"coverage {group} {measure}_{bound}: published {published!r}, can be {expected!r}"


def unknowns(row):
    """Weight and possible outcomes of each kind of unit; an outcome is (collective, national, the same everywhere)."""
    rungs = {"overheidsbreed": [(True, True)], "collectief_gemeentelijk": [(True, True)], "regionaal": [(True, False)],
             "decentraal": [(False, False)], "onbekend": [(True, True), (True, False), (False, False)]}
    kinds = {"niet_onderscheidend": [True], "onderscheidend": [False], "onbekend": [True, False]}
    maybe_strict = row["w_maybe_strict"]
    for (rung, levels), (kind, same_everywhere) in itertools.product(rungs.items(), kinds.items()):
        count = row[f"w_{rung}_{kind}"]
        if rung == "regionaal" and maybe_strict:
            # Which of the regional cells they are does not matter to any measure: none has strictness and sameness together.
            taken = min(count, maybe_strict)
            maybe_strict, count = maybe_strict - taken, count - taken
            yield taken, list(itertools.product([(True, True), (True, False)], same_everywhere))
        if count:
            yield count, list(itertools.product(levels, same_everywhere))


def turns(count, outcomes):
    """Every way in which `count` units divide over the outcomes."""
    for chosen in itertools.combinations_with_replacement(range(len(outcomes)), count):
        yield [(outcomes[at], chosen.count(at)) for at in sorted(set(chosen))]


def measures(units):
    """The shares of units that are all known, straight from their definitions."""
    total = collective = national = same_everywhere = converted = 0
    for ((is_collective, is_national), is_same), count in units:
        total += count
        collective += count * is_collective
        national += count * is_national
        same_everywhere += count * is_same
        converted += count * (is_same and is_collective)
    share = lambda part, whole: Fraction(part, whole) if whole else None
    return {
        "collective_share": share(collective, total),
        "national_share": share(national, total),
        "non_distinguishing_share": share(same_everywhere, total),
        "conversion": share(converted, same_everywhere),
        "distinguishing_collective_share": share(collective - converted, total),
    }


def never(engine, checked):
    """Each query in `never/` finds what must not be."""
    for path in sorted((HERE / "never").glob("*.sql")):
        checked["rules"] = checked.get("rules", 0) + 1
        found = answers(engine, path.read_text())
        if found:
            yield f"never/{path.name}: {len(found)} rows, the first {found[0]}"


def tables(report, engine, checked):
    """Every table in three readers: the same rows and the same absences; and the metadata that it must carry."""
    stated = told(report)
    for path in sorted((report / "data").glob("*/*.parquet")):
        checked["tables"] = checked.get("tables", 0) + 1
        name = f"{path.parent.name}/{path.name}"
        arrow, frame = pyarrow.parquet.read_table(path), pandas.read_parquet(path)
        yield from (f"{name}: {text}" for text in metadata(path, stated, engine))
        if len(frame) != arrow.num_rows or frame.columns.tolist() != arrow.column_names:
            yield f"{name}: pandas reads {frame.shape}, Arrow {arrow.shape}"
        for field in arrow.schema:
            yield from (f"{name} {field.name}: {text}" for text in absences(path, field, arrow, frame, engine))


def metadata(path, stated, engine):
    expected = {"table": path.stem, "month": stated["month"], "version": stated["version"], "fingerprint": stated["definitions_sha256"],
                "synthetic": str(stated["synthetic"]).lower()}
    for reader, pairs in [("Arrow", pyarrow.parquet.read_metadata(path).metadata), ("DuckDB", dict(engine.execute(
            f"SELECT key, value FROM parquet_kv_metadata('{path}')").fetchall()))]:
        found = {key.decode().removeprefix("tachtig."): value.decode() for key, value in pairs.items()}
        for name, value in expected.items():
            if found.get(name) != value:
                yield f"metadata {name} is {found.get(name)!r} in {reader}, the manifest has {value!r}"
        if not found.get("description"):
            yield f"has no description in {reader}"


def absences(path, field, arrow, frame, engine):
    """An absent value is null in every reader; never NaN, never an empty text."""
    column = arrow.column(field.name)
    nulls = engine.execute(f'SELECT count(*) FILTER (WHERE "{field.name}" IS NULL) FROM read_parquet(?)', [str(path)]).fetchone()[0]
    if not (column.null_count == nulls == int(frame[field.name].isna().sum())):
        yield f"Arrow sees {column.null_count} absent values, DuckDB {nulls}, pandas {int(frame[field.name].isna().sum())}"
    if not field.nullable and column.null_count:
        yield f"{column.null_count} values are absent from a column that promises all"
    if not (field.metadata or {}).get(b"description"):
        yield "has no description"
    values = [value for value in column.to_pylist() if value is not None]
    if pyarrow.types.is_floating(field.type) and not all(map(math.isfinite, values)):
        yield "holds a number that is no number"
    # What a problem found may well be an empty cell.
    if pyarrow.types.is_string(field.type) and field.name != "found" and "" in values:
        yield "holds empty texts"
    if field.name == "month" and set(values) - {path.parents[2].name}:
        yield f"is of {sorted(set(values))}"


def public(report, engine, checked):
    """A public figure is the internal one, and a suppressed one is absent."""
    told_anyway = ["suppressed", "synthetic", "municipalities_frame", "inhabitants_frame", "group_name", "size_name", "month", *KEY]
    internal = {tuple(row[name] for name in KEY): row for row in answers(engine, "FROM coverage")}
    for row in answers(engine, f"FROM read_parquet('{report}/data/public/coverage.parquet')"):
        group = tuple(row[name] for name in KEY)
        checked["public groups"] = checked.get("public groups", 0) + 1
        for column, value in row.items():
            if column not in told_anyway and row["suppressed"] is not None and value is not None:
                yield f"public coverage {group} {column}: suppressed, and yet {value!r}"
            # Inhabitants of those that answered are given for the nation alone.
            if column not in ("suppressed", "synthetic") and value != internal[group][column] and not (value is None and (row["suppressed"] or column == "inhabitants")):
                yield f"public coverage {group} {column}: {value!r}, internal {internal[group][column]!r}"
    shown = SENSITIVITY
    own = {tuple(row[name] for name in shown): row for row in answers(engine, "FROM sensitivity")}
    for row in answers(engine, f"FROM read_parquet('{report}/data/public/sensitivity.parquet')"):
        checked["public definitions"] = checked.get("public definitions", 0) + 1
        row.pop("synthetic")
        if row["weight"] != "count" or row != own[tuple(row[name] for name in shown)]:
            yield f"public sensitivity {row}: not the internal one, or not by count"


def manifest(report, engine, inventories):
    """The manifest lists every file as it lies there, and every input with its rows."""
    stated = told(report)
    there = {str(path.relative_to(report)) for path in report.rglob("*") if path.is_file()} - {"manifest.json"}
    there = {name for name in there if not name.startswith("vintages/")}
    for name in there ^ {output["file"] for output in stated["outputs"]}:
        yield f"manifest: {name} is {'not listed' if name in there else 'not there'}"
    for output in stated["outputs"]:
        if output["file"] in there and fingerprint(report / output["file"]) != (output["bytes"], output["sha256"]):
            yield f"manifest: {output['file']} is not what it was"
    settings = engine.execute("SELECT DISTINCT target_percent, target_exclusive FROM coverage").fetchall()
    if settings != [(stated["settings"]["target_percent"], stated["settings"]["target_is_exclusive"])]:
        yield f"manifest: the target of coverage is {settings}, that of the settings {stated['settings']}"
    accounts = dict(engine.execute("SELECT source_file, sum(rows)::BIGINT FROM accounts GROUP BY ALL").fetchall())
    for entry in stated["inputs"]:
        if accounts.get(entry["file"], 0) != entry["rows"]:
            yield f"manifest: {entry['file']} has {entry['rows']} rows, its accounts {accounts.get(entry['file'])}"
        source = inventories and (inventories if inventories.is_file() else inventories / entry["file"])
        if source and fingerprint(source) != (entry["bytes"], entry["sha256"]):
            yield f"manifest: {source} is not the file that was read"
    for name in accounts.keys() - {entry["file"] for entry in stated["inputs"]}:
        yield f"manifest: {name} has an account and is no input"
    if stated["synthetic"] != any(entry["synthetic"] for entry in stated["inputs"]):
        yield "manifest: synthetic or not differs between the report and its inputs"


def fingerprint(path):
    content = path.read_bytes()
    return len(content), hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    main()
