"""Makes the groups of a month anew from `data/`, and holds group_members, component_groups and former_municipalities against them.

Written from the method page (§3, *Groups*). Part of `check.py`.
"""

import csv

from figures import rows

SCHEMES = {"corop": "corop", "veiligheidsregio": "safety_region", "arbeidsmarktregio": "labour_market_region"}


def wrong_division(engine, month, data):
    day = f"{month}-01"
    response = rows(engine, "SELECT municipality_code, municipality, province_code, province, inhabitants FROM response")
    yield from differences(engine, "group_members", "dimension, group_code, group_name, size_scheme, size_class, size_name, municipality_code",
                           set(members(response, day, data)))
    yield from differences(engine, "component_groups", "component_id, dimension, group_code, group_name", set(components(day, data)))
    yield from differences(engine, "former_municipalities", "former_code, CAST(ended AS STRING) AS ended, municipality_code",
                           set(former(day, data, {row["municipality_code"] for row in response})))


def differences(engine, table, columns, expected):
    found = engine.ask(f"SELECT {columns} FROM {table}")[1]
    if len(found) != len(set(found)):
        yield f"{table}: a row stands there twice"
    for row in sorted(set(found) ^ expected, key=str):
        yield f"{table} {row}: {'published, not in the reference' if row in found else 'in the reference, not published'}"


def table(path, day=None):
    with path.open(encoding="utf-8", newline="") as file:
        holds = lambda row: day is None or (row["since"] or "0") <= day and (not row["until"] or day < row["until"])
        return [row for row in csv.DictReader(file) if holds(row)]


def members(response, day, data):
    """Provinces are crossed with every scheme of sizes, other regions with the roll-ups, partnerships and single municipalities with none."""
    inhabitants = {row["municipality_code"]: row["inhabitants"] for row in response}
    sizes = table(data / "reference/size_classes.csv")
    for dimension, code, name, municipality in [*regions(response, day, data)]:
        number = inhabitants.get(municipality)
        if municipality not in inhabitants:
            continue
        yield dimension, code, name, None, None, None, municipality
        for size in sizes:
            within = number is not None and int(size["lower"]) <= number and (not size["upper"] or number < int(size["upper"]))
            if within and (dimension in ("land", "provincie") or size["scheme"] != "cbs8"):
                yield dimension, code, name, size["scheme"], int(size["class"]), size["label_nl"], municipality
    for row in response:
        yield "gemeente", row["municipality_code"], row["municipality"], None, None, None, row["municipality_code"]
    yield from partnerships(day, data, inhabitants)


def regions(response, day, data):
    for row in response:
        yield "land", "NL", "Nederland", row["municipality_code"]
        yield "provincie", row["province_code"], row["province"], row["municipality_code"]
    for row in table(data / "reference/municipalities.csv"):
        for scheme, column in SCHEMES.items():
            if row[f"{column}_code"]:
                yield scheme, row[f"{column}_code"], row[column], row["code"]
    for path in (data / "reference/regions").glob("*.csv"):
        for row in table(path, day):
            yield row["scheme"], row["region_code"], row["region"], row["code"]


def partnerships(day, data, frame):
    """Of a kind that runs administration for its members, with all members known, and two of them at least."""
    kinds = {row["kind"] for row in table(data / "reference/partnership_kinds.csv") if row["is_group"] == "yes"}
    bodies = {row["id"]: row["name"] for row in table(data / "reference/partnerships.csv", day)
              if row["kind"] in kinds and row["certainty"] != "members_partial"}
    of = {(row["partnership_id"], row["code"]) for row in table(data / "reference/partnership_members.csv", day)
          if row["partnership_id"] in bodies and row["code"] in frame}
    for body, code in of:
        if sum(other == body for other, _ in of) > 1:
            yield "samenwerkingsverband", body, bodies[body], None, None, None, code


def components(day, data):
    within = {(row["focus"], row["gemma_id"]) for row in table(data / "catalogue/component_focus.csv", day)}
    focuses = {focus for focus, _ in within}
    for row in table(data / "reference/components.csv"):
        yield row["gemma_id"], "referentiecomponent", row["gemma_id"], row["name"]
        yield row["gemma_id"], "domein", row["domain"], row["domain"]
        for focus in focuses:
            part = "binnen" if (focus, row["gemma_id"]) in within else "buiten"
            yield row["gemma_id"], "focus", f"{focus}.{part}", f"{part} {focus}"
    for dimension in ["referentiecomponent", "domein"]:
        yield None, dimension, "onbekend", "zonder referentiecomponent"
    for focus in focuses:
        yield None, "focus", f"{focus}.onbekend", f"onbekend {focus}"


def former(day, data, frame):
    """Each municipality that passed as a whole into another, and that perhaps into a third."""
    steps = {row["old_code"]: row for row in table(data / "reference/mergers.csv")
             if row["date"] <= day and row["kind"] in ("merge_new", "merge_into") and row["old_code"] not in frame}
    for code, step in steps.items():
        now = step["new_code"]
        while now in steps:
            now = steps[now]["new_code"]
        if now in frame:
            yield code, step["date"], now
