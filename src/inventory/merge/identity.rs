//! What makes two rows one system: the inventory's own id, or without one the product and its vendor (METHOD §1).

use crate::inventory::Record;
use crate::inventory::words::Words;
use crate::terms::name_key;

/// The identity of a record within its municipality; also the system's published id.
#[must_use]
pub fn identity(record: &Record, words: &Words) -> String {
    record.id.as_ref().map_or_else(|| product_and_vendor(record, words), ToString::to_string)
}

/// What a system is known by in inventories that have other ids, or none.
#[must_use]
pub fn product_and_vendor(record: &Record, words: &Words) -> String {
    let product = product_key(&record.name, words).replace(' ', "-");
    match record.vendor.as_deref().map(|vendor| organisation_key(vendor, words)) {
        Some(vendor) if !vendor.is_empty() => format!("{product}~{}", vendor.replace(' ', "-")),
        _ => product,
    }
}

/// The product alone, to see whether one submission speaks of what another has.
#[must_use]
pub fn product(record: &Record, words: &Words) -> String {
    product_key(&record.name, words)
}

/// A product's name without version numbers and without the environment that it runs in.
fn product_key(name: &str, words: &Words) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut after_version_word = false;
    for word in name.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_version_word = ["versie", "version", "release"].iter().any(|known| bare.eq_ignore_ascii_case(known));
        if !(is_version_word || is_version(bare) || after_version_word && bare.starts_with(|c: char| c.is_ascii_digit())) {
            kept.push(word);
        }
        after_version_word = is_version_word;
    }
    while kept.last().map(|word| name_key(word)).is_some_and(|last| last.is_empty() || words.is_environment(&last)) {
        kept.pop();
    }
    let key = name_key(&kept.join(" "));
    if key.is_empty() { name_key(name) } else { key }
}

/// `11.2`, `v3`, `V4.0.1`; not `365` and not `2Secure`.
fn is_version(word: &str) -> bool {
    let digits = word.strip_prefix(['v', 'V']).unwrap_or(word);
    let numeric = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    numeric && digits.starts_with(|c: char| c.is_ascii_digit()) && (digits.len() < word.len() || digits.contains('.'))
}

/// An organisation's name without its legal form.
pub fn organisation_key(name: &str, words: &Words) -> String {
    let undotted = name.replace('.', "");
    let key = name_key(&undotted);
    let mut kept: Vec<&str> = key.split(' ').collect();
    while kept.len() > 1 && kept.last().is_some_and(|last| words.is_legal_form(last)) {
        kept.pop();
    }
    kept.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::Layouts;
    use crate::reference::DataDir;

    #[test]
    fn spellings_of_one_product_have_one_identity_and_different_products_do_not() {
        let layouts = Layouts::load(&DataDir::embedded()).unwrap();
        let of = |name: &str, vendor: &str| {
            let vendor = (!vendor.is_empty()).then(|| vendor.into());
            identity(&Record { name: name.into(), vendor, ..Record::default() }, &layouts.words)
        };
        for (name, vendor) in [
            ("Key2Burgerzaken 11.2", "Centric B.V."),
            ("key2burgerzaken", "Centric"),
            ("Key2Burgerzaken (test)", "CENTRIC bv"),
            ("Key2Burgerzaken v9 - acceptatie", "Centric"),
        ] {
            assert_eq!(of(name, vendor), "key2burgerzaken~centric", "{name}");
        }
        assert_eq!(of("Microsoft 365", ""), "microsoft-365");
        assert_eq!(of("4WOZ", "GouwIT"), "4woz~gouwit");
        assert_ne!(of("Zaak", "A"), of("Zaak", "B"));
        assert_eq!(of("11.2", ""), "11-2");
    }
}
