//! The last sentence: can the file be sent as it is, or what is to be mended first.

use super::counts::Counts;
use crate::problem::{Code, Effect, Kind};
use crate::terms::Lang;

/// What to do with a file.
#[derive(Debug)]
pub struct Verdict {
    /// Kinds of problems that keep it from being sent, gravest first.
    pub mend: Vec<Code>,
    /// Kinds of problems by which the figures get worse, though the file can be sent.
    pub better: Vec<Code>,
    places: usize,
    counted: usize,
}

impl Verdict {
    pub fn of(kinds: &[Kind<'_>], counts: &Counts, deny: Effect) -> Self {
        let denied = |kind: &&Kind<'_>| kind.code.effect() >= deny;
        let worse = |kind: &&Kind<'_>| !denied(kind) && kind.code.effect() > Effect::ValueRepaired;
        Self {
            mend: kinds.iter().filter(denied).map(|kind| kind.code).collect(),
            better: kinds.iter().filter(worse).map(|kind| kind.code).collect(),
            places: kinds.iter().filter(denied).map(Kind::count).sum(),
            counted: counts.counted,
        }
    }

    /// Whether the file can be sent as it is.
    pub const fn can_be_sent(&self) -> bool {
        self.mend.is_empty()
    }

    pub fn sentence(&self, lang: Lang) -> String {
        match (self.mend.len(), self.better.len(), self.counted) {
            (0, _, 0) => {
                let text = "Er telt geen enkel systeem mee: er staat nog niets in, of niets is in gebruik.";
                lang.pick(text, "No system counts: there is nothing in it yet, or nothing is in use.").into()
            }
            (0, 0, _) => lang.pick("Dit bestand kan zo worden verstuurd.", "This file can be sent as it is.").into(),
            (0, better, _) => sent_better(better, lang),
            (mend, _, _) => mend_first(mend, self.places, lang),
        }
    }
}

fn sent_better(kinds: usize, lang: Lang) -> String {
    match (lang, kinds) {
        (Lang::Nl, 1) => "Dit bestand kan zo worden verstuurd; de cijfers worden beter als u melding 1 verhelpt.".to_owned(),
        (Lang::Nl, 2) => "Dit bestand kan zo worden verstuurd; de cijfers worden beter als u melding 1 en 2 verhelpt.".to_owned(),
        (Lang::En, 2) => "This file can be sent as it is; the figures get better when you mend problems 1 and 2.".to_owned(),
        (Lang::Nl, _) => {
            format!("Dit bestand kan zo worden verstuurd; de cijfers worden beter als u melding 1 tot en met {kinds} verhelpt.")
        }
        (Lang::En, 1) => "This file can be sent as it is; the figures get better when you mend problem 1.".to_owned(),
        (Lang::En, _) => format!("This file can be sent as it is; the figures get better when you mend problems 1 to {kinds}."),
    }
}

fn mend_first(kinds: usize, places: usize, lang: Lang) -> String {
    match (lang, kinds, places) {
        (Lang::Nl, 1, 1) => "Verhelp eerst melding 1, controleer het bestand opnieuw en verstuur het daarna.".to_owned(),
        (Lang::Nl, 1, _) => {
            format!("Verhelp eerst melding 1 ({places} plaatsen), controleer het bestand opnieuw en verstuur het daarna.")
        }
        (Lang::Nl, 2, _) => {
            format!("Verhelp eerst melding 1 en 2 ({places} plaatsen), controleer het bestand opnieuw en verstuur het daarna.")
        }
        (Lang::En, 2, _) => format!("Mend problems 1 and 2 first ({places} places), check the file again, then send it."),
        (Lang::Nl, _, _) => {
            format!(
                "Verhelp eerst melding 1 tot en met {kinds} ({places} plaatsen), controleer het bestand opnieuw en verstuur het daarna."
            )
        }
        (Lang::En, 1, 1) => "Mend problem 1 first, check the file again, then send it.".to_owned(),
        (Lang::En, 1, _) => format!("Mend problem 1 first ({places} places), check the file again, then send it."),
        (Lang::En, _, _) => format!("Mend problems 1 to {kinds} first ({places} places), check the file again, then send it."),
    }
}
