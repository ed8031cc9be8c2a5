//! Who a group's figures rest on: municipalities and inhabitants, in the frame and with an inventory, and how old the inventories are
//! (METHOD §3, *Response*).

use super::coverage::{Age, Coverage};
use super::distribution::quartile;
use super::response::Response;
use crate::reference::Frame;

/// Counts over the municipalities of a group.
#[derive(Debug, Clone, Copy, Default)]
pub struct Population {
    municipalities: u64,
    municipalities_carried: u64,
    municipalities_frame: u64,
    inhabitants: u64,
    inhabitants_carried: u64,
    inhabitants_frame: u64,
    age: Age,
}

/// The population of the municipalities at these places in the frame.
pub fn population(members: &[u32], frame: &Frame, response: &[Response]) -> Population {
    let mut population = Population::default();
    let mut ages = Vec::new();
    for (municipality, response) in members.iter().map(|at| (&frame.municipalities[*at as usize], &response[*at as usize])) {
        let inhabitants = municipality.inhabitants.unwrap_or_default();
        population.municipalities_frame += 1;
        population.inhabitants_frame += inhabitants;
        if response.answer.is_given() {
            population.municipalities += 1;
            population.inhabitants += inhabitants;
            ages.push(response.carried_from.map_or(0, |oldest| frame.month.months_after(oldest)));
            if response.carried_from.is_some() {
                population.municipalities_carried += 1;
                population.inhabitants_carried += inhabitants;
            }
        }
    }
    Population { age: age(ages), ..population }
}

#[expect(clippy::cast_precision_loss, reason = "months are few")]
fn age(mut ages: Vec<i64>) -> Age {
    ages.sort_unstable();
    let values: Vec<f64> = ages.iter().map(|months| *months as f64).collect();
    Age { median: (!values.is_empty()).then(|| quartile(&values, 2)), oldest: ages.last().copied() }
}

impl Population {
    /// Coverage that rests on this population.
    pub fn fill(&self, coverage: Coverage) -> Coverage {
        let Self {
            municipalities,
            municipalities_carried,
            municipalities_frame,
            inhabitants,
            inhabitants_carried,
            inhabitants_frame,
            age,
        } = *self;
        Coverage {
            municipalities,
            municipalities_carried,
            municipalities_frame,
            inhabitants,
            inhabitants_carried,
            inhabitants_frame,
            age,
            ..coverage
        }
    }
}
