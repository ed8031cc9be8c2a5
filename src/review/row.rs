//! One row of decisions, understood: what is decided about which systems, and what is lacking.

use std::collections::BTreeMap;

use super::case::code;
use super::filled::{Filled, ListedSystem, Table};
use super::tell::column;
use crate::classify::review::{Axis, Written};
use crate::sources::{Row, Value, sha256};
use crate::terms::{Month, name_key, parse_date};
use crate::workbook::{ReviewColumn, ReviewWords};

/// Digits behind the product in the id of a decision.
const DIGITS: usize = 10;

/// The row of a group with what it is about.
pub struct DecisionRow<'a> {
    pub filled: &'a Filled,
    pub words: &'a ReviewWords,
    pub row: &'a Row,
}

/// What is wrong with a cell: its address, and why.
type Refusal = String;

impl<'a> DecisionRow<'a> {
    /// The rows in which a reviewer wrote something.
    pub fn all(filled: &'a Filled, words: &'a ReviewWords) -> Vec<Self> {
        let rows = filled.decisions.rows.iter().map(|row| Self { filled, words, row });
        rows.filter(Self::is_touched).collect()
    }

    fn table(&self) -> &'a Table {
        &self.filled.decisions
    }

    pub fn text(&self, column: ReviewColumn) -> String {
        self.table().text(self.row, column)
    }

    /// Where a cell of the row is, as a spreadsheet's name box takes it.
    pub fn address(&self, column: ReviewColumn) -> String {
        self.table().address(self.row, column)
    }

    pub fn refuse(&self, column: ReviewColumn, why: &str) -> Refusal {
        format!("{}: {why}", self.address(column))
    }

    /// What is filled in beforehand, and a name or date copied down, are no decision.
    fn is_touched(&self) -> bool {
        let telling =
            [ReviewColumn::Level, ReviewColumn::Distinguishing, ReviewColumn::Role, ReviewColumn::Because, ReviewColumn::Until];
        telling.into_iter().any(|column| !self.text(column).is_empty())
    }

    /// The published words of what is decided, by axis.
    pub fn answers(&self) -> Result<BTreeMap<Axis, String>, Refusal> {
        let mut answers = BTreeMap::new();
        for axis in Axis::ALL {
            if let Some(word) = self.chosen(column(axis))? {
                answers.insert(axis, word);
            }
        }
        Ok(answers)
    }

    fn chosen(&self, column: ReviewColumn) -> Result<Option<String>, Refusal> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        let unknown = || self.refuse(column, &format!("'{text}' is not in the list"));
        self.words.chosen(column, &text).map(|word| Some(word.to_owned())).ok_or_else(unknown)
    }

    /// The systems of its group. A group that does not fit its name was changed.
    pub fn systems(&self) -> Result<&'a [ListedSystem], Refusal> {
        let case = self.text(ReviewColumn::Case);
        let Some(systems) = self.filled.systems.get(&case) else {
            return Err(self.refuse(ReviewColumn::Case, &format!("'{case}' is no group of this workbook")));
        };
        let intact = systems.iter().all(|system| {
            let cell = |column| cell(system, column);
            let parts = [
                cell(ReviewColumn::Evidence),
                cell(ReviewColumn::Product),
                cell(ReviewColumn::Vendor),
                cell(ReviewColumn::ExpectRole),
                cell(ReviewColumn::ExpectLevel),
                cell(ReviewColumn::ExpectDistinguishing),
            ];
            code(&parts) == case
        });
        if intact { Ok(systems) } else { Err(self.refuse(ReviewColumn::Case, &format!("the systems of '{case}' were changed"))) }
    }

    /// Scope, municipality and system id, as they are written. What only one system or municipality can be meant by may be left out.
    pub fn target(&self) -> Result<[String; 3], Refusal> {
        let Some(scope) = self.chosen(ReviewColumn::Scope)? else {
            return Err(self.refuse(ReviewColumn::Scope, "it is not said for which systems this holds"));
        };
        if scope == "everywhere" {
            return Ok([scope, String::new(), String::new()]);
        }
        let mut fitting = self.narrow(&self.systems()?.iter().collect::<Vec<_>>(), ReviewColumn::Municipality)?;
        if scope == "system" {
            fitting = self.narrow(&fitting, ReviewColumn::SystemId)?;
        }
        let first = |column| fitting.first().map(|system| cell(system, column).to_owned()).unwrap_or_default();
        let municipality = first(ReviewColumn::Municipality);
        let id = if scope == "system" { first(ReviewColumn::SystemId) } else { String::new() };
        Ok([scope, municipality, id])
    }

    /// The systems with what stands in a column; all of them where nothing stands there and they are alike in it.
    fn narrow<'s>(&self, systems: &[&'s ListedSystem], column: ReviewColumn) -> Result<Vec<&'s ListedSystem>, Refusal> {
        let text = self.text(column);
        let wanted = if text.is_empty() {
            let first = systems.first().map(|system| cell(system, column)).unwrap_or_default();
            if systems.iter().any(|system| cell(system, column) != first) {
                return Err(self.refuse(column, "which one? the group has several"));
            }
            first.to_owned()
        } else {
            text
        };
        let same = |system: &&&ListedSystem| {
            let own = cell(system, column);
            own == wanted || column == ReviewColumn::Municipality && name_key(own) == name_key(&wanted)
        };
        let found: Vec<_> = systems.iter().filter(same).copied().collect();
        if found.is_empty() { Err(self.refuse(column, &format!("'{wanted}' has no system in this group"))) } else { Ok(found) }
    }

    fn needed(&self, column: ReviewColumn, why: &str) -> Result<String, Refusal> {
        let text = self.text(column);
        if text.is_empty() { Err(self.refuse(column, why)) } else { Ok(text) }
    }

    fn date(&self) -> Result<String, Refusal> {
        let text = self.needed(ReviewColumn::Date, "there is no date")?;
        let day = match self.table().value(self.row, ReviewColumn::Date) {
            Some(Value::Date(day)) => Some(*day),
            _ => parse_date(&text).or_else(|| chrono::NaiveDate::parse_from_str(&text, "%d-%m-%Y").ok()),
        };
        day.map(|day| day.to_string())
            .ok_or_else(|| self.refuse(ReviewColumn::Date, &format!("'{text}' is no date such as 27-11-2026")))
    }

    /// A month as it is written; an office program may have made a date of it.
    fn month(&self, column: ReviewColumn) -> Result<String, Refusal> {
        match self.table().value(self.row, column) {
            None => Ok(String::new()),
            Some(Value::Date(day)) => Ok(Month::containing(*day).to_string()),
            Some(value) => {
                let month: Result<Month, String> = value.shown().trim().parse();
                month.map(|month| month.to_string()).map_err(|why| self.refuse(column, &why))
            }
        }
    }

    /// The decision as a row of `data/reviews/`.
    ///
    /// # Errors
    /// Says for each cell what is lacking or not understood; all at once.
    pub fn written(&self) -> Result<Written, Vec<Refusal>> {
        let mut refused = Vec::new();
        let answers = keep(self.some_answers(), &mut refused).unwrap_or_default();
        let ground = self.ground(&mut refused);
        let [scope, municipality, system_id] = keep(self.target(), &mut refused).unwrap_or_default();
        let systems = keep(self.systems(), &mut refused).unwrap_or_default();
        let Some(first) = systems.first() else { return Err(refused) };
        refused.extend(self.already_reviewed(first, &answers));
        let about = Written {
            scope,
            municipality,
            system_id,
            product: cell(first, ReviewColumn::Product).to_owned(),
            vendor: cell(first, ReviewColumn::Vendor).to_owned(),
            expect_evidence: cell(first, ReviewColumn::Evidence).to_owned(),
            ..ground
        };
        if refused.is_empty() { Ok(named(with_verdicts(about, &answers, first))) } else { Err(refused) }
    }

    fn some_answers(&self) -> Result<BTreeMap<Axis, String>, Refusal> {
        let answers = self.answers()?;
        let none = || self.refuse(ReviewColumn::Level, "there is no verdict, neither here nor on the other axes");
        if answers.is_empty() { Err(none()) } else { Ok(answers) }
    }

    /// Why, by whom, when, and in which months it holds.
    fn ground(&self, refused: &mut Vec<Refusal>) -> Written {
        let mut take = |result| keep(result, refused).unwrap_or_default();
        let no_month = "it is not said from which month this holds";
        Written {
            because: take(self.needed(ReviewColumn::Because, "there is no reason")),
            who: take(self.needed(ReviewColumn::Who, "there is no name, here or at the top of the sheet")),
            date: take(self.date()),
            since: take(self.needed(ReviewColumn::Since, no_month).and_then(|_| self.month(ReviewColumn::Since))),
            until: take(self.month(ReviewColumn::Until)),
            ..Written::default()
        }
    }

    /// A verdict that an earlier review gave can't be decided over: the tool by itself says something else.
    fn already_reviewed(&self, first: &ListedSystem, answers: &BTreeMap<Axis, String>) -> Vec<Refusal> {
        let by_review = |axis: &&Axis| cell(first, expect(**axis)).contains(" (review: ");
        let why = "a review decided this already; change it in data/reviews";
        answers.keys().filter(by_review).map(|axis| self.refuse(column(*axis), why)).collect()
    }
}

