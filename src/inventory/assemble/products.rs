//! What a file says of one owner, to compare files with: its products, and whether another file says the same.

use std::collections::BTreeSet;

use crate::inventory::{FileExtract, Owner, Record};

/// The records that a file has of an owner.
pub fn records_of<'a>(file: &'a FileExtract, owner: &'a Owner) -> impl Iterator<Item = &'a Record> {
    file.sheets.iter().flat_map(|sheet| &sheet.records).map(|record| &**record).filter(move |record| record.owner == *owner)
}

/// The products that a file has of an owner, in comparable form. Ids are left out: another list has other ids.
pub fn products_of(file: &FileExtract, owner: &Owner) -> BTreeSet<String> {
    records_of(file, owner).map(|record| record.named.product_key.to_string()).collect()
}

/// Whether two files say the same of an owner: the same bytes under two names, or a copy in another format.
pub fn same_content(one: &FileExtract, other: &FileExtract, owner: &Owner) -> bool {
    let same_bytes = one.sha256 == other.sha256 && !one.sha256.is_empty();
    let names = |file| records_of(file, owner).map(|record: &Record| &record.name);
    same_bytes
        || names(one).eq(names(other)) && records_of(one, owner).map(without_row).eq(records_of(other, owner).map(without_row))
}

fn without_row(record: &Record) -> Record {
    Record { row: 0, ..record.clone() }
}
