"""Holds every published figure against the one that `sql/` gives for it, on either engine. Part of `check.py`.

Integers and what is absent must be the same; shares to the last bit; what is added up from fractions to 1e-12.
"""

import math

GROUP = ["dimension", "group_code", "size_scheme", "size_class"]
KEY = [*GROUP, "unit", "weight"]
BASES = [("systems", "count"), ("systems", "cost"), ("systems", "users"), ("cells", "count")]
SENSITIVITY = ["unit", "weight", "strict", "with_samen_bouwen", "with_collectief_contract", "uncertain_as_unknown", "target_exclusive"]
ESTIMATE = ["unit", "weight", "measure", "bound"]
CHANGE = [*GROUP, "weight", "measure", "bound", "set"]
# Sums of fractions differ in their last bits with the order of adding.
ROUNDED = ("_q1", "_median", "_q3", "_mean", "estimate", "missing_none", "missing_all", "contribution")
ROUNDING = 1e-12
ADDS_UP = """
SELECT month, dimension, group_code, size_scheme, size_class, weight, measure, bound, max(share_change) AS share_change, sum(contribution) AS terms
FROM change GROUP BY month, dimension, group_code, size_scheme, size_class, weight, measure, bound
"""
# The shares of either month are those of coverage. Of the earlier one only the nation is sure to be the same group in the later division.
OF_COVERAGE = """
SELECT c.* FROM change c JOIN coverage k
  ON k.month = c.{month} AND k.dimension = c.dimension AND k.group_code = c.group_code AND k.unit = c.unit AND k.weight = c.weight
  AND k.size_scheme IS NOT DISTINCT FROM c.size_scheme AND k.size_class IS NOT DISTINCT FROM c.size_class
WHERE {groups} AND (k.units <> c.units_{when} OR k.units_known <> c.units_known_{when}
  OR c.share_{when} IS DISTINCT FROM CASE concat(c.measure, '_', c.bound) {shares} END)
"""
SHARES = [f"{measure}_{bound}" for measure in ["collective_share", "national_share"] for bound in ["lower", "known", "upper"]]
# Which of the published ones SQL gives; the interval is drawn, the rest says how.
ESTIMATED = ["respondents_share", "estimate", "missing_none", "missing_all"]


def rows(engine, query):
    names, found = engine.ask(query)
    return [dict(zip(names, values)) for values in found]


def wrong_figures(engine, month, checked):
    """What differs in the tables of a month. The views of `sql/` are there on the engine, for that month and perhaps others."""
    published = lambda table, where="": rows(engine, f"SELECT * FROM {table} WHERE month = '{month}' {where}")
    yield from differences("coverage", KEY, published("coverage"), coverage(published), checked)
    yield from differences("sensitivity", SENSITIVITY, published("sensitivity"), published("sensitivity_recomputed"), checked)
    estimates = [{name: row[name] for name in [*ESTIMATE, *ESTIMATED]} for row in published("estimates", "AND estimate IS NOT NULL")]
    yield from differences("estimates", ESTIMATE, estimates, published("estimate", "AND estimate IS NOT NULL"), checked)


def wrong_changes(engine, month, checked):
    """What differs in the change to a month from the one before, which is there as well."""
    month_of = [f"{name}_{when}" for name in ["units", "units_known", "completeness"] for when in ["before", "now"]]
    given = [*month_of, "systems", "municipalities", "part_change", "whole_change", "share_before", "share_now", "share_change", "contribution"]
    published = [{name: row[name] for name in [*CHANGE, *given]} for row in published_changes(engine, month)]
    recomputed = [{**row, "set": row["change_set"]} for row in rows(engine, f"SELECT * FROM change_recomputed WHERE month = '{month}'")]
    yield from differences("change", CHANGE, published, recomputed, checked)
    if not published:
        yield f"change: no month before {month} was made with the same definitions, so there is nothing to recompute"
    for row in rows(engine, ADDS_UP):
        if (row["share_change"] is None) != (row["terms"] is None) or abs((row["share_change"] or 0) - (row["terms"] or 0)) > ROUNDING:
            yield f"change {row}: the contributions do not add up"
    shares = " ".join(f"WHEN '{share}' THEN k.{share}" for share in SHARES)
    for when, of, groups in [("now", "month", "TRUE"), ("before", "month_before", "c.dimension = 'land' AND c.size_class IS NULL")]:
        where = f"c.month = '{month}' AND c.basis = 'same_definitions' AND {groups}"
        for row in rows(engine, OF_COVERAGE.format(month=of, when=when, groups=where, shares=shares)):
            yield f"change {row}: not the share of coverage {when}"


def published_changes(engine, month):
    return rows(engine, f"SELECT * FROM change WHERE month = '{month}' AND basis = 'same_definitions'")


def coverage(published):
    """The views of measures, put into the rows and columns of coverage.parquet."""
    table = {}
    put = lambda row, values, base=None: table.setdefault((*(row[name] for name in GROUP), *(base or (row["unit"], row["weight"]))), {}).update(values)
    for view in ["weights", "facets", "target"]:
        for row in published(view):
            put(row, row)
    for row in published("population"):
        for base in BASES:
            put(row, row, base)
    for row in published("level_by_distinguishing"):
        put(row, {f"w_{row['level']}_{row['distinguishing']}": row["w"]})
    for row in published("shares"):
        put(row, {f"{row['measure']}_{bound}": row[bound] for bound in ["lower", "known", "upper"]})
    for row in published("distribution"):
        named = {"lower": row["measure"], "known": f"{row['measure']}_known"}.get(row["bound"])
        put(row, {f"{named}_municipalities": row["municipalities"]} if named else {})
        put(row, {f"{row['measure']}_{row['bound']}_{place}": row[place] for place in ["q1", "median", "q3", "mean"]})
    return [{**dict(zip(KEY, key)), **values} for key, values in table.items()]


def differences(name, key, published, recomputed, checked):
    keyed = lambda table: {tuple(row[column] for column in key): row for row in table}
    left, right = keyed(published), keyed(recomputed)
    given = {column for row in recomputed for column in row}
    if len(left) != len(published) or len(right) != len(recomputed):
        yield f"{name}: two rows are of one key"
    for at in left.keys() ^ right.keys():
        yield f"{name} {at}: {'published, not recomputed' if at in left else 'recomputed, not published'}"
    for column in (set(published[0]) if published else set()) - given:
        yield f"{name}.{column}: nothing recomputes it"
    for at in left.keys() & right.keys():
        for column, value in left[at].items():
            checked["figures"] = checked.get("figures", 0) + 1
            if not same(value, right[at].get(column), ROUNDING if column.endswith(ROUNDED) else 0):
                yield f"{name} {at} {column}: published {value!r}, recomputed {right[at].get(column)!r}"


def same(left, right, rounding):
    if rounding and None not in (left, right):
        return math.isclose(left, right, rel_tol=0, abs_tol=rounding)
    return left is None and right is None or (type(left), left) == (type(right), right)
