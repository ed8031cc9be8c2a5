"""Recomputes the national estimates from the sums that `sql/` makes per CBS size class.

Written from the method page (§3, *National estimate*), in exact fractions. The interval is drawn, so of that only what must hold is
checked: it lies between zero and one, has no width when all answered, and is absent only with a reason. Part of `check.py`.
"""

from fractions import Fraction

from figures import rows

CLOSE = 1e-12
COLLECTIVE = {"overheidsbreed": True, "collectief_gemeentelijk": True, "regionaal": True, "decentraal": False, "onbekend": None}
NATIONAL = {"overheidsbreed": True, "collectief_gemeentelijk": True, "regionaal": False, "decentraal": False, "onbekend": None}
SAME = {"niet_onderscheidend": True, "onderscheidend": False, "onbekend": None}
BOUNDS = ["lower", "known", "upper"]
SHARES = ["respondents_share", "estimate", "missing_none", "missing_all"]
COUNTS = ["units", "units_known", "municipalities", "municipalities_carried", "municipalities_frame"]

# The nation and its size classes, each sum as it is known, also where it is incomplete.
OF_NATION = "g.dimension = 'land' AND (g.size_scheme IS NULL OR g.size_scheme = 'cbs8')"
SUMS = f"""
SELECT g.size_class, g.unit, g.weight, p.municipalities, p.municipalities_carried, p.municipalities_frame, g.units, g.units_known, g.w_total,
  g.w_maybe_strict
FROM group_sums g JOIN population p ON p.group_key = g.group_key WHERE {OF_NATION}
"""
LEVELS = f"""
SELECT g.size_class, g.unit, g.weight, k.level, k.distinguishing, CAST(COALESCE(sum(c.w), 0) AS BIGINT) AS w
FROM group_sums g CROSS JOIN (SELECT DISTINCT level, distinguishing FROM kinds) AS k
LEFT JOIN classes c ON c.group_key = g.group_key AND c.unit = g.unit AND c.weight = g.weight
  AND c.level = k.level AND c.distinguishing = k.distinguishing
WHERE {OF_NATION} GROUP BY g.size_class, g.unit, g.weight, k.level, k.distinguishing
"""


def same_estimates(engine, checked):
    """The published estimates of the one month that is there against those made from the sums of `sql/`."""
    published = rows(engine, "SELECT * FROM estimates")
    checked["estimates"] = len(published)
    sums = {(row["size_class"], row["unit"], row["weight"]): row for row in rows(engine, SUMS)}
    for row in rows(engine, LEVELS):
        sums[row["size_class"], row["unit"], row["weight"]][f"w_{row['level']}_{row['distinguishing']}"] = row["w"]
    yield from wrong_estimates(published, list(sums.values()))


def wrong_estimates(published, sums):
    """What differs between the published rows of estimates.parquet and those recomputed from the sums of the nation and of each
    size class, both as dictionaries."""
    expected = {}
    for unit, weight in sorted({(row["unit"], row["weight"]) for row in sums}):
        national = [row for row in sums if (row["unit"], row["weight"]) == (unit, weight)]
        nation = next(row for row in national if row["size_class"] is None)
        sized = sorted((row for row in national if row["size_class"] is not None), key=lambda row: row["size_class"])
        for measure, bound, row in estimates(nation, joined(strata(nation, sized))):
            expected[unit, weight, measure, bound] = row
    found = {(row["unit"], row["weight"], row["measure"], row["bound"]): row for row in published}
    for key in sorted(expected.keys() ^ found.keys()):
        yield f"estimates {key}: {'recomputed, not published' if key in expected else 'published, not recomputed'}"
    for key in sorted(expected.keys() & found.keys()):
        yield from (f"estimates {key} {text}" for text in differences(found[key], expected[key]))


def strata(nation, sized):
    """One stratum per size class, and one for the municipalities whose size is not known."""
    counts = [name for name in nation if name.startswith(("w_", "units", "municipalities"))]
    known = [{"classes": [row["size_class"]], **{name: row[name] for name in counts}} for row in sized]
    rest = {"classes": [None], **{name: nation[name] - sum(row[name] for row in known) for name in counts}}
    return ([rest] if rest["municipalities_frame"] else []) + known


def joined(strata):
    """Fewer than two answered: the smallest such size joins the neighbour of which the fewest answered, the smaller of two alike."""
    short = lambda stratum: stratum["municipalities"] < min(2, stratum["municipalities_frame"])
    while len(strata) > 1 and any(map(short, strata)):
        at = next(place for place, stratum in enumerate(strata) if short(stratum))
        neighbours = [place for place in (at - 1, at + 1) if 0 <= place < len(strata)]
        neighbour = min(neighbours, key=lambda place: (strata[place]["municipalities"], place))
        first, second = sorted([at, neighbour])
        together = {name: strata[first][name] + strata[second][name] for name in strata[first]}
        strata = [*strata[:first], together, *strata[second + 1:]]
    return strata


