//! The uses of a model as rows under a header, and a count of everything else in it.

use super::couplings::{Coupling, couplings};
use super::graph::{Beside, Graph, Link};
use super::names::without_user;
use super::uses::{Used, User, distinct, members, uses};
use super::words::Kind;
use crate::inventory::Words;
use crate::inventory::merge::nearness;
use crate::reference::{ComponentMatch, Components};
use crate::sources::{Row, Value};

/// The header of the rows, as the layout knows it.
pub const HEADER: [&str; 13] = [
    "Object ID",
    "Pakket of applicatie",
    "Versie-aanduiding",
    "Leverancier die levert",
    "Documentatie van het element",
    "Wordt gebruikt voor",
    "Gebruik status",
    "Wordt afgenomen als",
    "Gebruikt door",
    "CBS code van de gebruiker",
    "Gebruikt door samenwerkingsverband",
    "Heeft deelnemers",
    "Regel in het model",
];

/// What a model gives.
pub struct Portfolio {
    /// The header, then one row for each use, at the line of its element or relation.
    pub rows: Vec<Row>,
    pub couplings: Vec<Coupling>,
    /// Elements that head others, and relations and elements that say nothing about use.
    pub headings: usize,
    pub notes: usize,
    /// Line and identifier of elements that repeat one, with the line of the first.
    pub repeats: Vec<(u32, Box<str>, u32)>,
    /// Line and name of relations that lead nowhere, with the identifiers of their ends.
    pub dangling: Vec<(u32, Box<str>, String)>,
}

/// The most text that the rows of a model may hold together, in bytes. Only a model that is made to be large repeats itself so much.
const MAX_TEXT: usize = 256 * 1024 * 1024;

/// The rows of a model; nothing when they would not fit.
pub fn table(graph: &Graph<'_>, statuses: &Words, components: &Components) -> Option<Portfolio> {
    let found = uses(graph);
    let (mut rows, mut bytes) = (Vec::new(), 0);
    for used in &found.used {
        let shared = application(graph, used, statuses, components);
        for user in &used.users {
            let row = row(graph, &shared, user);
            bytes += 100 + row.cells.iter().filter_map(|(_, value)| value.text()).map(str::len).sum::<usize>();
            if bytes > MAX_TEXT {
                return None;
            }
            rows.push(row);
        }
    }
    rows.sort_by_key(|row| row.index);
    let couplings = couplings(graph);
    let model = graph.model;
    let repeats: Vec<_> = graph
        .repeats
        .iter()
        .map(|(again, first)| {
            let (again, first) = (graph.element(*again), graph.element(*first));
            (again.line, again.identifier.clone(), first.line)
        })
        .collect();
    let lost = graph.beside.iter().zip(&model.relations).filter(|(beside, _)| **beside == Some(Beside::Dangling));
    let dangling: Vec<_> = lost
        .map(|(_, relation)| (relation.line, relation.name.clone(), format!("{} → {}", relation.source, relation.target)))
        .collect();
    let others = rows.len() + found.headings + couplings.len() + repeats.len() + dangling.len();
    let notes = (model.elements.len() + model.relations.len()).saturating_sub(others);
    rows.insert(0, filled(0, HEADER.map(|text| Some(text.to_owned()))));
    Some(Portfolio { rows, couplings, headings: found.headings, notes, repeats, dangling })
}

type Texts<const N: usize> = [Option<String>; N];

/// What a row says of the application.
fn application(graph: &Graph<'_>, used: &Used, statuses: &Words, components: &Components) -> Texts<8> {
    let names = &graph.words.properties;
    let software: Vec<usize> = used.versions.iter().copied().chain(used.package).collect();
    let property = |position: usize, names: &[String]| graph.element(position).property(names).map(str::to_owned);
    let identifier = |package: usize| graph.element(package).identifier.to_string();
    let known_as = used.package.or_else(|| used.versions.first().copied());
    let documentation = software.iter().map(|position| &*graph.element(*position).documentation).find(|text| !text.is_empty());
    let stated: Vec<String> = software.iter().filter_map(|position| property(*position, &names.status)).collect();
    [
        // A version without a package has an id of its own, which would keep it apart from the other versions.
        used.package.map(|package| property(package, &names.id).unwrap_or_else(|| identifier(package))),
        known_as.map(|position| without_user(graph, position).0.to_owned()),
        joined(used.versions.iter().map(|version| version_text(graph, *version, used.package))),
        joined(vendors(graph, &software).into_iter()),
        documentation.map(str::to_owned),
        joined(component_names(graph, &software, components).into_iter()),
        status(&stated, statuses),
        joined(linked(graph, &software, Link::HostedAs)),
    ]
}

