//! The texts of the page around summary and charts.

use super::texts;

texts! {
    /// Headings, links and captions of the page.
    PageWords {
        title: "Collectieve digitalisering van gemeenten – {month}", "Collective digitalisation of municipalities – {month}";
        skip: "Naar de inhoud", "Skip to content";
        contents: "Op deze pagina", "On this page";
        summary: "Samenvatting", "Summary";
        charts: "Grafieken", "Charts";
        data: "Gegevens", "Data";
        about: "Verantwoording", "About these figures";
        show_table: "Cijfers bij deze grafiek", "Figures of this chart";
        download: "Download deze grafiek:", "Download this chart:";
        data_text: "Alle cijfers staan als CSV en als Parquet in de map data/public, met een beschrijving van elke kolom in datapackage.json. Aandelen zijn daar fracties van één en niet afgerond, met een punt voor de decimalen.", "All figures are in the folder data/public as CSV and as Parquet, with a description of each column in datapackage.json. Shares are fractions of one there, not rounded, with a point before the decimals.";
        data_coverage: "Aandelen per groep, met grenzen", "Shares per group, with bounds";
        data_sensitivity: "Het landelijke aandeel naar aantallen, onder elke combinatie van definities", "The national share by count, under every combination of definitions";
        month: "Maand", "Month";
        fingerprint: "Vingerafdruk van de definities (SHA-256)", "Fingerprint of the definitions (SHA-256)";
        version: "Versie van het programma", "Version of the program";
        target: "Streefbeeld", "Target";
        scroll: "{caption} (schuif zo nodig opzij)", "{caption} (scroll sideways if needed)";
    }
}
