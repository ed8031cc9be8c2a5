//! Amounts and counts as they stand in lists, with what they are read as.

use proptest::prelude::*;

use super::*;
use crate::inventory::Words;

fn words() -> Words {
    crate::inventory::Layouts::load(&crate::reference::DataDir::embedded()).unwrap().words
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

#[test]
fn amounts_are_euro_a_year() {
    let words = words();
    for (typed, expected) in [
        ("€ 12.500,00", 1_250_000),
        ("12,500.00", 1_250_000),
        ("12.500", 1_250_000),
        ("1250,5", 125_050),
        ("€1.250,-", 125_000),
        ("€ 1.250,--", 125_000),
        ("1.250.-", 125_000),
        ("EUR 1.234.567", 123_456_700),
        ("12.500 euro", 1_250_000),
        ("12.500 €", 1_250_000),
        ("0.99", 99),
        ("12'500", 1_250_000),
        ("12 500,00", 1_250_000),
        ("EUR 12k", 1_200_000),
        ("12,5k", 1_250_000),
        ("12,5 K€", 1_250_000),
        ("1,2 mln", 120_000_000),
        ("€ 1,2 mln.", 120_000_000),
        ("1.2M", 120_000_000),
        ("250 duizend", 25_000_000),
        ("€ 12.500 p/j", 1_250_000),
        ("12.500 p.j.", 1_250_000),
        ("€ 12.500 per jaar", 1_250_000),
        ("12.500/jr", 1_250_000),
    ] {
        assert_eq!(cents(&text(typed), Unit::default(), &words.amount), Ok(Amount { value: expected, literal: true }), "{typed}");
    }
    assert_eq!(cents(&Value::Number(1234.56), Unit::default(), &words.amount), Ok(Amount { value: 123_456, literal: true }));
}

#[test]
fn what_was_worked_out_or_left_out_is_not_literal() {
    let words = words();
    for (typed, expected) in [
        ("per maand 1.000", 1_200_000),
        ("€ 500 / mnd", 600_000),
        ("€ 500 p.m.", 600_000),
        ("€ 500,- p/m", 600_000),
        ("1.000 per kwartaal", 400_000),
        ("1.000 per halfjaar", 200_000),
        ("€ 12.500 excl. btw", 1_250_000),
        ("€ 12.500 (incl. BTW)", 1_250_000),
        ("12.500 (2025)", 1_250_000),
        ("€ 12.500 (prijspeil 2025)", 1_250_000),
        ("2025: € 12.500", 1_250_000),
        ("± 12.500", 1_250_000),
        ("ca. € 12.500", 1_250_000),
        ("circa 100", 10_000),
    ] {
        assert_eq!(cents(&text(typed), Unit::default(), &words.amount), Ok(Amount { value: expected, literal: false }), "{typed}");
    }
}

#[test]
fn what_is_no_yearly_cost_in_euro_says_why() {
    let words = words();
    for (typed, expected) in [
        ("$ 12,500", Refusal::OtherCurrency),
        ("12.500 USD", Refusal::OtherCurrency),
        ("£900", Refusal::OtherCurrency),
        ("€ 10.000 eenmalig", Refusal::Once),
        ("eenmalig: 10.000", Refusal::Once),
        ("10.000 - 15.000", Refusal::Range),
        ("€ 10.000 tot € 15.000", Refusal::Range),
        ("max. 5.000", Refusal::Range),
        ("> 1000", Refusal::Range),
        ("€ 12 per gebruiker per maand", Refusal::PerUnit),
        ("-100", Refusal::Negative),
        ("€ -100", Refusal::Negative),
        ("100-", Refusal::Negative),
        ("(100)", Refusal::Negative),
        ("12%", Refusal::NoNumber),
        ("nader te bepalen", Refusal::NoNumber),
        ("1.2.3", Refusal::NoNumber),
        ("12kg", Refusal::NoNumber),
        ("€ 5.000 per 2 jaar", Refusal::NoNumber),
        ("2024 2025", Refusal::NoNumber),
        ("", Refusal::NoNumber),
        ("(2025)", Refusal::NoNumber),
    ] {
        assert_eq!(cents(&text(typed), Unit::default(), &words.amount), Err(expected), "{typed}");
    }
}

#[test]
fn counts_are_whole_and_of_people() {
    let words = words();
    let of = |value: &Value| count(value, Unit::default(), &words.amount).map(|amount| (amount.value, amount.literal));
    for (typed, expected) in [
        ("1.200", Ok((1200, true))),
        ("1,200", Ok((1200, true))),
        ("120 gebruikers", Ok((120, true))),
        ("25,0", Ok((25, true))),
        ("1,5k", Ok((1500, true))),
        ("ca. 100", Ok((100, false))),
        ("10-50", Err(Refusal::Range)),
        ("10 tot 50 gebruikers", Err(Refusal::Range)),
        ("100+", Err(Refusal::Range)),
        ("<50", Err(Refusal::Range)),
        ("2,5", Err(Refusal::NoNumber)),
        ("veel", Err(Refusal::NoNumber)),
        ("€ 100", Err(Refusal::NoNumber)),
        ("-3", Err(Refusal::Negative)),
        ("10 vast, 5 flex", Err(Refusal::NoNumber)),
    ] {
        assert_eq!(of(&text(typed)), expected, "{typed}");
    }
    assert_eq!(of(&Value::Number(2.5)), Err(Refusal::NoNumber));
    assert_eq!(of(&Value::Number(-1.0)), Err(Refusal::Negative));
}

#[test]
fn a_header_gives_its_column_a_unit_and_a_cell_goes_before_it() {
    let words = words();
    let of = |header: &str, typed: &str| {
        cents(&text(typed), Unit::of_header(header, &words.amount), &words.amount).map(|amount| amount.value)
    };
    for (header, typed, expected) in [
        ("Kosten per jaar", "12,5", Ok(1_250)),
        ("Kosten (x € 1.000)", "12,5", Ok(1_250_000)),
        ("Kosten x 1000", "12,5", Ok(1_250_000)),
        ("Kosten in k€", "12", Ok(1_200_000)),
        ("Kosten (in duizenden euro's)", "12", Ok(1_200_000)),
        ("Kosten (€ mln)", "1,5", Ok(150_000_000)),
        ("Kosten per maand", "100", Ok(120_000)),
        ("Kosten per maand", "100 per jaar", Ok(10_000)),
        ("Kosten (p/m)", "100", Ok(120_000)),
        ("Kosten per jaar of per maand", "100", Err(Refusal::NoNumber)),
        ("Kosten (eenmalig)", "100", Err(Refusal::Once)),
        ("Kosten (USD)", "100", Err(Refusal::OtherCurrency)),
        ("Kosten (USD)", "€ 100", Ok(10_000)),
        ("Kosten 2025", "100", Ok(10_000)),
        ("Kosten per 1.000 inwoners", "100", Ok(10_000)),
        ("Licentiekosten", "100", Ok(10_000)),
    ] {
        assert_eq!(of(header, typed), expected, "{header}: {typed}");
    }
    let thousands = Unit::of_header("x € 1.000", &words.amount);
    assert_eq!(cents(&Value::Number(1.5), thousands, &words.amount).map(|amount| amount.value), Ok(150_000));
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(typed in "(\\PC|[0-9.,' €k()-]|per maand|tot|mln ){0,24}") {
        let words = words_once();
        let _ = cents(&text(&typed), Unit::default(), &words.amount);
        let _ = count(&text(&typed), Unit::of_header(&typed, &words.amount), &words.amount);
    }

    #[test]
    fn an_amount_reads_back_from_what_a_spreadsheet_shows(amount in 0_i64..10_000_000_000) {
        let words = words_once();
        let (whole, rest) = (amount / 100, amount % 100);
        for typed in [format!("€ {whole},{rest:02}"), format!("{whole}.{rest:02} EUR"), format!("{whole},{rest:02} p/j")] {
            prop_assert_eq!(cents(&text(&typed), Unit::default(), &words.amount).map(|read| read.value), Ok(amount));
        }
    }
}

fn words_once() -> &'static Words {
    static WORDS: std::sync::LazyLock<Words> = std::sync::LazyLock::new(words);
    &WORDS
}
