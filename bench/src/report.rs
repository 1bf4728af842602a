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
    service: Option<Cost>,
    target: Target,
}

/// One after the other.
fn sum(costs: &[Cost]) -> Cost {
    Cost {
        cpu_us: costs.iter().map(|cost| cost.cpu_us).sum(),
        server_us: costs.iter().map(|cost| cost.server_us).sum(),
        per_s: 1.0 / costs.iter().map(|cost| 1.0 / cost.per_s).sum::<f64>(),
    }
}

impl Line {
    /// Bare work.
    pub fn bare(name: &str, callers: usize, cost: Cost) -> Line {
        Line { name: name.to_owned(), callers, ours: cost, bare: None, service: None, target: Target(None) }
    }

    /// Our work beside the sum of some bare work.
    pub fn beside(name: &str, callers: usize, ours: Cost, bare: &[Cost], what: &str, target: Target) -> Line {
        Line { name: name.to_owned(), callers, ours, bare: Some((sum(bare), what.to_owned())), service: None, target }
    }

    /// Beside the sum of what a bare service does as well, where there is any.
    #[must_use]
    pub fn and_a_service(self, costs: &[Cost]) -> Line {
        Line { service: Some(sum(costs)).filter(|_| !costs.is_empty()), ..self }
    }

    /// Ours to this, and whether that is within the target.
    fn beside_cost(&self, other: Option<&Cost>) -> (String, &'static str) {
        let Some(ratio) = other.map(|other| self.ours.cpu_us / other.cpu_us) else { return (String::new(), "") };
        let verdict = match self.target.0 {
            Some(most) if ratio <= most => "ok",
            Some(_) => "over",
            None => "",
        };
        (format!("{ratio:.2}"), verdict)
    }

    fn row(&self) -> String {
        let bare_us = self.bare.as_ref().map_or_else(String::new, |(bare, _)| cpu(bare));
        let bare_s = self.bare.as_ref().map_or_else(String::new, |(bare, _)| number(bare.per_s));
        let what = self.bare.as_ref().map_or("", |(_, what)| what.as_str());
        let service_us = self.service.as_ref().map_or_else(String::new, cpu);
        let (ratio, verdict) = self.beside_cost(self.bare.as_ref().map(|(bare, _)| bare));
        let (to_service, verdict_there) = self.beside_cost(self.service.as_ref());
        let target = self.target.0.map_or_else(String::new, |most| format!("≤ {most}"));
        format!(
            "| {} | {} | {} | {bare_us} | {ratio} | {target} | {verdict} | {service_us} | {to_service} | {verdict_there} | {} | {bare_s} | {what} |\n",
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
        "\n### {heading}\n\n| operation | callers | CPU µs | bare CPU µs | ratio | target | | service CPU µs | ratio | | a second | bare, a second | beside |\n\
         |---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
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
