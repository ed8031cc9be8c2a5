//! A group as its cells show it: what it is, what the tool says of it, what it would propose.

use std::collections::{BTreeMap, BTreeSet};

use super::case::{Case, Material, Settled, Standing, TableRow, cell};
use super::proposal::{Comparable, Like};
use crate::classify::Source;
use crate::classify::review::Axis;
use crate::inventory::{Field, InBoth};
use crate::report::Settings;
use crate::report::words::{Numerals, fill};
use crate::run::Definitions;
use crate::sources::Value;
use crate::terms::{Distinguishing, Lang, Level, Role};
use crate::workbook::{CaseRow, ReviewColumn, ReviewWords};

/// Municipalities that are named; the rest is counted.
const NAMED: usize = 3;

/// The fields in which a partner may stand.
const PARTIES: [Field; 6] =
    [Field::Hosting, Field::HostingParty, Field::ContractParty, Field::SteeredBy, Field::Operator, Field::Partnership];

/// Puts groups in words.
pub struct Teller<'a> {
    pub material: &'a Material,
    pub definitions: &'a Definitions,
    pub words: &'a ReviewWords,
    pub lang: Lang,
}

impl Teller<'_> {
    fn said(&self, text: &InBoth, values: &[(&str, &str)]) -> String {
        fill(text.get(self.lang), values)
    }

    /// How much the first decisions settle, in a sentence.
    pub fn lead(&self, settled: Settled) -> String {
        let numerals = Numerals::new(&Settings { lang: self.lang, ..Settings::default() });
        let month = self.material.month.to_string();
        let sentence = if settled.open == 0 { &self.words.sentences.nothing } else { &self.words.sentences.lead };
        let count = |number: u64| numerals.count(number);
        let values = [
            ("month", month.as_str()),
            ("first", &count(settled.first as u64)),
            ("share", &numerals.whole(share(settled.verdicts, settled.open))),
            ("settled", &count(settled.verdicts)),
            ("open", &count(settled.open)),
            ("level", &count(settled.level)),
            ("distinguishing", &count(settled.distinguishing)),
        ];
        self.said(sentence, &values)
    }

    /// The rows of all groups, with the running share of what they settle.
    pub fn rows(&self, cases: &[Case<'_>]) -> Vec<CaseRow> {
        let comparable = Comparable::of(self.material);
        let all: u64 = cases.iter().map(Case::weight).sum();
        let mut running = 0;
        let row = |case: &Case<'_>| {
            running += case.weight();
            let mut cells = self.cells(case, &comparable);
            cells.extend(share(running, all).map(|share| (ReviewColumn::Running, Value::Number(share))));
            CaseRow { cells, systems: case.systems.iter().map(|row| system(case, row)).collect() }
        };
        cases.iter().map(row).collect()
    }

    fn cells(&self, case: &Case<'_>, comparable: &Comparable<'_>) -> BTreeMap<ReviewColumn, Value> {
        let first = case.first;
        let texts = [
            (ReviewColumn::Case, case.code.clone()),
            (ReviewColumn::Product, cell(first, "product").to_owned()),
            (ReviewColumn::Vendor, cell(first, "vendor_canonical").to_owned()),
            (ReviewColumn::Components, cell(first, "components").trim_matches(['[', ']']).to_owned()),
            (ReviewColumn::Description, joined([cell(first, "description"), cell(first, "domain")].map(str::to_owned))),
            (ReviewColumn::Parties, self.parties(first)),
            (ReviewColumn::Municipalities, self.municipalities(case)),
            (ReviewColumn::SaysLevel, self.says(case, Axis::Level, comparable)),
            (ReviewColumn::SaysDistinguishing, self.says(case, Axis::Distinguishing, comparable)),
            (ReviewColumn::Scope, self.words.shown(ReviewColumn::Scope, "everywhere", self.lang).to_owned()),
            (ReviewColumn::Since, self.material.month.to_string()),
        ];
        let mut cells: BTreeMap<ReviewColumn, Value> = texts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(column, text)| (column, Value::Text(text.into())))
            .collect();
        cells.insert(ReviewColumn::Systems, number(case.systems.len() as u64));
        cells.insert(ReviewColumn::Open, number(case.weight()));
        cells
    }

    /// Whom the row names beside the vendor, and what the municipality declares.
    fn parties(&self, first: &TableRow) -> String {
        let sentences = &self.words.sentences;
        let field = |field: Field| {
            let text = cell(first, &format!("typed_{}", field.as_str()));
            (!text.is_empty()).then(|| format!("{}: {text}", self.definitions.layouts.fields.header(field, self.lang)))
        };
        let told = |column: &str, sentence: &InBoth| {
            let text = cell(first, column);
            (!text.is_empty()).then(|| self.said(sentence, &[("value", text)]))
        };
        let mut parts: Vec<String> = PARTIES.into_iter().filter_map(field).collect();
        parts.extend(told("registered_by", &sentences.registered));
        parts.extend(told("declared_level", &sentences.declared));
        parts.extend(told("declared_distinguishing", &sentences.declared));
        if cell(first, "could_name_partner") == "false" {
            parts.push(self.said(&sentences.no_partner_field, &[]));
        }
        joined(parts)
    }

    fn municipalities(&self, case: &Case<'_>) -> String {
        let all: BTreeSet<&str> = case.systems.iter().map(|row| cell(row, "municipality")).collect();
        let named: Vec<&str> = all.iter().take(NAMED).copied().collect();
        let rest = all.len() - named.len();
        let mut text = named.join(", ");
        if rest > 0 {
            text = format!("{text} {}", self.said(&self.words.sentences.others, &[("count", &rest.to_string())]));
        }
        text
    }

    /// What the tool says of an axis, and its proposal where the axis is open.
    fn says(&self, case: &Case<'_>, axis: Axis, comparable: &Comparable<'_>) -> String {
        let sentences = &self.words.sentences;
        let standing = case.standing(axis);
        let grounds = standing.grounds.or(standing.source).unwrap_or_default();
        if standing.source == Some(Source::Contested.as_str()) {
            return self.said(&sentences.contested, &[("sides", &self.sides(&standing, axis))]);
        }
        if !standing.is_open() {
            return self.said(&sentences.known, &[("value", self.value(axis, standing.value)), ("grounds", grounds)]);
        }
        let why = if grounds.is_empty() { &sentences.unknown } else { &sentences.doubt };
        format!("{} {}", self.said(why, &[("grounds", grounds)]), self.proposes(case, axis, comparable))
    }

    fn proposes(&self, case: &Case<'_>, axis: Axis, comparable: &Comparable<'_>) -> String {
        let sentences = &self.words.sentences;
        let Some(proposal) = comparable.proposal(case, axis) else { return self.said(&sentences.no_proposal, &[]) };
        let like = match proposal.like {
            Like::Product => &sentences.same_product,
            Like::Components => &sentences.same_components,
        };
        let (count, of) = (proposal.count.to_string(), proposal.of.to_string());
        let value = self.value(axis, proposal.value);
        self.said(&sentences.proposal, &[("value", value), ("count", &count), ("of", &of), ("like", like.get(self.lang))])
    }

    fn value<'v>(&'v self, axis: Axis, value: &'v str) -> &'v str {
        self.words.shown(column(axis), value, self.lang)
    }

    /// What each ground of a contested verdict says.
    fn sides(&self, standing: &Standing<'_>, axis: Axis) -> String {
        let side = |ground: &str| match self.gives(ground, axis) {
            Some(value) => self.said(&self.words.sentences.side, &[("ground", ground), ("value", self.value(axis, value))]),
            None => ground.to_owned(),
        };
        let sides: Vec<String> = standing.grounds.unwrap_or_default().split(" | ").map(side).collect();
        sides.join("; ")
    }

    /// The verdict that a rule or an entry of the catalogue gives.
    fn gives(&self, ground: &str, axis: Axis) -> Option<&'static str> {
        if let Some(name) = ground.strip_prefix("component/") {
            let component = self.definitions.reference.components.iter().find(|component| component.name == name)?;
            return component.default.as_ref().map(|default| default.distinguishing.as_str());
        }
        let gives = &self.definitions.book.get(ground)?.gives;
        match axis {
            Axis::Role => gives.role.map(Role::as_str),
            Axis::Distinguishing => gives.distinguishing.map(Distinguishing::as_str),
            Axis::Level => {
                let rung = |level: Option<Level>| level.unwrap_or(Level::Onbekend);
                Some(Level::of(rung(gives.steered_by), rung(gives.run_by)).as_str())
            }
        }
    }
}

