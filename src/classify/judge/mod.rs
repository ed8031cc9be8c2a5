//! From evidence to verdicts: a declaration goes before rules, rules before the catalogue, that before the presumption; rules that
//! disagree leave the axis contested (METHOD §2).

mod certainty;
mod distinguishing;
mod form;
mod level;
mod open_questions;
mod presumption;
mod role;
mod say;

pub use presumption::{NotPresumed, not_presumed};

use std::borrow::Cow;

use chrono::NaiveDate;

use super::evidence::{Evidence, EvidenceField};
use super::index::{Index, Readings};
use super::names::NameCache;
use super::{Rulebook, Verdicts};
use crate::inventory::System;
use crate::problem::Problem;
use crate::reference::{CoverageRole, Provision, Reference};
use crate::terms::{Distinguishing, Level, Month, name_key, words};

/// Everything that verdicts of one month are made with.
pub struct Judge<'a> {
    index: Index<'a>,
    reference: &'a Reference,
    month: Month,
    day: NaiveDate,
}

impl<'a> Judge<'a> {
    pub fn new(book: &'a Rulebook, reference: &'a Reference, month: Month) -> Self {
        Self { index: book.index(month), reference, month, day: month.first_day() }
    }

    /// Collects what is known of a system.
    pub fn evidence<'s>(&self, system: &'s System, cache: &mut NameCache) -> Evidence<'s> {
        let record = &system.record;
        let mut evidence = Evidence {
            product: &record.named.product_key,
            maker: &record.named.vendor_key,
            components: Cow::Borrowed(&record.components),
            declared_level: record.level.filter(|level| *level != Level::Onbekend),
            declared_distinguishing: record.distinguishing.filter(|value| *value != Distinguishing::Onbekend),
            could_name_partner: system.could_name_partner,
            partner_not_known: record.partner_not_known,
            ..Evidence::default()
        };
        let texts: [(EvidenceField, Option<&'s str>); 12] = [
            (EvidenceField::Name, Some(&record.name)),
            (EvidenceField::Vendor, record.vendor.as_deref()),
            (EvidenceField::Description, record.description.as_deref()),
            (EvidenceField::Domain, record.domain.as_deref()),
            (EvidenceField::Hosting, record.hosting.as_deref()),
            (EvidenceField::HostingParty, record.hosting_party.as_deref()),
            (EvidenceField::ContractParty, record.contract_party.as_deref()),
            (EvidenceField::SteeredBy, record.steered_by.as_deref()),
            (EvidenceField::Operator, record.operator.as_deref()),
            (EvidenceField::Partnership, record.partnership.as_deref()),
            (EvidenceField::RegisteredBy, system.registered_by.as_deref()),
            (EvidenceField::Layout, Some(&system.layout)),
        ];
        for (field, text) in texts {
            evidence.set(field, text.map(Cow::Borrowed));
            if let Some(text) = text.filter(|_| EvidenceField::NAMING.contains(&field)) {
                evidence.set_named(field, cache.read(text, &system.municipality, self.month, self.reference));
            }
        }
        evidence.set(EvidenceField::Component, self.reference.components.names(&record.components).map(Cow::Owned));
        evidence
    }

    /// All verdicts on one piece of evidence.
    pub fn judge(&self, evidence: &Evidence<'_>, readings: &mut Readings) -> Verdicts {
        let fired = self.index.fired(evidence, readings);
        let provision = self.provision(evidence);
        let role = role::role(&fired, provision, evidence);
        let (level, steered_by, run_by) = level::level(&fired, provision, evidence, role.value);
        let mut facets: Vec<String> = fired.iter().flat_map(|(rule, _)| rule.gives.facets.iter().cloned()).collect();
        if provision.is_some_and(|provision| provision.coverage_role == CoverageRole::SharedSoftwareLocalInstance) {
            facets.push("samen_bouwen".to_owned());
        }
        facets.sort();
        facets.dedup();
        let distinguishing = distinguishing::distinguishing(&fired, evidence, &self.reference.components, self.day);
        let form = form::form(level.value, provision, [run_by.as_ref(), steered_by.as_ref()], self.reference, self.month);
        Verdicts {
            role,
            distinguishing,
            level_certainty: certainty::certainty(&level, &fired, provision),
            level,
            steered_by,
            run_by,
            facets,
            form,
            fired: fired.iter().map(|(rule, _)| rule.id.clone()).collect(),
            evidence_id: evidence.id(),
        }
    }

    /// The collective provision that the row is. A vendor other than who runs or steers it sells a product that connects to it.
    pub fn provision(&self, evidence: &Evidence<'_>) -> Option<&'a Provision> {
        let provision = self.reference.provisions.named(evidence.text(EvidenceField::Name)?, self.day)?;
        let vendor = evidence.comparable(EvidenceField::Vendor);
        let named = format!(" {} ", name_key(&provision.name)).contains(&format!(" {vendor} "));
        (vendor.is_empty() || named || shares_a_word(&vendor, &name_key(&format!("{} {}", provision.run_by, provision.steered_by))))
            .then_some(provision)
    }

    /// What is left open about a system.
    pub fn open_questions(&self, system: &System, evidence: &Evidence<'_>, verdicts: &Verdicts) -> Vec<Problem> {
        open_questions::open_questions(system, evidence, verdicts, &self.reference.partnerships)
    }
}

/// Whether two names have a word in common that is more than an article: `vng realisatie` and `vng`.
fn shares_a_word(one: &str, other: &str) -> bool {
    let telling = |word: &&str| word.len() >= 3 && !["van", "het", "voor", "der", "den"].contains(word);
    words(one).filter(telling).any(|word| words(other).any(|of| of == word))
}
