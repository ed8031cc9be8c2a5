//! The texts on and beside the charts.

use super::texts;

texts! {
    /// Titles, labels, definitions and table headings.
    ChartWords {
        // On every chart.
        synthetic: "Synthetische voorbeeldgegevens – geen uitkomsten van echte gemeenten", "Synthetic sample data – no results of real municipalities";
        response: "Op basis van {n} van {all} gemeenten ({inhabitants} inwoners, {share} van alle).", "Based on {n} of {all} municipalities ({inhabitants} inhabitants, {share} of all).";
        carried: "Van {n} is een eerdere inventaris gebruikt.", "For {n} an earlier inventory was used.";
        vintage: "{month} · definities {fingerprint} · tachtig {version}", "{month} · definitions {fingerprint} · tachtig {version}";
        no_systems: "geen systemen", "no systems";
        no_figures: "Er zijn te weinig inventarissen om te tonen.", "There are too few inventories to show.";
        no_title: "Over {month} is nog niets te zeggen: te weinig gemeenten leverden een inventaris", "Nothing can be said about {month} yet: too few municipalities sent an inventory";
        total: "Totaal", "Total";
        nation: "Nederland", "Netherlands";
        systems: "Systemen", "Systems";
        municipalities: "Gemeenten met inventaris", "Municipalities with an inventory";
        of: "{n} van {all}", "{n} of {all}";
        target: "Streefbeeld: {target}.", "Target: {target}.";

        // Progress.
        progress_title: "Aantoonbaar is {lower} collectief georganiseerd; ten hoogste {upper}", "Demonstrably {lower} is organised collectively; at most {upper}";
        progress_title_exact: "Van de systemen in gebruik is {lower} collectief georganiseerd", "Of the systems in use {lower} is organised collectively";
        progress_title_nothing: "Van geen enkel systeem staat het niveau vast: 0% tot 100% kan collectief zijn", "The level of no system is settled: 0% to 100% may be collective";
        progress_subtitle: "Aandeel van de systemen in gebruik bij gemeenten, {from} tot en met {to}", "Share of systems in use at municipalities, {from} to {to}";
        progress_subtitle_one: "Aandeel van de systemen in gebruik bij gemeenten, {to}", "Share of systems in use at municipalities, {to}";
        progress_definition: "Breed: overheidsbreed, collectief gemeentelijk of regionaal. Strikt: zonder regionaal. Aantoonbaar: wat onbekend is, telt niet mee als collectief. De band is wat onbekend is; de staande lijn de grenzen van niet onderscheidend.", "Broad: government-wide, all municipalities together, or regional. Strict: without regional. Demonstrable: what is unknown does not count as collective. The band is what is unknown; the upright line the bounds of not distinguishing.";
        progress_kind: "Lijngrafiek.", "Line chart.";
        progress_alt: "{month}: breed {broad}, ten hoogste {upper}; strikt {strict}; niet onderscheidend {potential}, ten hoogste {potential_upper}.", "{month}: broad {broad}, at most {upper}; strict {strict}; not distinguishing {potential}, at most {potential_upper}.";
        label_target: "streefbeeld:", "target:";
        label_potential: "niet onderscheidend", "not distinguishing";
        label_upper: "breed, ten hoogste", "broad, at most";
        label_unknown: "onbekend", "unknown";
        label_broad: "breed", "broad";
        label_strict: "strikt", "strict";
        label_demonstrable: "aantoonbaar", "demonstrable";
        column_month: "Maand", "Month";
        column_broad: "Breed, aantoonbaar", "Broad, demonstrable";
        column_broad_known: "Breed, van wat bekend is", "Broad, of what is known";
        column_broad_upper: "Breed, ten hoogste", "Broad, at most";
        column_strict: "Strikt, aantoonbaar", "Strict, demonstrable";
        column_strict_known: "Strikt, van wat bekend is", "Strict, of what is known";
        column_strict_upper: "Strikt, ten hoogste", "Strict, at most";
        column_potential: "Niet onderscheidend, aantoonbaar", "Not distinguishing, demonstrable";
        column_potential_upper: "Niet onderscheidend, ten hoogste", "Not distinguishing, at most";

        // Levels per province.
        levels_title: "Per provincie is {least} tot {most} aantoonbaar collectief georganiseerd", "By province {least} to {most} is demonstrably organised collectively";
        levels_title_same: "In elke getoonde provincie is {share} aantoonbaar collectief georganiseerd", "In every province shown {share} is demonstrably organised collectively";
        levels_title_one: "Alleen {province} kan getoond worden: {share} is aantoonbaar collectief georganiseerd", "Only {province} can be shown: {share} is demonstrably organised collectively";
        levels_title_unknown: "Van {share} van de systemen is nog onbekend op welk niveau ze georganiseerd zijn", "For {share} of the systems the level of organisation is still unknown";
        levels_subtitle: "Systemen in gebruik naar niveau van organisatie, in procenten, {month}", "Systems in use by level of organisation, in percent, {month}";
        levels_definition: "Collectief: overheidsbreed, collectief gemeentelijk of regionaal (breed); onbekend telt niet mee. Gemeenten: met een inventaris / alle. Volgorde: provinciecode, geen rangorde.", "Collective: government-wide, all municipalities together, or regional (broad); unknown does not count. Municipalities: with an inventory / all. Order: province code, not a ranking.";
        levels_sum: "collectief", "collective";
        levels_response: "gemeenten", "municipalities";
        levels_kind: "Gestapelde staven.", "Stacked bars.";
        levels_alt: "Nederland: {figures}.", "Netherlands: {figures}.";
        levels_alt_absent: "Niet getoond, vanwege te weinig gemeenten: {provinces}.", "Not shown, for too few municipalities: {provinces}.";
        column_province: "Provincie", "Province";
        column_collective: "Collectief, aantoonbaar", "Collective, demonstrable";

        // Province by size class.
        grid_title_none: "In geen van de {all} getoonde groepen is aantoonbaar {target} collectief georganiseerd", "In none of the {all} groups shown {target} is demonstrably organised collectively";
        grid_title_only_no: "De enige getoonde groep is niet aantoonbaar voor {target} collectief georganiseerd", "The only group shown is not demonstrably organised collectively for {target}";
        grid_title_only_yes: "De enige getoonde groep is aantoonbaar voor {target} collectief georganiseerd", "The only group shown is demonstrably organised collectively for {target}";
        grid_title_some: "In {n} van de {all} getoonde groepen is aantoonbaar {target} collectief georganiseerd", "In {n} of the {all} groups shown {target} is demonstrably organised collectively";
        grid_title_one: "In 1 van de {all} getoonde groepen is aantoonbaar {target} collectief georganiseerd", "In 1 of the {all} groups shown {target} is demonstrably organised collectively";
        grid_subtitle: "Aandeel (breed) per provincie en gemeentegrootte, {month}", "Share (broad) by province and size of municipality, {month}";
        grid_definition: "Kolommen: inwoners van de gemeente × 1.000. Onder elk aandeel: gemeenten met een inventaris / alle gemeenten in die groep. Onbekend telt niet mee als collectief. Geen rangorde.", "Columns: inhabitants of the municipality × 1,000. Below each share: municipalities with an inventory / all municipalities of that group. Unknown does not count as collective. Not a ranking.";
        grid_kind: "Tabel met tinten.", "Table with shades.";
        grid_alt: "Nederland {share}; van {groups} groepen met gemeenten worden er {absent} niet getoond, vanwege te weinig gemeenten of om die te beschermen.", "Netherlands {share}; of {groups} groups with municipalities {absent} are not shown, for too few municipalities or to protect those.";
        grid_closed: "n.t.", "n.s.";
        grid_withheld: "niet getoond (n.t.): te weinig gemeenten, of om die te beschermen", "not shown (n.s.): too few municipalities, or to protect those";

        // Level by distinguishing.
        matrix_title: "{share} van de systemen is niet onderscheidend en toch per gemeente georganiseerd", "{share} of the systems does not distinguish and yet is organised by each municipality on its own";
        matrix_title_unknown: "Van {share} van de systemen is het niveau of het onderscheidend zijn nog onbekend", "For {share} of the systems it is still unknown at which level they are or whether they distinguish";
        matrix_subtitle: "Systemen in gebruik naar niveau, en onderscheidend of niet, {month}", "Systems in use by level and by whether they distinguish, {month}";
        matrix_definition: "Niet onderscheidend: inwoners en ondernemers verwachten er geen verschil tussen gemeenten in. Percentages van alle systemen; de balk toont hetzelfde aandeel. Omlijnd: de ruimte om meer collectief te organiseren.", "Not distinguishing: inhabitants and businesses expect no difference between municipalities in it. Percentages of all systems; the bar shows the same share. Outlined: the room to organise more collectively.";
        matrix_kind: "Tabel met balken.", "Table with bars.";
        matrix_alt: "Niet onderscheidend: {potential}; daarvan collectief {converted}. Onbekend niveau: {unknown}.", "Not distinguishing: {potential}; of which collective {converted}. Level unknown: {unknown}.";
        column_level: "Niveau", "Level";
    }
}
