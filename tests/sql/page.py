"""Asks the questions of a page again, and compares with the answers that it shows.

    python tests/sql/page.py docs/query.md reports/2026-10 reports/2026-11 [--engine spark] [--write]

A question is a block of SQL; its answer is the table after it. Texts, whole numbers and what is absent must be the same, other numbers to
half of the last decimal shown. A sum written out, `(18 + 34) / 79 = 0.658` in code marks, must be right, and each of its numbers must stand in an
answer of its section, the result too. `--write` writes the answers anew. Needs duckdb; for Spark pyspark and Java.
"""

import argparse
import re
import sys
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
BLOCK = re.compile(r"```sql\n(?P<query>[^`]*)\n```\n\n(?P<answer>(?:\|[^\n]*\n)*)")
SUM = re.compile(r"`([0-9 ()+*/-]+) = ([0-9.]+)`")
DECIMALS = 3


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path)
    parser.add_argument("reports", type=Path, nargs="+", help="the months that it is about")
    parser.add_argument("--engine", choices=["duckdb", "spark"], default="duckdb")
    parser.add_argument("--write", action="store_true", help="write the answers into the page")
    arguments = parser.parse_args()
    sys.path.insert(0, str(HERE.parents[1] / "sql"))
    from query import open_months

    engine, checked = open_months(arguments.engine, arguments.reports), {}
    if arguments.write:
        text = arguments.page.read_text(encoding="utf-8")
        answered = lambda block: f"```sql\n{block['query']}\n```\n\n{shown(*engine.ask(block['query']))}"
        arguments.page.write_text(BLOCK.sub(answered, text), encoding="utf-8")
    wrong = [*wrong_answers(engine, arguments.page, checked)]
    print(*wrong, f"{arguments.page}: {checked['questions']} questions, {len(wrong)} differences on {arguments.engine}", sep="\n")
    sys.exit(1 if wrong else 0)


def wrong_answers(engine, page, checked):
    """Each question of the page with what differs in its answer."""
    blocks = [*BLOCK.finditer(page.read_text(encoding="utf-8"))]
    checked["questions"] = len(blocks)
    if not blocks:
        yield f"{page}: asks nothing"
    for block in blocks:
        first = block["query"].splitlines()[0]
        names, found = engine.ask(block["query"])
        lines = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in block["answer"].splitlines()]
        if lines[:1] != [names] or len(lines) != len(found) + 2:
            yield f"{page}: {first}: shows {lines[:1]} and {len(lines) - 2} rows, the answer has {names} and {len(found)}"
            continue
        for line, row in zip(lines[2:], found):
            if not all(map(same, line, row)):
                yield f"{page}: {first}: shows {line}, the answer is {row}"
    for section in re.split(r"^## ", page.read_text(encoding="utf-8"), flags=re.MULTILINE):
        yield from (f"{page}: {text}" for text in wrong_sums(section, checked))


def wrong_sums(section, checked):
    shown_here = {cell.strip() for line in section.splitlines() if line.startswith("|") for cell in line.split("|")}
    for sum_, result in SUM.findall(section):
        checked["sums by hand"] = checked.get("sums by hand", 0) + 1
        numbers = {*re.findall(r"[0-9]+", sum_), result}
        # Nothing but digits and signs can stand in it.
        if f"{eval(sum_):.{len(result.partition('.')[2])}f}" != result:
            yield f"{sum_} is {eval(sum_)}, not {result}"
        if numbers - shown_here:
            yield f"{sum_} = {result}: no answer of its section has {sorted(numbers - shown_here)}"


def same(cell, value):
    if isinstance(value, float):
        return bool(re.fullmatch(r"-?[0-9]+\.[0-9]+", cell)) and abs(float(cell) - value) <= 0.5 * 10 ** -len(cell.split(".")[1]) + 1e-9
    return cell == written(value)


def shown(names, found):
    lines = [names, ["---"] * len(names), *([written(value) for value in row] for row in found)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def written(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (float, Decimal)):
        return f"{value:.{DECIMALS}f}"
    return str(value)


if __name__ == "__main__":
    main()
