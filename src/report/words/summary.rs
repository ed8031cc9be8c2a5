//! The sentences of the summary.

use super::texts;

texts! {
    /// Whole sentences, so that word order is each language's own.
    SummaryWords {
        title: "Collectieve digitalisering van gemeenten – {month}", "Collective digitalisation of municipalities – {month}";
        headline: "Aantoonbaar is {broad} van de systemen in gebruik collectief georganiseerd (breed), ten hoogste {broad_upper}; overheidsbreed of door alle gemeenten samen (strikt) is het {strict}, ten hoogste {strict_upper}.", "Demonstrably {broad} of the systems in use is organised collectively (broad), at most {broad_upper}; government-wide or by all municipalities together (strict) it is {strict}, at most {strict_upper}.";
        headline_none: "Over {month} is nog niets te zeggen: te weinig gemeenten leverden een inventaris.", "Nothing can be said about {month} yet: too few municipalities sent an inventory.";
        synthetic: "Synthetische voorbeeldgegevens – geen uitkomsten van echte gemeenten. Deze cijfers laten alleen zien hoe het verslag werkt.", "Synthetic sample data – no results of real municipalities. These figures only show how the report works.";

        state: "Stand", "State";
        state_systems: "Van {units} systemen in gebruik is aantoonbaar {broad} breed en {strict} strikt collectief georganiseerd. Telt al het onbekende mee, dan is het ten hoogste {broad_upper} breed en {strict_upper} strikt. Van de {known_units} systemen waarvan het niveau bekend is, is het {broad_known} breed en {strict_known} strikt.", "Of {units} systems in use, demonstrably {broad} broadly and {strict} strictly is organised collectively. If all that is unknown counts, it is at most {broad_upper} broadly and {strict_upper} strictly. Of the {known_units} systems whose level is known it is {broad_known} broadly and {strict_known} strictly.";
        state_cells: "Geteld per gemeente en referentiecomponent (cellen) in plaats van per systeem is aantoonbaar {broad} breed en {strict} strikt; ten hoogste {broad_upper} breed en {strict_upper} strikt; van wat bekend is {broad_known} breed en {strict_known} strikt.", "Counted per municipality and reference component (cells) instead of per system, demonstrably {broad} broadly and {strict} strictly; at most {broad_upper} broadly and {strict_upper} strictly; of what is known {broad_known} broadly and {strict_known} strictly.";

        state_spread: "Van de {n} gemeenten met een inventaris heeft de middelste aantoonbaar {median} breed en {strict_median} strikt; de middelste helft ligt breed tussen {q1} en {q3}. Gewogen naar inwoners is het gemiddelde van de gemeenten {mean} breed en {strict_mean} strikt.", "Of the {n} municipalities with an inventory, the one in the middle has demonstrably {median} broadly and {strict_median} strictly; the middle half lies broadly between {q1} and {q3}. Weighted by inhabitants the mean of the municipalities is {mean} broadly and {strict_mean} strictly.";

        target: "Streefbeeld", "Target";
        target_met: "Het streefbeeld is {target}, breed geteld. Dat is aantoonbaar gehaald.", "The target is {target}, counted broadly. It is demonstrably met.";
        target_maybe: "Het streefbeeld is {target}, breed geteld. Dat is niet aantoonbaar gehaald; of het toch gehaald is, hangt af van systemen waarvan het niveau nog onbekend is.", "The target is {target}, counted broadly. It is not demonstrably met; whether it is met all the same depends on systems whose level is still unknown.";
        target_missed: "Het streefbeeld is {target}, breed geteld. Dat is niet gehaald, ook niet als al het onbekende meetelt.", "The target is {target}, counted broadly. It is not met, not even if all that is unknown counts.";

        potential: "Potentieel", "Potential";
        potential_share: "Aantoonbaar {lower} van de systemen is niet onderscheidend; ten hoogste {upper}, en {known} van wat bekend is. Dat is het potentieel: systemen waarin niemand verschil tussen gemeenten verwacht.", "Demonstrably {lower} of the systems is not distinguishing; at most {upper}, and {known} of what is known. That is the potential: systems in which nobody expects municipalities to differ.";
        reach_yes: "Meer collectief organiseren binnen dat potentieel kan het streefbeeld halen: {target} is binnen bereik.", "Organising more of that potential collectively can meet the target: {target} is in reach.";
        reach_maybe: "Of {target} binnen bereik is, staat niet vast: dat hangt af van systemen waarvan nog onbekend is of ze onderscheidend zijn.", "Whether {target} is in reach is not settled: it depends on systems of which it is still unknown whether they distinguish.";
        reach_no: "Daarmee is {target} buiten bereik zolang alleen niet-onderscheidende systemen collectief worden georganiseerd, ook als al het onbekende niet onderscheidend blijkt.", "That puts {target} out of reach as long as only systems that do not distinguish are organised collectively, even if all that is unknown turns out not to distinguish.";
        conversion: "Van het potentieel is aantoonbaar {lower} al collectief georganiseerd; ten hoogste {upper}, en {known} van wat bekend is.", "Of the potential demonstrably {lower} is already organised collectively; at most {upper}, and {known} of what is known.";
        conversion_none: "Welk deel van het potentieel al collectief is georganiseerd, is niet beschikbaar.", "Which part of the potential is already organised collectively is not available.";

        provinces: "Provincies", "Provinces";
        spread: "In de {n} provincies die getoond kunnen worden is aantoonbaar {least} tot {most} breed en {strict_least} tot {strict_most} strikt collectief georganiseerd. Provincies worden niet gerangschikt; hun respons en omvang verschillen.", "In the {n} provinces that can be shown, demonstrably {least} to {most} broadly and {strict_least} to {strict_most} strictly is organised collectively. Provinces are not ranked; their response and size differ.";
        spread_one: "Alleen {province} kan getoond worden: aantoonbaar {least} breed en {strict_least} strikt.", "Only {province} can be shown: demonstrably {least} broadly and {strict_least} strictly.";
        without: "Niet getoond, omdat er te weinig gemeenten leverden of een cijfer er een zou prijsgeven: {provinces}.", "Not shown, because too few municipalities sent an inventory or a figure would give one away: {provinces}.";

        response: "Respons", "Response";
        responded: "De cijfers rusten op inventarissen van {n} van {all} gemeenten, met {inhabitants} van {inhabitants_all} inwoners ({share}).", "The figures rest on inventories of {n} of {all} municipalities, with {inhabitants} of {inhabitants_all} inhabitants ({share}).";
        carried: "Van {n} daarvan is een inventaris van een eerdere maand gebruikt, van ten hoogste twaalf maanden oud.", "For {n} of them an inventory of an earlier month was used, at most twelve months old.";
        carried_none: "Alle inventarissen zijn van deze maand.", "All inventories are of this month.";
        not_representative: "De cijfers in dit verslag gelden voor de gemeenten die leverden, tenzij er schatting bij staat.", "The figures of this report hold for the municipalities that sent an inventory, unless they are called an estimate.";

        unknown: "Onbekend", "Unknown";
        unknown_shares: "Van {level} van de systemen is het niveau van organisatie onbekend, van {distinguishing} of ze onderscheidend zijn. Onbekend telt in het aantoonbare aandeel niet mee als collectief.", "For {level} of the systems the level of organisation is unknown, for {distinguishing} whether they distinguish. In the demonstrable share, unknown does not count as collective.";

        definition: "Definitie", "Definition";
        definition_text: "Een systeem is één applicatie in gebruik bij één gemeente. Het niveau volgt uit wie stuurt en wie uitvoert. Breed: overheidsbreed, collectief gemeentelijk of regionaal. Strikt: overheidsbreed of collectief gemeentelijk. Het streefbeeld wordt onafgerond vergeleken.", "A system is one application in use at one municipality. Its level follows from who steers and who runs it. Broad: government-wide, all municipalities together, or regional. Strict: government-wide or all municipalities together. The target is compared unrounded.";
        vintage: "Maand {month}, definities {fingerprint}, tachtig {version}.", "Month {month}, definitions {fingerprint}, tachtig {version}.";
    }
}
