//! Which systems a municipality has in a month: a stable draw, with a little change from month to month.

use anyhow::{Context, Result};
use chrono::{Months, NaiveDate};

use crate::arrangement::{Arrangement, Partner, arrangements};
use crate::municipality::{Municipality, municipalities};
use crate::product::{Product, Reach, products};
use crate::random::Random;
use crate::system::{Phase, System};
use crate::{MONTHS, table};

const OWNERS: [&str; 8] =
    ["Burgerzaken", "Financiën", "I&A", "Sociaal domein", "Ruimte", "Bedrijfsvoering", "Griffie", "Communicatie"];

/// Everything that inventories are drawn from.
pub struct Stock {
    municipalities: Vec<Municipality>,
    products: Vec<Product>,
    arrangements: Vec<Arrangement>,
}

/// A municipality with its systems in one month.
pub struct Inventory {
    pub municipality: Municipality,
    pub systems: Vec<System>,
}

impl Stock {
    pub fn load() -> Result<Self> {
        Ok(Self { municipalities: municipalities()?, products: products()?, arrangements: arrangements()? })
    }

    /// The inventories of a list of municipalities in the month with this index.
    pub fn inventories(&self, codes: &'static str, month: usize) -> Result<Vec<Inventory>> {
        table::list(codes).into_iter().map(|code| self.inventory(code, month)).collect()
    }

    fn inventory(&self, code: &str, month: usize) -> Result<Inventory> {
        let found = self.municipalities.iter().find(|municipality| municipality.code == code);
        let municipality = found.with_context(|| format!("no municipality {code} in the sample"))?.clone();
        let drawn = self.draw(&municipality).into_iter().enumerate();
        let systems = drawn.filter_map(|(index, product)| self.system(&municipality, index, product, month)).collect();
        Ok(Inventory { municipality, systems })
    }

    /// The products of a municipality in all months together.
    fn draw(&self, municipality: &Municipality) -> Vec<Product> {
        let mut random = Random::of(&["draw", municipality.code]);
        let fixed = self.products.iter().filter(|product| product.only.contains(&municipality.code)).cloned();
        let mut drawn: Vec<Product> = fixed.collect();
        let wanted = municipality.systems();
        let shares = [
            (Reach::National, 2 + municipality.size_class),
            (Reach::Everywhere, wanted * 6 / 10),
            (Reach::Usual, wanted),
            (Reach::Sometimes, wanted),
        ];
        for (reach, most) in shares {
            let room = wanted.saturating_sub(drawn.len()).min(most);
            let candidates = random.shuffled(self.functions(reach)).into_iter();
            let chosen: Vec<Product> = candidates.map(|function| self.choose(function, &mut random)).take(room).collect();
            drawn.extend(chosen);
        }
        drawn.sort_by(|a, b| (a.reach, a.function, a.name).cmp(&(b.reach, b.function, b.name)));
        random.shuffled(drawn)
    }

    fn functions(&self, reach: Reach) -> Vec<&'static str> {
        let free = self.products.iter().filter(|product| product.reach == reach && product.only.is_empty());
        let mut functions: Vec<&str> = free.map(|product| product.function).collect();
        functions.dedup();
        functions
    }

    fn choose(&self, function: &str, random: &mut Random) -> Product {
        let same = |product: &&Product| product.function == function && product.only.is_empty();
        let choices: Vec<&Product> = self.products.iter().filter(same).collect();
        choices[random.below(choices.len())].clone()
    }

    /// The system in this month, unless it came later or has gone. Every choice is drawn in every month, in this order.
    fn system(&self, municipality: &Municipality, index: usize, product: Product, month: usize) -> Option<System> {
        let code = municipality.code;
        let mut random = Random::of(&["system", code, product.name, product.vendor]);
        let national = product.reach == Reach::National;
        let (listed, phase_draw) = (random.below(100), random.below(100));
        if !national && !is_listed(listed, month) {
            return None;
        }
        let scale = municipality.cost_percent();
        Some(System {
            number: index + 1,
            owner: OWNERS[random.below(OWNERS.len())],
            partner: self.partner(code, product.function, MONTHS[month]),
            phase: if national { Phase::Production } else { phase(phase_draw, month) },
            versions: versions(&product, &mut random),
            contract_end: contract_end(&mut random, month).filter(|_| !national),
            cost: product.cost.filter(|_| random.percent(78)).map(|cost| cost * scale / 100 / 50 * 50),
            users: product.users.filter(|_| random.percent(72)).map(|users| (users * scale / 130).max(1)),
            personal_data: random.percent(85).then(|| random.percent(65)),
            criticality: [(); 3].map(|()| 1 + random.below(3)),
            product,
        })
    }

    fn partner(&self, code: &str, function: &str, month: &str) -> Partner {
        self.arrangements.iter().find_map(|arrangement| arrangement.partner(code, function, month)).unwrap_or_default()
    }
}

/// A few systems come in the second or third month, a few go.
fn is_listed(draw: usize, month: usize) -> bool {
    match draw {
        0..=2 => month >= 1,
        3..=5 => month >= 2,
        6..=7 => month < 1,
        8..=10 => month < 2,
        _ => true,
    }
}

/// Most are in production; some that are planned are in production by the third month.
fn phase(draw: usize, month: usize) -> Phase {
    match draw {
        0..=1 => Phase::Acquiring,
        2..=3 => Phase::Planned,
        4..=5 if month < 2 => Phase::Planned,
        6..=10 => Phase::Leaving,
        11..=12 if month == 2 => Phase::Leaving,
        13..=15 => Phase::Retired,
        _ => Phase::Production,
    }
}

fn versions(product: &Product, random: &mut Random) -> Vec<String> {
    if product.reach == Reach::National {
        return vec![String::new()];
    }
    let year = 2022 + random.below(5);
    let newest = match random.below(4) {
        0 => String::new(),
        1 => format!("{}.{}", 1 + random.below(9), random.below(10)),
        2 => format!("{year}.{}", 1 + random.below(4)),
        _ => {
            if product.hosting == "SaaS" {
                "productieversie".to_owned()
            } else {
                format!("{}.{}.1", 3 + random.below(8), random.below(10))
            }
        }
    };
    let older = format!("{year}.0");
    if product.reach <= Reach::Usual && random.percent(12) && !newest.is_empty() { vec![newest, older] } else { vec![newest] }
}

/// A day in the next years, moved by a year or two where a contract was extended since the first month.
fn contract_end(random: &mut Random, month: usize) -> Option<NaiveDate> {
    if random.percent(18) {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(2026, 6, 1)?;
    let later = u32::try_from(random.below(58)).ok()?;
    let end = first.checked_add_months(Months::new(later))?.pred_opt()?;
    let extended = match random.below(100) {
        0..=4 if month >= 1 => 12,
        5..=9 if month >= 2 => 24,
        _ => 0,
    };
    end.checked_add_months(Months::new(extended))
}
