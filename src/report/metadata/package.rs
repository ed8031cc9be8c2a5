//! `datapackage.json`: all public tables as one Data Package, version 2 (Frictionless Data, <https://datapackage.org>).

use anyhow::Result;
use serde_json::{Value, json};

use super::{Described, Facts, File};
use crate::reference::Publisher;
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
        "resources": tables.iter().flat_map(resources).collect::<Vec<_>>(),
    });
    if let (Some(publisher), Some(about)) = (facts.publisher, about.as_object_mut()) {
        about.insert("id".to_owned(), facts.dataset(publisher).into());
        about.insert("homepage".to_owned(), facts.address(publisher, "index.html").into());
        about.insert("licenses".to_owned(), json!([licence(publisher)]));
        about.insert("contributors".to_owned(), json!([contributor(publisher, facts)]));
    }
    super::json_file(&about)
}

/// What the inventories were held against, each table with who made it and on what terms.
fn sources(facts: &Facts<'_>) -> Vec<Value> {
    let title = |path: &str, origin: &crate::reference::Origin| json!({ "title": format!("{} – {} ({})", origin.producer, origin.title, origin.licence), "version": origin.retrieved, "table": path });
    facts.origins.iter().map(|(path, origin)| title(path, origin)).collect()
}

fn licence(publisher: &Publisher) -> Value {
    let licence = &publisher.licence;
    json!({ "name": licence.id, "title": licence.title, "path": licence.uri })
}

fn contributor(publisher: &Publisher, facts: &Facts<'_>) -> Value {
    json!({
        "title": super::organisation_name(publisher, facts.publication.settings.lang),
        "email": publisher.contact.email,
        "path": publisher.contact.url,
        "roles": ["publisher", "creator"],
    })
}

/// The two files of a table. Both have the same columns, so both carry the schema.
fn resources(table: &Described<'_>) -> [Value; 2] {
    let contract = table.contract;
    let mut copy = resource(contract.name, &table.csv, contract);
    if let Some(copy) = copy.as_object_mut() {
        copy.insert("type".to_owned(), "table".into());
        copy.insert("encoding".to_owned(), "utf-8".into());
        copy.insert("dialect".to_owned(), json!({ "delimiter": ",", "lineTerminator": "\n", "header": true }));
    }
    [copy, resource(&format!("{}-parquet", contract.name), &table.parquet, contract)]
}

fn resource(name: &str, file: &File<'_>, contract: &Contract) -> Value {
    json!({
        "name": name.replace('_', "-"),
        "path": file.name,
        "format": file.format.ending,
        "mediatype": file.format.media_type,
        "bytes": file.bytes.len(),
        "hash": format!("sha256:{}", file.sha256()),
        "description": contract.description,
        "schema": schema(contract),
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
    let Some(entries) = about.as_object_mut() else { return about };
    if !column.unit.is_empty() {
        entries.insert("unit".to_owned(), column.unit.as_str().into());
    }
    let constraints = constraints(column);
    if constraints.as_object().is_some_and(|constraints| !constraints.is_empty()) {
        entries.insert("constraints".to_owned(), constraints);
    }
    about
}

fn constraints(column: &ColumnContract) -> Value {
    let promise = &column.promise;
    let mut constraints = serde_json::Map::new();
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
    constraints.into()
}
