//! The texts of the section on definitions.

use super::texts;

texts! {
    /// Names of definitions, and sentences about them.
    SensitivityWords {
        heading: "Hoe ver hangt dit van definities af?", "How far does this depend on definitions?";
        lead: "Een ander telt anders. Hieronder staat hetzelfde land, telkens met één definitie anders dan in dit verslag. Zo is te zien of de boodschap van een keuze afhangt.", "Others count otherwise. Below stands the same nation, each time with one definition other than in this report, so that you see whether the message hangs on a choice.";
        range: "Over alle combinaties samen loopt het aantoonbare aandeel breed van {least} tot {most} en strikt van {strict_least} tot {strict_most}. In {n} van de {all} combinaties met een uitkomst is {target} aantoonbaar gehaald, waarbij ook minstens in plaats van meer dan is geprobeerd.", "Over all combinations the demonstrable share runs broadly from {least} to {most} and strictly from {strict_least} to {strict_most}. In {n} of the {all} combinations that have a figure, {target} is demonstrably met; at least in the place of more than was tried too.";
        caution: "Naar kosten gewogen telt de bovenste trede te licht: een landelijke voorziening stuurt geen rekening. Cellen zijn alleen te tellen, want een systeem met meer referentiecomponenten heeft één bedrag. Waar van minder dan de helft van de systemen kosten of gebruikers bekend zijn, is er geen uitkomst. Alle combinaties staan in sensitivity.parquet.", "Weighted by cost the top rung counts too little: a national facility sends no invoice. Cells can only be counted, for a system of several reference components has one amount. Where cost or users are known of fewer than half of the systems, there is no figure. All combinations are in sensitivity.parquet.";
        caption: "Het landelijke aandeel per definitie: aantoonbaar, en ten hoogste als al het onbekende meetelt", "The national share by definition: demonstrable, and at most if all that is unknown counts";
        column_definition: "Definitie", "Definition";
        column_broad: "Breed", "Broad";
        column_strict: "Strikt", "Strict";
        column_target: "Streefbeeld gehaald (breed)", "Target met (broad)";
        headline: "Zoals in dit verslag: systemen, elk telt één", "As in this report: systems, each counts one";
        cells: "Cellen (gemeente en referentiecomponent) in plaats van systemen", "Cells (municipality and reference component) rather than systems";
        cost: "Gewogen naar jaarlijkse kosten", "Weighted by yearly cost";
        users: "Gewogen naar aantal gebruikers", "Weighted by number of users";
        built: "Samen gebouwd, zelf gedraaid telt als collectief", "Built together, run by each, counts as collective";
        contract: "Zelf gekocht onder een collectief contract telt als collectief", "Bought by each on collective terms counts as collective";
        uncertain: "Een onzeker niveau telt als onbekend", "An uncertain level counts as unknown";
        widest: "Samen gebouwd en collectief contract tellen beide", "Built together and collective terms both count";
        bounds: "{lower} – {upper}", "{lower} – {upper}";
        not_available: "niet beschikbaar", "not available";
        reached_yes: "ja", "yes";
        reached_maybe: "alleen als genoeg onbekend meetelt", "only if enough of the unknown counts";
        reached_no: "nee", "no";
    }
}
