//! How free published sums leave the figures behind them.
//!
//! A reader knows the sums, and that every figure is zero or more. A *world* is any set of figures that gives the same sums. What differs
//! between worlds is not disclosed, and how far it differs is how well it is protected. Not for what is summed, or why.

use std::collections::BTreeSet;

/// Below this part of itself nothing moves but by rounding.
const FLOOR: f64 = 1e-7;

/// A margin that is reached but for rounding is reached.
const ALMOST: f64 = 1.0 - 1e-9;

/// A figure behind published sums, by its place in the list of all.
pub type At = usize;

/// What must stay hidden: somebody's figure, as a sum of figures behind the public ones.
#[derive(Debug, Clone)]
pub struct Guard {
    /// Whose figure it is. One may have several, of different months.
    pub owner: usize,
    pub sum: Vec<At>,
    /// How far it must be able to lie from its true value, either way.
    pub margin: f64,
}

/// The directions in which the figures can move without any published sum moving.
///
/// `projector` maps any movement, each figure in units of its own play, to the nearest one that leaves all sums as they are.
#[derive(Debug, Clone)]
pub struct Freedom {
    /// How far each figure may lie from its true value, either way, in the worlds that are looked at.
    plays: Vec<f64>,
    guards: Vec<Guard>,
    projector: Vec<f64>,
}

impl Freedom {
    /// Nothing is published yet, so all can move.
    #[must_use]
    pub fn new(plays: Vec<f64>, guards: Vec<Guard>) -> Self {
        let size = plays.len();
        let mut projector = vec![0.0; size * size];
        projector.iter_mut().step_by(size + 1).for_each(|entry| *entry = 1.0);
        Self { plays, guards, projector }
    }

    fn row(&self, at: At) -> &[f64] {
        let size = self.plays.len();
        self.projector.get(at * size..(at + 1) * size).unwrap_or_default()
    }

    /// The movement that changes a sum most for its length, and how much it changes it.
    fn free(&self, sum: &[At]) -> (Vec<f64>, f64) {
        let mut moved = vec![0.0; self.plays.len()];
        for at in sum {
            let play = self.plays[*at];
            moved.iter_mut().zip(self.row(*at)).for_each(|(entry, own)| *entry += own * play);
        }
        let change = self.change(sum, &moved);
        (moved, change)
    }

    /// How much a movement changes a sum.
    fn change(&self, sum: &[At], moved: &[f64]) -> f64 {
        sum.iter().map(|at| moved[*at] * self.plays[*at]).sum()
    }

    /// What a sum could change if nothing were published; a measure to compare with.
    fn whole(&self, sum: &[At]) -> f64 {
        sum.iter().map(|at| self.plays[*at].powi(2)).sum()
    }

    /// Whether the published sums give this one as well.
    #[must_use]
    pub fn settles(&self, sum: &[At]) -> bool {
        self.free(sum).1 <= FLOOR * self.whole(sum)
    }

    /// Publishes a sum: takes away every movement that would change it.
    pub fn publish(&mut self, sum: &[At]) {
        let (moved, change) = self.free(sum);
        if change <= FLOOR * self.whole(sum) {
            return;
        }
        let size = self.plays.len();
        for (row, by) in self.projector.chunks_exact_mut(size).zip(&moved) {
            row.iter_mut().zip(&moved).for_each(|(entry, other)| *entry -= by * other / change);
        }
    }

    /// How far each guarded figure reaches: the movement may grow until some figure comes to the end of its play. Zero when nothing moves it.
    fn reaches(&self) -> Vec<(Vec<f64>, f64, f64)> {
        let reach = |guard: &Guard| {
            let (moved, change) = self.free(&guard.sum);
            let farthest = moved.iter().fold(0.0_f64, |most, entry| most.max(entry.abs()));
            let reach = if change <= FLOOR * self.whole(&guard.sum) { 0.0 } else { change / farthest };
            (moved, change, reach)
        };
        self.guards.iter().map(reach).collect()
    }

    /// Accepts what is published: whoever it leaves less than its margin must keep half of what it leaves, and who is out is out.
    pub fn concede(&mut self) {
        let reaches = self.reaches();
        for (guard, (_, _, reach)) in self.guards.iter_mut().zip(reaches) {
            if reach < guard.margin * ALMOST {
                guard.margin = reach / 2.0;
            }
        }
    }

    /// The guarded figures that are not protected, each as a pair with itself; and the pairs of which one owner's gives away the other's.
    #[must_use]
    pub fn exposed(&self) -> BTreeSet<(usize, usize)> {
        let reaches = self.reaches();
        let mut exposed = BTreeSet::new();
        for (at, (guard, (moved, change, reach))) in self.guards.iter().zip(&reaches).enumerate() {
            if *reach < guard.margin * ALMOST {
                exposed.insert((at, at));
            }
            let others =
                self.guards.iter().zip(&reaches).enumerate().skip(at + 1).filter(|(_, (other, _))| other.owner != guard.owner);
            let tied = others.filter(|(_, (other, (_, its, its_reach)))| {
                let shared = self.change(&other.sum, moved);
                *reach > 0.0 && *its_reach > 0.0 && change * its - shared * shared <= FLOOR * change * its
            });
            exposed.extend(tied.map(|(other, _)| (at, other)));
        }
        exposed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(weights: &[f64], sums: &[&[At]]) -> BTreeSet<(usize, usize)> {
        let guard = |(owner, weight): (usize, &f64)| Guard { owner, sum: vec![owner], margin: weight * 15.0 / 85.0 };
        let mut freedom = Freedom::new(weights.to_vec(), weights.iter().enumerate().map(guard).collect());
        for sum in sums {
            freedom.publish(sum);
        }
        freedom.exposed()
    }

    #[test]
    fn nothing_published_exposes_nothing() {
        assert!(of(&[1.0, 2.0, 3.0], &[]).is_empty());
    }

    #[test]
    fn one_is_exposed_and_two_give_each_other_away() {
        assert_eq!(of(&[5.0, 5.0, 5.0], &[&[0]]), BTreeSet::from([(0, 0)]));
        assert_eq!(of(&[5.0, 5.0, 5.0], &[&[0, 1]]), BTreeSet::from([(0, 1)]));
        assert!(of(&[5.0, 5.0, 5.0], &[&[0, 1, 2]]).is_empty());
    }

    #[test]
    fn a_total_minus_its_parts_is_found() {
        let four = [4.0; 7];
        assert!(of(&four, &[&[0, 1, 2, 3, 4, 5, 6]]).is_empty());
        assert_eq!(of(&four, &[&[0, 1, 2, 3, 4, 5, 6], &[0, 1, 2], &[3, 4, 5]]), BTreeSet::from([(6, 6)]));
    }

    #[test]
    fn who_has_more_than_the_bar_is_exposed_by_a_total_of_three() {
        assert!(of(&[85.0, 7.5, 7.5], &[&[0, 1, 2]]).is_empty());
        assert!(of(&[86.0, 7.0, 7.0], &[&[0, 1, 2]]).contains(&(0, 0)));
    }
}
