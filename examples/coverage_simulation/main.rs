//! Does the 95% interval of the national estimate hold the truth in 95% of the cases? Populations with known truth tell.
//!
//! `cargo run --example coverage_simulation [SAMPLES]` prints the table that stands in `docs/estimate.md`. Same code, same numbers.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers of systems and samples are small and not negative"
)]

mod population;
mod trial;

use std::io::{self, Write};

use anyhow::{Context, Result};
use tachtig::reference::{DataDir, Frame, Reference};
use tachtig::terms::Month;

use trial::{Response, Score, score};

const SAMPLES: u64 = 2_000;
const SEED: u64 = 80;

const SCENARIOS: [(&str, Response); 11] = [
    ("even, 6%", Response::Even(0.06)),
    ("even, 10%", Response::Even(0.10)),
    ("even, 20%", Response::Even(0.20)),
    ("even, 40%", Response::Even(0.40)),
    ("even, 60%", Response::Even(0.60)),
    ("even, 80%", Response::Even(0.80)),
    ("even, 95%", Response::Even(0.95)),
    ("small 15%, large 50%", Response::BySize(0.15, 0.50)),
    ("small 50%, large 15%", Response::BySize(0.50, 0.15)),
    ("regions together, 40%", Response::Together(0.40)),
    ("collective ones likelier, 40%", Response::Collective(0.40)),
];

fn main() -> Result<()> {
    let samples =
        std::env::args().nth(1).map_or(Ok(SAMPLES), |given| given.parse()).context("usage: coverage_simulation [SAMPLES]")?;
    let frame: Frame = Reference::load(&DataDir::embedded())?.municipalities.frame(Month::EXAMPLE);
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "| response | answered | measure | truth | bias | root mean square error | mean width | without interval | coverage |"
    )?;
    writeln!(out, "|---|---:|---|---:|---:|---:|---:|---:|---:|")?;
    for (name, response) in SCENARIOS {
        for (measure, score) in ["broad", "strict"].into_iter().zip(score(&frame, response, samples, SEED)) {
            writeln!(out, "{}", row(name, measure, &score))?;
            out.flush()?;
        }
    }
    Ok(())
}

/// Shares in percents, errors and widths in percentage points.
fn row(name: &str, measure: &str, score: &Score) -> String {
    format!(
        "| {name} | {:.0} | {measure} | {:.1}% | {:+.2} | {:.2} | {:.2} | {} | {:.1}% |",
        score.mean(score.respondents as f64),
        100.0 * score.mean(score.truth),
        100.0 * score.mean(score.error),
        100.0 * score.mean(score.squared).sqrt(),
        100.0 * score.width / score.intervals as f64,
        score.samples - score.intervals,
        100.0 * score.coverage(),
    )
}
