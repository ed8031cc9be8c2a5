//! The estimator against a sum done by hand, and what must hold whoever answers.

use proptest::prelude::*;

use super::super::{Absence, Basis, Bound, Measure, Tally};
use super::*;
use crate::terms::{Distinguishing, Level};

const BROAD: (Measure, Bound) = (Measure::CollectiveShare, Bound::Lower);

/// A municipality with so many regional systems that do not distinguish, local ones, and ones of which nothing is known.
fn answered(regional: u64, local: u64, unknown: u64) -> Tally {
    let units = regional + local + unknown;
    let mut tally = Tally { units, units_known: units, ..Tally::default() };
    tally.weights.add(Level::Regionaal, Distinguishing::NietOnderscheidend, regional);
    tally.weights.add(Level::Decentraal, Distinguishing::Onderscheidend, local);
    tally.weights.add(Level::Onbekend, Distinguishing::Onbekend, unknown);
    tally
}

fn stratum(class: u8, frame: usize, respondents: &[Tally]) -> Stratum<Tally> {
    Stratum { classes: vec![Some(class)], frame, respondents: respondents.to_vec() }
}

fn all(strata: &[Stratum<Tally>]) -> Vec<Estimate> {
    of_strata(Basis::HEADLINE, strata.to_vec())
}

fn one(strata: &[Stratum<Tally>], (measure, bound): (Measure, Bound)) -> Estimate {
    all(strata).into_iter().find(|one| (one.measure, one.bound) == (measure, bound)).unwrap()
}

fn close(value: Option<f64>, expected: f64) -> bool {
    value.is_some_and(|value| (value - expected).abs() < 1e-9)
}

/// Ten small municipalities of which two answered, with 3 of 10 and 1 of 20 systems collective; four large ones that all answered,
/// with 5 of 10, 2 of 10, 0 of 5 and 5 of 15.
fn by_hand() -> [Stratum<Tally>; 2] {
    [
        stratum(1, 10, &[answered(3, 5, 2), answered(1, 19, 0)]),
        stratum(2, 4, &[answered(5, 5, 0), answered(2, 8, 0), answered(0, 5, 0), answered(5, 10, 0)]),
    ]
}

#[test]
fn the_estimate_is_what_a_person_works_out() {
    let estimate = one(&by_hand(), BROAD);
    // Each small one stands for five: 5 x 4 + 12 of 5 x 30 + 40.
    assert!(close(estimate.share, 32.0 / 190.0), "{estimate:?}");
    assert!(close(estimate.respondents, 16.0 / 70.0));
    // Residuals 3 - 10R and 1 - 20R differ by 2 + 10R = 3.684210..., so s² = 6.786703...; the variance is 10² x 0.8 x s² / 2 / 190².
    assert!((estimate.standard_error.unwrap() - 0.086_717_3).abs() < 1e-6, "{estimate:?}");
    // Eight that did not answer have an estimated 120 systems: none of them collective, or all.
    assert!(close(estimate.missing_none, 16.0 / 190.0) && close(estimate.missing_all, 136.0 / 190.0));
    assert_eq!((estimate.municipalities, estimate.municipalities_frame), (6, 14));
    assert_eq!((estimate.strata.as_slice(), estimate.note), (["1".to_owned(), "2".to_owned()].as_slice(), None));
    let upper = one(&by_hand(), (Measure::CollectiveShare, Bound::Upper));
    assert!(close(upper.share, (5.0 * 6.0 + 12.0) / 190.0));
    let known = one(&by_hand(), (Measure::CollectiveShare, Bound::Known));
    assert!(close(known.share, 32.0 / 180.0), "two unknown systems stand for ten");
    let conversion = one(&by_hand(), (Measure::Conversion, Bound::Lower));
    assert!(close(conversion.share, 32.0 / 42.0), "ten undecided systems may be local and not distinguishing");
}

#[test]
fn one_respondent_gives_an_estimate_without_an_interval_and_says_so() {
    let estimate = one(&[stratum(1, 10, &[answered(1, 3, 0)]), stratum(2, 5, &[])], BROAD);
    assert_eq!((estimate.share, estimate.interval, estimate.standard_error), (Some(0.25), None, None));
    assert_eq!((estimate.note, estimate.strata), (Some(Note::OneRespondent), vec!["1+2".to_owned()]));
}

#[test]
fn no_respondent_gives_nothing_and_not_zero() {
    for estimate in all(&[stratum(1, 10, &[]), stratum(2, 5, &[])]) {
        assert_eq!((estimate.share, estimate.interval, estimate.respondents, estimate.missing_all), (None, None, None, None));
        assert_eq!((estimate.note, estimate.municipalities_frame), (Some(Note::Absent(Absence::NoInventory)), 15));
    }
    assert_eq!(one(&[], BROAD).note, Some(Note::Absent(Absence::NoInventory)));
}

#[test]
fn respondents_without_anything_to_divide_by_give_nothing() {
    let estimates = all(&[stratum(1, 10, &[Tally::default(), Tally::default()])]);
    assert!(estimates.iter().all(|one| one.share.is_none() && one.note == Some(Note::Absent(Absence::NoUnits))), "{estimates:?}");
    let only_distinguishing = one(&[stratum(1, 10, &[answered(0, 3, 0), answered(0, 5, 0)])], (Measure::Conversion, Bound::Lower));
    assert_eq!((only_distinguishing.share, only_distinguishing.note), (None, Some(Note::Absent(Absence::NoWeight))));
}

