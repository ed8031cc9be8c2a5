"""Draws two small made-up months in which every kind of system occurs, to be run and then recomputed by `check.py`.

    python tests/sql/draw_months.py target/drawn

Real inventories hardly have some kinds: a level without a known place on the other axis, a regional cell with an unknown system,
a region with a single system. Here each kind is declared in the inventory, so that no rule decides. Between the months systems come, go,
move, and cost more, less or nobody knows what. A list of the earlier month that the later ones do not speak of is carried forward beside
them, so some cells are partly of an earlier month. The same bytes every time.
"""

import csv
import random
import sys
from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[2] / "data/reference"
BEFORE, NOW = "2026-10", "2026-11"
LEVELS = ["overheidsbreed", "collectief gemeentelijk", "regionaal", "decentraal", ""]
DISTINGUISHING = ["niet onderscheidend", "onderscheidend", ""]
STATUSES = ["in productie", "in productie", "uit te faseren", "gepland", "uitgefaseerd", "verwerving", ""]
NAMES = ["Zoveelste", "Open Formulieren", "Zaaksysteem"]
HEADER = ["Applicatie", "Gemeentecode", "Referentiecomponent", "Niveau", "Onderscheidend", "Status", "Jaarlijkse kosten", "Aantal gebruikers",
          "Samenwerkingsverband"]


def main():
    folder, draw = Path(sys.argv[1]), random.Random("tachtig")
    codes = [row["code"] for row in read("municipalities.csv") if not row["until"] and row["corop_code"]]
    components = [*[row["name"] for row in read("components.csv")][::20], ""]
    # Most municipalities have a handful; some have nothing, so that small groups and empty ones occur.
    now = [row for code in codes for row in systems(draw, code, components)]
    write(folder / NOW / "synthetic-month.csv", now)
    # What came and what went, in other municipalities, so that some answer in one month only.
    stayed = [earlier(draw, row) for row in now if draw.random() < 0.8]
    gone = [system(draw, code, "Verdwenen", components, LEVELS, DISTINGUISHING) for code in draw.sample(codes, 60)]
    write(folder / BEFORE / "synthetic-month.csv", stayed + gone)
    # A submission of its own, of which the later month says nothing: it is carried forward, on components that the later month has too.
    beside = [[f"Elders {row[0]}", *row[1:]] for row in draw.sample(now, 80)]
    write(folder / BEFORE / "synthetic-elsewhere.csv", beside)


def systems(draw, code, components):
    kinds = draw.sample(LEVELS, draw.randint(1, 2)), draw.sample(DISTINGUISHING, draw.randint(1, 2))
    count = draw.choice([0, 0, 1, 2, 4, 9])
    return [system(draw, code, f"{draw.choice(NAMES)} {'ABCDEFGHI'[number]}", components, *kinds) for number in range(count)]


def system(draw, code, name, components, levels, distinguishing):
    level = draw.choice(levels)
    # Where no level is given and no partner either, a system is presumed local; a partner that is not known leaves it open.
    return [name, code, draw.choice(components), level, draw.choice(distinguishing), draw.choice(STATUSES), cost(draw), users(draw),
            "" if level else "?"]


def earlier(draw, row):
    """The same system a month before: mostly as it is, else at another level, or of another cost or number of users."""
    name, code, component, level, distinguishing, status, euros, number, _ = row
    level = draw.choice([level, level, level, draw.choice(LEVELS)])
    euros, number = draw.choice([euros, euros, cost(draw)]), draw.choice([number, number, users(draw)])
    return [name, code, component, level, distinguishing, status, euros, number, "" if level else "?"]


def amount(draw, most):
    return draw.choice(["", draw.randint(0, most), draw.randint(0, most)])


def cost(draw):
    return amount(draw, 50_000)


def users(draw):
    return amount(draw, 900)


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(["Synthetisch: getrokken om de berekening na te rekenen"])
        writer.writerow(HEADER)
        writer.writerows(rows)


def read(name):
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
