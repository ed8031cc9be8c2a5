"""Checks the metadata of a published report with the validator of each format, and the copies against the tables.

    python tests/metadata/check.py reports/2026-11 [--shapes DIR] [--broken]

`datapackage.json` is checked with frictionless, with every value, hash and size of the CSV files; `<table>.csv-metadata.json` with csvw, with every value of its
CSV file; `catalog.ttl` with pyshacl against `dcat-ap-nl.ttl` beside this file, and against each Turtle file in DIR when that is given (the shapes of Geonovum, which
are not kept here). What shapes only recommend is no complaint. Each CSV file must have the very columns, rows and values of its Parquet file. The three descriptions must tell the same columns with
the same meaning, and a synthetic month must say so wherever it is told of.

With `--broken` copies of the report are damaged, each in one way, and each must be complained of by the one whose task that is.

Needs frictionless, csvw, pyshacl and pyarrow. Says what is wrong and exits with 1; is silent about what is right, but for one line.
"""

import argparse
import csv
import datetime
import io
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet
import pyshacl
import rdflib
from frictionless import Package

HERE = Path(__file__).resolve().parent
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
TITLE = rdflib.URIRef("http://purl.org/dc/terms/title")
WORDS = {"nl": "SYNTHETISCH", "en": "SYNTHETIC"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path, help="the folder of one month")
    parser.add_argument("--shapes", type=shapes_in, default=[], metavar="DIR", help="a folder with more shapes that the catalogue must satisfy")
    parser.add_argument("--broken", action="store_true", help="damage copies, and see that each validator complains")
    arguments = parser.parse_args()
    if arguments.broken:
        from broken import unnoticed
        wrong = unnoticed(arguments.report, complaints, arguments.shapes)
        done = "damaged in every way"
    else:
        found = complaints(arguments.report, arguments.shapes)
        wrong = [f"{validator}: {line}" for validator, lines in found.items() for line in lines]
        done = ", ".join(found)
    print(*wrong[:20], sep="\n", end="\n" if wrong else "")
    print(f"{arguments.report}: metadata checked ({done}); {len(wrong)} complaints")
    sys.exit(1 if wrong else 0)


def shapes_in(folder):
    """The files of shapes in a folder. Where there is none, nothing would be checked and all would seem well."""
    files = sorted(Path(folder).glob("*.ttl"))
    if not files:
        raise argparse.ArgumentTypeError(f"{folder} is no folder with Turtle files")
    for file in files:
        if (None, SH.targetClass, None) not in rdflib.Graph().parse(file):
            raise argparse.ArgumentTypeError(f"{file} has no shapes of classes")
    return files


def complaints(report, shapes=(), only=None):
    """What each validator says of a report, by validator; of all, or of these only. The files of shapes are those beside the project's own."""
    folder = report / "data/public"
    told = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    checks = {
        "frictionless": lambda: frictionless(folder),
        "csvw": lambda: (line for path in sorted(folder.glob("*.csv")) for line in csvw(path)),
        "same rows": lambda: (line for path in sorted(folder.glob("*.parquet")) for line in same_rows(path)),
        "same columns": lambda: same_columns(folder, package),
        "synthetic": lambda: says_synthetic(folder, package, told["synthetic"]),
    }
    # Where nobody is known to publish there is no catalogue.
    if told["synthetic"] or (folder / "catalog.ttl").exists():
        checks["shacl"] = lambda: shacl(folder / "catalog.ttl", HERE / "dcat-ap-nl.ttl")
        if shapes:
            checks["shacl of others"] = lambda: (f"{file.name}: {line}" for file in shapes for line in shacl(folder / "catalog.ttl", file))
    return {name: [*check()] for name, check in checks.items() if only is None or name in only}


def frictionless(folder):
    report = Package(folder / "datapackage.json").validate()
    yield from (f"{row[:4]} {row[4]}" if len(row) > 4 else str(row) for row in report.flatten(["name", "rowNumber", "fieldName", "type", "note"]))


def csvw(path):
    """The program that comes with csvw: it looks for the metadata as the recommendation says, and reads every cell."""
    ended = subprocess.run([Path(sys.executable).with_name("csvwvalidate"), str(path)], capture_output=True, text=True, check=False)
    if ended.returncode or "OK" not in ended.stdout:
        yield f"{path.name}: {' '.join((ended.stdout + ended.stderr).split())[-300:]}"


