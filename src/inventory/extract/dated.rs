//! The phase of use by the days on which its phases begin, as they stand on the first day of a month.

use chrono::NaiveDate;

use crate::terms::Status;

/// The phase whose day is the latest of those that have come; of two on one day the later phase. With days to come alone,
/// a use that is to begin is planned, and of one that is to end nothing is known.
pub fn status(days: &[(Status, NaiveDate)], today: NaiveDate) -> Option<Status> {
    let come = days.iter().filter(|(_, day)| *day <= today).max_by_key(|(status, day)| (*day, *status));
    let begins = |status: Status| matches!(status, Status::Verwerving | Status::Gepland | Status::InProductie);
    come.map(|(status, _)| *status).or_else(|| days.iter().any(|(status, _)| begins(*status)).then_some(Status::Gepland))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::Status::{Gepland, InProductie, UitTeFaseren, Uitgefaseerd, Verwerving};
    use crate::terms::parse_date;

    #[test]
    fn the_latest_phase_that_has_begun_holds() {
        let today = parse_date("2026-11-01").unwrap();
        for (days, expected) in [
            (&[][..], None),
            (&[(InProductie, "2020-01-01")], Some(InProductie)),
            (&[(InProductie, "2026-11-01")], Some(InProductie)),
            (&[(InProductie, "2026-11-02")], Some(Gepland)),
            (&[(Verwerving, "2027-01-01")], Some(Gepland)),
            (&[(InProductie, "2020-01-01"), (UitTeFaseren, "2027-01-01")], Some(InProductie)),
            (&[(InProductie, "2020-01-01"), (UitTeFaseren, "2026-01-01"), (Uitgefaseerd, "2027-01-01")], Some(UitTeFaseren)),
            (&[(Verwerving, "2026-01-01"), (Gepland, "2026-01-01")], Some(Gepland)),
            (&[(Uitgefaseerd, "2027-01-01")], None),
            (&[(Uitgefaseerd, "2025-01-01"), (InProductie, "2026-01-01")], Some(InProductie)),
        ] {
            let days: Vec<_> = days.iter().map(|(status, day)| (*status, parse_date(day).unwrap())).collect();
            assert_eq!(status(&days, today), expected, "{days:?}");
        }
    }
}
