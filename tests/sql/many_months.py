"""Reads the tables of all months at once, in each reader that researchers use, and sees that each gets one table with the same in it.

    python tests/sql/many_months.py reports [--spark]

Every table keeps its names and types from month to month; the rows, and what is absent in each column, are those of the months together.
Needs duckdb, pandas, polars and pyarrow, or with `--spark` pyspark and Java.
"""

import argparse
import collections
import sys
from pathlib import Path

import pyarrow.parquet

HERE = Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, help="the folder that holds the folders of months")
    parser.add_argument("--spark", action="store_true", help="by Spark only")
    arguments = parser.parse_args()
    readers = {"spark": by_spark()} if arguments.spark else {"duckdb": by_duckdb, "pandas": by_pandas, "polars": by_polars, "pyarrow": by_pyarrow}
    tables = collections.defaultdict(list)
    for path in sorted(arguments.reports.glob("*/data/*/*.parquet")):
        tables[path.parent.name, path.name].append(path)
    wrong = [line for (tier, name), paths in tables.items() for line in one_table(arguments.reports / "*/data" / tier / name, paths, readers)]
    months = max(map(len, tables.values()))
    print(*wrong[:20], f"{arguments.reports}: {len(tables)} tables of up to {months} months, {', '.join(readers)}; {len(wrong)} differences", sep="\n")
    sys.exit(1 if wrong or months < 2 else 0)


def one_table(pattern, paths, readers):
    """What differs between the months of a table, or between them and what a reader makes of them together."""
    months = [pyarrow.parquet.read_table(path) for path in paths]
    for path, month in zip(paths[1:], months[1:]):
        if not month.schema.remove_metadata().equals(months[0].schema.remove_metadata()):
            yield f"{path}: not the columns of {paths[0]}"
    expected = {name: sum(month.column(name).null_count for month in months) for name in months[0].column_names}
    rows = sum(month.num_rows for month in months)
    for reader, read in readers.items():
        found = read(str(pattern), paths)
        if found != (rows, expected):
            yield f"{pattern}: {reader} finds {found[0]} rows of {rows}, and otherwise absent: {dict(found[1].items() ^ expected.items())}"


def by_duckdb(pattern, paths):
    import duckdb

    table = duckdb.read_parquet(pattern)
    counts = table.aggregate(", ".join(f'count(*) - count("{name}")' for name in table.columns)).fetchall()[0]
    return len(table), dict(zip(table.columns, counts))


def by_pandas(pattern, paths):
    import pandas

    table = pandas.concat([pandas.read_parquet(path) for path in paths], ignore_index=True)
    return len(table), {name: int(table[name].isna().sum()) for name in table.columns}


def by_polars(pattern, paths):
    import polars

    table = polars.read_parquet(pattern)
    return len(table), {name: table[name].null_count() for name in table.columns}


def by_pyarrow(pattern, paths):
    import pyarrow.dataset

    table = pyarrow.dataset.dataset([str(path) for path in paths], format="parquet").to_table()
    return table.num_rows, {name: table.column(name).null_count for name in table.column_names}


def by_spark():
    sys.path.insert(0, str(HERE.parents[1] / "sql"))
    from query import Spark

    session = Spark().session

    def read(pattern, paths):
        table = session.read.parquet(pattern)
        table.createOrReplaceTempView("one")
        counts = session.sql(f"SELECT count(*), {', '.join(f'count(*) - count({name})' for name in table.columns)} FROM one").first()
        return counts[0], dict(zip(table.columns, counts[1:]))

    return read


if __name__ == "__main__":
    main()
