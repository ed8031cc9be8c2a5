//! What a case gives, in text: short enough to read in a difference.

use std::fmt::Write;

use tachtig::inventory::Fate;
use tachtig::measure::{Answer, Measure, Unit};
use tachtig::problem::message;
use tachtig::run::MonthResult;
use tachtig::terms::Lang;

/// Everything that a case gives, in text.
pub fn all(result: &MonthResult) -> String {
    let mut text = outcome(result);
    text.push_str("\nproblems\n");
    for problem in &result.problems {
        let _ = writeln!(text, "  {} {}: {}", problem.code.as_str(), problem.place, message(problem, Lang::En));
    }
    text.push_str(&responses(result));
    text.push_str("\naccounts\n");
    for account in &result.inventory.accounts {
        let fates = Fate::ALL
            .into_iter()
            .filter(|fate| !matches!(fate, Fate::Expanded | Fate::Connection) || account.account.of(*fate) > 0)
            .map(|fate| format!("{} {}", fate.as_str(), account.account.of(fate)))
            .collect::<Vec<_>>()
            .join(", ");
        assert!(account.account.closes());
        let _ = writeln!(
            text,
            "  {} '{}' {}: {} rows: {fates}",
            account.file,
            account.sheet,
            account.layout.as_deref().unwrap_or("-"),
            account.account.rows
        );
        if account.account.of(Fate::Expanded) > 0 {
            let (systems, merged) = (account.account.expanded_systems, account.account.expanded_merged);
            let _ = writeln!(text, "    expanded into systems {systems}, merged {merged}");
        }
    }
    text
}

/// How municipalities answered, where there is more to say than that they did.
fn responses(result: &MonthResult) -> String {
    let mut text = String::new();
    for line in &result.response {
        let lists =
            [("left out", &line.files_left_out), ("predecessors", &line.predecessors), ("partnerships", &line.partnerships)];
        if line.last_sent.is_none() && line.partnerships.is_empty()
            || line.answer == Answer::Responded && lists.iter().all(|(_, list)| list.is_empty())
        {
            continue;
        }
        let _ = write!(text, "  {} {} {}", line.municipality_code, line.municipality, line.answer.as_str());
        if let Some(month) = line.carried_from {
            let _ = write!(text, " from {month}");
        }
        if let (Some(sent), Some(ago)) = (line.last_sent, line.months_since) {
            let _ = write!(text, ", sent {sent} ({ago} ago)");
        }
        for (label, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
            let _ = write!(text, ", {label} {}", list.join("; "));
        }
        let _ = writeln!(text, ", systems {} counted {}", line.systems, line.systems_counted);
    }
    if text.is_empty() { text } else { format!("\nresponse\n{text}") }
}

/// Systems, verdicts and figures: what must not depend on format or order.
pub fn outcome(result: &MonthResult) -> String {
    let mut text = "systems\n".to_owned();
    for one in &result.classified {
        let (system, verdicts) = (&one.system, &one.verdicts);
        let source = |source: Option<tachtig::classify::Source>| source.map_or("-", tachtig::classify::Source::as_str);
        let _ = writeln!(
            text,
            "  {} {} \"{}\" rows {} {} components {}{} | level {} ({} {}) | {} ({} {}){}",
            system.municipality,
            system.id,
            system.record.name,
            system.rows.len(),
            if one.counted() { "counted" } else { "not counted" },
            system.record.components.len(),
            facts(system),
            verdicts.level.value.as_str(),
            source(verdicts.level.source),
            verdicts.level.grounds().unwrap_or_default(),
            verdicts.distinguishing.value.as_str(),
            source(verdicts.distinguishing.source),
            verdicts.distinguishing.grounds().unwrap_or_default(),
            verdicts.facets.iter().fold(String::new(), |text, facet| text + " " + facet),
        );
    }
    connections(&mut text, result);
    text.push_str("\nnational\n");
    for unit in Unit::ALL {
        let national = result.coverage.iter().find(|coverage| coverage.unit == unit && coverage.group.is_national()).unwrap();
        let share = national.share(Measure::CollectiveShare);
        let _ = writeln!(
            text,
            "  {} {} of {} municipalities {}: collective {:?} to {:?}",
            unit.as_str(),
            national.units,
            national.municipalities_frame,
            national.municipalities,
            share.lower,
            share.upper
        );
    }
    text
}

fn connections(text: &mut String, result: &MonthResult) {
    if result.inventory.connections.is_empty() {
        return;
    }
    text.push_str("\nconnections\n");
    let mut lines: Vec<String> = result.inventory.connections.iter().map(connection).collect();
    lines.sort();
    text.push_str(&lines.concat());
}

fn connection(placed: &tachtig::inventory::PlacedConnection) -> String {
    let one = &placed.connection;
    format!(
        "  {} \"{}\" -- \"{}\" {}{} | {}{}\n",
        one.municipality.as_deref().unwrap_or(&one.organisation),
        one.application,
        one.far_end.as_deref().unwrap_or_default(),
        placed.provision.as_ref().map_or(if one.outside { "outside" } else { "between applications" }, |(id, _)| id),
        one.direction.map(|direction| format!(" {}", direction.as_str())).unwrap_or_default(),
        [&one.standard, &one.protocol, &one.via, &one.status].map(|text| text.as_deref().unwrap_or("-")).join(" / "),
        placed.carried_from.map(|month| format!(" carried from {month}")).unwrap_or_default(),
    )
}

fn facts(system: &tachtig::inventory::System) -> String {
    let record = &system.record;
    let mut text = String::new();
    if let Some(status) = record.status {
        let _ = write!(text, " {}", status.as_str());
    }
    if let Some(cents) = record.cost_cents {
        let _ = write!(text, " cost {cents}");
    }
    if let Some(users) = record.users {
        let _ = write!(text, " users {users}");
    }
    if let Some(end) = record.contract_end {
        let _ = write!(text, " ends {end}");
    }
    if let Some(month) = system.carried_from {
        let _ = write!(text, " carried from {month}");
    }
    if let Some(partnership) = &system.registered_by {
        let _ = write!(text, " registered by {partnership}");
    }
    text
}
