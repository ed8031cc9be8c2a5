//! What a row stands for: a system, or something recorded beside the systems (METHOD §1).

use super::say::{Fired, Say, contested, from_catalogue, from_rules, say};
use crate::classify::evidence::Evidence;
use crate::classify::verdict::Verdict;
use crate::reference::{CoverageRole, Provision};
use crate::terms::Role;

pub fn role(fired: &Fired<'_>, provision: Option<&Provision>, evidence: &Evidence<'_>) -> Verdict<Role> {
    match (say(fired, |rule| rule.gives.role), provision) {
        (Say::One(value, by), _) => from_rules(value, fired, &by, evidence),
        (Say::Contested(by), _) => contested(Role::System, fired, &by),
        (Say::Nothing, Some(provision)) => from_catalogue(role_of(provision.coverage_role), provision, evidence),
        (Say::Nothing, None) => Verdict::without_evidence(Role::System),
    }
}

const fn role_of(role: CoverageRole) -> Role {
    match role {
        CoverageRole::NationalConnection => Role::NationalConnection,
        CoverageRole::StandardOrAgreement => Role::StandardOrAgreement,
        CoverageRole::ContractVehicle => Role::ContractVehicle,
        CoverageRole::SharedService | CoverageRole::ReplacesLocalSystem | CoverageRole::SharedSoftwareLocalInstance => Role::System,
    }
}
