//! Who a group's figures rest on: municipalities and inhabitants, in the frame and with an inventory, and how old the inventories are
//! (METHOD §3, *Response*).

use super::coverage::{Age, Coverage};
use super::distribution::quartile;
use super::response::Response;
use crate::reference::Frame;

/// Counts the municipalities at these places in the frame into coverage that has none yet.
pub fn count(coverage: &mut Coverage, members: &[u32], frame: &Frame, response: &[Response]) {
    let mut ages = Vec::new();
    for (municipality, response) in members.iter().map(|at| (&frame.municipalities[*at as usize], &response[*at as usize])) {
        let inhabitants = municipality.inhabitants.unwrap_or_default();
        coverage.municipalities_frame += 1;
        coverage.inhabitants_frame += inhabitants;
        if response.answer.is_given() {
            coverage.municipalities += 1;
            coverage.inhabitants += inhabitants;
            ages.push(response.carried_from.map_or(0, |oldest| frame.month.months_after(oldest)));
            if response.carried_from.is_some() {
                coverage.municipalities_carried += 1;
                coverage.inhabitants_carried += inhabitants;
            }
        }
    }
    coverage.age = age(ages);
}

#[expect(clippy::cast_precision_loss, reason = "months are few")]
fn age(mut ages: Vec<i64>) -> Age {
    ages.sort_unstable();
    let values: Vec<f64> = ages.iter().map(|months| *months as f64).collect();
    Age { median: (!values.is_empty()).then(|| quartile(&values, 2)), oldest: ages.last().copied() }
}
