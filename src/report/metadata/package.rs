//! `datapackage.json`: all public tables as one Data Package, version 2 (Frictionless Data, <https://datapackage.org>).

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::{Described, Facts, File, json_file, organisation_name};
use crate::reference::{Origin, Publisher};
use crate::report::tables::{ColumnContract, Contract, Kind};

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// The bytes of the file; paths in it are relative to its folder.
///
/// # Errors
/// Never in practice: it is plain data.
pub fn package(tables: &[Described<'_>], facts: &Facts<'_>) -> Result<Vec<u8>> {
    let (publication, lang) = (facts.publication, facts.publication.settings.lang);
    let synthetic = if publication.synthetic { "-synthetic" } else { "" };
    let mut about = json!({
        "$schema": PROFILE,
        "name": format!("tachtig{synthetic}-{}", publication.month),
        "title": facts.title(lang),
        "description": facts.description(lang),
        "version": facts.vintage.name(),
        "keywords": facts.keywords(lang),
        "month": publication.month.to_string(),
        "synthetic": publication.synthetic,
        "fingerprint": publication.fingerprint,
        "sources": sources(facts),
        "resources": tables.iter().map(resource).collect::<Vec<_>>(),
    });
    if let Some(publisher) = facts.publisher {
        about["id"] = facts.dataset(publisher).into();
        about["homepage"] = facts.address(publisher, "index.html").into();
        about["licenses"] = json!([licence(publisher)]);
        about["contributors"] = json!([contributor(publisher, facts)]);
    }
    json_file(&about)
}

/// What the inventories were held against, each table with who made it and on what terms.
fn sources(facts: &Facts<'_>) -> Vec<Value> {
    let title = |path: &str, origin: &Origin| json!({ "title": format!("{} – {} ({})", origin.producer, origin.title, origin.licence), "version": origin.retrieved, "table": path });
    facts.origins.iter().map(|(path, origin)| title(path, origin)).collect()
}

fn licence(publisher: &Publisher) -> Value {
    let licence = &publisher.licence;
    json!({ "name": licence.id, "title": licence.title, "path": licence.uri })
}

fn contributor(publisher: &Publisher, facts: &Facts<'_>) -> Value {
    json!({
        "title": organisation_name(publisher, facts.publication.settings.lang),
        "email": publisher.contact.email,
        "path": publisher.contact.url,
        "roles": ["publisher", "creator"],
    })
}

/// A table as its CSV copy, which every reader of data packages can read; the file with the same rows is named beside it.
fn resource(table: &Described<'_>) -> Value {
    let contract = table.contract;
    let mut about = file(&table.csv);
    about["name"] = contract.name.replace('_', "-").into();
    about["type"] = "table".into();
    about["encoding"] = "utf-8".into();
    about["dialect"] = json!({ "delimiter": ",", "lineTerminator": "\n", "header": true });
    about["description"] = contract.description.into();
    about["schema"] = schema(contract);
    about["parquet"] = file(&table.parquet);
    about
}

fn file(file: &File<'_>) -> Value {
    json!({
        "path": file.name,
        "format": file.format.ending,
        "mediatype": file.format.media_type,
        "bytes": file.bytes.len(),
        "hash": format!("sha256:{}", file.sha256()),
    })
}

fn schema(contract: &Contract) -> Value {
    let fields: Vec<Value> = contract.columns.iter().map(field).collect();
    let names: Vec<&str> = contract.key().map(|column| column.name.as_str()).collect();
    // A primary key may hold no absent value; a unique key may.
    if contract.key().any(|column| column.may_be_absent) {
        json!({ "fields": fields, "missingValues": [""], "uniqueKeys": [names] })
    } else {
        json!({ "fields": fields, "missingValues": [""], "primaryKey": names })
    }
}

fn field(column: &ColumnContract) -> Value {
    let kind = match column.kind {
        Kind::Text => "string",
        Kind::Whole => "integer",
        Kind::Number => "number",
        Kind::Flag => "boolean",
        Kind::Day => "date",
        Kind::Texts | Kind::Other => "any",
    };
    let mut about = json!({ "name": column.name, "type": kind, "description": column.description });
    if !column.unit.is_empty() {
        about["unit"] = column.unit.as_str().into();
    }
    let constraints = constraints(column);
    if !constraints.is_empty() {
        about["constraints"] = constraints.into();
    }
    about
}

fn constraints(column: &ColumnContract) -> Map<String, Value> {
    let promise = &column.promise;
    let mut constraints = Map::new();
    if !column.may_be_absent {
        constraints.insert("required".to_owned(), true.into());
    }
    for (name, bound) in [("minimum", promise.least), ("maximum", promise.most)] {
        if let Some(bound) = bound {
            constraints.insert(name.to_owned(), bound.into());
        }
    }
    if !promise.one_of.is_empty() {
        constraints.insert("enum".to_owned(), promise.one_of.clone().into());
    }
    constraints
}
