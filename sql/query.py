"""Asks a question of one or more published months, on DuckDB or on Spark, with the same SQL.

    python sql/query.py reports/2026-11 "SELECT * FROM shares WHERE dimension = 'provincie' AND unit = 'systems' AND weight = 'count'"
    python sql/query.py reports/2026-10 reports/2026-11 --engine spark "SELECT month, lower, upper FROM shares WHERE group_key = 'land/NL//'"

Every published table of the tier is a view by its name, over all months; then the files of this folder are read, in order, as
far as their tables are there. Needs duckdb, or pyspark and Java. Prints the rows as CSV.
"""

import argparse
import csv
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TIERS = ["internal", "shared", "public"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, nargs="+", help="folders of months")
    parser.add_argument("query", help="a query in the SQL that both engines understand")
    parser.add_argument("--engine", choices=ENGINES, default="duckdb")
    parser.add_argument("--tier", choices=TIERS, default="internal", help="whose tables; the files of this folder want the internal ones")
    arguments = parser.parse_args()
    names, rows = open_months(arguments.engine, arguments.reports, arguments.tier).ask(arguments.query)
    writer = csv.writer(sys.stdout)
    writer.writerow(names)
    writer.writerows(rows)


def open_months(engine, reports, tier="internal", keep=False):
    """An engine with the published tables of these months as views, and the views of this folder as far as these suffice. With `keep` each
    view is computed once, for when many questions follow; it changes no answer."""
    opened = ENGINES[engine]()
    found = sorted({path.stem for report in reports for path in (report / "data" / tier).glob("*.parquet")})
    for name in found:
        opened.table(name, [str(path) for report in reports if (path := report / "data" / tier / f"{name}.parquet").exists()])
    if not found:
        sys.exit(f"{' '.join(map(str, reports))}: no tables under data/{tier}")
    for path in files(found):
        for statement in statements(path):
            opened.run(statement)
            if keep:
                opened.keep(statement.split(" VIEW ", 1)[1].split()[0])
    return opened


def files(tables):
    """The files up to the first whose tables are not there, for each builds on those before it. The public tables suffice for none."""
    for path in sorted(HERE.glob("[0-9]*.sql")):
        wanted = re.search(r"^-- Reads:(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE).group(1).replace(",", " ").split()
        if not set(wanted) <= set(tables):
            break
        yield path


def statements(path):
    """The statements of a file, without its comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("--")]
    return [statement for statement in "\n".join(lines).split(";\n") if statement.strip(" ;\n")]


class DuckDB:
    def __init__(self):
        import duckdb

        self.connection = duckdb.connect()

    def table(self, name, paths):
        self.connection.read_parquet(paths).create_view(name)

    def run(self, statement):
        self.connection.execute(statement.rstrip(" ;\n"))

    def ask(self, query):
        cursor = self.connection.execute(query)
        return [column[0] for column in cursor.description], cursor.fetchall()

    def keep(self, view):
        """Quick enough without."""


class Spark:
    def __init__(self):
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[*]").appName("tachtig").config("spark.ui.enabled", "false")
        settings = {"spark.sql.shuffle.partitions": "2", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
        for name, value in settings.items():
            builder = builder.config(name, value)
        self.session = builder.getOrCreate()

    def table(self, name, paths):
        self.session.read.parquet(*paths).createOrReplaceTempView(name)

    def run(self, statement):
        self.session.sql(statement.rstrip(" ;\n"))

    def ask(self, query):
        found = self.session.sql(query)
        return found.columns, [tuple(row) for row in found.collect()]

    def keep(self, view):
        """Computes a view now, and forgets what it was made from: a plan of views upon views takes longer to make than to carry out."""
        self.session.table(view).localCheckpoint().createOrReplaceTempView(view)


ENGINES = {"duckdb": DuckDB, "spark": Spark}


if __name__ == "__main__":
    main()
