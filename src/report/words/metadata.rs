//! The texts of the metadata of public files, for a data portal and whoever finds the figures there.

use super::texts;

texts! {
    /// Titles, descriptions and notes.
    MetadataWords {
        title: "Collectieve digitalisering van gemeenten (Nederland) ({month})", "Collective digitalisation of municipalities (Netherlands) ({month})";
        synthetic_title: "SYNTHETISCH VOORBEELD: {title}", "SYNTHETIC SAMPLE: {title}";
        description: "Welk deel van de digitalisering van Nederlandse gemeenten in {month} collectief georganiseerd is: voor het land, per regio en per grootteklasse, met ondergrens en bovengrens, en het landelijke deel, naar aantallen, onder elke combinatie van definities. Gemeten uit lijsten van applicaties van de gemeenten die leverden. Cijfers die een gemeente zouden verraden zijn onderdrukt, met de reden. Aandelen zijn fracties van één; een afwezige waarde is nooit nul.", "How much of the digitalisation of Dutch municipalities was organised collectively in {month}: for the nation, per region and per size class, with a lower and an upper bound, and the national share, by count, under every combination of definitions. Measured from the lists of applications of the municipalities that sent one. Figures that would give a municipality away are suppressed, with the reason. Shares are fractions of one; an absent value is never zero.";
        series_title: "Collectieve digitalisering van gemeenten (Nederland) (per maand)", "Collective digitalisation of municipalities (Netherlands) (by month)";
        series_description: "Welk deel van de digitalisering van Nederlandse gemeenten collectief georganiseerd is, elke maand opnieuw gemeten. Eén gegevensset per maand, met dezelfde tabellen en kolommen.", "How much of the digitalisation of Dutch municipalities is organised collectively, measured anew each month. One dataset a month, with the same tables and columns.";
        catalogue_title: "Catalogus: {title}", "Catalogue: {title}";
        catalogue_description: "De gegevensset van {month} over collectieve digitalisering van gemeenten, met haar bestanden.", "The dataset of {month} on the collective digitalisation of municipalities, with its files.";
        version_notes: "Gemaakt met de definities {fingerprint} (SHA-256) en tachtig {version}.", "Made with the definitions {fingerprint} (SHA-256) and tachtig {version}.";
        replaces: "Neemt de plaats in van versie {vintage} van dezelfde maand.", "Takes the place of version {vintage} of the same month.";
        provenance: "Uit lijsten van applicaties die gemeenten stuurden, gelezen, beoordeeld en geteld door tachtig {version}. De bronnen van indelingen, aantallen inwoners en definities staan in datapackage.json.", "From lists of applications that municipalities sent, read, judged and counted by tachtig {version}. The sources of divisions, numbers of inhabitants and definitions stand in datapackage.json.";
        synthetic_provenance: "Uit verzonnen lijsten van applicaties, gelezen, beoordeeld en geteld door tachtig {version}. De bronnen van indelingen, aantallen inwoners en definities staan in datapackage.json.", "From invented lists of applications, read, judged and counted by tachtig {version}. The sources of divisions, numbers of inhabitants and definitions stand in datapackage.json.";
        generated: "Meting van {month} met tachtig {version}", "Measurement of {month} with tachtig {version}";
        columns: "Kolommen, typen en eenheden van {table}", "Columns, types and units of {table}";
        page: "Verslag met grafieken", "Report with charts";
        summary: "Samenvatting in woorden", "Summary in words";
        keywords: "digitalisering; gemeenten; samenwerking; gemeentelijke applicaties; collectieve voorzieningen", "digitalisation; municipalities; cooperation; municipal applications; shared services";
        synthetic_keyword: "synthetisch voorbeeld", "synthetic sample";
    }
}
