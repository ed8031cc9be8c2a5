//! A model as a graph of what matters to a portfolio: elements with their kind, and links that all point the same way.

use std::collections::BTreeMap;

use super::names::organisation_key;
use super::words::{Kind, PortfolioWords, Says};
use crate::sources::{Model, Part};
use crate::terms::name_key;

/// What a link says, whichever way the relation was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Software to component.
    UsedFor,
    /// Software to who uses it.
    UsedBy,
    /// Partnership to municipality.
    HasMember,
    /// Package to version; with whether the relation itself says that this version is used.
    HasVersion(bool),
    /// Vendor to software.
    Supplies,
    /// What is offered to what is delivered.
    DeliveredAs,
    /// Software to its form of hosting.
    HostedAs,
}

/// What becomes of a relation that is no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    Coupling {
        outside: bool,
    },
    /// One of its ends is not in the model.
    Dangling,
    /// It says nothing about use.
    Nothing,
}

/// The graph. Elements and relations are known by their position in the model.
pub struct Graph<'a> {
    pub model: &'a Model,
    pub words: &'a PortfolioWords,
    pub kinds: Vec<Option<Kind>>,
    /// By relation; absent for links.
    pub beside: Vec<Option<Beside>>,
    /// Ends of relations, where both are in the model.
    pub ends: Vec<Option<(usize, usize)>>,
    /// The first element with the identifier of one that repeats it.
    pub repeats: BTreeMap<usize, usize>,
    /// Municipalities and partnerships by the comparable form of their name.
    pub organisations: BTreeMap<String, usize>,
    /// Links by where they begin and where they end: what they say, the other end, the relation.
    out: BTreeMap<usize, Vec<(Link, usize, usize)>>,
    into: BTreeMap<usize, Vec<(Link, usize, usize)>>,
}

impl<'a> Graph<'a> {
    pub fn of(model: &'a Model, words: &'a PortfolioWords) -> Self {
        let mut graph = Self {
            model,
            words,
            kinds: model.elements.iter().map(|element| kind(element, words)).collect(),
            beside: vec![None; model.relations.len()],
            ends: Vec::new(),
            repeats: BTreeMap::new(),
            organisations: BTreeMap::new(),
            out: BTreeMap::new(),
            into: BTreeMap::new(),
        };
        let positions = graph.positions();
        let end = |identifier: &str| positions.get(identifier).copied();
        graph.ends = model.relations.iter().map(|relation| Some((end(&relation.source)?, end(&relation.target)?))).collect();
        let said: Vec<Option<Says>> = model.relations.iter().map(|relation| says(relation, words)).collect();
        graph.infer_kinds(&said);
        for (relation, says) in said.into_iter().enumerate() {
            graph.link(relation, says);
        }
        graph.name_organisations();
        graph
    }

    /// Gives elements that do not tell what they are the kind that relations say. A version is told from its package first, for
    /// both are used in the same relations.
    fn infer_kinds(&mut self, said: &[Option<Says>]) {
        let says_version = |says: Says| matches!(says, Says::HasVersion | Says::UsesVersion | Says::VersionOf);
        for versions in [true, false] {
            for (relation, says) in said.iter().enumerate() {
                if let (Some(says), Some(ends)) = (says.filter(|says| says_version(*says) == versions), self.ends[relation]) {
                    self.infer(says, ends);
                }
            }
        }
    }

    fn name_organisations(&mut self) {
        let organisations = self.all(Kind::Municipality).chain(self.all(Kind::Partnership));
        let named: Vec<(String, usize)> =
            organisations.map(|position| (organisation_key(&self.element(position).name), position)).collect();
        for (name, position) in named {
            self.organisations.entry(name).or_insert(position);
        }
    }

