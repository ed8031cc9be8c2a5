//! The sentences on the national estimate.

use super::texts;

texts! {
    /// An estimate is never called a result: it is of municipalities that sent nothing.
    EstimateWords {
        heading: "Schatting voor alle gemeenten", "Estimate for all municipalities";
        demonstrable: "Naar schatting is bij alle {all} gemeenten samen aantoonbaar {broad} breed en {strict} strikt collectief georganiseerd.", "In all {all} municipalities together, demonstrably {broad} broadly and {strict} strictly is estimated to be organised collectively.";
        at_most: "Telt al het onbekende mee, dan naar schatting {broad} breed en {strict} strikt.", "If all that is unknown counts, an estimated {broad} broadly and {strict} strictly.";
        between: "{share} (95%-interval {least} tot {most})", "{share} (95% interval {least} to {most})";
        without_interval: "{share} (zonder interval)", "{share} (without an interval)";
        one_respondent: "Een interval is er niet: één gemeente laat niet zien hoe ver gemeenten uiteenlopen.", "There is no interval: one municipality does not show how far municipalities differ.";
        no_variation: "Waar een interval ontbreekt, verschillen de gemeenten die leverden niet van elkaar; hoe ver andere afwijken is dan niet te schatten.", "Where an interval is absent, the municipalities that sent an inventory do not differ; how far others do can't be estimated then.";
        assumption: "De schatting weegt de {n} gemeenten die leverden naar grootteklasse. Zij neemt aan dat binnen een grootteklasse wie niet leverde gemiddeld niet verschilt van wie wel leverde; klopt dat niet, dan kloppen schatting en interval niet. Zij vervangt de cijfers hierboven niet.", "The estimate weights the {n} municipalities that sent an inventory by size class. It assumes that within a size class those that sent none do not differ on average from those that did; where that does not hold, estimate and interval do not hold. It takes the place of no figure above.";
        joined: "Samen gewogen zijn de CBS-grootteklassen {strata}, want daarvan leverden er afzonderlijk te weinig.", "CBS size classes {strata} are weighted together, for too few of them sent an inventory by themselves.";
        extremes: "Zonder die aanname ligt het brede aandeel tussen {least} (bij de andere gemeenten is niets collectief) en {most} (daar is alles collectief, en al het onbekende ook); alleen hoeveel systemen zij hebben is daarin geschat.", "Without that assumption the broad share is between {least} (nothing is collective at the other municipalities) and {most} (everything is there, and so is all that is unknown); only how many systems they have is estimated in that.";
    }
}
