//! Which applications are in use, by whom. That a supplier claims fitness, or that something is on offer, is no use.

use std::collections::BTreeMap;

use super::graph::{Graph, Link};
use super::names::without_user;
use super::words::Kind;
use crate::terms::name_key;

/// An application in use, with who uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// A version that has no package stands for itself.
    pub package: Option<usize>,
    pub versions: Vec<usize>,
    pub users: Vec<User>,
}

/// One user of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Where this use is accounted for: the line of the element, for further users that of the relation that says so.
    pub line: u32,
    pub organisation: Option<usize>,
    /// The partnership through which a municipality uses it.
    pub through: Option<usize>,
}

/// The applications in use, and how many packages only head their versions.
#[derive(Debug, Default)]
pub struct Uses {
    pub used: Vec<Used>,
    pub headings: usize,
}

/// What is known of packages and versions, worked out once: versions may be many.
struct Versions {
    /// The versions in use, by package.
    of: BTreeMap<usize, Vec<usize>>,
    /// The packages of which it is used, by version.
    packages: BTreeMap<usize, Vec<usize>>,
}

/// Finds all uses of a model.
pub fn uses(graph: &Graph<'_>) -> Uses {
    let versions = versions(graph);
    let heads: BTreeMap<usize, bool> =
        versions.of.iter().map(|(package, of)| (*package, heads(graph, *package, of, &versions))).collect();
    let mut found = Uses::default();
    let own = own_municipality(graph);
    for element in (0..graph.model.elements.len()).filter(|element| !graph.repeats.contains_key(element)) {
        let (package, of) = match graph.kinds[element] {
            Some(Kind::Package) if heads.get(&element) == Some(&true) => {
                found.headings += 1;
                continue;
            }
            Some(Kind::Package) => (Some(element), versions.of.get(&element).cloned().unwrap_or_default()),
            Some(Kind::Version) => match versions.packages.get(&element).map(Vec::as_slice).unwrap_or_default() {
                [] => (None, vec![element]),
                [package] if heads.get(package) == Some(&true) => (Some(*package), vec![element]),
                _ => continue,
            },
            _ => continue,
        };
        if package.is_some() && !of.is_empty() || shows_use(graph, element) {
            let users = attributed(graph, users(graph, package, &of), element, own);
            found.used.push(Used { package, versions: of, users });
        }
    }
    found
}

fn versions(graph: &Graph<'_>) -> Versions {
    let mut versions = Versions { of: BTreeMap::new(), packages: BTreeMap::new() };
    for package in graph.all(Kind::Package) {
        let said = graph.out(package, |link| link == Link::HasVersion(true)).map(|(version, _)| version);
        let shown = graph.out(package, |link| link == Link::HasVersion(false)).map(|(version, _)| version);
        let of = distinct(
            said.chain(shown.filter(|version| shows_use(graph, *version))).filter(|version| graph.is(*version, Kind::Version)),
        );
        for version in &of {
            versions.packages.entry(*version).or_default().push(package);
        }
        if !of.is_empty() {
            versions.of.insert(package, of);
        }
    }
    versions
}

/// Whether a package only heads its versions, which are rows of their own: when each is of this package alone, and one user at most
/// has them.
fn heads(graph: &Graph<'_>, package: usize, of: &[usize], versions: &Versions) -> bool {
    let alone = |version: &usize| versions.packages.get(version).is_some_and(|packages| packages.len() == 1);
    !graph.repeats.contains_key(&package) && of.iter().all(alone) && users(graph, Some(package), of).len() <= 1
}

/// Users with the partnership through which they use it. A partnership stands for the municipality that the model is of, when that
/// takes part in it; else for itself.
fn attributed(graph: &Graph<'_>, users: Vec<(usize, usize)>, element: usize, own: Option<usize>) -> Vec<User> {
    let (partnerships, municipalities): (Vec<_>, Vec<_>) =
        users.into_iter().partition(|(user, _)| graph.is(*user, Kind::Partnership));
    let mut through: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    for (partnership, _) in &partnerships {
        let members = members(graph, *partnership);
        // A partnership of which no members are told is anybody's.
        let keys: Vec<Option<usize>> = if members.is_empty() { vec![None] } else { members.into_iter().map(Some).collect() };
        for key in keys {
            through.entry(key).or_insert(*partnership);
        }
    }
    let through = |municipality: usize| through.get(&Some(municipality)).or_else(|| through.get(&None)).copied();
    let line = graph.element(element).line;
    let at = |position: usize, relation: usize| if position == 0 { line } else { graph.model.relations[relation].line };
    let each = |users: Vec<(usize, usize)>, through: &dyn Fn(usize) -> Option<usize>| {
        let users = users.into_iter().enumerate();
        users
            .map(|(position, (user, relation))| User {
                line: at(position, relation),
                organisation: Some(user),
                through: through(user),
            })
            .collect()
    };
    match own {
        _ if !municipalities.is_empty() => each(municipalities, &through),
        Some(own) if through(own).is_some() => vec![User { line, organisation: Some(own), through: through(own) }],
        _ if !partnerships.is_empty() => each(partnerships, &|_| None),
        own => vec![User { line, organisation: without_user(graph, element).1.or(own), through: None }],
    }
}

/// The municipalities that take part in a partnership.
pub fn members(graph: &Graph<'_>, partnership: usize) -> Vec<usize> {
    distinct(graph.out(partnership, |link| link == Link::HasMember).map(|(member, _)| member))
}

/// The municipality that the model is of: the only one that uses anything, or the only one at all.
fn own_municipality(graph: &Graph<'_>) -> Option<usize> {
    let all: Vec<usize> = graph.all(Kind::Municipality).filter(|position| !graph.repeats.contains_key(position)).collect();
    let uses = |municipality: &usize| graph.into(*municipality, |link| link == Link::UsedBy).next().is_some();
    let using: Vec<usize> = all.iter().copied().filter(uses).collect();
    match (using.as_slice(), all.as_slice()) {
        ([own], _) | ([], [own]) => Some(*own),
        _ => None,
    }
}

/// Who uses a package or its versions: each once, with the first relation that says so.
pub fn users(graph: &Graph<'_>, package: Option<usize>, versions: &[usize]) -> Vec<(usize, usize)> {
    let software = package.into_iter().chain(versions.iter().copied());
    let mut users: Vec<(usize, usize)> = software.flat_map(|one| graph.out(one, |link| link == Link::UsedBy)).collect();
    users.sort_unstable();
    users.dedup_by_key(|(user, _)| *user);
    users
}

/// Whether anything says that this very element is in use.
fn shows_use(graph: &Graph<'_>, element: usize) -> bool {
    let (part, properties) = (graph.element(element), &graph.words.properties);
    let external =
        part.property(&properties.external).is_some_and(|text| matches!(&*name_key(text), "ja" | "yes" | "true" | "waar"));
    part.property(&properties.status).is_some()
        || external
        || graph.out(element, |link| matches!(link, Link::UsedFor | Link::UsedBy)).next().is_some()
}

pub fn distinct(positions: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut positions: Vec<usize> = positions.collect();
    positions.sort_unstable();
    positions.dedup();
    positions
}