/// A system on the sheet that lists them, with all that a decision about it must know.
fn system(case: &Case<'_>, row: &TableRow) -> BTreeMap<ReviewColumn, Value> {
    let [role, level, distinguishing] = Axis::ALL.map(|axis| Standing::of(row, axis).expectation());
    let texts = [
        (ReviewColumn::Case, case.code.clone()),
        (ReviewColumn::Municipality, cell(row, "municipality").to_owned()),
        (ReviewColumn::SystemId, cell(row, "system_id").to_owned()),
        (ReviewColumn::Name, cell(row, "name").to_owned()),
        (ReviewColumn::Product, cell(row, "product").to_owned()),
        (ReviewColumn::Vendor, cell(row, "vendor_canonical").to_owned()),
        (ReviewColumn::Source, joined(["source_file", "sheet", "row"].map(|column| cell(row, column).to_owned()))),
        (ReviewColumn::Evidence, cell(row, "evidence").to_owned()),
        (ReviewColumn::ExpectRole, role),
        (ReviewColumn::ExpectLevel, level),
        (ReviewColumn::ExpectDistinguishing, distinguishing),
    ];
    texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(column, text)| (column, Value::Text(text.into()))).collect()
}

/// The column in which an axis is decided.
pub const fn column(axis: Axis) -> ReviewColumn {
    match axis {
        Axis::Role => ReviewColumn::Role,
        Axis::Level => ReviewColumn::Level,
        Axis::Distinguishing => ReviewColumn::Distinguishing,
    }
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("; ")
}

#[expect(clippy::cast_precision_loss, reason = "counts of systems are far below 2^53")]
fn number(count: u64) -> Value {
    Value::Number(count as f64)
}

#[expect(clippy::cast_precision_loss, reason = "counts of systems are far below 2^53")]
fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
