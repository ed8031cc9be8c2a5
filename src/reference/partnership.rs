//! Partnerships of municipalities that run systems for their members, who is a member when, and where a text names them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Deserialize;

use super::DataDir;
use super::form::{LegalForm, OrganisationForm, Reach};
use super::partnership_kind::PartnershipKinds;
use super::short_names::ShortNames;
use super::table::{Complaints, Table};
use crate::terms::{Nearest, Validity, name_key, words};

/// A likeness below this is no hint.
const LIKE_ENOUGH: f64 = 0.88;

/// What `certainty` says of a partnership that has more members than are listed.
const MEMBERS_PARTIAL: &str = "members_partial";

/// One partnership.
#[derive(Debug, Clone)]
pub struct Partnership {
    pub id: Arc<str>,
    pub name: Arc<str>,
    pub aliases: Vec<String>,
    pub kind: String,
    /// How it is organised, beside the rung of what it runs (R18).
    pub form: OrganisationForm,
    pub validity: Validity,
    /// `certain`, `probable`, or `members_partial` where the list of members is known to be incomplete.
    pub certainty: String,
    pub source: String,
    /// Whether figures are made for its members together: it is of a kind that runs systems for them.
    pub is_group: bool,
    memberships: BTreeMap<Arc<str>, Vec<Validity>>,
}

impl Partnership {
    /// Whether a municipality is known to be a member on a day.
    #[must_use]
    pub fn has_member(&self, code: &str, day: NaiveDate) -> bool {
        let holds = |periods: &Vec<Validity>| periods.iter().any(|period| period.holds_on(day));
        self.validity.holds_on(day) && self.memberships.get(code).is_some_and(holds)
    }

    /// The codes of the known members on a day, in order.
    #[must_use]
    pub fn members(&self, day: NaiveDate) -> Vec<&str> {
        self.memberships.keys().map(AsRef::as_ref).filter(|code| self.has_member(code, day)).collect()
    }

