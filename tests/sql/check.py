"""Checks a published report on other engines than the one that made it.

    python tests/sql/check.py reports/2026-11 [--inventories data/inventories]

Five kinds of checks. `estimates.py` recomputes the national estimates from sums. `coverage.sql` and `sensitivity.sql` recompute every figure of the tables of that name, and each must be the
same: integers exactly, shares to the last bit, quartiles and means to 1e-12. Small groups are tried in every way in which their unknowns could turn out, to see that
the bounds are the least and the greatest share. Each file in `never/` is a query that must find nothing. Every public figure must be the internal one. And every table is
opened with DuckDB, pandas and Arrow: metadata, absent values, the manifest.

Needs duckdb, pandas and pyarrow. Says what is wrong and exits with 1; is silent about what is right, but for one line.
"""

import argparse
import csv
import hashlib
import itertools
import json
import math
import sys
from fractions import Fraction
from pathlib import Path

import duckdb
import pandas
import pyarrow.parquet

from estimates import wrong_estimates

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "data"
SCHEMES = {"corop": "corop", "veiligheidsregio": "safety_region", "arbeidsmarktregio": "labour_market_region"}
KEY = ["dimension", "group_code", "size_scheme", "size_class", "unit", "weight"]
# The tables that a query beside this file recomputes, with what names a row of each.
RECOMPUTED = {
    "coverage": KEY,
    "sensitivity": ["unit", "weight", "strict", "with_samen_bouwen", "with_collectief_contract", "uncertain_as_unknown", "target_exclusive"],
}
# Sums of fractions differ in their last bits with the order of adding.
ROUNDED = ("_q1", "_median", "_q3", "_mean")
ROUNDING = 1e-12
# The sums of the nation and of its sizes, from the steps of coverage.sql.
SUMS = """
SELECT size_class, unit, weight, COLUMNS('^municipalities(_carried|_frame)?$'), COALESCE(COLUMNS('^(w_|units).*'), 0) AS '\\0'
FROM filled WHERE dimension = 'land' AND (size_scheme IS NULL OR size_scheme = 'cbs8')
"""
SHOWN = 20
MOST_COMPLETIONS = 5_000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path, help="the folder of one month")
    parser.add_argument("--inventories", type=Path, help="the folder that the files were read from, to compare their checksums")
    parser.add_argument("--data", type=Path, default=DATA, help="the definitions that the report was made with")
    arguments = parser.parse_args()
    engine = connect(arguments.report, arguments.data)
    checked = {}
    wrong = [
        *(line for name in RECOMPUTED for line in same_figures(engine, name, checked)),
        *same_estimates(engine, checked),
        *tight_bounds(engine, checked),
        *never(engine, checked),
        *tables(arguments.report, engine, checked),
        *public(arguments.report, engine, checked),
        *manifest(arguments.report, engine, arguments.inventories),
    ]
    for line in wrong[:SHOWN]:
        print(line)
    if len(wrong) > SHOWN:
        print(f"... and {len(wrong) - SHOWN} more")
    counts = ", ".join(f"{count} {what}" for what, count in checked.items())
    print(f"{arguments.report}: {counts}; {len(wrong)} differences")
    sys.exit(1 if wrong else 0)


