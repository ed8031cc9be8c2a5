//! How each sheet was understood, in text: layout, header, columns, what is missing, what became of the rows.

use std::fmt::Write;

use super::lines::{add, cut, padded};
use super::{Checked, Telling};
use crate::cli::tell::fate_word;
use crate::inventory::{Column, Fate, Field, ReadAs, Recognised, SheetAccount, SheetExtract, SheetLeftOut};
use crate::problem::kind_name;
use crate::terms::{Lang, column_name};

/// The widest column header that is shown in full.
const HEADER_WIDTH: usize = 34;

/// One paragraph for each sheet.
pub fn sheets(out: &mut String, checked: &Checked, telling: Telling<'_>) {
    for (sheet, account) in checked.tables() {
        let word = telling.lang.pick("blad", "sheet");
        if let Some(why) = sheet.recognised.left_out {
            let _ = writeln!(out, "\n{word} '{}'", cut(&sheet.name, 80));
            add(out, "  ", &left_out(&sheet.recognised, why, telling.lang));
        } else {
            read(out, sheet, account, telling);
        }
    }
}

/// Why a sheet was not read; of another kind of sheet also which kind.
fn left_out(recognised: &Recognised, why: SheetLeftOut, lang: Lang) -> String {
    let kind = recognised.other_kind.as_deref().and_then(|id| kind_name(id, lang));
    let name = kind.map(|name| format!(": {name}")).unwrap_or_default();
    why_left_out(why, lang).to_owned() + &name
}

const fn why_left_out(why: SheetLeftOut, lang: Lang) -> &'static str {
    match why {
        SheetLeftOut::Empty => lang.pick("niet gelezen, het blad is leeg", "not read, the sheet is empty"),
        SheetLeftOut::Hidden => lang.pick("niet gelezen, het blad is verborgen", "not read, the sheet is hidden"),
        SheetLeftOut::Own => lang
            .pick("niet gelezen, hoort bij het sjabloon of de meldingen", "not read, it belongs to the template or the findings"),
        SheetLeftOut::NoUse => {
            lang.pick("niet gelezen, hier staat geen gebruik door een gemeente", "not read, it holds no use by a municipality")
        }
        SheetLeftOut::Ignored => lang.pick(
            "niet gelezen, een correctie zegt dat het geen inventaris is",
            "not read, a correction says that it is no inventory",
        ),
        SheetLeftOut::OtherKind => lang.pick("niet gelezen, het lijkt iets anders", "not read, it looks like something else"),
        SheetLeftOut::Transposed => lang.pick(
            "niet gelezen, de velden staan onder elkaar en de applicaties naast elkaar",
            "not read, the fields stand below each other and the applications beside each other",
        ),
        SheetLeftOut::NoHeader => lang.pick(
            "niet gelezen, in de eerste 50 rijen staan geen kolomkoppen van een applicatielijst",
            "not read, no headers of a list of applications stand within the first 50 rows",
        ),
    }
}

fn read(out: &mut String, sheet: &SheetExtract, account: Option<&SheetAccount>, telling: Telling<'_>) {
    let lang = telling.lang;
    let layouts = &telling.definitions.layouts;
    let id = sheet.layout.as_deref().unwrap_or_default();
    let title = layouts.get(id).map_or(id, |layout| layout.title_in(lang));
    let _ = writeln!(out, "\n{} '{}'", lang.pick("blad", "sheet"), cut(&sheet.name, 80));
    let row = |out: &mut String, nl: &str, en: &str, text: &str| add(out, &format!("  {}", padded(lang.pick(nl, en), 14)), text);
    row(out, "gelezen als", "read as", &format!("{title} [{id}]"));
    row(out, "gemeente", "municipality", &owner(sheet, telling));
    row(out, "kolomkoppen", "headers", &header_rows(sheet, lang));
    if let Some(account) = account {
        row(out, "rijen", "rows", &rows(account, lang));
    }
    columns(out, sheet, telling);
    missing(out, sheet, telling);
}

