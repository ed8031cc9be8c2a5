//! An attacker on sums of figures, in exact fractions: what does follow from them?

use std::collections::{BTreeMap, BTreeSet};

/// Somebody's figure, or two of which each gives away the other; by code, the first of two first.
pub type Exposed = (String, String);

/// A fraction in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fraction(i128, i128);

impl Fraction {
    fn new(top: i128, bottom: i128) -> Self {
        let (mut a, mut b) = (top.abs(), bottom.abs());
        while b > 0 {
            (a, b) = (b, a % b);
        }
        let sign = if bottom < 0 { -1 } else { 1 };
        Self(sign * top / a.max(1), sign * bottom / a.max(1))
    }

    /// `self - by * other`; overflow ends the test.
    fn minus(self, by: Self, other: Self) -> Self {
        let product = Self::new(by.0.checked_mul(other.0).unwrap(), by.1.checked_mul(other.1).unwrap());
        let top = self.0.checked_mul(product.1).unwrap().checked_sub(product.0.checked_mul(self.1).unwrap()).unwrap();
        Self::new(top, self.1.checked_mul(product.1).unwrap())
    }

    fn over(self, other: Self) -> Self {
        Self::new(self.0.checked_mul(other.1).unwrap(), self.1.checked_mul(other.0).unwrap())
    }
}

/// What follows exactly from sums over named figures: figures themselves, and pairs of which one gives the other.
///
/// All figures that give the same sums differ by a movement that leaves every sum as it is. A figure follows when no such movement
/// moves it; one of two gives the other when all of them move both in one proportion.
pub fn exposed(sums: &[Vec<String>]) -> BTreeSet<Exposed> {
    let names: Vec<&String> = sums.iter().flatten().collect::<BTreeSet<_>>().into_iter().collect();
    let movements = movements(sums, &names);
    let mut exposed = BTreeSet::new();
    let mut alike: BTreeMap<Vec<Fraction>, &String> = BTreeMap::new();
    for (name, row) in names.into_iter().zip(movements) {
        let Some(first) = row.iter().find(|entry| entry.0 != 0).copied() else {
            exposed.insert((name.clone(), name.clone()));
            continue;
        };
        let shape = row.into_iter().map(|entry| entry.over(first)).collect();
        let other = alike.insert(shape, name);
        // One's own figures of two months may well move together.
        if let Some(other) = other.filter(|other| owner(other) != owner(name)) {
            exposed.insert((other.clone(), name.clone()));
        }
    }
    exposed
}

/// For each figure its part in each independent movement that leaves all sums as they are.
fn movements(sums: &[Vec<String>], names: &[&String]) -> Vec<Vec<Fraction>> {
    let row = |sum: &Vec<String>| names.iter().map(|name| Fraction(i128::from(sum.contains(name)), 1)).collect();
    let mut rows: Vec<Vec<Fraction>> = sums.iter().map(row).collect();
    let mut pivots = Vec::new();
    for column in 0..names.len() {
        let done = pivots.len();
        let Some(found) = (done..rows.len()).find(|at| rows[*at][column].0 != 0) else { continue };
        rows.swap(done, found);
        let by = rows[done][column];
        let pivot: Vec<Fraction> = rows[done].iter().map(|entry| entry.over(by)).collect();
        for other in rows.iter_mut().filter(|row| row[column].0 != 0) {
            let times = other[column];
            other.iter_mut().zip(&pivot).for_each(|(entry, of_pivot)| *entry = entry.minus(times, *of_pivot));
        }
        rows[done] = pivot;
        pivots.push(column);
    }
    let free: Vec<usize> = (0..names.len()).filter(|column| !pivots.contains(column)).collect();
    let of = |column: usize| match pivots.iter().position(|pivot| *pivot == column) {
        Some(at) => free.iter().map(|free| Fraction(-rows[at][*free].0, rows[at][*free].1)).collect(),
        None => free.iter().map(|free| Fraction(i128::from(*free == column), 1)).collect(),
    };
    (0..names.len()).map(of).collect()
}

/// The one or two whose figures some sum of sums is of, and of nobody else's; one alone as a pair with itself.
pub fn of_few(sums: &[Vec<String>]) -> BTreeSet<Exposed> {
    let names: Vec<&String> = sums.iter().flatten().collect::<BTreeSet<_>>().into_iter().collect();
    let owners: Vec<&str> = names.iter().map(|name| owner(name)).collect::<BTreeSet<_>>().into_iter().collect();
    let rank = |without: &[&str]| {
        let kept = |name: &&&String| !without.contains(&owner(name));
        let rest: Vec<&String> = names.iter().filter(kept).copied().collect();
        rank(sums, &rest)
    };
    let all = rank(&[]);
    let pairs = owners.iter().enumerate().flat_map(|(at, one)| owners[at..].iter().map(move |other| (*one, *other)));
    // When the other figures tell fewer sums apart, some of what is told is of these alone.
    pairs.filter(|(one, other)| rank(&[one, other]) < all).map(|(one, other)| (one.to_owned(), other.to_owned())).collect()
}

/// How many sums over these figures are independent.
fn rank(sums: &[Vec<String>], names: &[&String]) -> usize {
    names.len() - movements(sums, names).first().map_or(0, Vec::len)
}

/// Whose figure it is, in whatever month.
fn owner(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}