#[test]
fn below_half_of_the_weights_known_there_is_no_figure() {
    let known = |units| stratum(1, 10, &[Tally { units, ..answered(1, 3, 0) }, answered(3, 2, 0)]);
    let half = one(&[known(13)], BROAD);
    assert_eq!((half.units, half.units_known, half.note), (18, 9, None));
    assert!(close(half.share, 4.0 / 9.0) && half.interval.is_some());
    for estimate in all(&[known(14)]) {
        assert_eq!((estimate.units, estimate.units_known), (19, 9));
        assert_eq!((estimate.respondents, estimate.share, estimate.interval, estimate.missing_none), (None, None, None, None));
        assert_eq!(estimate.note, Some(Note::Absent(Absence::Incomplete)));
    }
}

#[test]
fn respondents_that_do_not_differ_say_nothing_of_how_far_others_do() {
    let estimate = one(&[stratum(1, 10, &[answered(0, 4, 0), answered(0, 9, 0), answered(0, 2, 0)])], BROAD);
    assert_eq!((estimate.share, estimate.interval, estimate.note), (Some(0.0), None, Some(Note::NoVariation)));
}

#[test]
fn a_stratum_of_one_respondent_is_joined_and_named() {
    let estimate = one(&[stratum(1, 5, &[answered(1, 3, 0)]), stratum(2, 9, &[answered(2, 3, 0), answered(2, 5, 0)])], BROAD);
    assert_eq!(estimate.joined_strata().collect::<Vec<_>>(), ["1+2"]);
    assert!(close(estimate.share, 5.0 / 16.0) && estimate.interval.is_some());
}

#[test]
fn two_respondents_leave_the_interval_nearly_open() {
    let estimate = one(&[stratum(1, 50, &[answered(1, 3, 0), answered(3, 2, 0)])], BROAD);
    let (least, most) = estimate.interval.unwrap();
    assert!(least < 0.05 && most > 0.95, "one draw of two shows no spread: {least} to {most}");
}

#[test]
fn the_same_gives_the_same_to_the_last_bit() {
    let strata = [
        stratum(1, 30, &(0..12).map(|n| answered(n, 12 - n, n % 3)).collect::<Vec<_>>()),
        stratum(2, 9, &(0..5).map(|n| answered(2 * n, 20, 1)).collect::<Vec<_>>()),
    ];
    assert_eq!(all(&strata), all(&strata));
    let turned: Vec<_> = strata.iter().rev().cloned().collect();
    assert_eq!(all(&turned), all(&strata), "the order of the size classes");
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(one_thread.install(|| all(&strata)), all(&strata));
}

/// Up to four size classes, each with its municipalities in the frame and those that answered.
fn strata(whole: bool) -> impl Strategy<Value = Vec<Stratum<Tally>>> {
    let respondent = (0..6_u64, 0..9_u64, 0..3_u64).prop_map(|(regional, local, unknown)| answered(regional, local, unknown));
    let size_class = (prop::collection::vec(respondent, 0..7), 0..12_usize);
    prop::collection::vec(size_class, 1..5).prop_map(move |classes| {
        let of = |((respondents, missing), class): ((Vec<Tally>, usize), u8)| {
            let frame = if whole { respondents.len() } else { respondents.len() + missing };
            stratum(class, frame, &respondents)
        };
        classes.into_iter().zip(1..).map(of).filter(|stratum| stratum.frame > 0).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn all_is_between_zero_and_one_and_in_order(strata in strata(false)) {
        for estimate in all(&strata) {
            let within = |value: Option<f64>| value.is_none_or(|value| (0.0..=1.0).contains(&value));
            prop_assert!(within(estimate.share) && within(estimate.respondents), "{:?}", estimate);
            prop_assert!(within(estimate.missing_none) && within(estimate.missing_all), "{:?}", estimate);
            if let Some((least, most)) = estimate.interval {
                prop_assert!(0.0 <= least && least <= most && most <= 1.0, "{:?}", estimate);
            }
            prop_assert_eq!(estimate.interval.is_none(), estimate.note.is_some());
            prop_assert!(estimate.missing_none <= estimate.respondents.map(|share| share + 1e-12));
        }
    }

    #[test]
    fn full_response_is_the_respondents_figure_and_leaves_no_width(strata in strata(true)) {
        for estimate in all(&strata) {
            prop_assert_eq!(estimate.share, estimate.respondents);
            prop_assert_eq!(estimate.interval, estimate.share.map(|share| (share, share)));
            prop_assert_eq!(estimate.standard_error, estimate.share.map(|_| 0.0));
            prop_assert_eq!((estimate.missing_none, estimate.missing_all), (estimate.share, estimate.share));
        }
    }

    #[test]
    fn where_all_strata_answer_alike_the_estimate_is_the_respondents_figure(strata in strata(true), times in 2..9_usize) {
        let thinned: Vec<_> =
            strata.into_iter().map(|stratum| Stratum { frame: stratum.frame * times, ..stratum }).collect();
        for estimate in all(&thinned) {
            prop_assert_eq!(estimate.share.is_some(), estimate.respondents.is_some());
            if let (Some(share), Some(respondents)) = (estimate.share, estimate.respondents) {
                prop_assert!((share - respondents).abs() < 1e-12, "{:?}", estimate);
            }
        }
    }
}
