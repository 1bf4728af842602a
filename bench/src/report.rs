//! Lines of a table, and the tables as Markdown.

use crate::load::Cost;

/// What a ratio may be at most.
#[derive(Clone, Copy, Debug)]
pub struct Target(Option<f64>);

impl Target {
    /// At most this.
    pub fn most(ratio: f64) -> Target {
        Target(Some(ratio))
    }

    /// Measured for its own sake.
    pub fn none() -> Target {
        Target(None)
    }
}

/// One line.
pub struct Line {
    name: String,
    callers: usize,
    ours: Cost,
    bare: Option<(Cost, String)>,
    target: Target,
}

impl Line {
    /// Bare work.
    pub fn bare(name: &str, callers: usize, cost: Cost) -> Line {
        Line { name: name.to_owned(), callers, ours: cost, bare: None, target: Target(None) }
    }

    /// Our work beside the sum of some bare work.
    pub fn beside(name: &str, callers: usize, ours: Cost, bare: &[Cost], what: &str, target: Target) -> Line {
        let cpu_us = bare.iter().map(|cost| cost.cpu_us).sum();
        let server_us = bare.iter().map(|cost| cost.server_us).sum();
        let per_s = 1.0 / bare.iter().map(|cost| 1.0 / cost.per_s).sum::<f64>();
        Line { name: name.to_owned(), callers, ours, bare: Some((Cost { cpu_us, server_us, per_s }, what.to_owned())), target }
    }

    fn ratio(&self) -> Option<f64> {
        self.bare.as_ref().map(|(bare, _)| self.ours.cpu_us / bare.cpu_us)
    }

    fn row(&self) -> String {
        let bare_us = self.bare.as_ref().map_or_else(String::new, |(bare, _)| cpu(bare));
        let bare_s = self.bare.as_ref().map_or_else(String::new, |(bare, _)| number(bare.per_s));
        let what = self.bare.as_ref().map_or("", |(_, what)| what.as_str());
        let ratio = self.ratio().map_or_else(String::new, |ratio| format!("{ratio:.2}"));
        let target = self.target.0.map_or_else(String::new, |most| format!("≤ {most}"));
        let verdict = match (self.ratio(), self.target.0) {
            (Some(ratio), Some(most)) if ratio <= most => "ok",
            (Some(_), Some(_)) => "over",
            _ => "",
        };
        format!(
            "| {} | {} | {} | {bare_us} | {ratio} | {target} | {verdict} | {} | {bare_s} | {what} |\n",
            self.name,
            self.callers,
            cpu(&self.ours),
            number(self.ours.per_s),
        )
    }
}

/// With the database server's share, where there is a server.
fn cpu(cost: &Cost) -> String {
    let all = number(cost.cpu_us);
    if cost.server_us > 0.0 { format!("{all} ({})", number(cost.server_us)) } else { all }
}

fn number(value: f64) -> String {
    if value < 10.0 { format!("{value:.1}") } else { format!("{value:.0}") }
}

/// A table under its heading.
pub fn table(heading: &str, lines: &[Line]) -> String {
    let mut text = format!(
        "\n### {heading}\n\n| operation | callers | CPU µs | bare CPU µs | ratio | target | | a second | bare, a second | beside |\n\
         |---|---|---|---|---|---|---|---|---|---|\n"
    );
    text.extend(lines.iter().map(Line::row));
    text
}

/// A figure beside its limit.
pub fn figure(name: &str, value: f64, unit: &str, limit: Option<f64>) -> String {
    let verdict = match limit {
        Some(most) if value <= most => format!(" (≤ {most} {unit}: ok)"),
        Some(most) => format!(" (≤ {most} {unit}: over)"),
        None => String::new(),
    };
    format!("- {name}: {value:.3} {unit}{verdict}\n")
}
