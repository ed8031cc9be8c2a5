//! The file of municipal portfolios as the former Softwarecatalogus wrote it: a row for each municipality, version and
//! reference component, with identifiers beside the names and days as day, month and two digits of the year.

use super::Task;
use crate::columns::lines;
use crate::dialect::{Amounts, Components, Dates, Dialect, Statuses, YesNo};
use crate::grid::{Grid, SYNTHETIC};
use crate::municipality::Municipality;
use crate::random::Random;
use crate::system::Line;
use crate::writer::Book;

const NAMES: [&str; 19] = [
    "Gemeente ID",
    "Gemeente naam",
    "Gemeente CBS",
    "Samenwerking ID",
    "Samenwerking",
    "Samenwerking gemeente id",
    "Gebruik Status",
    "Gebruik omschrijving",
    "Gebruik Datum ingang status",
    "Leverancier ID",
    "Leverancier Naam",
    "Pakket ID",
    "Pakket Naam",
    "Pakketversie ID",
    "Pakketversie Naam",
    "Pakketversie gebruik technologie",
    "Mutatiedatum applicatieportfolio",
    "Referentiecomponenten ID",
    "Referentiecomponenten naam",
];

const DIALECT: Dialect = Dialect {
    dates: Dates::Dutch,
    amounts: Amounts::Number,
    statuses: Statuses::Softwarecatalogus,
    components: Components::Rows,
    yes_no: YesNo::Words("ja", "nee"),
    unknown: "",
};

pub fn book(task: &Task) -> Book {
    let mut grid = Grid::new("Gemeenten_applicatieportfolio").line(&NAMES);
    let members: Vec<String> = task.inventories.iter().map(|one| identifier("gemeente", one.municipality.code)).collect();
    let members = members.join(", ");
    for inventory in &task.inventories {
        for line in lines(&inventory.systems, &DIALECT) {
            let fields = fields(&line, &inventory.municipality, &members, task.month);
            let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
            grid = grid.line(&fields);
        }
    }
    Book { sheets: vec![grid.done()] }
}

fn fields(line: &Line, municipality: &Municipality, members: &str, month: &str) -> [String; 19] {
    let (system, product) = (line.system, &line.system.product);
    let partnership = system.partner.partnership;
    let named = |kind: &str, name: &str| if name.is_empty() { String::new() } else { identifier(kind, name) };
    let version = format!("{} {}", product.name, line.version).trim_end().to_owned();
    let changed = format!("01-{}-{}", &month[5..], &month[2..4]);
    [
        identifier("gemeente", municipality.code),
        municipality.name.to_owned(),
        municipality.code.trim_start_matches("GM").to_owned(),
        named("samenwerking", partnership),
        partnership.to_owned(),
        if partnership.is_empty() { String::new() } else { members.to_owned() },
        DIALECT.status(system.phase, system.number).to_owned(),
        SYNTHETIC.to_owned(),
        format!("{:02}-03-24", 1 + system.number % 28),
        named("leverancier", product.vendor),
        product.vendor.to_owned(),
        identifier("pakket", product.name),
        product.name.to_owned(),
        if line.version.is_empty() { String::new() } else { identifier("versie", &version) },
        version,
        product.hosting.to_owned(),
        changed,
        named("component", &line.components),
        line.components.clone(),
    ]
}

/// An identifier in the shape of a UUID that belongs to this name.
fn identifier(kind: &str, name: &str) -> String {
    let mut random = Random::of(&["id", kind, name]);
    let mut digits = |count: usize| {
        let drawn = (0..count).filter_map(|_| u32::try_from(random.below(16)).ok());
        drawn.filter_map(|digit| char::from_digit(digit, 16)).collect::<String>()
    };
    [digits(8), digits(4), digits(4), digits(4), digits(12)].join("-")
}
