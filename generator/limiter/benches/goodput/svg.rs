//! The curves as a drawing: goodput above, 429s below. Its colours can be read on white and on black.

use std::fmt::Write as _;

use super::Curve;

/// The width of the whole drawing. It and all that follow are in units of the drawing.
const WIDTH: f64 = 720.0;
/// The room left of a panel, for the values.
const LEFT: f64 = 64.0;
/// The room right of a panel, for the names of the curves.
const RIGHT: f64 = 150.0;
/// The height of a panel.
const HEIGHT: f64 = 200.0;
/// The colour of texts and lines.
const TEXT: &str = "#7a838f";

/// A colour and a dash pattern for each curve.
const STYLES: [(&str, &str); 6] = [
    ("#2f9e44", ""),
    ("#e8590c", "7 4"),
    ("#4c7cf0", "2 4"),
    ("#ae3ec9", "9 3 2 3"),
    ("#e64980", "5 3"),
    ("#868e96", "1 3"),
];

/// One of the two parts of the drawing.
struct Panel<'a> {
    title: &'a str,
    /// Where its upper edge lies.
    top: f64,
    /// The values with a line of their own, the greatest last.
    lines: &'a [f64],
    /// A value's height goes with this power of it: below 1, small values stay apart.
    power: f64,
    /// What follows each of the values.
    unit: &'a str,
}

impl Panel<'_> {
    /// Where a value lies. One above the greatest line lies on it.
    fn y(&self, value: f64) -> f64 {
        let most = self.lines.last().copied().unwrap_or(1.0);
        self.top + HEIGHT - HEIGHT * (value.min(most) / most).powf(self.power)
    }
}

/// Draws the curves.
pub(crate) fn draw(curves: &[Curve]) -> String {
    let goodput = |curve: &Curve| curve.runs.iter().map(|run| run.percent_of_limit()).collect::<Vec<_>>();
    let refused = |curve: &Curve| curve.runs.iter().map(|run| run.refused).collect::<Vec<_>>();
    let above = Panel {
        title: "Accepted calls, in % of a limit of 15/s",
        top: 44.0,
        lines: &[0.0, 25.0, 50.0, 75.0, 100.0],
        power: 1.0,
        unit: " %",
    };
    let below = Panel {
        title: "Refused calls (429) in 1000",
        top: above.top + HEIGHT + 84.0,
        lines: &[0.0, 10.0, 50.0, 100.0, 250.0, 500.0, 1000.0],
        power: 0.5,
        unit: "",
    };
    let height = below.top + HEIGHT + 56.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
         height=\"{height}\" font-family=\"sans-serif\" font-size=\"13\" fill=\"{TEXT}\">\n\
         <title>Goodput and refusals against the mean round trip, 50 callers, server with a sliding log of 15/s</title>\n"
    );
    panel(&mut svg, &above, curves, goodput);
    panel(&mut svg, &below, curves, refused);
    text(&mut svg, f64::midpoint(LEFT, WIDTH - RIGHT), height - 10.0, "middle", "mean round trip");
    svg.push_str("</svg>\n");
    svg
}

/// Draws a panel with its lines, the round trips below it, and a curve for each limiter.
fn panel(svg: &mut String, panel: &Panel<'_>, curves: &[Curve], values: impl Fn(&Curve) -> Vec<f64>) {
    let (bottom, right) = (panel.top + HEIGHT, WIDTH - RIGHT);
    let _ = writeln!(
        svg,
        "<text x=\"{LEFT}\" y=\"{}\" font-size=\"15\" font-weight=\"bold\">{}</text>",
        panel.top - 14.0,
        panel.title
    );
    for &value in panel.lines {
        let y = panel.y(value);
        line(svg, [LEFT, y, right, y], 0.35);
        text(svg, LEFT - 8.0, y + 4.0, "end", &format!("{value}{}", panel.unit));
    }
    let round_trips: Vec<f64> = curves[0].runs.iter().map(|run| 1e3 * run.round_trip).collect();
    let range = (round_trips[0], round_trips[round_trips.len() - 1]);
    for &millis in &round_trips {
        let x = x(millis, range);
        line(svg, [x, bottom, x, bottom + 5.0], 1.0);
        text(svg, x, bottom + 20.0, "middle", &format!("{millis:.0} ms"));
    }
    // Where each curve ends, its colour and its name.
    let mut labels: Vec<(f64, &str, &str)> = Vec::new();
    for (curve, (colour, dashes)) in curves.iter().zip(STYLES) {
        let points: Vec<(f64, f64)> = (curve.runs.iter().zip(values(curve)))
            .map(|(run, value)| (x(1e3 * run.round_trip, range), panel.y(value)))
            .collect();
        let joined: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.5\" \
             stroke-dasharray=\"{dashes}\"/>",
            joined.join(" ")
        );
        labels.extend(points.last().map(|(_, y)| (*y, colour, curve.name)));
    }
    label(svg, labels, right);
}

/// Names the curves at their ends, none of them over another. A label is where the curve ends, its colour and its name.
fn label(svg: &mut String, mut labels: Vec<(f64, &str, &str)>, right: f64) {
    labels.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut next_free = 0.0;
    for (y, colour, name) in labels {
        let y = f64::max(y + 4.0, next_free);
        next_free = y + 17.0;
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{y:.1}\" fill=\"{colour}\" font-weight=\"bold\">{name}</text>",
            right + 12.0
        );
    }
}

/// Where a round trip lies: each doubling takes as much room.
fn x(millis: f64, (first, last): (f64, f64)) -> f64 {
    let along = ((millis / first).ln() / (last / first).ln()).clamp(0.0, 1.0);
    LEFT + (WIDTH - LEFT - RIGHT) * along
}

/// Draws a line from the first point to the second.
fn line(svg: &mut String, [x1, y1, x2, y2]: [f64; 4], opacity: f64) {
    let _ = writeln!(
        svg,
        "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke=\"{TEXT}\" \
         stroke-opacity=\"{opacity}\"/>"
    );
}

/// Writes a text that begins, has its middle or ends at `x`, as `anchor` says.
fn text(svg: &mut String, x: f64, y: f64, anchor: &str, text: &str) {
    let _ = writeln!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{text}</text>");
}
