//! The sentences of the quality statement, under the headings of the European Statistics Code of Practice.

use super::texts;

texts! {
    /// What the figures rest on, and what they do not say.
    QualityWords {
        title: "Kwaliteit van de cijfers – {month}", "Quality of the figures – {month}";
        heading: "Kwaliteit van de cijfers", "Quality of the figures";
        intro: "Waar de cijfers van deze maand op rusten. De koppen volgen de Praktijkcode voor Europese statistieken.", "What this month's figures rest on. The headings follow the European Statistics Code of Practice.";

        purpose: "Doel en definitie", "Relevance and definition";
        purpose_text: "De cijfers meten welk deel van de digitalisering van gemeenten collectief is georganiseerd, naast het streefbeeld van {target}. Breed telt drie niveaus, strikt twee; het hoofdcijfer is het aantoonbare deel. Definities: docs/method.md, vingerafdruk {fingerprint}, programma tachtig {version}.", "The figures measure which part of the digitalisation of municipalities is organised collectively, beside the target of {target}. Broad counts three levels, strict two; the headline is the demonstrable part. Definitions: docs/method.md, fingerprint {fingerprint}, program tachtig {version}.";

        population: "Populatie en peildatum", "Population and reference date";
        population_text: "De {all} gemeenten die op {day} bestaan, met de systemen die zij in gebruik hebben. Wat gepland, in verwerving of uitgefaseerd is telt niet mee, noch landelijke aansluitingen, standaarden en overeenkomsten. Inwoners: het laatst bekende aantal.", "The {all} municipalities that exist on {day}, with the systems that they have in use. What is planned, being acquired or retired does not count, nor do national connections, standards and agreements. Inhabitants are the last known number.";

        response: "Respons", "Response";
        response_text: "Bruikbaar van {given} van {all} gemeenten: {responded} voor deze maand, {partial} deels, {carried} met een eerdere inventaris van ten hoogste twaalf maanden oud. Zonder bruikbare inventaris: {old} met een te oude, {partnership} alleen bekend via een samenwerkingsverband, {none} zonder iets.", "Usable from {given} of {all} municipalities: {responded} for this month, {partial} in part, {carried} with an earlier inventory of at most twelve months old. Without a usable inventory: {old} with one too old, {partnership} known only through a partnership, {none} with nothing.";
        carried_systems: "Uit een eerdere maand komt {share} van de systemen.", "{share} of the systems comes from an earlier month.";
        response_skew: "Wie levert is geen steekproef: gemeenten die meedoen kunnen anders zijn dan de rest.", "Those that send an inventory are no sample: they may differ from the rest.";
        classes: "Respons naar grootteklasse (CBS)", "Response by size class (CBS)";
        class: "Inwoners (× 1.000)", "Inhabitants (× 1,000)";
        class_n: "Met inventaris", "With an inventory";
        class_frame: "Gemeenten", "Municipalities";
        class_none: "Non-respons", "Non-response";
        not_public: "niet openbaar", "not public";

        items: "Volledigheid van de inventarissen", "Completeness of the inventories";
        items_text: "Van {systems} systemen die tellen is ingevuld: {items}. Wat ontbreekt wordt niet geschat; een systeem zonder status geldt als in gebruik.", "Of {systems} systems that count the inventories give: {items}. What is absent is not estimated; a system without a status counts as in use.";
        item: "{item} {share}", "{item} {share}";
        vendor: "leverancier", "vendor";
        component: "referentiecomponent", "reference component";
        cost: "jaarlijkse kosten", "yearly cost";
        users: "aantal gebruikers", "number of users";
        contract_end: "einde contract", "end of contract";
        status: "status", "status";

        verdicts: "Onbekend, omstreden en verondersteld", "Unknown, contested and presumed";
        unknown: "Het niveau is onbekend van {level} van de systemen, en of zij onderscheidend zijn van {distinguishing}. Onbekend telt in de ondergrens als niet collectief en in de bovengrens als collectief.", "The level is unknown for {level} of the systems, and whether they distinguish for {distinguishing}. Unknown counts as not collective in the lower bound and as collective in the upper.";
        contested: "Deel daarvan, doordat regels elkaar tegenspreken: niveau {level}, onderscheidend {distinguishing} (van alle systemen).", "Part of that, because rules disagree: level {level}, distinguishing {distinguishing} (of all systems).";
        presumed: "Van {share} van de systemen is het niveau verondersteld.", "For {share} of the systems the level is presumed.";
        presumed_hidden: "Van hoeveel systemen het niveau verondersteld is, is niet openbaar.", "For how many systems the level is presumed is not public.";
        presumed_means: "Verondersteld is: decentraal, omdat de inventaris ruimte had voor een partner en er geen noemt. Is dat onjuist, dan is het aantoonbare aandeel te laag en de bovengrens ook.", "Presumed is: each on its own, because the inventory had room for a partner and names none. Where that is wrong, the demonstrable share is too low, and so is the upper bound.";
        reviewed: "Een mens besliste over {share} van de systemen.", "A person decided on {share} of the systems.";
        reviewed_hidden: "Over hoeveel systemen een mens besliste, is niet openbaar.", "On how many systems a person decided is not public.";
        not_reviewed: "Waar geen mens besliste, volgt het oordeel uit wat de inventaris zegt, uit regels en uit de catalogus.", "Where nobody decided, the verdict follows from what the inventory says, from rules and from the catalogue.";

        accuracy: "Juistheid van de oordelen", "Accuracy of the verdicts";
        accuracy_text: "Gemeten op {rows} rijen met een vast oordeel waarmee geen regel is geschreven: van de gegeven oordelen over niveau was {level} juist ({level_given} kreeg er een), over onderscheidend {distinguishing} ({distinguishing_given}). Die rijen zijn verzonnen, door één beoordelaar: het zegt hoe goed de regels de methode volgen, niet hoe vaak zij op echte inventarissen kloppen. Reken daar op meer fouten en meer onbekend.", "Measured on {rows} rows with a fixed verdict that no rule was written with: of the verdicts given on level {level} was right ({level_given} got one), on distinguishing {distinguishing} ({distinguishing_given}). Those rows are made up, by one labeller: it says how well the rules follow the method, not how often they are right on real inventories. Expect more errors and more unknown there.";
        accuracy_other: "Dit verslag heeft eigen definities. Hoe vaak oordelen daarmee juist zijn, is niet gemeten; meet het met tachtig evaluate.", "This report has definitions of its own. How often verdicts are right with these was not measured; measure it with tachtig evaluate.";

        estimate: "Schatting en onzekerheid", "Estimate and uncertainty";
        estimate_text: "Voor alle gemeenten samen breed {broad}, strikt {strict}, herwogen naar grootteklasse.", "For all municipalities together broad {broad}, strict {strict}, weighted by size class.";
        interval: "Het interval telt alleen het toeval van wie leverde. Fouten in inventarissen en oordelen, en verschillen tussen wie wel en niet leverde binnen een klasse, zitten er niet in; in simulaties zonder die fouten, waarin elke gemeente voor zich levert, omvat het de waarheid in 95% tot 97% van de gevallen; leveren regio's als geheel, dan minder vaak (docs/estimate.md).", "The interval counts only the chance of who sent an inventory. Errors in inventories and verdicts, and differences within a class between those that did and did not, are not in it; in simulations without those errors, in which each municipality decides for itself, it holds the truth in 95% to 97% of the cases; where regions answer as a whole, less often (docs/estimate.md).";
        estimate_none: "Er is geen schatting.", "There is no estimate.";
        estimate_full: "Van alle gemeenten is er een inventaris, dus er is niets te schatten.", "There is an inventory of every municipality, so there is nothing to estimate.";

        comparability: "Vergelijkbaarheid", "Comparability";
        series_same: "De lijn van de laatste maanden is opnieuw gemaakt met de definities van nu, dus een knik komt daar niet van.", "The line of the last months was made again with today's definitions, so these make no break in it.";
        change_same: "De cijfers van {before} zijn met dezelfde definities gemaakt.", "The figures of {before} were made with the same definitions.";
        change_other: "De cijfers van {before} zijn met andere definities gemaakt; wat dat doet staat bij de verandering, voor zover het openbaar is.", "The figures of {before} were made with other definitions; what that does stands with the change, as far as it is public.";
        change_mixed: "De cijfers van {before} zijn met andere definities gemaakt; wat daardoor veranderde is niet te scheiden van wat gemeenten veranderden.", "The figures of {before} were made with other definitions; what changed by these can't be told apart from what municipalities changed.";
        change_none: "Met {before} is niet vergeleken: een van beide maanden is er niet, of mag niet openbaar zijn.", "There is no comparison with {before}: one of the two months is not there, or may not be public.";
        mergers_none: "Sinds {before} ging geen gemeente door herindeling op in een andere.", "Since {before} no municipality passed into another.";
        mergers: "Sinds {before} gingen door herindeling op: {ended}. De verandering volgt hen naar hun opvolger.", "Since {before} these passed into another municipality: {ended}. The change follows them to their successor.";
        response_before: "In {before} was er van {then} gemeenten een inventaris, nu van {now}; wie erbij komt of wegvalt verandert het cijfer mee.", "In {before} there was an inventory of {then} municipalities, now of {now}; those that come or go change the figure too.";

        revisions: "Herzieningen", "Revisions";
        revisions_none: "Er is geen eerdere uitgave van deze maand.", "There is no earlier vintage of this month.";
        revisions_text: "Deze maand is eerder verschenen, en cijfers kunnen nu anders zijn. Sindsdien veranderd: {because}. De vorige uitgave ({vintage}) blijft bewaard.", "This month was published before, and figures may differ now. Changed since: {because}. The previous vintage ({vintage}) is kept.";
        revisions_policy: "Wanneer een cijfer wordt herzien staat in docs/revisions.md.", "When a figure is revised stands in docs/revisions.md.";

        confidentiality: "Vertrouwelijkheid", "Confidentiality";
        confidentiality_text: "Openbaar: {shown} van {all} groepen (land, regio's, grootteklassen). Niet openbaar: {withheld}, te weten {reasons}. Zo is geen cijfer van een gemeente te berekenen; wat dat niet beschermt staat in docs/disclosure.md.", "Public: {shown} of {all} groups (nation, regions, size classes). Not public: {withheld}, namely {reasons}. So nobody can compute a municipality's figure; what that does not protect stands in docs/disclosure.md.";
        reason: "{n} ({reason})", "{n} ({reason})";

        coverage: "Actualiteit en wat ontbreekt", "Timeliness and what is missing";
        coverage_text: "Buiten beeld blijven systemen die in geen inventaris staan, lijsten die niet te lezen zijn, en wat samenwerkingsverbanden voor zichzelf gebruiken. Collectief zegt niet dat een systeem goed, veilig of goedkoper is.", "Out of sight are systems that stand in no inventory, lists that can't be read, and what partnerships use for themselves. Collective does not say that a system is good, safe or cheaper.";

        contact: "Contact", "Contact";
        contact_text: "Vragen en fouten: bij wie dit verslag uitgeeft. Noem de maand en de vingerafdruk.", "Questions and errors: with whoever publishes this report. Name the month and the fingerprint.";
    }
}
