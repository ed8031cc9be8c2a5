"""Draws a small made-up month in which every kind of system occurs, to be run and then recomputed by `check.py`.

    python tests/sql/draw_month.py target/drawn/2026-11

Real inventories hardly have some kinds: a level without a known place on the other axis, a regional cell with an unknown system,
a region with a single system. Here each kind is declared in the inventory, so that no rule decides. The same bytes every time.
"""

import csv
import random
import sys
from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[2] / "data/reference"
LEVELS = ["overheidsbreed", "collectief gemeentelijk", "regionaal", "decentraal", ""]
DISTINGUISHING = ["niet onderscheidend", "onderscheidend", ""]
STATUSES = ["in productie", "in productie", "uit te faseren", "gepland", "uitgefaseerd", "verwerving", ""]
NAMES = ["Zoveelste", "Open Formulieren", "Zaaksysteem"]
HEADER = ["Applicatie", "Gemeentecode", "Referentiecomponent", "Niveau", "Onderscheidend", "Status", "Jaarlijkse kosten", "Aantal gebruikers",
          "Samenwerkingsverband"]


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random("tachtig")
    codes = [row["code"] for row in read("municipalities.csv") if not row["until"] and row["corop_code"]]
    components = [row["name"] for row in read("components.csv")][::20]
    with (folder / "synthetic-month.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(["Synthetisch: getrokken om de berekening na te rekenen"])
        writer.writerow(HEADER)
        for code in codes:
            # Most municipalities have a handful; some have nothing, so that small groups and empty ones occur.
            kinds = draw.sample(LEVELS, draw.randint(1, 2)), draw.sample(DISTINGUISHING, draw.randint(1, 2))
            for number in range(draw.choice([0, 0, 1, 2, 4, 9])):
                amount = lambda most: draw.choice(["", draw.randint(0, most), draw.randint(0, most)])
                level = draw.choice(kinds[0])
                # Where no level is given and no partner either, a system is presumed local; a partner that is not known leaves it open.
                writer.writerow([f"{draw.choice(NAMES)} {'ABCDEFGHI'[number]}", code, draw.choice([*components, ""]), level,
                                 draw.choice(kinds[1]), draw.choice(STATUSES), amount(50_000), amount(900), "" if level else "?"])


def read(name):
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
