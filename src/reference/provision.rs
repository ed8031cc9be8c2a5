//! Collective provisions: what is organised for all municipalities or the whole government, and by which names it is recognised.
//!
//! Partnerships that run systems for some municipalities are in `partnership`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Deserialize;

use super::DataDir;
use super::form::{LegalForm, OrganisationForm, Reach};
use super::in_place_of::{self, InPlaceOf};
use super::table::{Complaints, Table};
use crate::terms::{Certainty, Level, Validity, name_key};

/// What a row that is this provision means for coverage (METHOD §1, *Not a system*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoverageRole {
    /// A facility or register that one connects to.
    NationalConnection,
    /// A standard or an agreement.
    StandardOrAgreement,
    /// A service for all that does not replace a local system.
    SharedService,
    /// A joint contract.
    ContractVehicle,
    /// Stands in the place of a system that each municipality would have.
    ReplacesLocalSystem,
    /// Software built together and run by each municipality for itself.
    SharedSoftwareLocalInstance,
}

impl CoverageRole {
    /// The value as it stands in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NationalConnection => "national_connection",
            Self::StandardOrAgreement => "standard_or_agreement",
            Self::SharedService => "shared_service",
            Self::ContractVehicle => "contract_vehicle",
            Self::ReplacesLocalSystem => "replaces_local_system",
            Self::SharedSoftwareLocalInstance => "shared_software_local_instance",
        }
    }
}

/// One provision.
#[derive(Debug, Clone)]
pub struct Provision {
    pub id: String,
    pub name: String,
    pub kind: String,
    /// The rung at which it is organised. Software that each municipality runs for itself is local all the same.
    pub level: Level,
    /// How sure the level is.
    pub certainty: Certainty,
    pub run_by: String,
    pub steered_by: String,
    /// How it is organised, beside its rung (R18).
    pub form: OrganisationForm,
    pub coverage_role: CoverageRole,
    /// What it could take the place of (R16).
    pub in_place_of: Vec<InPlaceOf>,
    /// The `gemma_id` of the reference component, where it is one.
    pub component: Option<String>,
    pub validity: Validity,
    /// The provision that took its place.
    pub superseded_by: Option<String>,
    pub source: String,
    /// The names that stand for it as a whole.
    pub aliases: Vec<String>,
}

/// All provisions, by identifier, and the names by which they are recognised.
#[derive(Debug, Clone, Default)]
pub struct Provisions {
    all: BTreeMap<String, Provision>,
    by_name: BTreeMap<String, String>,
    /// Who runs or steers a provision for the whole country, in comparable form.
    national_bodies: BTreeSet<String>,
    never: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvisionRow {
    id: String,
    name: String,
    kind: String,
    level: Level,
    level_certainty: Certainty,
    run_by: String,
    steered_by: String,
    reach: Option<Reach>,
    legal_form: Option<LegalForm>,
    coverage_role: CoverageRole,
    component_gemma_id: Option<String>,
    since: String,
    until: String,
    superseded_by: Option<String>,
    source: String,
}

#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Use {
    Name,
    Never,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AliasRow {
    provision_id: String,
    alias: String,
    r#use: Use,
    because: String,
}

impl Provisions {
    pub(super) fn read(data: &DataDir, components: &BTreeSet<String>, complaints: &mut Complaints) -> Self {
        let mut provisions = Self::default();
        provisions.read_provisions(data, components, complaints);
        provisions.read_aliases(data, complaints);
        for (id, entry) in in_place_of::read(data, components, |id| provisions.can_take_a_place(id), complaints) {
            provisions.all.entry(id).and_modify(|provision| provision.in_place_of.push(entry));
        }
        provisions
    }

    fn read_provisions(&mut self, data: &DataDir, components: &BTreeSet<String>, complaints: &mut Complaints) {
        let mut table = Table::new("catalogue/provisions.csv", complaints);
        let rows = table.rows::<ProvisionRow>(data);
        table.unique(&rows, |row| row.id.clone());
        let ids: BTreeSet<String> = rows.iter().map(|row| row.value.id.clone()).collect();
        for row in rows {
            let (line, row) = (row.line, row.value);
            let validity = table.validity(line, &row.since, &row.until);
            table.filled(line, "source", &row.source);
            if !(row.level.is_collective()) {
                table.complain(line, format!("a provision is not organised at level {}", row.level.as_str()));
            }
            if let Some(id) = row.component_gemma_id.as_ref().filter(|id| !components.contains(*id)) {
                table.complain(line, format!("'{id}' is no reference component"));
            }
            if let Some(id) = row.superseded_by.as_ref().filter(|id| !ids.contains(*id)) {
                table.complain(line, format!("is superseded by '{id}', which is no provision"));
            }
            if row.reach == Some(Reach::Landelijk) {
                self.national_bodies.extend([name_key(&row.run_by), name_key(&row.steered_by)]);
            }
            self.all.insert(row.id.clone(), row.into_provision(validity));
        }
    }

