//! Chooses what is public: groups are taken one by one in order of preference, and one is left out when with it something would come out.
//!
//! What is chosen is safe, for each step keeps it so. And no group that was left out could be added: with more published, it gives away no less.

use std::collections::BTreeSet;

use super::Reason;
use super::freedom::{At, Freedom};
use crate::measure::Unit;

/// Guards that are exposed, and pairs of them.
type Exposed = BTreeSet<(usize, usize)>;

/// How many units there are; each has its own figures behind the same groups.
const LAYERS: usize = Unit::ALL.len();

/// A group that may become public.
pub struct Candidate {
    /// Why it can't be, whatever else is public.
    pub primary: Option<Reason>,
    /// The figures that it sums, in each unit.
    pub sums: [Vec<At>; LAYERS],
    /// Whether it is public whatever comes out, unless a rule on itself forbids.
    pub always: bool,
}

/// For each candidate why it is not public; absent for those that are.
pub fn choose(mut layers: [Freedom; LAYERS], candidates: &[Candidate]) -> Vec<Option<Reason>> {
    let secret: Vec<&Candidate> = candidates.iter().filter(|one| one.primary == Some(Reason::Uniform)).collect();
    let mut given_up = conceded(&mut layers);
    let mut reasons = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        if candidate.primary.is_some() {
            reasons.push(candidate.primary);
            continue;
        }
        let mut trial = with(&layers, candidate);
        if candidate.always {
            given_up = conceded(&mut trial);
        } else if !no_worse(&trial.each_ref().map(Freedom::exposed), &given_up)
            || secret.iter().any(|one| comes_out(one, &layers, &trial))
        {
            reasons.push(Some(Reason::Secondary));
            continue;
        }
        layers = trial;
        reasons.push(None);
    }
    reasons
}

/// Accepts what is public whatever comes out; gives the pairs that it ties together.
fn conceded(layers: &mut [Freedom; LAYERS]) -> [Exposed; LAYERS] {
    layers.iter_mut().for_each(Freedom::concede);
    layers.each_ref().map(Freedom::exposed)
}

fn with(layers: &[Freedom; LAYERS], candidate: &Candidate) -> [Freedom; LAYERS] {
    let mut trial = layers.clone();
    trial.iter_mut().zip(&candidate.sums).for_each(|(layer, sum)| layer.publish(sum));
    trial
}

fn no_worse(exposed: &[Exposed; LAYERS], before: &[Exposed; LAYERS]) -> bool {
    exposed.iter().zip(before).all(|(exposed, before)| exposed.is_subset(before))
}

/// Whether the sum of a group that must stay secret would follow, and did not yet.
fn comes_out(secret: &Candidate, before: &[Freedom; LAYERS], after: &[Freedom; LAYERS]) -> bool {
    let layers = secret.sums.iter().zip(before.iter().zip(after));
    layers.filter(|(sum, _)| !sum.is_empty()).any(|(sum, (before, after))| after.settles(sum) && !before.settles(sum))
}