/// The verdicts, each with what the tool said of that axis.
fn with_verdicts(about: Written, answers: &BTreeMap<Axis, String>, system: &ListedSystem) -> Written {
    let said = |axis: Axis| answers.get(&axis).cloned().unwrap_or_default();
    let expected = |axis: Axis| answers.get(&axis).map(|_| cell(system, expect(axis)).to_owned()).unwrap_or_default();
    Written {
        role: said(Axis::Role),
        level: said(Axis::Level),
        distinguishing: said(Axis::Distinguishing),
        expect_role: expected(Axis::Role),
        expect_level: expected(Axis::Level),
        expect_distinguishing: expected(Axis::Distinguishing),
        ..about
    }
}

/// The column of what the tool said of an axis.
const fn expect(axis: Axis) -> ReviewColumn {
    match axis {
        Axis::Role => ReviewColumn::ExpectRole,
        Axis::Level => ReviewColumn::ExpectLevel,
        Axis::Distinguishing => ReviewColumn::ExpectDistinguishing,
    }
}

fn cell(system: &ListedSystem, column: ReviewColumn) -> &str {
    system.get(&column).map_or("", String::as_str)
}

fn keep<V>(result: Result<V, Refusal>, refused: &mut Vec<Refusal>) -> Option<V> {
    result.map_err(|refusal| refused.push(refusal)).ok()
}

/// Gives a decision its id: the product, and a digest of all that is decided, so that the same decision has the same id.
fn named(written: Written) -> Written {
    let content = serde_json::to_string(&written).unwrap_or_default();
    let product = name_key(&written.product).replace(' ', "-");
    Written { id: format!("review/{product}-{}", &sha256(content.as_bytes())[..DIGITS]), ..written }
}
