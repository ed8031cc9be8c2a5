//! One row of an inventory, cleaned: what it says about one application at one municipality.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Owner, Quality};
use crate::reference::Named;
use crate::terms::{Distinguishing, Level, Status};

/// A row that stands for a system, or for a part of one; a partnership's row for one at each of its members.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// Whose it is, on the first day of the month of submission.
    pub owner: Owner,
    /// The row on its sheet, from zero.
    pub row: u32,
    pub id: Option<Box<str>>,
    pub name: Box<str>,
    pub vendor: Option<Box<str>>,
    /// What product and vendor are called, beside what was typed.
    pub named: Arc<Named>,
    pub version: Option<Box<str>>,
    pub description: Option<Box<str>>,
    pub domain: Option<Box<str>>,
    /// The form of hosting as typed.
    pub hosting: Option<Box<str>>,
    /// The same as one of `on_premises`, `iaas`, `paas`, `saas`, `hybrid`.
    pub hosting_form: Option<Box<str>>,
    pub hosting_party: Option<Box<str>>,
    pub contract_party: Option<Box<str>>,
    pub steered_by: Option<Box<str>>,
    pub operator: Option<Box<str>>,
    pub partnership: Option<Box<str>>,
    /// The municipalities for which a partnership registers this use, as typed.
    pub participants: Vec<Box<str>>,
    /// Whether one of the fields in which a partner is named says that it is not known: `?`, `n.t.b.`
    pub partner_not_known: bool,
    /// Ids of GEMMA reference components.
    pub components: Vec<Arc<str>>,
    pub status: Option<Status>,
    /// As the municipality declares it.
    pub level: Option<Level>,
    pub distinguishing: Option<Distinguishing>,
    pub cost_cents: Option<i64>,
    pub users: Option<u64>,
    pub contract_end: Option<NaiveDate>,
    /// In no figure (R12).
    pub quality: Option<Box<Quality>>,
}