/// The row of one user.
fn row(graph: &Graph<'_>, shared: &Texts<8>, user: &User) -> Row {
    let name = |position: usize| graph.element(position).name.to_string();
    let partnership = user.organisation.filter(|one| graph.is(*one, Kind::Partnership));
    let code = user.organisation.and_then(|one| graph.element(one).property(&graph.words.properties.code));
    // Who takes part matters only when the partnership itself is the user.
    let participants = partnership.iter().flat_map(|one| members(graph, *one)).map(name);
    let own: Texts<5> = [
        user.organisation.map(name),
        code.map(str::to_owned),
        user.through.or(partnership).map(name),
        joined(participants),
        Some((u64::from(user.line) + 1).to_string()),
    ];
    filled(user.line, shared.iter().cloned().chain(own))
}

fn filled(index: u32, texts: impl IntoIterator<Item = Option<String>>) -> Row {
    let cells = (0..).zip(texts).filter_map(|(column, text)| Some((column, Value::Text(text?.into()))));
    Row { index, cells: cells.filter(|(_, value)| value.text().is_some_and(|text| !text.is_empty())).collect() }
}

fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

/// What tells a version from its package: the designation, or what its name has behind that of the package.
fn version_text(graph: &Graph<'_>, version: usize, package: Option<usize>) -> String {
    let part = graph.element(version);
    let designation = part.property(&graph.words.properties.version);
    let of_package = package.map(|package| &*graph.element(package).name).unwrap_or_default();
    let behind = part.name.strip_prefix(of_package).map(str::trim).filter(|rest| !rest.is_empty());
    designation.or(behind.filter(|_| package.is_some())).unwrap_or_default().to_owned()
}

/// The names at the other end of links from any of these.
fn linked<'g>(graph: &'g Graph<'_>, software: &[usize], says: Link) -> impl Iterator<Item = String> + use<'g> {
    let ends = distinct(software.iter().flat_map(|one| graph.out(*one, move |link| link == says)).map(|(end, _)| end));
    ends.into_iter().map(|end| graph.element(end).name.to_string())
}

/// Who supplies it, or what it was delivered from.
fn vendors(graph: &Graph<'_>, software: &[usize]) -> Vec<String> {
    let offered = software.iter().flat_map(|one| graph.into(*one, |link| link == Link::DeliveredAs)).map(|(offer, _)| offer);
    let all: Vec<usize> = software.iter().copied().chain(offered).collect();
    let vendors = distinct(all.iter().flat_map(|one| graph.into(*one, |link| link == Link::Supplies)).map(|(vendor, _)| vendor));
    let is_vendor = |vendor: &usize| graph.is(*vendor, Kind::Vendor);
    vendors.into_iter().filter(is_vendor).map(|vendor| graph.element(vendor).name.to_string()).collect()
}

/// Components by a name that is known; else by their id, when that is.
fn component_names(graph: &Graph<'_>, software: &[usize], components: &Components) -> Vec<String> {
    let ends = distinct(software.iter().flat_map(|one| graph.out(*one, |link| link == Link::UsedFor)).map(|(end, _)| end));
    let name = |end: usize| {
        let part = graph.element(end);
        let is_known = |text: &&str| matches!(components.find(text), Some(ComponentMatch::Current(_) | ComponentMatch::Former(_)));
        let id = || part.property(&graph.words.properties.id).filter(is_known).or(Some(&*part.identifier).filter(is_known));
        Some(&*part.name).filter(is_known).or_else(id).unwrap_or(&part.name).to_owned()
    };
    ends.into_iter().map(name).collect()
}

/// Of several versions in one row the status nearest to use; one that is not known goes through as it is, and is told.
fn status(texts: &[String], statuses: &Words) -> Option<String> {
    let known = texts.iter().filter_map(|text| Some((nearness(statuses.status(text)?), text)));
    known.min().map(|(_, text)| text).or(texts.first()).cloned()
}