def connect(report, data):
    """An engine with a view per table, and the groups as the definitions have them in the report's month."""
    engine = duckdb.connect()
    for path in sorted((report / "data/internal").glob("*.parquet")):
        engine.execute(f"CREATE VIEW {path.stem} AS FROM read_parquet('{path}')")
    told = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    day, settings = f"{told['month']}-01", told["settings"]
    holds = lambda row: (row["since"] or "0") <= day and (not row["until"] or day < row["until"])
    read = lambda name: table(data / name)
    municipalities = read("reference/municipalities.csv")
    listed = [row for path in sorted((data / "reference/regions").glob("*.csv")) for row in table(path) if holds(row)]
    fill(engine, "region (municipality_code VARCHAR, scheme VARCHAR, code VARCHAR, name VARCHAR)", [
        *((row["code"], scheme, row[f"{column}_code"], row[column])
          for row in municipalities for scheme, column in SCHEMES.items() if row[f"{column}_code"]),
        *((row["code"], row["scheme"], row["region_code"], row["region"]) for row in listed),
    ])
    fill(engine, "size (scheme VARCHAR, class BIGINT, name VARCHAR, lower BIGINT, upper BIGINT)",
         [(row["scheme"], row["class"], row["label_nl"], row["lower"], row["upper"] or None) for row in read("reference/size_classes.csv")])
    kinds = {row["kind"] for row in read("reference/partnership_kinds.csv") if row["is_group"] == "yes"}
    bodies = {row["id"]: row["name"] for row in read("reference/partnerships.csv")
              if row["kind"] in kinds and row["certainty"] != "members_partial" and holds(row)}
    fill(engine, "partnership (municipality_code VARCHAR, code VARCHAR, name VARCHAR)", sorted({
        (row["code"], row["partnership_id"], bodies[row["partnership_id"]])
        for row in read("reference/partnership_members.csv") if row["partnership_id"] in bodies and holds(row)}))
    fill(engine, "component (gemma_id VARCHAR, name VARCHAR, domain VARCHAR)",
         [(row["gemma_id"], row["name"], row["domain"]) for row in read("reference/components.csv")])
    fill(engine, "focus (focus VARCHAR, gemma_id VARCHAR)",
         [(row["focus"], row["gemma_id"]) for row in read("catalogue/component_focus.csv") if holds(row)])
    fill(engine, "target (percent BIGINT, exclusive BOOLEAN)", [(settings["target_percent"], settings["target_is_exclusive"])])
    return engine


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fill(engine, columns, values):
    engine.execute(f"CREATE TABLE {columns}")
    if values:
        engine.executemany(f"INSERT INTO {columns.split()[0]} VALUES ({', '.join('?' * len(values[0]))})", values)


def rows(engine, query):
    cursor = engine.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, values)) for values in cursor.fetchall()]


def same_figures(engine, name, checked):
    """Every published figure of a table against the recomputed one."""
    keyed = lambda table: {tuple(row[column] for column in RECOMPUTED[name]): row for row in table}
    published_rows, recomputed_rows = rows(engine, f"FROM {name}"), rows(engine, (HERE / f"{name}.sql").read_text())
    published, recomputed = keyed(published_rows), keyed(recomputed_rows)
    if len(published) != len(published_rows):
        yield f"{name}: two rows are of one key"
    for key in published.keys() ^ recomputed.keys():
        yield f"{name} {key}: {'published, not recomputed' if key in published else 'recomputed, not published'}"
    for key in published.keys() & recomputed.keys():
        for column, value in published[key].items():
            if column == "month":
                continue
            checked["figures"] = checked.get("figures", 0) + 1
            if column not in recomputed[key]:
                yield f"{name}.{column}: nothing recomputes it"
            elif not same(value, recomputed[key][column], ROUNDING if column.endswith(ROUNDED) else 0):
                yield f"{name} {key} {column}: published {value!r}, recomputed {recomputed[key][column]!r}"


def same_estimates(engine, checked):
    """The national estimates against those recomputed from the sums of coverage.sql, before it leaves out the incomplete ones."""
    published = rows(engine, "FROM estimates")
    checked["estimates"] = len(published)
    steps, _, _ = (HERE / "coverage.sql").read_text().rpartition("\n\nSELECT\n")
    yield from wrong_estimates(published, rows(engine, steps + SUMS))


def same(left, right, rounding):
    if rounding and None not in (left, right):
        return math.isclose(left, right, rel_tol=0, abs_tol=rounding)
    return left is None and right is None or (type(left), left) == (type(right), right)


def tight_bounds(engine, checked):
    """Tries every completion of the unknowns of a group, where there are not too many."""
    for row in rows(engine, "FROM coverage WHERE w_total > 0 AND weight = 'count'"):
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
        found = rows(engine, path.read_text())
        if found:
            yield f"never/{path.name}: {len(found)} rows, the first {found[0]}"


