"""Damages copies of a report, each in one way, for `check.py --broken`: whoever checks must be able to complain."""

import json
import re
import shutil
import tempfile
from pathlib import Path

# Seen by the shapes of others too, where they are at hand.
OF_OTHERS = "shacl of others"
BY_ALL_SHAPES = {"shacl", OF_OTHERS}

# What is damaged, in which file, how, and who must see it.
DAMAGE = [
    ("a word that is not in the list", "coverage.csv", lambda text: text.replace(",systems,", ",sistems,", 1), {"frictionless", "csvw", "same rows"}),
    ("a part above one", "coverage.csv", lambda text: re.sub(r",0\.\d+", ",7.5", text, count=1), {"frictionless", "csvw", "same rows"}),
    ("a word for a number", "coverage.csv", lambda text: re.sub(r",0\.\d+", ",veel", text, count=1), {"frictionless", "csvw"}),
    ("no month", "sensitivity.csv", lambda text: re.sub(r"\n\d{4}-\d\d", "\n", text, count=1), {"frictionless", "csvw", "same rows"}),
    ("a row twice", "sensitivity.csv", lambda text: text + text.splitlines()[-1] + "\n", {"frictionless", "csvw", "same rows"}),
    ("a row of a group twice", "coverage.csv", lambda text: text + text.splitlines()[1] + "\n", {"frictionless", "csvw", "same rows"}),
    ("a figure that was changed", "sensitivity.csv", lambda text: text.replace(",987,", ",988,", 1), {"frictionless", "same rows"}),
    ("another name of a column", "coverage.csv", lambda text: text.replace("month", "maand", 1), {"frictionless", "csvw", "same rows"}),
    ("decimal commas", "sensitivity.csv", lambda text: re.sub(r",0\.(\d+)", r',"0,\1"', text), {"frictionless", "csvw"}),
    ("a column that the package does not tell", "datapackage.json", lambda text: without_field(text), {"frictionless", "same columns"}),
    ("a column that CSVW tells otherwise", "coverage.csv-metadata.json", lambda text: text.replace('"name": "group_code"', '"name": "code"', 1), {"same columns"}),
    ("a type that is not one of CSVW", "coverage.csv-metadata.json", lambda text: text.replace('"base": "integer"', '"base": "date"', 1), {"csvw"}),
    ("a package that does not say that it is synthetic", "datapackage.json", lambda text: text.replace('"synthetic": true', '"synthetic": false', 1), {"synthetic"}),
    ("a catalogue that looks real", "catalog.ttl", lambda text: re.sub(r"SYNTHETI(SCH VOORBEELD|C SAMPLE): ", "", text), {"synthetic"}),
    ("no licence", "catalog.ttl", lambda text: without(text, "dct:license"), BY_ALL_SHAPES),
    ("a licence of one's own", "catalog.ttl", lambda text: text.replace("https://creativecommons.org/licenses/by/4.0/", "https://example.org/licence"), {"shacl"}),
    ("a licence that only names one", "catalog.ttl", lambda text: text.replace("https://creativecommons.org/", "https://example.org/?of=https://creativecommons.org/"), {"shacl"}),
    ("a second licence of the catalogue", "catalog.ttl", lambda text: twice(text, "dct:license", "https://creativecommons.org/publicdomain/zero/1.0/"), {"shacl"}),
    ("no contact point", "catalog.ttl", lambda text: without(text, "dcat:contactPoint"), BY_ALL_SHAPES),
    ("no theme", "catalog.ttl", lambda text: re.sub(r"    dcat:theme [^;]*;\n", "", text), BY_ALL_SHAPES),
    ("no access rights", "catalog.ttl", lambda text: without(text, "dct:accessRights"), BY_ALL_SHAPES),
    ("no identifier", "catalog.ttl", lambda text: without(text, "dct:identifier"), BY_ALL_SHAPES),
    ("two identifiers", "catalog.ttl", lambda text: re.sub(r'(dct:identifier "[^"]*)"', r'\1", "another"', text), BY_ALL_SHAPES),
    ("a title in one language", "catalog.ttl", lambda text: re.sub(r'(dct:title "[^"]*"@nl),\s*"[^"]*"@en', r"\1", text), {"shacl"}),
    ("no publisher", "catalog.ttl", lambda text: without(text, "dct:publisher"), BY_ALL_SHAPES),
    ("no creator", "catalog.ttl", lambda text: without(text, "dct:creator"), BY_ALL_SHAPES),
    ("a second creator of the catalogue", "catalog.ttl", lambda text: twice(text, "dct:creator", "https://example.org/another"), {"shacl"}),
    ("no media type", "catalog.ttl", lambda text: without(text, "dcat:mediaType"), {"shacl"}),
    ("no access URL", "catalog.ttl", lambda text: without(text, "dcat:accessURL"), {"shacl"}),
    ("a text for a page", "catalog.ttl", lambda text: re.sub(r"foaf:page <[^>]*>", 'foaf:page "samenvatting.md"', text), {"shacl"}),
    ("a text for a standard", "catalog.ttl", lambda text: re.sub(r"dct:conformsTo <[^>]*>,", 'dct:conformsTo "CSVW",', text), {"shacl"}),
    ("an algorithm that is none", "catalog.ttl", lambda text: re.sub(r"\n<[^>]*>\n    a spdx:ChecksumAlgorithm \.\n", "", text), {"shacl"}),
    ("a series of nothing", "catalog.ttl", lambda text: text + copied(text, "dcat:inSeries", "https://example.org/#another"), {"shacl"}),
    ("a month without an end", "catalog.ttl", lambda text: re.sub(r" ;\n\s*dcat:endDate [^\n]*", "", text), {"shacl"}),
]


def without(text, name):
    """A catalogue without a property that has one value a line."""
    return re.sub(rf"    {name} [^\n]* ;\n", "", text)


def twice(text, name, iri):
    """A catalogue of which the first property of this name has another value too, that is of the same kind."""
    return re.sub(rf"({name} <[^>]*>)", rf"\1, <{iri}>", text, count=1) + copied(text, name, iri)


def copied(text, name, iri):
    """What the catalogue says of the first value of a property, said of another IRI."""
    value = re.search(rf"{name} <([^>]*)>", text)[1]
    return re.search(rf"\n<{re.escape(value)}>\n(?:    .*\n)+", text)[0].replace(value, iri)


def without_field(text):
    package = json.loads(text)
    package["resources"][0]["schema"]["fields"].pop()
    return json.dumps(package)


def unnoticed(report, complaints, shapes):
    """What was damaged without a complaint of each that must see it, and what could not be damaged."""
    sound = {name for name, lines in complaints(report, shapes).items() if lines}
    if sound:
        return [f"{name} complains of the report as it is" for name in sorted(sound)]
    wrong = []
    for what, name, damage, all_seers in DAMAGE:
        seers = all_seers if shapes else all_seers - {OF_OTHERS}
        with tempfile.TemporaryDirectory(dir=report.parent) as folder:
            copy = Path(folder) / report.name
            shutil.copytree(report / "data/public", copy / "data/public")
            shutil.copy(report / "manifest.json", copy)
            path = copy / "data/public" / name
            text = path.read_text(encoding="utf-8")
            damaged = damage(text)
            path.write_text(damaged, encoding="utf-8", newline="")
            found = {validator for validator, lines in complaints(copy, shapes, only=seers).items() if lines}
        if damaged == text:
            wrong.append(f"{what}: {name} has nothing to damage so")
        wrong.extend(f"{what}: {validator} does not see it" for validator in sorted(seers - found))
    return wrong