    /// Whether a municipality that is not listed is no member. Where this is false, absence says nothing.
    #[must_use]
    pub fn lists_all_members(&self) -> bool {
        self.certainty != MEMBERS_PARTIAL
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_ref()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// All partnerships, and an index of the first words of their names.
#[derive(Debug, Clone, Default)]
pub struct Partnerships {
    all: BTreeMap<Arc<str>, Partnership>,
    by_first_word: BTreeMap<String, Vec<NamePattern>>,
    short: ShortNames,
    nearest: Nearest,
}

#[derive(Debug, Clone)]
struct NamePattern {
    words: Vec<String>,
    partnership: Arc<str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartnershipRow {
    id: String,
    name: String,
    aliases: String,
    kind: String,
    reach: Option<Reach>,
    legal_form: Option<LegalForm>,
    since: String,
    until: String,
    certainty: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberRow {
    partnership_id: String,
    code: String,
    since: String,
    until: String,
}

impl Partnerships {
    pub(super) fn read(data: &DataDir, is_municipality: impl Fn(&str) -> bool, complaints: &mut Complaints) -> Self {
        let mut partnerships = Self::default();
        partnerships.read_partnerships(data, complaints);
        partnerships.read_members(data, is_municipality, complaints);
        partnerships.short = ShortNames::read(data, |id| partnerships.all.contains_key(id), complaints);
        let of = |hit: &Partnership| hit.names().map(|name| (name_key(name), hit.name.to_string())).collect::<Vec<_>>();
        partnerships.nearest = Nearest::new(partnerships.iter().flat_map(of).collect(), LIKE_ENOUGH);
        partnerships
    }

    fn read_partnerships(&mut self, data: &DataDir, complaints: &mut Complaints) {
        let kinds = PartnershipKinds::read(data, complaints);
        let mut table = Table::new("reference/partnerships.csv", complaints);
        let rows = table.rows::<PartnershipRow>(data);
        table.unique(&rows, |row| row.id.clone());
        for row in rows.iter().filter(|row| kinds.is_group(&row.value.kind).is_none()) {
            table.complain(row.line, format!("'{}' is no kind of reference/partnership_kinds.csv", row.value.kind));
        }
        let mut owners: BTreeMap<String, Arc<str>> = BTreeMap::new();
        for row in rows {
            let validity = table.validity(row.line, &row.value.since, &row.value.until);
            table.filled(row.line, "source", &row.value.source);
            let partnership = row.value.into_partnership(validity, &kinds);
            for name in partnership.names() {
                let key = name_key(name);
                if let Some(other) = owners.insert(key.clone(), partnership.id.clone()) {
                    table.complain(row.line, format!("'{name}' also names {other}"));
                }
                self.index(&key, &partnership.id);
            }
            self.all.insert(partnership.id.clone(), partnership);
        }
    }

    fn index(&mut self, key: &str, partnership: &Arc<str>) {
        let words: Vec<String> = words(key).map(str::to_owned).collect();
        if let Some(first) = words.first().cloned() {
            self.by_first_word.entry(first).or_default().push(NamePattern { words, partnership: partnership.clone() });
        }
    }

    fn read_members(&mut self, data: &DataDir, is_municipality: impl Fn(&str) -> bool, complaints: &mut Complaints) {
        let mut table = Table::new("reference/partnership_members.csv", complaints);
        let rows = table.rows::<MemberRow>(data);
        table.unique(&rows, |row| format!("{} {} {}", row.partnership_id, row.code, row.since));
        for row in rows {
            let (line, row) = (row.line, row.value);
            let validity = table.validity(line, &row.since, &row.until);
            if !is_municipality(&row.code) {
                table.complain(line, format!("'{}' is no municipality of the table", row.code));
            }
            match self.all.get_mut(row.partnership_id.as_str()) {
                Some(partnership) => partnership.memberships.entry(row.code.into()).or_default().push(validity),
                None => table.complain(line, format!("'{}' is no partnership", row.partnership_id)),
            }
        }
    }

    /// The partnerships that a text names by whole words, longest name first. A name inside a longer one does not count.
    #[must_use]
    pub fn named_in(&self, text: &str) -> Vec<&Partnership> {
        let key = name_key(text);
        let text: Vec<&str> = words(&key).collect();
        let mut named: Vec<&Partnership> = Vec::new();
        for (_, pattern) in self.places(&text) {
            named.extend(self.get(&pattern.partnership).filter(|hit| !named.iter().any(|other| other.id == hit.id)));
        }
        named
    }

    /// Whether a text holds a short name of a partnership, whoever is a member.
    #[must_use]
    pub fn has_short_name(&self, text: &str) -> bool {
        self.short.standing_in(text).next().is_some()
    }

    /// The words of a text that are in no partnership's name, in comparable form.
    #[must_use]
    pub fn without_names(&self, text: &str) -> String {
        let key = name_key(text);
        let text: Vec<&str> = words(&key).collect();
        let places: Vec<Range<usize>> = self.places(&text).into_iter().map(|(place, _)| place).collect();
        let beside = text.iter().enumerate().filter(|(at, _)| !places.iter().any(|place| place.contains(at)));
        beside.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
    }

    /// Where names stand, longest first; those inside a longer one left out.
    fn places(&self, text: &[&str]) -> Vec<(Range<usize>, &NamePattern)> {
        let mut found = self.occurrences(text);
        found.sort_by_key(|(start, pattern)| (std::cmp::Reverse(pattern.words.len()), *start));
        let mut taken = vec![false; text.len()];
        let mut places = Vec::new();
        for (start, pattern) in found {
            let place = start..start + pattern.words.len();
            if !taken[place.clone()].contains(&true) {
                taken[place.clone()].fill(true);
                places.push((place, pattern));
            }
        }
        places
    }

    /// The partnership that a text names by a short name, seen from a municipality that is a member on a day.
    #[must_use]
    pub fn named_by_member(&self, text: &str, code: &str, day: NaiveDate) -> Option<&Partnership> {
        self.short.standing_in(text).filter_map(|id| self.get(id)).find(|partnership| partnership.has_member(code, day))
    }

    fn occurrences(&self, text: &[&str]) -> Vec<(usize, &NamePattern)> {
        let starting = |at: usize| self.by_first_word.get(text[at]).into_iter().flatten().map(move |pattern| (at, pattern));
        let stands = |(at, pattern): &(usize, &NamePattern)| {
            text.get(*at..at + pattern.words.len()).is_some_and(|part| part.iter().zip(&pattern.words).all(|(a, b)| a == b))
        };
        (0..text.len()).flat_map(starting).filter(stands).collect()
    }

    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<&Partnership> {
        self.iter().find(|partnership| &*partnership.name == name)
    }

    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Partnership> {
        self.all.get(id)
    }

    /// The name most like a text, if one is like it.
    #[must_use]
    pub fn nearest(&self, text: &str) -> Option<&str> {
        self.nearest.to(&name_key(text))
    }

    /// All partnerships in order of identifier.
    pub fn iter(&self) -> impl Iterator<Item = &Partnership> {
        self.all.values()
    }
}

impl PartnershipRow {
    fn into_partnership(self, validity: Validity, kinds: &PartnershipKinds) -> Partnership {
        let aliases = self.aliases.split(';').map(str::trim).filter(|alias| !alias.is_empty()).map(str::to_owned).collect();
        let form = OrganisationForm { reach: self.reach, legal: self.legal_form };
        let Self { id, name, kind, certainty, source, .. } = self;
        let is_group = kinds.is_group(&kind).unwrap_or_default();
        let (id, name, memberships) = (id.into(), name.into(), BTreeMap::new());
        Partnership { id, name, aliases, kind, form, validity, certainty, source, is_group, memberships }
    }
}
