//! Made-up populations whose true shares are known: the real frame, with systems and shares drawn for every municipality.
//!
//! Made to be hard where real inventories are: large cities have many systems and another share than villages, partnerships of a region lift
//! their members together, and the strict share is small and skewed. Nothing in them is of a real municipality but its size and region.

use tachtig::measure::Parts;
use tachtig::measure::estimate::Stream;
use tachtig::reference::Frame;

/// One municipality with all that a full response would show.
#[derive(Debug, Clone)]
pub struct Member {
    pub size_class: Option<u8>,
    /// The number of its region, for those that answer together.
    pub region: usize,
    /// Systems that count, and how many of them are collective: broadly, then strictly.
    pub parts: [Parts; 2],
}

/// Draws a population over the municipalities of a frame.
pub fn population(frame: &Frame, random: &mut Stream) -> Vec<Member> {
    let mut regions: Vec<&str> = frame.municipalities.iter().map(|one| region(&one.regions)).collect();
    regions.sort_unstable();
    regions.dedup();
    let lifts: Vec<f64> = regions.iter().map(|_| lift(random)).collect();
    let member = |one: &tachtig::reference::Municipality| {
        let region = regions.binary_search(&region(&one.regions)).unwrap_or_default();
        let thousands = one.inhabitants.unwrap_or(35_000) as f64 / 1_000.0;
        let systems = (60.0 * thousands.powf(0.45) * (0.35 * normal(random)).exp()).round().max(5.0);
        let larger = (thousands / 35.0).ln();
        let broad = share(-0.9 - 0.35 * larger + lifts[region] + 0.4 * normal(random));
        // Most municipalities use a few provisions for all, some many: an exponential tail.
        let strict = share(-3.4 - 0.15 * larger - 0.7 * (1.0 - random.unit()).ln()).min(broad);
        let parts = [broad, strict].map(|share| Parts { part: (share * systems).round() as u64, whole: systems as u64 });
        Member { size_class: one.size_class, region, parts }
    };
    frame.municipalities.iter().map(member).collect()
}

/// The true share, that of all municipalities together.
pub fn truth(population: &[Member], measure: usize) -> f64 {
    let sum = population.iter().fold((0, 0), |sum, one| (sum.0 + one.parts[measure].part, sum.1 + one.parts[measure].whole));
    sum.0 as f64 / sum.1 as f64
}

fn region(regions: &std::collections::BTreeMap<String, tachtig::reference::Region>) -> &str {
    regions.get("corop").map_or("", |region| region.code.as_str())
}

/// A third of the regions has a service centre that runs much for its members.
fn lift(random: &mut Stream) -> f64 {
    0.2 * normal(random) + if random.unit() < 0.35 { 0.9 } else { -0.4 }
}

fn share(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// Nearly a standard normal number: twelve even ones less their mean.
pub fn normal(random: &mut Stream) -> f64 {
    (0..12).map(|_| random.unit()).sum::<f64>() - 6.0
}
