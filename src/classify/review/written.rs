//! A decision as it is written, one row of a table in `data/reviews/`, and what makes it invalid.

use std::sync::Arc;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::decision::{Answer, Axis, Decision, Said, Scope};
use crate::reference::{Complaints, DataDir, Reference, Resolution, Table};
use crate::terms::{Month, parse_date};

/// The columns of the table, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    pub id: String,
    pub scope: String,
    pub municipality: String,
    pub system_id: String,
    pub product: String,
    pub vendor: String,
    pub role: String,
    pub level: String,
    pub distinguishing: String,
    pub because: String,
    pub who: String,
    pub date: String,
    pub since: String,
    pub until: String,
    pub expect_evidence: String,
    pub expect_role: String,
    pub expect_level: String,
    pub expect_distinguishing: String,
}

/// Reads one table. What is wrong with it goes to the complaints.
pub(super) fn read(path: &str, data: &DataDir, reference: &Reference, complaints: &mut Complaints) -> Vec<Decision> {
    let mut table = Table::new(path, complaints);
    let rows = table.rows::<Written>(data);
    rows.into_iter()
        .filter_map(|row| {
            let decision = row.value.read(path, row.line, reference);
            table.expect(row.line, decision)
        })
        .collect()
}

/// The table with these rows.
///
/// # Errors
/// Never in practice: the rows are plain texts.
pub fn write(rows: &[Written]) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row)?;
    }
    writer.into_inner().map_err(|error| anyhow::anyhow!("{error}"))
}

impl Written {
    /// The decision that the row holds; `path` and `line` say where it stands.
    ///
    /// # Errors
    /// Says what is lacking or not understood.
    pub fn read(&self, path: &str, line: u64, reference: &Reference) -> Result<Decision, String> {
        self.check_ground()?;
        let Some(date) = parse_date(&self.date) else { return Err(self.complaint("it has no date such as 2026-11-23")) };
        let month = |text: &str| text.parse::<Month>().map_err(|what| self.complaint(&what));
        let since = month(&self.since)?;
        let until = if self.until.is_empty() { None } else { Some(month(&self.until)?) };
        if until.is_some_and(|until| until <= since) {
            return Err(self.complaint("it ends before it begins"));
        }
        Ok(Decision {
            id: self.id.as_str().into(),
            path: path.to_owned(),
            line,
            scope: self.scope(since, reference)?,
            product: self.product.as_str().into(),
            vendor: self.vendor.as_str().into(),
            evidence: self.expect_evidence.as_str().into(),
            said: self.said()?,
            because: self.because.clone(),
            who: self.who.clone(),
            date,
            since,
            until,
        })
    }

    fn complaint(&self, what: &str) -> String {
        format!("decision '{}': {what}", self.id)
    }

    fn check_ground(&self) -> Result<(), String> {
        let lacks = [
            (self.id.trim().is_empty(), "it has no id"),
            (self.product.trim().is_empty(), "it does not name its product"),
            (self.because.trim().is_empty(), "it does not say why ('because')"),
            (self.who.trim().is_empty(), "it does not say who decided ('who')"),
            (self.who.contains('@'), "'who' names a role or a person, never an address"),
            (self.expect_evidence.trim().is_empty(), "it does not say which evidence it is about ('expect_evidence')"),
        ];
        lacks.into_iter().find_map(|(lacking, text)| lacking.then(|| Err(self.complaint(text)))).unwrap_or(Ok(()))
    }

    fn scope(&self, month: Month, reference: &Reference) -> Result<Scope, String> {
        let (named, system) = (!self.municipality.is_empty(), !self.system_id.is_empty());
        match (self.scope.as_str(), named, system) {
            ("system", true, true) => {
                Ok(Scope::System { municipality: self.code(month, reference)?, id: self.system_id.as_str().into() })
            }
            ("municipality", true, false) => Ok(Scope::Municipality(self.code(month, reference)?)),
            ("everywhere", false, false) => Ok(Scope::Everywhere),
            ("system", ..) => Err(self.complaint("the scope 'system' needs 'municipality' and 'system_id'")),
            ("municipality", ..) => Err(self.complaint("the scope 'municipality' needs 'municipality', and no 'system_id'")),
            ("everywhere", ..) => Err(self.complaint("the scope 'everywhere' takes no 'municipality' and no 'system_id'")),
            (other, ..) => Err(self.complaint(&format!("'{other}' is no scope; write system, municipality or everywhere"))),
        }
    }

    fn code(&self, month: Month, reference: &Reference) -> Result<Arc<str>, String> {
        match reference.municipalities.resolve(&self.municipality, month) {
            Resolution::Found(code) => Ok(code),
            _ => Err(self.complaint(&format!("'{}' is no municipality in {month}", self.municipality))),
        }
    }

    /// What is decided, with what is expected for each axis.
    fn said(&self) -> Result<Vec<Said>, String> {
        let written = [
            (Axis::Role, &self.role, &self.expect_role),
            (Axis::Level, &self.level, &self.expect_level),
            (Axis::Distinguishing, &self.distinguishing, &self.expect_distinguishing),
        ];
        let mut said = Vec::new();
        for (axis, value, expect) in written.into_iter().filter(|(_, value, _)| !value.is_empty()) {
            let Some(answer) = Answer::parse(axis, value) else {
                let all: Vec<&str> = Answer::all(axis).into_iter().map(Answer::as_str).collect();
                return Err(self.complaint(&format!("'{value}' is no verdict on {}; write {}", axis.as_str(), all.join(", "))));
            };
            if expect.is_empty() {
                return Err(self.complaint(&format!("it does not say what it expects of the tool ('expect_{}')", axis.as_str())));
            }
            said.push(Said { answer, expect: expect.as_str().into() });
        }
        if said.is_empty() { Err(self.complaint("it decides nothing")) } else { Ok(said) }
    }
}
