//! Couplings of a model: which application is connected with what, and how.

use super::graph::{Beside, Graph, Link};
use super::names::without_user;
use super::uses::{distinct, users};
use super::words::Kind;

/// A coupling, with the names of its ends as the model has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coupling {
    pub line: u32,
    pub id: Option<Box<str>>,
    pub application: Box<str>,
    pub far_end: Box<str>,
    pub outside: bool,
    /// Whether the facility stood first, so that the direction is to be turned.
    pub turned: bool,
    pub direction: Option<Box<str>>,
    pub basis: Option<Box<str>>,
    pub standard: Option<Box<str>>,
    pub protocol: Option<Box<str>>,
    pub via: Option<Box<str>>,
    pub status: Option<Box<str>>,
    /// Names and codes of who uses the application.
    pub users: Vec<(Box<str>, Option<Box<str>>)>,
}

/// All couplings, in the order of the model.
pub fn couplings(graph: &Graph<'_>) -> Vec<Coupling> {
    let coupling = |(relation, beside): (usize, &Option<Beside>)| match beside {
        Some(Beside::Coupling { outside }) => Some(of_relation(graph, relation, graph.ends[relation]?, *outside)),
        _ => None,
    };
    graph.beside.iter().enumerate().filter_map(coupling).collect()
}

fn of_relation(graph: &Graph<'_>, relation: usize, (source, target): (usize, usize), outside: bool) -> Coupling {
    let part = &graph.model.relations[relation];
    let facility = |position: usize| graph.is(position, Kind::Facility);
    let turned = facility(source) && !facility(target);
    let (here, far) = if turned { (target, source) } else { (source, target) };
    let (here, far) = (package_of(graph, here), package_of(graph, far));
    let names = &graph.words.properties;
    let value = |names: &[String]| part.property(names).map(Box::from);
    Coupling {
        line: part.line,
        id: value(&names.id),
        application: without_user(graph, here).0.into(),
        far_end: without_user(graph, far).0.into(),
        outside: outside || facility(far),
        turned,
        direction: value(&names.direction),
        basis: value(&names.basis),
        standard: value(&names.standard),
        protocol: value(&names.protocol),
        via: value(&names.via),
        status: value(&names.coupling_status),
        users: organisations(graph, here),
    }
}

/// The package of a version, when it has one; else the element itself.
fn package_of(graph: &Graph<'_>, element: usize) -> usize {
    let packages = distinct(graph.into(element, |link| matches!(link, Link::HasVersion(_))).map(|(package, _)| package));
    if let [package] = packages.as_slice() { *package } else { element }
}

/// Who uses an application, by name and code; by the name in brackets when no relation says so.
fn organisations(graph: &Graph<'_>, element: usize) -> Vec<(Box<str>, Option<Box<str>>)> {
    let versions = distinct(graph.out(element, |link| matches!(link, Link::HasVersion(_))).map(|(version, _)| version));
    let mut all: Vec<usize> = users(graph, Some(element), &versions).into_iter().map(|(user, _)| user).collect();
    if all.is_empty() {
        all.extend(without_user(graph, element).1);
    }
    let described = |user: usize| {
        let part = graph.element(user);
        (part.name.clone(), part.property(&graph.words.properties.code).map(Box::from))
    };
    all.into_iter().map(described).collect()
}
