//! `<table>.csv-metadata.json`: the CSV copy of a table described as CSV on the Web (W3C Recommendation, 17 December 2015).

use anyhow::Result;
use serde_json::{Value, json};

use super::{Described, Facts, json_file, organisation_name};
use crate::report::tables::{ColumnContract, Kind};
use crate::report::words::SummaryWords;
use crate::terms::Lang;

/// The bytes of the file that lies beside the copy. Its name is the one by which readers of the copy look for it.
///
/// # Errors
/// Never in practice: it is plain data.
pub fn csvw(table: &Described<'_>, facts: &Facts<'_>) -> Result<Vec<u8>> {
    let contract = table.contract;
    let key: Vec<&str> = contract.key().map(|column| column.name.as_str()).collect();
    let texts = |of: &dyn Fn(Lang) -> String| Lang::ALL.map(|lang| json!({ "@value": of(lang), "@language": lang.tag() }));
    let mut about = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
        "url": table.csv.name,
        "dc:title": texts(&|lang| format!("{} – {}", facts.title(lang), contract.name)),
        "dc:description": contract.description,
        "dc:temporal": facts.publication.month.to_string(),
        "dc:hasVersion": facts.vintage.name(),
        "dialect": { "encoding": "utf-8", "delimiter": ",", "lineTerminators": ["\n"], "header": true },
        "tableSchema": { "columns": contract.columns.iter().map(column).collect::<Vec<_>>(), "primaryKey": key },
    });
    if let Some(publisher) = facts.publisher {
        about["dc:publisher"] = texts(&|lang| organisation_name(publisher, lang).to_owned()).to_vec().into();
        about["dc:license"] = json!({ "@id": publisher.licence.uri });
    }
    if facts.publication.synthetic {
        about["rdfs:comment"] = texts(&|lang| SummaryWords::of(lang).synthetic.to_owned()).to_vec().into();
    }
    json_file(&about)
}

fn column(column: &ColumnContract) -> Value {
    let mut about = json!({
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": datatype(column),
        "required": !column.may_be_absent,
    });
    if !column.unit.is_empty() {
        about["schema:unitText"] = column.unit.as_str().into();
    }
    about
}

fn datatype(column: &ColumnContract) -> Value {
    let promise = &column.promise;
    let base = match column.kind {
        Kind::Whole => "integer",
        Kind::Number => "double",
        Kind::Flag => "boolean",
        Kind::Day => "date",
        Kind::Text | Kind::Texts | Kind::Other => "string",
    };
    let mut datatype = json!({ "base": base });
    for (name, bound) in [("minimum", promise.least), ("maximum", promise.most)] {
        if let Some(bound) = bound {
            datatype[name] = bound.into();
        }
    }
    if !promise.one_of.is_empty() {
        // Of texts the format is a regular expression.
        datatype["format"] = promise.one_of.join("|").into();
    }
    datatype
}