def estimates(nation, strata):
    labels = ["+".join("unknown" if size is None else str(size) for size in stratum["classes"]) for stratum in strata]
    common = {name: nation[name] for name in COUNTS}
    common |= {"strata": labels, "strata_joined": [label for label in labels if "+" in label]}
    absent = absence(nation)
    for measure in ["collective_share", "national_share", "non_distinguishing_share", "conversion", "distinguishing_collective_share"]:
        for bound in BOUNDS:
            own = [parts(stratum, measure, bound) for stratum in strata]
            if not any(whole for _, whole in own):
                other = {"lower": "upper", "upper": "lower", "known": "known"}[bound]
                own = [parts(stratum, measure, other) for stratum in strata]
            found = dict.fromkeys(SHARES) if absent else figures(strata, own)
            yield measure, bound, {**common, **found, "absent": absent or ("no_weight" if found["estimate"] is None else None)}


def absence(nation):
    """Why there is no figure at all: nobody, nothing, too little of it known, or all of it nought."""
    if not nation["municipalities"]:
        return "no_inventory"
    if not nation["units"]:
        return "no_units"
    if 2 * nation["units_known"] < nation["units"]:
        return "incomplete"
    return None if nation["w_total"] else "no_weight"


def figures(strata, parts):
    part, whole = sum(part for part, _ in parts), sum(whole for _, whole in parts)
    expansions = [Fraction(stratum["municipalities_frame"], stratum["municipalities"] or 1) for stratum in strata]
    weighted_part = sum(expansion * part for expansion, (part, _) in zip(expansions, parts))
    weighted_whole = sum(expansion * whole for expansion, (_, whole) in zip(expansions, parts))
    share = lambda part, whole: part / Fraction(whole) if whole else None
    return {
        "respondents_share": share(part, whole),
        "estimate": share(weighted_part, weighted_whole),
        "missing_none": share(part, weighted_whole),
        "missing_all": share(part + weighted_whole - whole, weighted_whole),
    }


def parts(stratum, measure, bound):
    """Numerator and denominator: what is so whatever the unknowns are, of what is known, or what may be so."""
    cells = [(COLLECTIVE[rung], NATIONAL[rung], SAME[kind], stratum[f"w_{rung}_{kind}"]) for rung in COLLECTIVE for kind in SAME]
    count = lambda holds: sum(weight for *values, weight in cells if holds(*values))
    total = count(lambda *_: True)
    if measure == "conversion":
        return conversion(count, bound)
    holds = {
        "collective_share": lambda collective, national, same: collective,
        "national_share": lambda collective, national, same: national,
        "non_distinguishing_share": lambda collective, national, same: same,
        "distinguishing_collective_share": lambda collective, national, same: (
            False if collective is False or same is True else None if collective is None or same is None else True),
    }[measure]
    yes = count(lambda *values: holds(*values) is True)
    unknown = count(lambda *values: holds(*values) is None)
    if measure == "national_share":
        unknown += stratum["w_maybe_strict"]
    return {"lower": (yes, total), "known": (yes, total - unknown), "upper": (yes + unknown, total)}[bound]


def conversion(count, bound):
    """The least value lets in the undecided that are not collective, the greatest those that may be."""
    if bound == "known":
        whole = lambda collective, national, same: same is True and collective is not None
        return count(lambda collective, national, same: same is True and collective is True), count(whole)
    open_is = bound == "upper"
    collective_is = lambda collective: open_is if collective is None else collective
    same_is = lambda collective, same: collective_is(collective) == open_is if same is None else same
    return (count(lambda collective, national, same: same_is(collective, same) and collective_is(collective)),
            count(lambda collective, national, same: same_is(collective, same)))


def differences(row, expected):
    for name in [*COUNTS, "strata", "strata_joined"]:
        if row[name] != expected[name]:
            yield f"{name}: published {row[name]!r}, recomputed {expected[name]!r}"
    for name in SHARES:
        value, exact = row[name], expected[name]
        if (value is None) != (exact is None) or value is not None and abs(value - float(exact)) > CLOSE:
            yield f"{name}: published {value!r}, recomputed {exact and float(exact)!r}"
    least, greatest = row["ci_lower"], row["ci_upper"]
    if (least is None) != (greatest is None) or (least is None) != (row["standard_error"] is None):
        yield "has half an interval"
    if expected["absent"] not in (row["note"], None) or row["estimate"] is None and expected["absent"] is None:
        yield f"note: published {row['note']!r}, recomputed {expected['absent']!r}"
    if (least is None) != (row["note"] is not None):
        yield "an interval is absent without a reason, or there with one"
    if least is not None and not 0 <= least <= greatest <= 1:
        yield f"interval from {least!r} to {greatest!r}"
    if row["municipalities"] == row["municipalities_frame"] and (least, greatest) != (row["estimate"], row["estimate"]):
        yield "all answered, and there is an interval of some width"
