//! The names of parts of a portfolio, and what they mean.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Deserialize;

use crate::reference::DataDir;
use crate::terms::name_key;

const PATH: &str = "layouts/words/archimate.toml";

/// What an element is in a portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Municipality,
    Partnership,
    Vendor,
    Package,
    Version,
    Component,
    Facility,
    Hosting,
    Coupling,
    /// A subtype: the coupling leads outside.
    OutsideCoupling,
}

/// What a relation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    UsedFor,
    ClaimedFor,
    UsedBy,
    ConsumerOf,
    HasMembers,
    HasVersion,
    UsesVersion,
    VersionOf,
    SuppliedBy,
    DeliveredAs,
    HostedAs,
    Coupling,
    OutsideCoupling,
}

/// Property names by what they hold, in comparable form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Properties {
    pub r#type: Vec<String>,
    pub subtype: Vec<String>,
    pub id: Vec<String>,
    pub code: Vec<String>,
    pub version: Vec<String>,
    pub status: Vec<String>,
    pub external: Vec<String>,
    pub direction: Vec<String>,
    pub basis: Vec<String>,
    pub standard: Vec<String>,
    pub protocol: Vec<String>,
    pub via: Vec<String>,
    pub coupling_status: Vec<String>,
}

/// `ArchiMate` types, in comparable form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Types {
    pub partnership: Vec<String>,
    pub flow: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    properties: Properties,
    kinds: BTreeMap<Kind, Vec<String>>,
    relations: BTreeMap<Says, Vec<String>>,
    types: Types,
}

/// All of them.
#[derive(Debug)]
pub struct PortfolioWords {
    pub properties: Properties,
    pub types: Types,
    kinds: BTreeMap<String, Kind>,
    relations: BTreeMap<String, Says>,
}

impl PortfolioWords {
    pub(in crate::inventory) fn load(data: &DataDir) -> Result<Self> {
        let mut file: WordsFile = data.toml(PATH)?;
        let p = &mut file.properties;
        for names in [
            &mut p.r#type,
            &mut p.subtype,
            &mut p.id,
            &mut p.code,
            &mut p.version,
            &mut p.status,
            &mut p.external,
            &mut p.direction,
            &mut p.basis,
            &mut p.standard,
            &mut p.protocol,
            &mut p.via,
            &mut p.coupling_status,
            &mut file.types.partnership,
            &mut file.types.flow,
        ] {
            for name in names.iter_mut() {
                *name = name_key(name);
            }
        }
        Ok(Self { properties: file.properties, types: file.types, kinds: by_key(file.kinds), relations: by_key(file.relations) })
    }

    pub fn kind(&self, text: &str) -> Option<Kind> {
        self.kinds.get(&name_key(text)).copied()
    }

    /// What a relation says by its name. A coupling may be described further behind its first words.
    pub fn relation(&self, name: &str) -> Option<Says> {
        let key = name_key(name);
        if let Some(says) = self.relations.get(&key) {
            return Some(*says);
        }
        let is_coupling = |says: &Says| matches!(says, Says::Coupling | Says::OutsideCoupling);
        let begins = |word: &str| key.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        self.relations.iter().filter(|(word, says)| is_coupling(says) && begins(word)).map(|(_, says)| *says).next_back()
    }
}

fn by_key<V: Copy>(lists: BTreeMap<V, Vec<String>>) -> BTreeMap<String, V> {
    lists.into_iter().flat_map(|(value, words)| words.into_iter().map(move |word| (name_key(&word), value))).collect()
}
