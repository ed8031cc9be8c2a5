//! Sheets as bytes, for the way from a child process: numbers in little endian, texts with their length before them.

use std::io::{Error, ErrorKind, Read, Result, Write};

use chrono::{Datelike, NaiveDate};

use super::sheet::{Region, Row, Sheet, Value};
use super::unreadable::Unreadable;
use crate::problem::Code;
use crate::terms::CellRef;

/// What reading a file gave.
pub type Parsed = std::result::Result<Vec<Sheet>, Unreadable>;

const SHEETS: u8 = 0;
const UNREADABLE: u8 = 1;
/// The last byte. Without it the child ended too early.
const END: u8 = 0x80;

/// Writes what reading a file gave.
pub fn write(out: &mut impl Write, read: &Parsed) -> Result<()> {
    match read {
        Ok(sheets) => {
            out.write_all(&[SHEETS])?;
            count(out, sheets.len())?;
            sheets.iter().try_for_each(|sheet| write_sheet(out, sheet))?;
        }
        Err(reason) => {
            out.write_all(&[UNREADABLE, u8::from(reason.hint.is_some())])?;
            text(out, reason.code.as_str())?;
            text(out, &reason.found)?;
            text(out, reason.hint.as_deref().unwrap_or_default())?;
        }
    }
    out.write_all(&[END])
}

fn write_sheet(out: &mut impl Write, sheet: &Sheet) -> Result<()> {
    text(out, &sheet.name)?;
    out.write_all(&[u8::from(sheet.visible)])?;
    count(out, sheet.merged.len())?;
    for region in &sheet.merged {
        for number in [region.first.row, region.first.column, region.last.row, region.last.column] {
            out.write_all(&number.to_le_bytes())?;
        }
    }
    count(out, sheet.rows.len())?;
    for row in &sheet.rows {
        out.write_all(&row.index.to_le_bytes())?;
        count(out, row.cells.len())?;
        for (column, value) in &row.cells {
            out.write_all(&column.to_le_bytes())?;
            write_value(out, value)?;
        }
    }
    Ok(())
}

fn write_value(out: &mut impl Write, value: &Value) -> Result<()> {
    match value {
        Value::Text(words) => out.write_all(b"t").and_then(|()| text(out, words)),
        Value::Error(words) => out.write_all(b"e").and_then(|()| text(out, words)),
        Value::Number(number) => out.write_all(b"n").and_then(|()| out.write_all(&number.to_le_bytes())),
        Value::Date(day) => out.write_all(b"d").and_then(|()| out.write_all(&day.num_days_from_ce().to_le_bytes())),
        Value::Bool(yes) => out.write_all(&[b'b', u8::from(*yes)]),
    }
}

fn count(out: &mut impl Write, number: usize) -> Result<()> {
    out.write_all(&u32::try_from(number).map_err(|_| strange())?.to_le_bytes())
}

fn text(out: &mut impl Write, words: &str) -> Result<()> {
    count(out, words.len())?;
    out.write_all(words.as_bytes())
}

fn strange() -> Error {
    Error::from(ErrorKind::InvalidData)
}

/// Reads what was written.
///
/// # Errors
/// When the bytes end too early or are none of ours.
pub fn read(from: &mut impl Read) -> Result<Parsed> {
    let read = match byte(from)? {
        SHEETS => Ok(many(from, read_sheet)?),
        UNREADABLE => {
            let hinted = byte(from)? == 1;
            let code = Code::parse(&words(from)?).ok_or_else(strange)?;
            let (found, hint) = (words(from)?, words(from)?);
            Err(Unreadable { code, found, hint: hinted.then_some(hint) })
        }
        _ => return Err(strange()),
    };
    if byte(from)? == END { Ok(read) } else { Err(strange()) }
}

fn read_sheet(from: &mut impl Read) -> Result<Sheet> {
    let (name, visible) = (words(from)?, byte(from)? == 1);
    let merged = many(from, |from| {
        let first = CellRef::new(number(from)?, number(from)?);
        Ok(Region::between(first, CellRef::new(number(from)?, number(from)?)))
    })?;
    let rows = many(from, |from| {
        let index = number(from)?;
        Ok(Row { index, cells: many(from, |from| Ok((number(from)?, read_value(from)?)))? })
    })?;
    Ok(Sheet { name: name.into(), visible, rows, merged })
}

fn read_value(from: &mut impl Read) -> Result<Value> {
    Ok(match byte(from)? {
        b't' => Value::Text(words(from)?.into()),
        b'e' => Value::Error(words(from)?.into()),
        b'n' => Value::Number(f64::from_le_bytes(bytes(from)?)),
        b'd' => Value::Date(NaiveDate::from_num_days_from_ce_opt(i32::from_le_bytes(bytes(from)?)).ok_or_else(strange)?),
        b'b' => Value::Bool(byte(from)? == 1),
        _ => return Err(strange()),
    })
}

fn bytes<const N: usize>(from: &mut impl Read) -> Result<[u8; N]> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn byte(from: &mut impl Read) -> Result<u8> {
    Ok(bytes::<1>(from)?[0])
}

fn number(from: &mut impl Read) -> Result<u32> {
    Ok(u32::from_le_bytes(bytes(from)?))
}

fn words(from: &mut impl Read) -> Result<String> {
    let length = number(from)?;
    let mut words = String::new();
    let read = from.by_ref().take(u64::from(length)).read_to_string(&mut words)?;
    if read == length as usize { Ok(words) } else { Err(Error::from(ErrorKind::UnexpectedEof)) }
}

/// As many values as the number before them says. Room is made as they come: the number may be wrong.
fn many<R: Read, T>(from: &mut R, mut one: impl FnMut(&mut R) -> Result<T>) -> Result<Vec<T>> {
    let count = number(from)?;
    let mut all = Vec::with_capacity(count.min(1 << 12) as usize);
    for _ in 0..count {
        all.push(one(from)?);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets() -> Vec<Sheet> {
        let day = NaiveDate::from_ymd_opt(2027, 12, 31).unwrap();
        let values =
            [Value::Text("Súdwest".into()), Value::Number(-0.5), Value::Bool(true), Value::Date(day), Value::Error("#N/A".into())];
        let cells = (0..).step_by(3).zip(values).collect();
        let merged = vec![Region::between(CellRef::new(0, 1), CellRef::new(2, 3))];
        let rows = vec![Row { index: 7, cells }];
        vec![
            Sheet { name: "Blad".into(), visible: false, rows, merged },
            Sheet { name: "".into(), visible: true, rows: vec![], merged: vec![] },
        ]
    }

    #[test]
    fn what_is_written_is_read_and_what_is_cut_off_is_not() {
        let reason = Unreadable::too_large("1 × 2", "3");
        for parsed in [Ok(sheets()), Ok(vec![]), Err(reason), Err(Unreadable::damaged("ä"))] {
            let mut wire = Vec::new();
            write(&mut wire, &parsed).unwrap();
            assert_eq!(read(&mut wire.as_slice()).unwrap(), parsed);
            for end in 0..wire.len() {
                assert!(read(&mut &wire[..end]).is_err(), "cut off at {end}");
            }
        }
    }
}
