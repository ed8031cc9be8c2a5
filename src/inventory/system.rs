//! A system as the inventories have it: one application at one municipality, before any verdict (METHOD §1).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::inventory::{Field, Record};
use crate::problem::Place;
use crate::terms::{Month, Status};

/// One application at one municipality, merged from the rows that are about it.
#[derive(Debug, Clone, PartialEq)]
pub struct System {
    /// The code on the first day of the month that is reported on.
    pub municipality: Arc<str>,
    /// The inventory's own id, or one made of product and vendor; unique within the municipality.
    pub id: String,
    /// What the rows agree on; the first row's number stands in `record.row`. Of one row it is that row's own.
    pub record: Arc<Record>,
    /// The id of the layout by which it was read.
    pub layout: Arc<str>,
    /// Whether its inventory has a field in which a partner could have been named.
    pub could_name_partner: bool,
    /// Where the name in the first of its rows stands.
    pub place: Place,
    /// Which column of that sheet holds which field.
    pub columns: Arc<BTreeMap<Field, u32>>,
    /// Where the name stands in each of the rows that it was merged from, the first one first.
    pub rows: Vec<Place>,
    /// The month of its inventory, when that is an earlier one.
    pub carried_from: Option<Month>,
    /// The partnership of which a row stands for it, by name; several are separated by semicolons.
    pub registered_by: Option<Arc<str>>,
    /// Whether its municipality sent an inventory itself. Where only a partnership speaks of it, its systems count in no figure.
    pub of_respondent: bool,
}

impl System {
    /// The cell of a field in the first of its rows; that of the name when the sheet has no such column.
    #[must_use]
    pub fn place_of(&self, field: Field) -> Place {
        self.columns.get(&field).map_or_else(|| self.place.clone(), |column| self.place.at(self.record.row, *column))
    }

    /// In production or being phased out. Without a status an inventory is read as a list of what is in use.
    #[must_use]
    pub fn in_use(&self) -> bool {
        self.record.status.is_none_or(Status::is_in_use)
    }
}
