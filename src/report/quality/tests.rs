use super::*;
use crate::report::made_up::{Case, publication};

fn text(case: Case, lang: Lang) -> String {
    statement(&publication(case, lang)).markdown()
}

#[test]
fn every_place_is_filled_and_only_made_up_figures_carry_the_warning() {
    for (case, lang) in Case::ALL.into_iter().flat_map(|case| [(case, Lang::Nl), (case, Lang::En)]) {
        let text = text(case, lang);
        assert!(!text.contains('{') && !text.contains("NaN"), "{case:?}: {text}");
        assert_eq!(text.contains("> **"), case != Case::FullResponse, "{case:?}");
    }
}

#[test]
fn what_is_not_public_is_said_to_be_so_and_is_no_number() {
    let text = text(Case::ThreeMonths, Lang::Nl);
    assert!(text.contains("leverancier 97,5% en jaarlijkse kosten niet openbaar"), "{text}");
    let few = self::text(Case::OneMunicipality, Lang::Nl);
    let classes = few.split("## Respons naar grootteklasse").nth(1).unwrap();
    assert!(classes.lines().filter(|line| line.contains("–")).all(|line| line.matches("niet openbaar").count() == 2), "{classes}");
}

#[test]
fn a_month_whose_nation_is_not_public_says_nothing_of_its_inventories() {
    let text = text(Case::Nothing, Lang::En);
    for heading in ["## Response\n", "## Completeness", "## Unknown"] {
        assert!(!text.contains(heading), "{heading}");
    }
    assert!(text.contains("There is no estimate.") && text.contains("## Contact"), "{text}");
}

#[test]
fn definitions_that_were_not_measured_have_no_accuracy() {
    assert!(text(Case::OneMonth, Lang::En).contains("was not measured"));
    assert!(text(Case::ThreeMonths, Lang::En).contains("of the verdicts given on level 99.4% was right"));
}
