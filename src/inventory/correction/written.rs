//! A correction as it is written, and what makes it invalid.

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::{Action, Correction};
use crate::inventory::Field;
use crate::terms::{CellRef, Month, parse_date};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrectionsFile {
    #[serde(default)]
    correction: Vec<Written>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    action: ActionName,
    expect: Option<String>,
    because: String,
    asked: String,
    date: String,
    since: Option<String>,
    until: Option<String>,
    file: Option<String>,
    sheet: Option<String>,
    cell: Option<String>,
    value: Option<String>,
    municipality: Option<String>,
    field: Option<Field>,
    layout: Option<String>,
    header_row: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ActionName {
    SetValue,
    SetAsideRow,
    SetMunicipality,
    UseLayout,
    IgnoreSheet,
    ReplaceValue,
}

/// Reads one file of corrections.
///
/// # Errors
/// Lists what is wrong with them; names the file.
pub fn read(path: &str, text: &str) -> Result<Vec<Correction>> {
    let file: CorrectionsFile = toml::from_str(text).with_context(|| format!("in {path}"))?;
    let (mut read, mut complaints) = (Vec::new(), Vec::new());
    for written in file.correction {
        let id = written.id.clone();
        match written.read(path) {
            Ok(correction) => read.push(correction),
            Err(lack) => complaints.push(format!("{path}: correction '{id}': {lack}")),
        }
    }
    if complaints.is_empty() { Ok(read) } else { bail!(complaints.join("\n")) }
}

impl Written {
    fn read(self, path: &str) -> Result<Correction, String> {
        self.check_ground()?;
        let (since, until) = (month(self.since.as_deref())?, month(self.until.as_deref())?);
        if since.zip(until).is_some_and(|(since, until)| until <= since) {
            return Err("it ends before it begins".to_owned());
        }
        self.check_place()?;
        let action = self.action()?;
        let Some(expect) = self.expect else {
            return Err("it does not say what it expects to find ('expect'); write an empty text for nothing".to_owned());
        };
        Ok(Correction {
            id: self.id.into(),
            path: path.to_owned(),
            since,
            until,
            file: self.file,
            sheet: self.sheet,
            expect,
            because: self.because,
            asked: self.asked,
            action,
        })
    }

    fn check_ground(&self) -> Result<(), String> {
        let lacks = [
            (self.id.trim().is_empty(), "it has no id"),
            (self.because.trim().is_empty(), "it does not say why ('because')"),
            (self.asked.trim().is_empty(), "it does not say who was asked ('asked'), by role"),
            (self.asked.contains('@'), "'asked' names a role, such as 'information manager of Goes', never an address"),
            (parse_date(&self.date).is_none(), "it has no date such as 2026-11-23"),
        ];
        lacks.into_iter().find_map(|(lacking, text)| lacking.then(|| Err(text.to_owned()))).unwrap_or(Ok(()))
    }

    /// A correction by place names its file, and all but that of a whole file its sheet.
    fn check_place(&self) -> Result<(), String> {
        use ActionName::{ReplaceValue, SetMunicipality};
        let by_value = self.action == ReplaceValue;
        if by_value == self.file.is_some() || by_value && self.sheet.is_some() {
            let right = if by_value { "is about a municipality, not a file or sheet" } else { "needs a 'file'" };
            return Err(format!("the action {right}"));
        }
        if self.sheet.is_none() && ![ReplaceValue, SetMunicipality].contains(&self.action) {
            return Err("the action needs a 'sheet'".to_owned());
        }
        Ok(())
    }

    fn action(&self) -> Result<Action, String> {
        let lacking = |key: &str| format!("the action needs '{key}'");
        let text = |value: &Option<String>, key: &str| value.clone().ok_or_else(|| lacking(key));
        let cell = || {
            let written = text(&self.cell, "cell")?;
            CellRef::parse(&written).ok_or_else(|| format!("'cell': '{written}' is not a cell; write it as C17"))
        };
        Ok(match self.action {
            ActionName::SetValue => Action::SetValue { cell: cell()?, value: text(&self.value, "value")? },
            ActionName::SetAsideRow => Action::SetAsideRow { cell: cell()? },
            ActionName::SetMunicipality => Action::SetMunicipality { municipality: text(&self.municipality, "municipality")? },
            ActionName::UseLayout => {
                let row = self.header_row.filter(|row| *row > 0).ok_or_else(|| lacking("header_row"))?;
                Action::UseLayout { layout: text(&self.layout, "layout")?, header: row - 1 }
            }
            ActionName::IgnoreSheet => Action::IgnoreSheet,
            ActionName::ReplaceValue => Action::ReplaceValue {
                municipality: text(&self.municipality, "municipality")?,
                field: self.field.ok_or_else(|| lacking("field"))?,
                value: text(&self.value, "value")?,
            },
        })
    }
}

fn month(text: Option<&str>) -> Result<Option<Month>, String> {
    text.map(str::parse).transpose()
}
