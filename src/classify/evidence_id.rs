//! What a piece of evidence is called: the same for all that a person would judge alike.
//!
//! Not what verdicts are cached by; that is the evidence itself, letter by letter.

use std::sync::Arc;

use super::evidence::{Evidence, EvidenceField};
use super::names::Names;

/// The texts that tell a person what a system is and who is behind it. Product and vendor go by canonical name instead, and the
/// layout of the file says nothing about the system.
const TELLING: [EvidenceField; 9] = [
    EvidenceField::Description,
    EvidenceField::Domain,
    EvidenceField::Hosting,
    EvidenceField::HostingParty,
    EvidenceField::ContractParty,
    EvidenceField::SteeredBy,
    EvidenceField::Operator,
    EvidenceField::Partnership,
    EvidenceField::RegisteredBy,
];

/// Stands for a text that names the municipality itself, so that *Gemeente Goes* at Goes is what *Gemeente Tholen* is at Tholen.
const ITSELF: &str = "=";

/// Digits of the name. Sixty-four bits tell a billion pieces of evidence apart with near certainty.
const DIGITS: usize = 16;

impl Evidence<'_> {
    /// The name, as hexadecimal: a digest of product, maker, texts in the form in which they are compared, whom they name,
    /// components and declarations.
    #[must_use]
    pub fn id(&self) -> Arc<str> {
        let mut parts: Vec<String> = vec![self.product.to_owned(), self.maker.to_owned()];
        parts.extend(TELLING.iter().map(|field| self.told(*field)));
        parts.extend(EvidenceField::NAMING.iter().zip(&self.names).map(|(_, names)| whom(names)));
        parts.push(self.components.join(","));
        parts.push(self.declared_level.map_or("", |level| level.as_str()).to_owned());
        parts.push(self.declared_distinguishing.map_or("", |value| value.as_str()).to_owned());
        parts.push(format!("{}{}", u8::from(self.could_name_partner), u8::from(self.partner_not_known)));
        let digest = crate::sources::sha256(parts.join("\n").as_bytes());
        digest[..DIGITS].into()
    }

    fn told(&self, field: EvidenceField) -> String {
        match self.named(field) {
            Some(names) if names.own_municipality => ITSELF.to_owned(),
            _ => self.comparable(field),
        }
    }
}

fn whom(names: &Names) -> String {
    let parts = [&names.partnership, &names.partnership_of_others, &names.other_municipality];
    let texts: Vec<&str> = parts.iter().map(|name| name.as_deref().unwrap_or_default()).collect();
    format!("{}|{}", texts.join("|"), u8::from(names.unlisted))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn evidence<'a>(texts: &[(EvidenceField, &'a str)]) -> Evidence<'a> {
        let mut evidence = Evidence { product: "zaak", maker: "maker", ..Evidence::default() };
        for (field, text) in texts {
            evidence.set(*field, Some(Cow::Borrowed(text)));
        }
        evidence
    }

    #[test]
    fn spelling_changes_nothing_and_meaning_does() {
        let plain = evidence(&[(EvidenceField::Name, "JOIN"), (EvidenceField::Description, "Zaken, en archief")]);
        let other_spelling = evidence(&[(EvidenceField::Name, "Join 11.2"), (EvidenceField::Description, "zaken en archief ")]);
        assert_eq!(plain.id(), other_spelling.id());
        let partner = evidence(&[(EvidenceField::Name, "JOIN"), (EvidenceField::Partnership, "Dimpact")]);
        let contract = evidence(&[(EvidenceField::Name, "JOIN"), (EvidenceField::ContractParty, "Dimpact")]);
        assert_ne!(plain.id(), partner.id());
        assert_ne!(partner.id(), contract.id());
        assert_ne!(plain.id(), Evidence { partner_not_known: true, ..plain.clone() }.id());
        assert_ne!(plain.id(), Evidence { maker: "other", ..plain.clone() }.id());
    }

    #[test]
    fn a_municipality_named_as_its_own_partner_is_the_same_everywhere() {
        let at = EvidenceField::NAMING.iter().position(|field| *field == EvidenceField::ContractParty).unwrap();
        let own = |text| {
            let mut evidence = evidence(&[(EvidenceField::ContractParty, text)]);
            evidence.names[at] = Names { own_municipality: true, ..Names::default() };
            evidence
        };
        assert_eq!(own("Gemeente Goes").id(), own("gemeente Tholen").id());
        assert_ne!(own("Gemeente Goes").id(), evidence(&[(EvidenceField::ContractParty, "Gemeente Goes")]).id());
    }
}