    fn read_aliases(&mut self, data: &DataDir, complaints: &mut Complaints) {
        let mut table = Table::new("catalogue/provision_aliases.csv", complaints);
        let rows = table.rows::<AliasRow>(data);
        table.unique(&rows, |row| name_key(&row.alias));
        for row in rows {
            let (line, row) = (row.line, row.value);
            let Some(provision) = self.all.get_mut(&row.provision_id) else {
                table.complain(line, format!("'{}' is no provision", row.provision_id));
                continue;
            };
            if row.r#use == Use::Never {
                table.filled(line, "because", &row.because);
                self.never.insert(name_key(&row.alias), row.because);
            } else {
                self.by_name.insert(name_key(&row.alias), row.provision_id);
                provision.aliases.push(row.alias);
            }
        }
    }

    /// The provision that a whole name stands for on a day. A name that only contains one of its names is something else. Who
    /// still writes the name of a provision that ended means the one that took its place (R57).
    #[must_use]
    pub fn named(&self, name: &str, day: NaiveDate) -> Option<&Provision> {
        let named = self.get(self.by_name.get(&name_key(name))?)?;
        let ended = named.validity.until.is_some_and(|until| until <= day);
        let successor = || self.get(named.superseded_by.as_deref()?);
        let provision = if ended { successor()? } else { named };
        provision.validity.holds_on(day).then_some(provision)
    }

    /// Connections, standards, contracts and software that each runs for itself take the place of no system.
    fn can_take_a_place(&self, id: &str) -> Result<(), String> {
        match self.get(id).map(|provision| provision.coverage_role) {
            None => Err(format!("'{id}' is no provision")),
            Some(CoverageRole::ReplacesLocalSystem | CoverageRole::SharedService) => Ok(()),
            Some(role) => Err(format!("'{id}' is a {}, which takes the place of no system", role.as_str())),
        }
    }

    /// A provision for all that could be used in the place of a system of this component, on a higher rung than a level (R16).
    /// `text` is the name and the description of the system in comparable form.
    #[must_use]
    pub fn above(&self, component: &str, text: &str, level: Level, day: NaiveDate) -> Option<(&Provision, &InPlaceOf)> {
        let higher = |provision: &&Provision| provision.level.is_national() && provision.level < level && level != Level::Onbekend;
        let mut valid = self.iter().filter(|provision| provision.validity.holds_on(day)).filter(higher);
        let fits = |entry: &&InPlaceOf| entry.component == component && entry.fits(text);
        valid.find_map(|provision| provision.in_place_of.iter().find(fits).map(|entry| (provision, entry)))
    }

    /// Whether an organisation is known to run or steer something for the whole country.
    #[must_use]
    pub fn is_national_body(&self, name: &str) -> bool {
        let key = name_key(name);
        !key.is_empty() && self.national_bodies.contains(&key)
    }

    /// Why a name that could be taken for a provision decides nothing.
    #[must_use]
    pub fn too_generic(&self, name: &str) -> Option<&str> {
        self.never.get(&name_key(name)).map(String::as_str)
    }

    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Provision> {
        self.all.get(id)
    }

    /// All provisions in order of identifier.
    pub fn iter(&self) -> impl Iterator<Item = &Provision> {
        self.all.values()
    }
}

impl ProvisionRow {
    fn into_provision(self, validity: Validity) -> Provision {
        Provision {
            id: self.id,
            name: self.name,
            kind: self.kind,
            level: self.level,
            certainty: self.level_certainty,
            run_by: self.run_by,
            steered_by: self.steered_by,
            form: OrganisationForm { reach: self.reach, legal: self.legal_form },
            in_place_of: Vec::new(),
            coverage_role: self.coverage_role,
            component: self.component_gemma_id,
            validity,
            superseded_by: self.superseded_by,
            source: self.source,
            aliases: Vec::new(),
        }
    }
}
