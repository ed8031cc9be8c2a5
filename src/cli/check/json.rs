//! The outcome for programs. Key names are stable; they are described in `docs/check.md`.

use serde_json::{Map, Value, json};

use super::counts::Counts;
use super::verdict::Verdict;
use super::{Checked, Telling};
use crate::inventory::{Column, Fate, Field, Owner, ReadAs, SheetAccount, SheetExtract};
use crate::problem::{Finding, Kind, Problem, by_kind, message, text};
use crate::terms::{Distinguishing, Lang, Level, column_name, ranges};

/// Everything about one file.
pub fn report(checked: &Checked, telling: Telling<'_>) -> Value {
    let (extract, result) = (&checked.extract, &checked.result);
    let counts = Counts::of(&result.classified);
    let kinds = by_kind(&checked.plain);
    let verdict = Verdict::of(&kinds, &counts, telling.deny);
    let sheets = checked.tables().map(|(table, account)| sheet_of(table, account, telling));
    let raw_and_plain = result.problems.iter().zip(&checked.plain);
    json!({
        "file": &*extract.file,
        "sha256": extract.sha256,
        "month": telling.month.to_string(),
        "synthetic": extract.synthetic,
        "can_be_sent": verdict.can_be_sent(),
        "mend_first": verdict.mend.iter().map(|code| code.as_str()).collect::<Vec<_>>(),
        "sentence": verdict.sentence(telling.lang),
        "systems": counts.systems,
        "systems_counted": counts.counted,
        "counts": counts_of(&counts),
        "sheets": sheets.collect::<Vec<_>>(),
        "kinds": kinds.iter().map(|kind| kind_of(kind, telling.lang)).collect::<Vec<_>>(),
        "problems": raw_and_plain.map(|(raw, plain)| problem(raw, plain, telling.lang)).collect::<Vec<_>>(),
    })
}

fn counts_of(counts: &Counts) -> Value {
    let levels = Level::ALL.iter().zip(counts.levels).map(|(level, number)| (level.as_str().to_owned(), number.into()));
    let values = Distinguishing::ALL.iter().zip(counts.distinguishing);
    let values = values.map(|(value, number)| (value.as_str().to_owned(), number.into()));
    json!({
        "in_use": counts.counted,
        "without_status": counts.without_status,
        "planned": counts.planned,
        "retired": counts.retired,
        "national_connections": counts.connections,
        "standards_or_agreements": counts.standards,
        "contract_vehicles": counts.contracts,
        "level": levels.collect::<Map<_, _>>(),
        "distinguishing": values.collect::<Map<_, _>>(),
    })
}

fn sheet_of(sheet: &SheetExtract, account: Option<&SheetAccount>, telling: Telling<'_>) -> Value {
    let recognised = &sheet.recognised;
    let layout = sheet.layout.as_deref().and_then(|id| telling.definitions.layouts.get(id));
    let account = account.map(|account| &account.account);
    let fates = account.map(|account| {
        Fate::ALL.into_iter().map(|fate| (fate.as_str().to_owned(), account.of(fate).into())).collect::<Map<_, _>>()
    });
    let missing = Field::ALL.into_iter().filter(|field| layout.is_some() && !recognised.has(*field));
    json!({
        "sheet": &*sheet.name,
        "layout": sheet.layout.as_deref(),
        "layout_title": layout.map(|layout| layout.title_in(telling.lang)),
        "other_kind": recognised.other_kind,
        "left_out": recognised.left_out.map(crate::inventory::SheetLeftOut::as_str),
        "municipality_code": recognised.owner.as_ref().and_then(Owner::municipality).map(AsRef::as_ref),
        "owner": recognised.owner.as_ref().map(|owner| owner.name(&telling.definitions.reference)),
        "municipality_by_row": recognised.has(Field::Municipality) || recognised.has(Field::MunicipalityCode),
        "header_rows": recognised.header_rows.iter().map(|row| u64::from(*row) + 1).collect::<Vec<_>>(),
        "columns": recognised.columns.iter().map(column).collect::<Vec<_>>(),
        "missing_fields": missing.map(Field::as_str).collect::<Vec<_>>(),
        "rows": account.map(|account| account.rows),
        "fates": fates,
    })
}

fn column(column: &Column) -> Value {
    let (read_as, field, nearest) = match &column.read_as {
        ReadAs::Field(field) => ("field", Some(field.as_str()), None),
        ReadAs::Duplicate(field) => ("duplicate", Some(field.as_str()), None),
        ReadAs::Unread => ("unread", None, None),
        ReadAs::Unknown { nearest } => ("unknown", None, nearest.as_deref()),
    };
    json!({ "column": column_name(column.column), "header": column.header, "read_as": read_as, "field": field, "nearest": nearest })
}

fn kind_of(kind: &Kind<'_>, lang: Lang) -> Value {
    let text = text(kind.code, lang);
    json!({
        "code": kind.code.as_str(),
        "effect": kind.code.effect().as_str(),
        "title": text.title,
        "effect_text": text.effect,
        "next_step": text.next,
        "count": kind.count(),
        "findings": kind.findings.iter().map(|finding| finding_of(finding, lang)).collect::<Vec<_>>(),
    })
}

fn finding_of(finding: &Finding<'_>, lang: Lang) -> Value {
    json!({
        "sheet": finding.first.place.sheet.as_deref(),
        "message": message(finding.first, lang),
        "count": finding.count,
        "ranges": ranges(&finding.cells),
    })
}

/// One problem: what was found as it stands in the file, the message in plain words.
fn problem(raw: &Problem, plain: &Problem, lang: Lang) -> Value {
    json!({
        "code": raw.code.as_str(),
        "effect": raw.effect().as_str(),
        "sheet": raw.place.sheet.as_deref(),
        "cell": raw.place.spot(),
        "address": raw.place.address(),
        "found": raw.found,
        "hint": raw.hint,
        "message": message(plain, lang),
        "next_step": text(raw.code, lang).next,
    })
}
