//! The GEMMA reference components, the names they go by, and what they are by default on the distinguishing axis.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;

use super::DataDir;
use super::names::NameWords;
use super::table::{Complaints, Table};
use crate::terms::{Allowance, Approximate, Distinguishing, Memo, Nearest, Validity, legible, name_key};

/// A likeness below this is no hint.
const LIKE_ENOUGH: f64 = 0.85;

/// From which length of a name, without the word *component*, one wrong letter is borne, and from which two.
pub(super) const ALLOWANCE: Allowance = Allowance { one_from: 8, two_from: 14 };

/// One reference component.
#[derive(Debug, Clone)]
pub struct Component {
    /// The Object ID of GEMMA: stable, and the key that inventories are joined by.
    pub gemma_id: String,
    pub name: String,
    pub domain: String,
    pub status: String,
    /// The baseline level of security (`BBN 1`), as GEMMA words it.
    pub bbn: String,
    /// Availability, integrity and confidentiality, each 1 to 3 (`122`); empty where GEMMA gives none.
    pub biv: String,
    pub default: Option<ComponentDefault>,
    /// Stands for *no suitable component*, so it is none.
    pub catch_all: bool,
}

/// What systems of a component are on the distinguishing axis, unless something better is known.
#[derive(Debug, Clone)]
pub struct ComponentDefault {
    pub distinguishing: Distinguishing,
    pub because: String,
    pub source: String,
    pub validity: Validity,
}

