use super::*;
use crate::measure::Change;
use crate::report::Revised;
use crate::report::made_up::{Case, publication};
use crate::report::markdown::markdown;

fn text(case: Case, lang: Lang) -> String {
    told(&publication(case, lang))
}

fn told(publication: &Publication) -> String {
    markdown(&statement(publication))
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
    assert!(
        classes
            .lines()
            .filter(|line| line.starts_with('|') && line.contains("–"))
            .all(|line| line.matches("niet openbaar").count() == 2),
        "{classes}"
    );
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

#[test]
fn response_by_size_class_stands_with_response_and_nowhere_without_classes() {
    let headings = |publication: &Publication| -> Vec<String> {
        statement(publication).paragraphs.into_iter().map(|paragraph| paragraph.heading).collect()
    };
    let mut whole = publication(Case::ThreeMonths, Lang::En);
    let at = headings(&whole).iter().position(|heading| heading == "Response").unwrap();
    assert_eq!(headings(&whole)[at + 1], "Response by size class (CBS)");
    whole.coverage.retain(|line| line.group.size.is_none());
    whole.withheld.clear();
    assert!(!headings(&whole).iter().any(|heading| heading.contains("size class")), "{:?}", headings(&whole));
}

#[test]
fn r55_a_sentence_on_a_count_that_is_not_public_is_a_sentence() {
    let mut hidden = publication(Case::ThreeMonths, Lang::Nl);
    hidden.quality.iter_mut().for_each(|quality| quality.presumed = None);
    let few = told(&hidden);
    assert!(few.contains("Van hoeveel systemen het niveau verondersteld is, is niet openbaar. Verondersteld is:"), "{few}");
    assert!(few.contains("Over hoeveel systemen een mens besliste, is niet openbaar."), "{few}");
    let many = text(Case::ThreeMonths, Lang::Nl);
    assert!(many.contains("Van 62,5% van de systemen is het niveau verondersteld. Verondersteld is:"), "{many}");
}

#[test]
fn what_differs_between_months_is_said_as_the_change_has_it() {
    let with = |basis: Restated<'_>| {
        let mut publication = publication(Case::ThreeMonths, Lang::En);
        publication.change = Some(Change {
            month: publication.month,
            month_before: publication.comparison.before,
            fingerprint_before: String::new(),
            basis: basis.as_str(),
            groups: Vec::new(),
            behind: crate::measure::change::Behind::default(),
        });
        told(&publication)
    };
    let same = with(Restated::SameDefinitions);
    assert!(same.contains("The figures of October 2026 were made with the same definitions."), "{same}");
    let mixed = with(Restated::NotToldApart);
    assert!(mixed.contains("can't be told apart") && !mixed.contains("stands with the change"), "{mixed}");
}

#[test]
fn a_revision_is_told_in_words_of_the_language_and_claims_no_figure() {
    let mut publication = publication(Case::OneMonth, Lang::Nl);
    assert!(told(&publication).contains("Er is geen eerdere uitgave van deze maand."));
    let because = ["rules", "inventories"].map(str::to_owned).into();
    publication.revised = Some(Revised { vintage: "1f0c9a7b".to_owned(), because });
    let told = told(&publication);
    assert!(told.contains("Sindsdien veranderd: regels en inventarissen. De vorige uitgave (1f0c9a7b)"), "{told}");
}

#[test]
fn what_an_interval_holds_is_said_only_of_an_interval() {
    let mut publication = publication(Case::ThreeMonths, Lang::En);
    assert!(told(&publication).contains("The interval counts only the chance"));
    publication.estimates.iter_mut().for_each(|estimate| estimate.interval = None);
    let told = told(&publication);
    assert!(told.contains("(without an interval)") && !told.contains("The interval"), "{told}");
}
