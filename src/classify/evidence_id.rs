//! What a piece of evidence is called: the same for all that a person would judge alike.
//!
//! Not what verdicts are cached by; that is the evidence itself, letter by letter.

use std::borrow::Cow;
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

/// Room for what most pieces of evidence say.
const LIKELY_LENGTH: usize = 512;

impl Evidence<'_> {
    /// The name, as hexadecimal: a digest of product, maker, texts in the form in which they are compared, whom they name,
    /// components and declarations.
    #[must_use]
    pub fn id(&self) -> Arc<str> {
        let mut text = String::with_capacity(LIKELY_LENGTH);
        let mut line = |part: &str| {
            text.push_str(part);
            text.push('\n');
        };
        line(self.product);
        line(self.maker);
        for field in TELLING {
            line(&self.told(field));
        }
        for (_, names) in self.all_named() {
            line(&whom(names));
        }
        line(&self.components.join(","));
        line(self.declared_level.map_or("", |level| level.as_str()));
        line(self.declared_distinguishing.map_or("", |value| value.as_str()));
        text.push(digit(self.could_name_partner));
        text.push(digit(self.partner_not_known));
        let digest = crate::sources::sha256(text.as_bytes());
        digest[..DIGITS].into()
    }

    fn told(&self, field: EvidenceField) -> Cow<'static, str> {
        match self.named(field) {
            Some(names) if names.own_municipality => ITSELF.into(),
            _ => self.comparable(field).into(),
        }
    }
}

fn whom(names: &Names) -> Cow<'static, str> {
    if *names == Names::nobody() {
        return "|||0".into();
    }
    let mut text = String::new();
    for name in [&names.partnership, &names.partnership_of_others, &names.other_municipality] {
        text.push_str(name.as_deref().unwrap_or_default());
        text.push('|');
    }
    text.push(digit(names.unlisted));
    text.into()
}

const fn digit(yes: bool) -> char {
    if yes { '1' } else { '0' }
}

#[cfg(test)]
mod tests {
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
        let own = |text| {
            let mut evidence = evidence(&[(EvidenceField::ContractParty, text)]);
            let itself = Names { own_municipality: true, ..Names::nobody() };
            evidence.set_named(EvidenceField::ContractParty, Some(Arc::new(itself)));
            evidence
        };
        assert_eq!(own("Gemeente Goes").id(), own("gemeente Tholen").id());
        assert_ne!(own("Gemeente Goes").id(), evidence(&[(EvidenceField::ContractParty, "Gemeente Goes")]).id());
    }
}
