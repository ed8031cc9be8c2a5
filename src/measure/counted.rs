//! The units that count, systems and cells, with all that figures need of them.

use std::sync::Arc;

use super::facet::Facets;
use super::weight::Weight;
use crate::classify::Classified;
use crate::reference::Frame;
use crate::terms::{Certainty, Distinguishing, Level, Lookup};

/// One unit that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Its municipality's place in the frame.
    pub municipality: u32,
    pub level: Level,
    /// The level is uncertain, so that another definition may not know it. Of a system; a cell's is not told.
    pub uncertain: bool,
    pub distinguishing: Distinguishing,
    /// Known to be regional, and perhaps national: a cell with a regional and an unknown system.
    pub maybe_national: bool,
    /// Known from an inventory of an earlier month. A cell is when all its systems are.
    pub carried: bool,
    /// Of a cell: what any of its systems has.
    pub facets: Facets,
    /// What it weighs, in the order of [`Weight::ALL`]; absent where the inventory does not say. A cell only counts.
    pub weights: [Option<u64>; Weight::ALL.len()],
}

impl Counted {
    /// A number that is equal for units that are alike in all but municipality and weight.
    pub const fn kind(&self) -> u32 {
        let flags = self.maybe_national as u32 | (self.carried as u32) << 1 | (self.uncertain as u32) << 2;
        flags | (self.facets.bits() as u32) << 3 | (self.level as u32) << 11 | (self.distinguishing as u32) << 19
    }
}

/// A cell with its component's place among the components that occur.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub component: u32,
    pub unit: Counted,
}

/// All units of a month.
#[derive(Debug, Default)]
pub struct Units {
    pub systems: Vec<Counted>,
    /// In order of municipality and component.
    pub cells: Vec<Cell>,
    /// The ids of the components that occur; cells and systems point into these.
    pub components: Vec<Arc<str>>,
    /// The components of the first system, then those of the second, and so on.
    uses: Vec<u32>,
    /// Where the components of each system end in that list.
    ends: Vec<usize>,
}

impl Units {
    /// Adds a system with the places of its components.
    pub fn push(&mut self, system: Counted, mut components: Vec<u32>) {
        components.sort_unstable();
        components.dedup();
        self.systems.push(system);
        self.uses.append(&mut components);
        self.ends.push(self.uses.len());
    }

    /// Forms the cells of all systems.
    pub fn form_cells(&mut self) {
        self.cells = cells(self);
    }

    /// The place of a component, new or not.
    fn component<'a>(&mut self, id: &'a Arc<str>, numbers: &mut Lookup<&'a str, u32>) -> u32 {
        let next = number(self.components.len());
        let place = *numbers.entry(id).or_insert(next);
        if place == next {
            self.components.push(id.clone());
        }
        place
    }

    /// Puts systems at other levels, in their order, and forms the cells anew where that differs: another definition.
    pub fn put_at(&mut self, levels: impl Iterator<Item = Level>) {
        let mut moved = false;
        for (system, level) in self.systems.iter_mut().zip(levels) {
            moved |= system.level != level;
            system.level = level;
        }
        if moved {
            self.form_cells();
        }
    }

    /// The places of a system's components, in order and without repetition.
    #[must_use]
    pub fn components_of(&self, system: usize) -> &[u32] {
        let end = |system: usize| self.ends.get(system).copied().unwrap_or_default();
        let start = system.checked_sub(1).map_or(0, end);
        self.uses.get(start..end(system)).unwrap_or_default()
    }
}

/// The counted systems of a frame's municipalities and their cells.
#[must_use]
pub fn units(classified: &[Classified], frame: &Frame) -> Units {
    let places: Lookup<&str, u32> = frame.municipalities.iter().map(|one| &*one.code).zip(0..).collect();
    let mut numbers: Lookup<&str, u32> = Lookup::default();
    let mut units = Units::default();
    for one in classified.iter().filter(|one| one.counted()) {
        let Some(municipality) = places.get(&*one.system.municipality) else { continue };
        let own = one.system.record.components.iter().map(|id| units.component(id, &mut numbers)).collect();
        units.push(system(one, *municipality), own);
    }
    units.form_cells();
    units
}

/// A place in a list. There are far fewer systems than four thousand million.
fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn system(one: &Classified, municipality: u32) -> Counted {
    Counted {
        municipality,
        level: one.verdicts.level.value,
        uncertain: one.verdicts.level_certainty == Some(Certainty::Uncertain),
        distinguishing: one.verdicts.distinguishing.value,
        maybe_national: false,
        carried: one.system.carried_from.is_some(),
        facets: Facets::named(&one.verdicts.facets),
        weights: Weight::ALL.map(|weight| weight.of(&one.system.record)),
    }
}

fn cells(units: &Units) -> Vec<Cell> {
    let uses = units.systems.iter().enumerate().flat_map(|(place, system)| {
        units.components_of(place).iter().map(move |component| (system.municipality, *component, place))
    });
    let mut uses: Vec<(u32, u32, usize)> = uses.collect();
    uses.sort_unstable();
    let same = |one: &(u32, u32, usize), other: &(u32, u32, usize)| (one.0, one.1) == (other.0, other.1);
    uses.chunk_by(same).filter_map(|uses| cell(uses, units)).collect()
}

/// The cell of all uses of one component at one municipality.
fn cell(uses: &[(u32, u32, usize)], units: &Units) -> Option<Cell> {
    let (municipality, component, first) = *uses.first()?;
    let mut open = Open::new(units.systems.get(first)?);
    for system in uses.iter().filter_map(|(_, _, place)| units.systems.get(*place)) {
        open.add(system);
    }
    Some(Cell { component, unit: open.close(municipality) })
}

/// A cell while its systems are gathered.
struct Open {
    highest: Level,
    some_unknown: bool,
    carried: bool,
    facets: Facets,
    known: [bool; 2],
}

impl Open {
    const fn new(first: &Counted) -> Self {
        Self { highest: first.level, some_unknown: false, carried: true, facets: first.facets, known: [false; 2] }
    }

    fn add(&mut self, system: &Counted) {
        self.highest = self.highest.min(system.level);
        self.some_unknown |= system.level == Level::Onbekend;
        self.carried &= system.carried;
        self.facets = self.facets.or(system.facets);
        if let Some(known) = self.known.get_mut(system.distinguishing as usize) {
            *known = true;
        }
    }

    /// The highest rung among the systems; one of unknown level beside decentral ones leaves the cell's own unknown, and beside a
    /// regional one it might yet be national (METHOD §1, *Cell*).
    const fn close(self, municipality: u32) -> Counted {
        let level = match self.highest {
            Level::Decentraal if self.some_unknown => Level::Onbekend,
            highest => highest,
        };
        let distinguishing = match self.known {
            [true, false] => Distinguishing::NietOnderscheidend,
            [false, true] => Distinguishing::Onderscheidend,
            _ => Distinguishing::Onbekend,
        };
        let maybe_national = matches!(self.highest, Level::Regionaal) && self.some_unknown;
        let Self { carried, facets, .. } = self;
        let weights = [Some(1), None, None];
        Counted { municipality, level, uncertain: false, distinguishing, maybe_national, carried, facets, weights }
    }
}
