//! Names of applications without the name of who uses them: `Applicatie (Goes)` is `Applicatie`.

use super::graph::Graph;
use crate::terms::name_key;

/// The name of an application, and the organisation of the model whose name stood in brackets behind it.
pub fn without_user<'a>(graph: &Graph<'a>, element: usize) -> (&'a str, Option<usize>) {
    let name = graph.element(element).name.trim();
    let bracketed = name.strip_suffix(')').and_then(|open| open.rsplit_once('('));
    let Some((bare, inside)) = bracketed.filter(|(bare, _)| !bare.trim().is_empty()) else { return (name, None) };
    let named = graph.organisations.get(&organisation_key(inside));
    named.map_or((name, None), |organisation| (bare.trim_end(), Some(*organisation)))
}

/// The comparable form of an organisation's name.
pub fn organisation_key(name: &str) -> String {
    let key = name_key(name);
    key.strip_prefix("gemeente ").map_or(key.clone(), str::to_owned)
}