def tables(report, engine, checked):
    """Every table in three readers: the same rows and the same absences; and the metadata that it must carry."""
    told = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    for path in sorted((report / "data").glob("*/*.parquet")):
        checked["tables"] = checked.get("tables", 0) + 1
        name = f"{path.parent.name}/{path.name}"
        arrow, frame = pyarrow.parquet.read_table(path), pandas.read_parquet(path)
        yield from (f"{name}: {text}" for text in metadata(path, told, engine))
        if len(frame) != arrow.num_rows or frame.columns.tolist() != arrow.column_names:
            yield f"{name}: pandas reads {frame.shape}, Arrow {arrow.shape}"
        for field in arrow.schema:
            yield from (f"{name} {field.name}: {text}" for text in absences(path, field, arrow, frame, engine))


def metadata(path, told, engine):
    expected = {"table": path.stem, "month": told["month"], "version": told["version"], "fingerprint": told["definitions_sha256"],
                "synthetic": str(told["synthetic"]).lower()}
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
    told = ["suppressed", "synthetic", "municipalities_frame", "inhabitants_frame", "group_name", "size_name", "month", *KEY]
    internal = {tuple(row[name] for name in KEY): row for row in rows(engine, "FROM coverage")}
    for row in rows(engine, f"FROM read_parquet('{report}/data/public/coverage.parquet')"):
        group = tuple(row[name] for name in KEY)
        checked["public groups"] = checked.get("public groups", 0) + 1
        for column, value in row.items():
            if column not in told and row["suppressed"] is not None and value is not None:
                yield f"public coverage {group} {column}: suppressed, and yet {value!r}"
            # Inhabitants of those that answered are given for the nation alone.
            if column not in ("suppressed", "synthetic") and value != internal[group][column] and not (value is None and (row["suppressed"] or column == "inhabitants")):
                yield f"public coverage {group} {column}: {value!r}, internal {internal[group][column]!r}"


    shown = RECOMPUTED["sensitivity"]
    own = {tuple(row[name] for name in shown): row for row in rows(engine, "FROM sensitivity")}
    for row in rows(engine, f"FROM read_parquet('{report}/data/public/sensitivity.parquet')"):
        checked["public definitions"] = checked.get("public definitions", 0) + 1
        row.pop("synthetic")
        if row["weight"] != "count" or row != own[tuple(row[name] for name in shown)]:
            yield f"public sensitivity {row}: not the internal one, or not by count"


def manifest(report, engine, inventories):
    """The manifest lists every file as it lies there, and every input with its rows."""
    told = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    there = {str(path.relative_to(report)) for path in report.rglob("*") if path.is_file()} - {"manifest.json"}
    there = {name for name in there if not name.startswith("vintages/")}
    for name in there ^ {output["file"] for output in told["outputs"]}:
        yield f"manifest: {name} is {'not listed' if name in there else 'not there'}"
    for output in told["outputs"]:
        if output["file"] in there and fingerprint(report / output["file"]) != (output["bytes"], output["sha256"]):
            yield f"manifest: {output['file']} is not what it was"
    accounts = dict(engine.execute("SELECT source_file, sum(rows)::BIGINT FROM accounts GROUP BY ALL").fetchall())
    for entry in told["inputs"]:
        if accounts.get(entry["file"], 0) != entry["rows"]:
            yield f"manifest: {entry['file']} has {entry['rows']} rows, its accounts {accounts.get(entry['file'])}"
        source = inventories and (inventories if inventories.is_file() else inventories / entry["file"])
        if source and fingerprint(source) != (entry["bytes"], entry["sha256"]):
            yield f"manifest: {source} is not the file that was read"
    for name in accounts.keys() - {entry["file"] for entry in told["inputs"]}:
        yield f"manifest: {name} has an account and is no input"
    if told["synthetic"] != any(entry["synthetic"] for entry in told["inputs"]):
        yield "manifest: synthetic or not differs between the report and its inputs"


def fingerprint(path):
    content = path.read_bytes()
    return len(content), hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    main()
