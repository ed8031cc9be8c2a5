//! What would count of one file, and what not (METHOD §1, *In use* and *Not a system*).

use crate::classify::Classified;
use crate::terms::{Distinguishing, Level, Role, Status};

/// The systems of a file, by what becomes of them. Each is in one of `counted`, `planned`, `retired` and the three roles.
#[derive(Debug, Default)]
pub struct Counts {
    pub systems: usize,
    /// In use, and a system: what the shares are taken of.
    pub counted: usize,
    /// Counted as in use for want of a status.
    pub without_status: usize,
    pub planned: usize,
    pub retired: usize,
    pub connections: usize,
    pub standards: usize,
    pub contracts: usize,
    /// The counted ones by level, in the order of the ladder.
    pub levels: [usize; 5],
    /// The counted ones on the other axis, in the order of its values.
    pub distinguishing: [usize; 3],
}

impl Counts {
    pub fn of(classified: &[Classified]) -> Self {
        let mut counts = Self { systems: classified.len(), ..Self::default() };
        for one in classified {
            counts.add(one);
        }
        counts
    }

    fn add(&mut self, one: &Classified) {
        let status = one.system.record.status;
        match one.verdicts.role.value {
            Role::NationalConnection => self.connections += 1,
            Role::StandardOrAgreement => self.standards += 1,
            Role::ContractVehicle => self.contracts += 1,
            Role::System => match status {
                Some(Status::Verwerving | Status::Gepland) => self.planned += 1,
                Some(Status::Uitgefaseerd) => self.retired += 1,
                _ => self.add_counted(one),
            },
        }
    }

    fn add_counted(&mut self, one: &Classified) {
        self.counted += 1;
        self.without_status += usize::from(one.system.record.status.is_none());
        let place = |position: Option<usize>| position.unwrap_or_default();
        self.levels[place(Level::ALL.iter().position(|level| *level == one.verdicts.level.value))] += 1;
        let values = Distinguishing::ALL;
        self.distinguishing[place(values.iter().position(|value| *value == one.verdicts.distinguishing.value))] += 1;
    }
}
