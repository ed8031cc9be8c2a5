//! `<table>.csv-metadata.json`: the CSV copy of a table described as CSV on the Web (W3C Recommendation, 17 December 2015).

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::{Described, Facts};
use crate::report::tables::{ColumnContract, Kind};
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
    if let (Some(publisher), Some(about)) = (facts.publisher, about.as_object_mut()) {
        about
            .insert("dc:publisher".to_owned(), texts(&|lang| super::organisation_name(publisher, lang).to_owned()).to_vec().into());
        about.insert("dc:license".to_owned(), json!({ "@id": publisher.licence.uri }));
    }
    if let (true, Some(about)) = (facts.publication.synthetic, about.as_object_mut()) {
        about.insert("rdfs:comment".to_owned(), texts(&|lang| facts.warning(lang).to_owned()).to_vec().into());
    }
    super::json_file(&about)
}

fn column(column: &ColumnContract) -> Value {
    let mut about = json!({
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": datatype(column),
        "required": !column.may_be_absent,
    });
    if let (false, Some(about)) = (column.unit.is_empty(), about.as_object_mut()) {
        about.insert("schema:unitText".to_owned(), column.unit.as_str().into());
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
    let mut datatype = Map::from_iter([("base".to_owned(), base.into())]);
    if let Some(least) = promise.least {
        datatype.insert("minimum".to_owned(), least.into());
    }
    if let Some(most) = promise.most {
        datatype.insert("maximum".to_owned(), most.into());
    }
    if !promise.one_of.is_empty() {
        // Of texts the format is a regular expression.
        datatype.insert("format".to_owned(), promise.one_of.join("|").into());
    }
    datatype.into()
}