/// Whose inventory it is: from the rows, else from the sheet or the file.
fn owner(sheet: &SheetExtract, telling: Telling<'_>) -> String {
    let lang = telling.lang;
    let column = [Field::Municipality, Field::MunicipalityCode].into_iter().find_map(|field| sheet.columns.get(&field));
    let reference = &telling.definitions.reference;
    let name = sheet.recognised.owner.as_ref().map(|owner| match owner.municipality() {
        Some(code) => format!("{} ({code})", owner.name(reference)),
        None => owner.name(reference).to_owned(),
    });
    match (column, name) {
        (Some(column), None) => format!("{} {}", lang.pick("per rij, kolom", "by row, column"), column_name(*column)),
        (Some(column), Some(name)) => {
            let (by, else_) =
                (lang.pick("per rij, kolom", "by row, column"), lang.pick("waar die leeg is:", "where that is empty:"));
            format!("{by} {}; {else_} {name}", column_name(*column))
        }
        (None, Some(name)) => name,
        (None, None) => lang
            .pick(
                "onbekend: geen kolom, bladnaam, titelrij of bestandsnaam noemt een gemeente",
                "unknown: no column, sheet name, title row or file name gives one",
            )
            .to_owned(),
    }
}

fn header_rows(sheet: &SheetExtract, lang: Lang) -> String {
    let rows: Vec<String> = sheet.recognised.header_rows.iter().map(|row| (u64::from(*row) + 1).to_string()).collect();
    let word = if rows.len() == 1 { lang.pick("rij", "row") } else { lang.pick("rijen", "rows") };
    format!("{word} {}", rows.join(lang.pick(" en ", " and ")))
}

fn rows(account: &SheetAccount, lang: Lang) -> String {
    let account = &account.account;
    let fates = Fate::ALL.into_iter().filter(|fate| account.of(*fate) > 0);
    let parts: Vec<String> = fates.map(|fate| format!("{} {}", account.of(fate), fate_word(fate, lang))).collect();
    format!("{} = {}", account.rows, parts.join(" + "))
}

fn columns(out: &mut String, sheet: &SheetExtract, telling: Telling<'_>) {
    let columns = &sheet.recognised.columns;
    let width = columns.iter().map(|column| column.header.chars().count() + 2).max().unwrap_or(0).min(HEADER_WIDTH);
    for column in columns {
        let header = padded(&format!("\"{}\"", cut(&column.header, HEADER_WIDTH - 2)), width);
        let _ = writeln!(out, "    {:<3} {header}  → {}", column_name(column.column), read_as(column, telling));
    }
}

fn read_as(column: &Column, telling: Telling<'_>) -> String {
    let lang = telling.lang;
    let called = |field: Field| telling.definitions.layouts.fields.header(field, lang).to_lowercase();
    match &column.read_as {
        ReadAs::Field(field) => called(*field),
        ReadAs::Duplicate(field) => {
            format!(
                "{} {}",
                lang.pick("niet gelezen: een eerdere kolom is al", "not read: an earlier column already gives"),
                called(*field)
            )
        }
        ReadAs::Unread => {
            lang.pick("met opzet niet gelezen (personen, notities)", "left unread on purpose (people, notes)").to_owned()
        }
        ReadAs::Unknown { nearest: None } => lang.pick("niet gelezen: kop niet bekend", "not read: header not known").to_owned(),
        ReadAs::Unknown { nearest: Some(id) } => {
            let field = Field::ALL.into_iter().find(|field| field.as_str() == id);
            let name = field.map_or_else(|| id.clone(), called);
            format!("{} '{name}'", lang.pick("niet gelezen: kop niet bekend, lijkt op", "not read: header not known, looks like"))
        }
    }
}

fn missing(out: &mut String, sheet: &SheetExtract, telling: Telling<'_>) {
    let (lang, fields) = (telling.lang, &telling.definitions.layouts.fields);
    let missing: Vec<(Field, &str)> = Field::ALL
        .into_iter()
        .filter(|field| !sheet.recognised.has(*field))
        .filter_map(|field| fields.without(field, lang).map(|without| (field, without)))
        .collect();
    if missing.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "  {}",
        lang.pick("kolommen die er niet zijn, en wat u eraan hebt:", "columns that are not there, and what they are good for:")
    );
    for (field, without) in missing {
        add(out, &format!("    {}  ", padded(&fields.header(field, lang).to_lowercase(), 20)), without);
    }
    if !Field::ALL.into_iter().any(|field| field.can_name_partner() && sheet.recognised.has(field)) {
        let text = lang.pick(
            "Geen van de kolommen waarin een partner kan staan is er (contractpartij, beheerorganisatie, samenwerkingsverband, organisatieniveau): \
             van geen systeem wordt dan aangenomen dat het decentraal is, veel niveaus blijven onbekend.",
            "There is no column in which a partner could stand (contract party, operator, partnership, organisation level): no system is \
             then presumed to be local, and many levels stay unknown.",
        );
        add(out, "    ! ", text);
    }
}
