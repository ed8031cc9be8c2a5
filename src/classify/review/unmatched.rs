//! Decisions that met no system of a month.

use std::collections::BTreeSet;

use super::decision::{Decision, Scope};
use super::matching::Holding;
use crate::classify::Classified;
use crate::problem::{Code, Place, Problem};
use crate::terms::name_key;

/// Of each that met none a problem: `review-misses` where its product is still there, with other evidence; else `review-unused`.
pub fn unmatched(holding: &Holding<'_>, classified: &[Classified]) -> Vec<Problem> {
    if holding.is_empty() {
        return Vec::new();
    }
    let mut met = BTreeSet::new();
    for one in classified {
        met.extend(holding.about(&one.system.municipality, &one.system.id, &one.verdicts.evidence_id));
    }
    let unmet: Vec<&Decision> =
        holding.decisions.iter().enumerate().filter(|(at, _)| !met.contains(at)).map(|(_, decision)| *decision).collect();
    let there = if unmet.is_empty() { BTreeSet::new() } else { classified.iter().flat_map(products).collect() };
    unmet.into_iter().map(|decision| told(decision, &there)).collect()
}

/// A product and vendor, in the form in which they are compared, at one municipality or anywhere.
type Product<'a> = (Option<&'a str>, String, String);

fn products(one: &Classified) -> [Product<'_>; 2] {
    let named = &one.system.record.named;
    let (product, vendor) = (name_key(&named.product), name_key(named.vendor.as_deref().unwrap_or_default()));
    [(Some(&one.system.municipality), product.clone(), vendor.clone()), (None, product, vendor)]
}

fn told(decision: &Decision, there: &BTreeSet<Product<'_>>) -> Problem {
    let municipality = decision.scope.municipality().map(|code| &**code);
    let product = (municipality, name_key(&decision.product), name_key(&decision.vendor));
    let of_product = !matches!(decision.scope, Scope::System { .. }) && there.contains(&product);
    let code = if of_product { Code::ReviewMisses } else { Code::ReviewUnused };
    let hint = format!("{} ({}): expects '{}'", decision.id, decision.place(), decision.evidence);
    Problem::new(code, Place::file(decision.path.as_str().into()), &*decision.product).with_hint(Some(hint))
}