/// A component that a text stands for.
#[derive(Debug, Clone, Copy)]
pub enum ComponentMatch<'a> {
    /// By its identifier, its name or a spelling of that.
    Current(&'a Component),
    /// By a name or identifier that it had before.
    Former(&'a Component),
    /// By a name that is nearly its own and no other's: a letter wrong, other order of words, singular for plural.
    Nearly(&'a Component),
}

impl<'a> ComponentMatch<'a> {
    #[must_use]
    pub const fn component(self) -> &'a Component {
        match self {
            Self::Current(component) | Self::Former(component) | Self::Nearly(component) => component,
        }
    }
}

/// All reference components.
#[derive(Debug, Clone, Default)]
pub struct Components {
    all: BTreeMap<String, Component>,
    pub(super) current: BTreeMap<String, String>,
    former: BTreeMap<String, String>,
    nearest: Nearest,
    pub(super) words: NameWords,
    /// Ids by the name without the word *component*, and by its words in the order of the alphabet.
    pub(super) bare: BTreeMap<String, String>,
    pub(super) sorted: BTreeMap<String, Option<String>>,
    pub(super) approximate: Option<Approximate<String>>,
    /// What texts were nearly.
    asked: Memo<Option<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ComponentRow {
    gemma_id: String,
    name: String,
    status: String,
    domain: String,
    bbn: String,
    biv: String,
    catch_all: String,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum NameKind {
    FormerName,
    FormerId,
    Spelling,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameRow {
    gemma_id: String,
    name: String,
    kind: NameKind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DefaultRow {
    gemma_id: String,
    name: String,
    distinguishing: Distinguishing,
    because: String,
    source: String,
    since: String,
}

impl Components {
    pub(super) fn read(data: &DataDir, words: &NameWords, complaints: &mut Complaints) -> Self {
        let mut components = Self { words: words.clone(), ..Self::default() };
        components.read_components(data, complaints);
        components.read_names(data, complaints);
        components.read_defaults(data, complaints);
        let names = components.iter().map(|component| (spelling_key(&component.name), component.name.clone())).collect();
        components.nearest = Nearest::new(names, LIKE_ENOUGH);
        components.index_nearly();
        components
    }

    fn read_components(&mut self, data: &DataDir, complaints: &mut Complaints) {
        let mut table = Table::new("reference/components.csv", complaints);
        let rows = table.rows::<ComponentRow>(data);
        table.unique(&rows, |row| row.gemma_id.clone());
        table.unique(&rows, |row| spelling_key(&row.name));
        for ComponentRow { gemma_id, name, status, domain, bbn, biv, catch_all } in rows.into_iter().map(|row| row.value) {
            self.current.insert(spelling_key(&gemma_id), gemma_id.clone());
            self.current.insert(spelling_key(&name), gemma_id.clone());
            let catch_all = catch_all == "yes";
            self.all.insert(gemma_id.clone(), Component { gemma_id, name, domain, status, bbn, biv, default: None, catch_all });
        }
    }

    fn read_names(&mut self, data: &DataDir, complaints: &mut Complaints) {
        let mut table = Table::new("reference/component_names.csv", complaints);
        let rows = table.rows::<NameRow>(data);
        table.unique(&rows, |row| spelling_key(&row.name));
        for row in rows {
            let key = spelling_key(&row.value.name);
            if !self.all.contains_key(&row.value.gemma_id) {
                table.complain(row.line, format!("'{}' is no reference component", row.value.gemma_id));
            } else if self.current.contains_key(&key) {
                table.complain(row.line, format!("'{}' is the name of a component of now", row.value.name));
            } else {
                let names = if row.value.kind == NameKind::Spelling { &mut self.current } else { &mut self.former };
                names.insert(key, row.value.gemma_id);
            }
        }
    }

    fn read_defaults(&mut self, data: &DataDir, complaints: &mut Complaints) {
        let mut table = Table::new("catalogue/component_defaults.csv", complaints);
        let rows = table.rows::<DefaultRow>(data);
        table.unique(&rows, |row| row.gemma_id.clone());
        for row in rows {
            let (line, row) = (row.line, row.value);
            let validity = table.validity(line, &row.since, "");
            table.filled(line, "because", &row.because);
            table.filled(line, "source", &row.source);
            let DefaultRow { distinguishing, because, source, .. } = row;
            match self.all.get_mut(&row.gemma_id) {
                None => table.complain(line, format!("'{}' is no reference component", row.gemma_id)),
                Some(component) if component.name != row.name => {
                    table.complain(line, format!("is called '{}', not '{}'", component.name, row.name));
                }
                Some(component) => component.default = Some(ComponentDefault { distinguishing, because, source, validity }),
            }
        }
    }

    pub(super) fn ids(&self) -> BTreeSet<String> {
        self.all.keys().cloned().collect()
    }

    /// The component of an identifier or a name, whatever its capitals, hyphens and spaces, and what is said of it in brackets.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<ComponentMatch<'_>> {
        let text = legible(text.trim());
        let without_remark = text.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")).map(|(head, _)| head);
        let named = text.rsplit_once(':').map(|(_, name)| name);
        let forms = || [Some(&*text), text.strip_prefix("id-"), without_remark, named].into_iter().flatten();
        let current = forms().find_map(|form| self.get(self.current.get(&spelling_key(form))?));
        let former = || forms().find_map(|form| self.get(self.former.get(&spelling_key(form))?));
        let nearly = || forms().find_map(|form| self.get(&self.asked.get(form, || self.nearly(form))?));
        current
            .map(ComponentMatch::Current)
            .or_else(|| former().map(ComponentMatch::Former))
            .or_else(|| nearly().map(ComponentMatch::Nearly))
    }

    /// The name of now that is most like a text, if one is like it.
    #[must_use]
    pub fn nearest(&self, text: &str) -> Option<&str> {
        self.nearest.to(&spelling_key(text))
    }

    #[must_use]
    pub fn get(&self, gemma_id: &str) -> Option<&Component> {
        self.all.get(gemma_id)
    }

    /// The names of several, one after another; absent when none of them is known.
    #[must_use]
    pub fn names(&self, ids: &[Arc<str>]) -> Option<String> {
        let names: Vec<&str> = ids.iter().filter_map(|id| self.get(id)).map(|component| component.name.as_str()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// All components in order of identifier.
    pub fn iter(&self) -> impl Iterator<Item = &Component> {
        self.all.values()
    }
}

/// The comparable form of a name without its spaces: `BAG-beheercomponent` and `BAG beheer component` are one.
fn spelling_key(text: &str) -> String {
    name_key(text).replace(' ', "")
}
