//! The sentences about a change between two months. They say what a difference is made of, never why (R37: no verdict on pace either).

use super::texts;

texts! {
    /// Whole sentences, and a name for each set of systems.
    ChangeWords {
        heading: "Verandering", "Change";
        broad: "breed", "broad";
        strict: "strikt", "strict";
        rose: "Tussen {before} en {now} steeg het aantoonbaar collectieve aandeel ({measure}) met {points} procentpunt, van {from} naar {to}.", "Between {before} and {now} the demonstrably collective share ({measure}) rose by {points} percentage points, from {from} to {to}.";
        fell: "Tussen {before} en {now} daalde het aantoonbaar collectieve aandeel ({measure}) met {points} procentpunt, van {from} naar {to}.", "Between {before} and {now} the demonstrably collective share ({measure}) fell by {points} percentage points, from {from} to {to}.";
        stayed: "Tussen {before} en {now} bleef het aantoonbaar collectieve aandeel ({measure}) {to}.", "Between {before} and {now} the demonstrably collective share ({measure}) stayed {to}.";
        little: "minder dan 0,1", "less than 0.1";
        no_share: "Een verandering sinds {before} is niet te geven: in een van beide maanden telt geen systeem.", "A change since {before} can't be given: in one of the two months no system counts.";
        made_of: "Dat is opgebouwd uit {terms}.", "It is made up of {terms}.";
        made_of_nothing_public: "Waaruit dat bestaat, wordt niet getoond.", "What it is made up of is not shown.";
        not_public: "Wat op te weinig gemeenten berust, of naast de andere cijfers iets van een enkele gemeente zou prijsgeven, is samengenomen met al het andere.", "What rests on too few municipalities, or would give away something of a single one beside the other figures, is taken together with all else.";
        term: "{points} door {set} ({of})", "{points} by {set} ({of})";
        of: "{systems} in {municipalities}", "{systems} in {municipalities}";
        rest: "{points} door al het andere samen", "{points} by all else together";
        about_zero: "±0,0", "±0.0";
        one_system: "1 systeem", "1 system";
        systems: "{n} systemen", "{n} systems";
        one_municipality: "1 gemeente", "1 municipality";
        municipalities: "{n} gemeenten", "{n} municipalities";
        weighed_by: "{measure} naar {weight}", "{measure} by {weight}";
        of_systems: "{month}: {share} van {units} systemen", "{month}: {share} of {units} systems";
        columns: "Per verzameling: procentpunt, systemen, gemeenten", "For each set: percentage points, systems, municipalities";
        known_of: "{month}: {share}, gewicht bekend van {known} van {units} systemen", "{month}: {share}, weight known of {known} of {units} systems";
        arithmetic: "Dit is rekenwerk, afgerond op een decimaal: het zegt waaruit het verschil bestaat, niet waardoor het ontstond.", "This is arithmetic, rounded to one decimal: it says what the difference consists of, not what brought it about.";
        judged_again: "Het aandeel van {before} is dat van het verslag van toen, met definities {fingerprint}.", "The share of {before} is that of its report, with definitions {fingerprint}.";
        not_told_apart: "Beide maanden zijn met andere definities beoordeeld ({fingerprint} en {fingerprint_now}). Of een oordeel veranderde door het systeem of door de definities, is hier niet vast te stellen.", "The two months were judged with different definitions ({fingerprint} and {fingerprint_now}). Whether a verdict changed because of the system or of the definitions can't be told here.";

        started_responding: "gemeenten die eerst niet leverden en nu wel", "municipalities that did not respond before and do now";
        stopped_responding: "gemeenten die eerst leverden en nu niet meer", "municipalities that responded before and no longer do";
        joined_by_merger: "systemen die door een herindeling één werden met een ander", "systems that became one with another when municipalities merged";
        added: "systemen die erbij kwamen", "systems that were added";
        removed: "systemen die wegvielen", "systems that were removed";
        moved_to_collective: "systemen die naar een niveau gingen dat meetelt", "systems that moved to a level that counts";
        moved_from_collective: "systemen die van een niveau gingen dat meetelt", "systems that moved from a level that counts";
        became_known: "systemen waarvan het niveau bekend werd", "systems whose level became known";
        became_unknown: "systemen waarvan het niveau onbekend werd", "systems whose level became unknown";
        definitions_changed: "systemen die alleen anders tellen omdat de definities veranderden", "systems that only count otherwise because definitions changed";
        definitions_or_reality: "systemen die anders zijn beoordeeld", "systems that were judged otherwise";
        weight_changed: "systemen die meer of minder wegen", "systems that weigh more or less";
        weight_became_known: "systemen waarvan bekend werd hoe zwaar ze wegen", "systems of which it became known how much they weigh";
        weight_became_unknown: "systemen waarvan niet meer bekend is hoe zwaar ze wegen", "systems of which it is no longer known how much they weigh";
        unchanged: "systemen die gelijk bleven", "systems that stayed the same";
    }
}
