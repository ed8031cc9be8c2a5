//! One thing that could be otherwise about a system: another system that can be judged.

use std::sync::Arc;

use crate::inventory::{Field, Record, System};
use crate::terms::{Distinguishing, Level, Status};

/// What is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alteration {
    /// A partnership of which the municipality is a member stands in the column for one.
    Partnership(Arc<str>),
    /// The municipality itself holds the contract.
    OwnContract(String),
    /// The inventory has a column for a partner, and nothing stands there.
    ColumnForPartner,
    Component(Arc<str>),
    Level(Level),
    Distinguishing(Distinguishing),
    InProduction,
    /// Nothing stands in the column.
    Without(Field),
}

/// The columns whose emptying may change a verdict.
const EMPTIED: [Field; 12] = [
    Field::Vendor,
    Field::Description,
    Field::Component,
    Field::Domain,
    Field::Hosting,
    Field::HostingParty,
    Field::ContractParty,
    Field::SteeredBy,
    Field::Operator,
    Field::Partnership,
    Field::Level,
    Field::Distinguishing,
];

impl Alteration {
    /// The name for programs.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Partnership(_) => "partnership",
            Self::OwnContract(_) => "own_contract",
            Self::ColumnForPartner => "column_for_partner",
            Self::Component(_) => "component",
            Self::Level(_) => "declared_level",
            Self::Distinguishing(_) => "declared_distinguishing",
            Self::InProduction => "in_production",
            Self::Without(_) => "without",
        }
    }

    /// The column that it is about.
    pub const fn field(&self) -> Field {
        match self {
            Self::Partnership(_) | Self::ColumnForPartner => Field::Partnership,
            Self::OwnContract(_) => Field::ContractParty,
            Self::Component(_) => Field::Component,
            Self::Level(_) => Field::Level,
            Self::Distinguishing(_) => Field::Distinguishing,
            Self::InProduction => Field::Status,
            Self::Without(field) => *field,
        }
    }

    /// The columns that are filled now and could be empty.
    pub fn emptied(system: &System) -> impl Iterator<Item = Self> {
        EMPTIED.into_iter().filter(|field| is_filled(&system.record, *field)).map(Self::Without)
    }

    /// The system as it would be. Whatever stands in a column for a partner, the inventory has that column.
    pub fn applied(&self, system: &System) -> System {
        let mut system = system.clone();
        let record = Arc::make_mut(&mut system.record);
        match self {
            Self::Partnership(name) => record.partnership = Some(Box::from(&**name)),
            Self::OwnContract(name) => record.contract_party = Some(name.as_str().into()),
            Self::ColumnForPartner => {}
            Self::Component(id) => record.components = vec![id.clone()],
            Self::Level(level) => record.level = Some(*level),
            Self::Distinguishing(value) => record.distinguishing = Some(*value),
            Self::InProduction => record.status = Some(Status::InProductie),
            Self::Without(field) => empty(record, *field),
        }
        let about_partner = matches!(self, Self::Partnership(_) | Self::OwnContract(_) | Self::ColumnForPartner | Self::Level(_));
        system.could_name_partner |= about_partner;
        system
    }
}

fn is_filled(record: &Record, field: Field) -> bool {
    match field {
        Field::Component => !record.components.is_empty(),
        Field::Level => record.level.is_some(),
        Field::Distinguishing => record.distinguishing.is_some(),
        _ => text(&mut record.clone(), field).is_some_and(|text| text.is_some()),
    }
}

fn empty(record: &mut Record, field: Field) {
    match field {
        Field::Component => record.components.clear(),
        Field::Level => record.level = None,
        Field::Distinguishing => record.distinguishing = None,
        _ => {
            if let Some(text) = text(record, field) {
                *text = None;
            }
        }
    }
}

/// The text of a column, where it is kept as one.
fn text(record: &mut Record, field: Field) -> Option<&mut Option<Box<str>>> {
    Some(match field {
        Field::Vendor => &mut record.vendor,
        Field::Description => &mut record.description,
        Field::Domain => &mut record.domain,
        Field::Hosting => &mut record.hosting,
        Field::HostingParty => &mut record.hosting_party,
        Field::ContractParty => &mut record.contract_party,
        Field::SteeredBy => &mut record.steered_by,
        Field::Operator => &mut record.operator,
        Field::Partnership => &mut record.partnership,
        _ => return None,
    })
}