    /// Positions by identifier. Of two elements with one identifier the first stands.
    fn positions(&mut self) -> BTreeMap<&'a str, usize> {
        let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
        for (position, element) in self.model.elements.iter().enumerate().filter(|(_, element)| !element.identifier.is_empty()) {
            let first = *positions.entry(&*element.identifier).or_insert(position);
            if first != position {
                self.repeats.insert(position, first);
            }
        }
        positions
    }

    /// What relations say of elements that do not tell what they are.
    fn infer(&mut self, says: Says, (source, target): (usize, usize)) {
        let partnership = |position: usize| self.words.types.partnership.contains(&name_key(&self.model.elements[position].kind));
        let organisation = |position: usize| if partnership(position) { Kind::Partnership } else { Kind::Municipality };
        let (of_source, of_target) = match says {
            Says::UsedFor | Says::ClaimedFor => (Kind::Package, Kind::Component),
            Says::UsedBy => (Kind::Package, organisation(target)),
            Says::ConsumerOf => (organisation(source), Kind::Package),
            Says::HasMembers => (Kind::Partnership, Kind::Municipality),
            Says::HasVersion | Says::UsesVersion => (Kind::Package, Kind::Version),
            Says::VersionOf => (Kind::Version, Kind::Package),
            Says::SuppliedBy => (Kind::Vendor, Kind::Package),
            Says::HostedAs => (Kind::Package, Kind::Hosting),
            Says::DeliveredAs | Says::Coupling | Says::OutsideCoupling => return,
        };
        self.kinds[source].get_or_insert(of_source);
        self.kinds[target].get_or_insert(of_target);
    }

    fn link(&mut self, relation: usize, says: Option<Says>) {
        let beside = match (says, self.ends[relation]) {
            (None | Some(Says::ClaimedFor), _) => Beside::Nothing,
            (Some(_), None) => Beside::Dangling,
            // What leads to itself tells nothing, but for a coupling.
            (Some(Says::Coupling), _) => Beside::Coupling { outside: false },
            (Some(Says::OutsideCoupling), _) => Beside::Coupling { outside: true },
            (Some(_), Some((source, target))) if source == target => Beside::Nothing,
            (Some(says), Some(ends)) => {
                let (link, from, to) = self.directed(says, ends);
                self.out.entry(from).or_default().push((link, to, relation));
                self.into.entry(to).or_default().push((link, from, relation));
                return;
            }
        };
        self.beside[relation] = Some(beside);
    }

    /// The link that a relation is. One that was drawn the other way round is turned when the kinds of its ends show it.
    fn directed(&self, says: Says, (source, target): (usize, usize)) -> (Link, usize, usize) {
        let link = match says {
            Says::UsedBy | Says::ConsumerOf => Link::UsedBy,
            Says::HasMembers => Link::HasMember,
            Says::HasVersion | Says::VersionOf => Link::HasVersion(false),
            Says::UsesVersion => Link::HasVersion(true),
            Says::SuppliedBy => Link::Supplies,
            Says::DeliveredAs => Link::DeliveredAs,
            Says::HostedAs => Link::HostedAs,
            Says::UsedFor | Says::ClaimedFor | Says::Coupling | Says::OutsideCoupling => Link::UsedFor,
        };
        let (from, to) = if matches!(says, Says::ConsumerOf | Says::VersionOf) { (target, source) } else { (source, target) };
        if !self.fits(link, from, to) && self.fits(link, to, from) { (link, to, from) } else { (link, from, to) }
    }

    fn fits(&self, link: Link, from: usize, to: usize) -> bool {
        let is = |position: usize, kinds: &[Kind]| self.kinds[position].is_some_and(|kind| kinds.contains(&kind));
        match link {
            Link::UsedFor => is(to, &[Kind::Component]),
            Link::UsedBy => is(to, &[Kind::Municipality, Kind::Partnership]),
            Link::HasMember => is(from, &[Kind::Partnership]),
            Link::HasVersion(_) => is(to, &[Kind::Version]) && is(from, &[Kind::Package]),
            Link::Supplies => is(from, &[Kind::Vendor]),
            Link::HostedAs => is(to, &[Kind::Hosting]),
            Link::DeliveredAs => true,
        }
    }

    /// Where links of an element lead, with the relation.
    pub fn out(&self, element: usize, says: impl Fn(Link) -> bool) -> impl Iterator<Item = (usize, usize)> {
        let links = self.out.get(&element).into_iter().flatten();
        links.filter(move |(link, ..)| says(*link)).map(|(_, other, relation)| (*other, *relation))
    }

    /// Where links that lead to an element come from.
    pub fn into(&self, element: usize, says: impl Fn(Link) -> bool) -> impl Iterator<Item = (usize, usize)> {
        let links = self.into.get(&element).into_iter().flatten();
        links.filter(move |(link, ..)| says(*link)).map(|(_, other, relation)| (*other, *relation))
    }

    pub fn element(&self, position: usize) -> &'a Part {
        &self.model.elements[position]
    }

    pub fn is(&self, position: usize, kind: Kind) -> bool {
        self.kinds[position] == Some(kind)
    }

    /// The positions of all elements of a kind.
    pub fn all(&self, kind: Kind) -> impl Iterator<Item = usize> {
        self.kinds.iter().enumerate().filter(move |(_, other)| **other == Some(kind)).map(|(position, _)| position)
    }
}

fn kind(element: &Part, words: &PortfolioWords) -> Option<Kind> {
    let told = element.property(&words.properties.r#type).and_then(|text| words.kind(text));
    told.or_else(|| element.property(&words.properties.code).map(|_| Kind::Municipality))
}

/// What a relation says: by its name, or for a coupling by what it tells of itself.
fn says(relation: &Part, words: &PortfolioWords) -> Option<Says> {
    let by_name = words.relation(&relation.name);
    let kind = |names: &[String]| relation.property(names).and_then(|text| words.kind(text));
    let tells = kind(&words.properties.r#type) == Some(Kind::Coupling);
    let outside = kind(&words.properties.subtype) == Some(Kind::OutsideCoupling) || by_name == Some(Says::OutsideCoupling);
    let flows = words.types.flow.contains(&name_key(&relation.kind));
    match by_name {
        _ if tells => Some(if outside { Says::OutsideCoupling } else { Says::Coupling }),
        Some(Says::Coupling | Says::OutsideCoupling) if !flows => None,
        Some(Says::Coupling) if outside => Some(Says::OutsideCoupling),
        other => other,
    }
}
