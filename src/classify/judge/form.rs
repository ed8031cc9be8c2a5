//! The form in which a system is organised, beside its rung (R18): that of the provision, partnership or municipality that has it.

use crate::classify::verdict::Party;
use crate::reference::{CoverageRole, OrganisationForm, Provision, Reach, Reference};
use crate::terms::{Level, Month};

/// The form of whoever steers or runs it; absent where nobody is known, or nothing of the form of who is.
pub fn form(
    level: Level,
    provision: Option<&Provision>,
    parties: [Option<&Party>; 2],
    reference: &Reference,
    month: Month,
) -> Option<OrganisationForm> {
    let shared = |provision: &&Provision| provision.coverage_role != CoverageRole::SharedSoftwareLocalInstance;
    if let Some(provision) = provision.filter(shared).filter(|provision| provision.level == level) {
        return known(provision.form);
    }
    let of_level = parties.into_iter().flatten().filter(|party| party.level == level && level.is_collective());
    of_level.filter_map(|party| party.organisation.as_deref()).find_map(|name| of_body(name, reference, month))
}

fn of_body(name: &str, reference: &Reference, month: Month) -> Option<OrganisationForm> {
    if let Some(partnership) = reference.partnerships.by_name(name) {
        return known(partnership.form);
    }
    if reference.municipalities.find(name, month).is_some() {
        return Some(OrganisationForm::HOST);
    }
    if let Some(provision) = reference.provisions.named(name, month.first_day()) {
        return known(provision.form);
    }
    let national = reference.provisions.is_national_body(name);
    national.then_some(OrganisationForm { reach: Some(Reach::Landelijk), legal: None })
}

fn known(form: OrganisationForm) -> Option<OrganisationForm> {
    (form != OrganisationForm::default()).then_some(form)
}
