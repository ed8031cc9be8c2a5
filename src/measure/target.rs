//! The target and the distance to it, in integers: never rounded (R1), and without a deadline, for the resolution has none (R4).

/// What share is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// In whole percents.
    pub percent: u64,
    /// Whether the percentage itself falls short: the resolution says *more than* 80 percent.
    pub exclusive: bool,
}

impl Default for Target {
    fn default() -> Self {
        Self { percent: 80, exclusive: true }
    }
}

impl Target {
    /// Whether a part of a whole meets the target. A part of nothing does not.
    #[must_use]
    pub const fn met(self, part: u64, whole: u64) -> bool {
        let (part, bar) = (part as u128 * 100, self.bar(whole));
        whole > 0 && if self.exclusive { part > bar } else { part >= bar }
    }

    /// The least weight that must be added to a part so that it meets the target; nought when it does. Absent for a part of nothing.
    #[must_use]
    pub fn missing(self, part: u64, whole: u64) -> Option<u64> {
        let least = if self.exclusive { self.bar(whole) / 100 + 1 } else { self.bar(whole).div_ceil(100) };
        (whole > 0).then(|| u64::try_from(least.saturating_sub(u128::from(part))).unwrap_or(u64::MAX))
    }

    /// Percentage points from a part's share up to the target's percentage; negative above it. Absent for a part of nothing.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "divided once, at the end; the difference is exact up to then")]
    pub fn points(self, part: u64, whole: u64) -> Option<f64> {
        let (bar, part) = (self.bar(whole), u128::from(part) * 100);
        let distance = if bar >= part { (bar - part) as f64 } else { -((part - bar) as f64) };
        (whole > 0).then(|| distance / whole as f64)
    }

    /// A hundred times the weight at which the percentage is reached.
    const fn bar(self, whole: u64) -> u128 {
        self.percent as u128 * whole as u128
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn more_than_is_not_at_least() {
        let (more, least) = (Target::default(), Target { exclusive: false, ..Target::default() });
        assert_eq!((more.met(80, 100), least.met(80, 100), more.met(81, 100)), (false, true, true));
        assert_eq!((more.missing(80, 100), least.missing(80, 100)), (Some(1), Some(0)));
        assert_eq!((more.missing(0, 3), least.missing(0, 3)), (Some(3), Some(3)), "2.4 of 3 takes 3 systems");
        assert_eq!((more.points(1, 4), more.points(4, 4), more.points(0, 0)), (Some(55.0), Some(-20.0), None));
        assert!(!more.met(0, 0) && more.missing(0, 0).is_none());
    }

    #[test]
    fn a_share_that_rounds_to_the_target_is_compared_as_it_is() {
        let whole = 10_u64.pow(18);
        let bar = whole / 100 * 80;
        assert!(!Target::default().met(bar, whole) && Target::default().met(bar + 1, whole));
    }

    proptest! {
        #[test]
        fn what_is_missing_is_the_least_that_meets_it(
            part in 0..=u64::MAX / 4, more in 0..=u64::MAX / 4, percent in 0..=100_u64, exclusive: bool,
        ) {
            let (target, whole) = (Target { percent, exclusive }, part + more);
            if let Some(missing) = target.missing(part, whole) {
                prop_assert!(target.met(part + missing, whole));
                prop_assert!(missing == 0 || !target.met(part + missing - 1, whole));
                prop_assert_eq!(missing == 0, target.met(part, whole));
            }
        }
    }
}
