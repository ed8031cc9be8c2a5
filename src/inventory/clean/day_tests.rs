//! Dates as they stand in lists, with what they are read as.

use proptest::prelude::*;

use super::*;
use crate::inventory::Words;

fn words() -> &'static Words {
    static WORDS: std::sync::LazyLock<Words> =
        std::sync::LazyLock::new(|| crate::inventory::Layouts::load(&crate::reference::DataDir::embedded()).unwrap().words);
    &WORDS
}

fn read(value: &Value, order: DayOrder) -> Result<(String, bool), NoDay> {
    period(value, order, &words().date).map(|period| (period.last.to_string(), period.literal))
}

fn typed(text: &str) -> Result<(String, bool), NoDay> {
    read(&Value::Text(text.into()), DayOrder::DayFirst)
}

#[test]
fn days_read_in_the_ways_that_people_type_them() {
    for text in [
        "31-12-2027",
        "2027-12-31",
        "31/12/2027",
        "2027/12/31",
        "31.12.2027",
        "31 dec 2027",
        "31 dec. 2027",
        "31 december 2027",
        "31-12-27",
        "31-dec-27",
        "31-dec-2027",
        "31 dec '27",
        "31e december 2027",
        "December 31, 2027",
        "31st December 2027",
        "2027-12-31T00:00:00",
        "2027-12-31T00:00:00Z",
        "2027-12-31T12:30:00+01:00",
        "31-12-2027 00:00",
        "31-12-2027 0:00:00",
        "2027-12-31 00:00:00.000",
        "31-12-2027 12:00 AM",
        "20271231",
        "31122027",
        "46752",
        "46752,5",
        "vrijdag 31 december 2027",
        "tot 31-12-2027",
        "t/m 31-12-2027",
        "uiterlijk 31 december 2027",
        "31-12-2027 (stilzwijgende verlenging)",
        " 31 - 12 - 2027 ",
    ] {
        assert_eq!(typed(text), Ok(("2027-12-31".to_owned(), true)), "{text}");
    }
    assert_eq!(read(&Value::Number(46752.0), DayOrder::DayFirst), Ok(("2027-12-31".to_owned(), true)));
    assert_eq!(typed("26-03-14"), Ok(("2014-03-26".to_owned(), true)), "two digits at the end are the year");
}

#[test]
fn the_end_of_a_month_quarter_or_year_is_worked_out() {
    for text in [
        "2027",
        "eind 2027",
        "einde 2027",
        "ultimo 2027",
        "Q4 2027",
        "2027-Q4",
        "2027Q4",
        "4e kwartaal 2027",
        "vierde kwartaal 2027",
        "dec 2027",
        "dec-27",
        "december 2027",
        "eind december 2027",
        "12-2027",
        "2027-12",
        "12/2027",
        "202712",
        "H2 2027",
        "2e helft 2027",
        "1-1-2024 t/m 31-12-2027",
        "01-01-2024 tot 31-12-2027",
        "2024-2027",
        "2024 t/m 2027",
        "2027-12-30T23:00:00.000Z",
    ] {
        assert_eq!(typed(text), Ok(("2027-12-31".to_owned(), false)), "{text}");
    }
    assert_eq!(read(&Value::Number(2027.0), DayOrder::DayFirst), Ok(("2027-12-31".to_owned(), false)));
    assert_eq!(typed("2028-02"), Ok(("2028-02-29".to_owned(), false)));
}

#[test]
fn what_is_no_day_says_why() {
    for text in ["onbepaalde tijd", "doorlopend", "jaarlijks opzegbaar", "geen einddatum", "stilzwijgend verlengd"] {
        assert_eq!(typed(text), Err(NoDay::Never), "{text}");
    }
    for text in [
        "31-13-2027",
        "1",
        "medio 2027",
        "begin 2028",
        "najaar 2027",
        "31-12",
        "zie contract",
        "31-12-2027 of later",
        "31-12-20227",
        "1-2-3",
        "Q5 2027",
        "15:30",
        "31-12-2027 lunch: 12:00",
        "11.2.4",
        "",
        "2027 2026",
    ] {
        assert_eq!(typed(text), Err(NoDay::NotADate), "{text}");
    }
    assert_eq!(read(&Value::Number(12.0), DayOrder::DayFirst), Err(NoDay::NotADate));
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let year_shown_as_day = day(1905, 7, 19);
    assert_eq!(read(&Value::Date(year_shown_as_day), DayOrder::DayFirst), Err(NoDay::OutOfRange(year_shown_as_day)));
    assert_eq!(typed("31-12-0227"), Err(NoDay::OutOfRange(day(227, 12, 31))));
    assert_eq!(typed("31-12-9999"), Err(NoDay::OutOfRange(day(9999, 12, 31))));
}

#[test]
fn the_order_of_day_and_month_is_that_of_the_column() {
    let of = |text: &str, order| read(&Value::Text(text.into()), order).map(|(day, _)| day);
    assert_eq!(of("03/04/2027", DayOrder::DayFirst), Ok("2027-04-03".to_owned()));
    assert_eq!(of("03/04/2027", DayOrder::MonthFirst), Ok("2027-03-04".to_owned()));
    assert_eq!(of("03/04/2027", DayOrder::Mixed), Err(NoDay::Ambiguous));
    assert_eq!(of("04/04/2027", DayOrder::Mixed), Ok("2027-04-04".to_owned()));
    assert_eq!(of("12/31/2027", DayOrder::Mixed), Ok("2027-12-31".to_owned()));
    assert_eq!(of("31/12/2027", DayOrder::Mixed), Ok("2027-12-31".to_owned()));
    for (text, shown) in [
        ("12/31/2027", Some(DayOrder::MonthFirst)),
        ("31-12-27", Some(DayOrder::DayFirst)),
        ("03/04/2027", None),
        ("2027-12-31", None),
        ("31 dec 2027", None),
        ("45/12/2027", None),
    ] {
        assert_eq!(order_shown(text), shown, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "(\\PC|[0-9./: T-]|dec|Q|t/m ){0,24}") {
        let _ = typed(&text);
        let _ = order_shown(&text);
    }

    #[test]
    fn a_day_reads_back_from_each_way_of_writing_it(serial in 33_000_u64..72_686) {
        let day = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap() + Days::new(serial);
        for format in ["%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%-d %B %Y", "%Y%m%d", "%d.%m.%Y %H:%M"] {
            let text = day.and_hms_opt(0, 0, 0).unwrap().format(format).to_string();
            prop_assert_eq!(typed(&text), Ok((day.to_string(), true)), "{}", text);
        }
        prop_assert_eq!(typed(&serial.to_string()), Ok((day.to_string(), true)));
    }
}
