//! What a column says about all of its cells: the unit in its header, and the order of day and month in its dates.

use super::super::clean::{DayOrder, Unit, order_shown};
use super::super::words::Words;
use crate::inventory::Field;
use crate::inventory::header::Header;
use crate::problem::{Code, Place, Problem};
use crate::sources::{Row, Value};

/// The facts about the columns with numbers and dates.
#[derive(Debug, Clone, Copy, Default)]
pub struct ColumnFacts {
    pub cost: Unit,
    pub users: Unit,
    pub contract_end: DayOrder,
}

impl ColumnFacts {
    /// Reads them from a sheet, and tells of what is not ordinary.
    pub fn read(rows: &[Row], header: &Header, words: &Words, sheet: &Place, problems: &mut Vec<Problem>) -> Self {
        let mut facts = Self::default();
        let index = rows[header.last].index;
        let mut tell = |code: Code, field: Field, hint: Option<String>| {
            if let Some(column) = header.columns.get(&field) {
                problems.push(Problem::new(code, sheet.at(index, *column), heading(rows, header, field)).with_hint(hint));
            }
        };
        for (field, unit) in [(Field::Cost, &mut facts.cost), (Field::Users, &mut facts.users)] {
            *unit = Unit::of_header(&heading(rows, header, field), &words.amount);
            let factor = if field == Field::Cost { unit.factor().unwrap_or(1) } else { unit.times };
            if factor != 1 {
                tell(Code::ColumnUnit, field, Some(format!("× {factor}")));
            }
        }
        facts.contract_end = order(rows, header);
        match facts.contract_end {
            DayOrder::DayFirst => {}
            DayOrder::MonthFirst => tell(Code::MonthFirst, Field::ContractEnd, None),
            DayOrder::Mixed => tell(Code::MixedDayOrder, Field::ContractEnd, None),
        }
        facts
    }
}

/// The texts above a column, from the first line of the header to the last.
fn heading(rows: &[Row], header: &Header, field: Field) -> String {
    let Some(column) = header.columns.get(&field) else { return String::new() };
    let lines = &rows[header.last + 1 - header.lines..=header.last];
    lines.iter().filter_map(|row| row.get(*column)?.text()).collect::<Vec<_>>().join(" ")
}

/// Day first, unless a date of the column can only be month first.
fn order(rows: &[Row], header: &Header) -> DayOrder {
    let Some(column) = header.columns.get(&Field::ContractEnd) else { return DayOrder::DayFirst };
    let texts = rows[header.last + 1..].iter().filter_map(|row| match row.get(*column) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    });
    let (mut day_first, mut month_first) = (false, false);
    for shown in texts.filter_map(|text| order_shown(text)) {
        day_first |= shown == DayOrder::DayFirst;
        month_first |= shown == DayOrder::MonthFirst;
    }
    match (day_first, month_first) {
        (true, true) => DayOrder::Mixed,
        (false, true) => DayOrder::MonthFirst,
        _ => DayOrder::DayFirst,
    }
}
