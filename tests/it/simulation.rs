//! A quick simulation with known truth: does the 95% interval hold it about as often as it says? The long one is an example.

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "numbers of systems are small and not negative"
)]
#[path = "../../examples/coverage_simulation/population.rs"]
mod population;
#[expect(clippy::cast_precision_loss, reason = "numbers of samples are small")]
#[expect(dead_code, reason = "the long simulation tries more ways of responding and tells more of them")]
#[path = "../../examples/coverage_simulation/trial.rs"]
mod trial;

use tachtig::terms::Month;

use crate::scratch::DEFINITIONS;
use trial::{Response, score};

/// 300 samples of an interval that holds the truth 95% of the time do so less often than 91% once in a thousand, and about as often all but always.
#[test]
fn the_interval_holds_the_truth_about_as_often_as_it_says() {
    let frame = DEFINITIONS.reference.municipalities.frame(Month::EXAMPLE);
    for response in [Response::Even(0.2), Response::BySize(0.15, 0.5)] {
        for (measure, score) in ["broad", "strict"].into_iter().zip(score(&frame, response, 300, 1)) {
            let (coverage, bias) = (score.coverage(), score.mean(score.error));
            assert!((0.91..=0.985).contains(&coverage), "{response:?} {measure}: {coverage}");
            assert!(bias.abs() < 0.15 * score.mean(score.squared).sqrt(), "{response:?} {measure}: bias {bias}");
            assert_eq!(score.samples, score.intervals, "each sample has an interval");
        }
    }
}

/// Where the more collective answer more often, no interval helps: the estimate is too high, as the method page says.
#[test]
fn an_estimate_is_wrong_where_the_share_decides_who_answers() {
    let frame = DEFINITIONS.reference.municipalities.frame(Month::EXAMPLE);
    let [broad, _] = score(&frame, Response::Collective(0.4), 300, 1);
    assert!(broad.mean(broad.error) > 0.01 && broad.coverage() < 0.9, "{broad:?}");
}