def shacl(path, shapes):
    """By one file of shapes: files may use the same IRI for shapes that differ."""
    try:
        conforms, results, _ = pyshacl.validate(rdflib.Graph().parse(path), shacl_graph=rdflib.Graph().parse(shapes), allow_warnings=True)
    except pyshacl.errors.ReportableRuntimeError as error:
        yield f"shapes that can't be used: {error}"
        return
    for result in results.subjects(SH.resultSeverity, SH.Violation) if not conforms else []:
        told = [results.value(result, part) for part in (SH.focusNode, SH.resultPath, SH.sourceConstraintComponent, SH.value)]
        yield " ".join(str(part).rsplit("/", 1)[-1] for part in told)


READERS = {
    "string": str,
    "int64": int,
    "double": float,
    "bool": {"true": True, "false": False}.get,
    "date32[day]": datetime.date.fromisoformat,
}


def same_rows(parquet):
    """Value by value, typed: an empty cell is an absent value and nothing else is."""
    table = pyarrow.parquet.read_table(parquet)
    text = parquet.with_suffix(".csv").read_bytes()
    if b"\r" in text or text.startswith(b"\xef\xbb\xbf") or not text.endswith(b"\n"):
        yield f"{parquet.stem}.csv: lines end with a line feed alone, and there is no byte order mark"
    header, *rows = csv.reader(io.StringIO(text.decode("utf-8"), newline=""))
    if header != table.column_names or len(rows) != table.num_rows:
        yield f"{parquet.stem}: the copy has {len(rows)} rows of {len(header)} columns, the table {table.num_rows} of {table.num_columns}"
        return
    for at, field in enumerate(table.schema):
        read = READERS[str(field.type)]
        try:
            copied = [None if row[at] == "" else read(row[at]) for row in rows]
        except ValueError as error:
            copied = error
        if copied != table.column(field.name).to_pylist():
            yield f"{parquet.stem}: {field.name} differs between the table and its copy"


def same_columns(folder, package):
    """Name and description of each column in the Parquet file, the data package and the CSVW metadata."""
    resources = {resource["path"]: resource for resource in package["resources"]}
    for path in sorted(folder.glob("*.parquet")):
        copy = path.with_suffix(".csv").name
        schema = pyarrow.parquet.read_schema(path)
        web = json.loads((folder / f"{copy}-metadata.json").read_text(encoding="utf-8"))
        tables = {
            "Parquet": [(field.name, field.metadata[b"description"].decode(), field.metadata.get(b"unit", b"").decode()) for field in schema],
            "data package": [(field["name"], field["description"], field.get("unit", "")) for field in resources.get(copy, {"schema": {"fields": []}})["schema"]["fields"]],
            "CSVW": [(column["name"], column["dc:description"], column.get("schema:unitText", "")) for column in web["tableSchema"]["columns"]],
        }
        for name, columns in tables.items():
            if columns != tables["Parquet"]:
                yield f"{path.stem}: the {name} tells other columns than the Parquet file"
            if not all(description for _, description, _ in columns):
                yield f"{path.stem}: the {name} has a column without a description"


def says_synthetic(folder, package, synthetic):
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            if {row["synthetic"] for row in csv.DictReader(file)} - {str(synthetic).lower()}:
                yield f"{path.name} says otherwise in a row"
    if package["synthetic"] != synthetic or ("SYNTH" in package["title"]) != synthetic:
        yield "datapackage.json says otherwise"
    for path in sorted(folder.glob("*-metadata.json")):
        for title in json.loads(path.read_text(encoding="utf-8"))["dc:title"]:
            if (WORDS[title["@language"]] in title["@value"]) != synthetic:
                yield f"{path.name} says otherwise"
    if (folder / "catalog.ttl").exists():
        graph = rdflib.Graph().parse(folder / "catalog.ttl")
        for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.DatasetSeries, DCAT.Distribution):
            for title in (title for thing in graph.subjects(rdflib.RDF.type, kind) for title in graph.objects(thing, TITLE)):
                if (WORDS[title.language] in title) != synthetic:
                    yield f"catalog.ttl says otherwise: {title}"


if __name__ == "__main__":
    main()
