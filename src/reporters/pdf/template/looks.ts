/** What fills each look: an ink on its ground, or a pattern of both, so that no two differ only in colour. */
export const looks = String.raw`
#let pattern(ground, it) = tiling(size: (4pt, 4pt), { place(rect(width: 4pt, height: 4pt, fill: ground)); it })
#let stripe(from, to, ink, thickness) = place(line(start: from, end: to, stroke: thickness + ink))
#let look-of(look) = {
  let ink = inks.at(if look == "severe" { "bad" } else if look == "none" { "plain" } else { look })
  let ground = if look == "none" { white } else { grounds.at(if look == "severe" { "bad" } else { look }) }
  let fill = if look == "bad" { ink } else if look == "good" { ground } else if look == "severe" {
    pattern(ground, { stripe((0pt, 4pt), (4pt, 0pt), ink, 1.2pt); stripe((-1pt, 1pt), (1pt, -1pt), ink, 1.2pt); stripe((3pt, 5pt), (5pt, 3pt), ink, 1.2pt) })
  } else if look == "doubt" {
    pattern(ground, { stripe((0pt, 0pt), (4pt, 4pt), ink, 0.8pt); stripe((-1pt, 3pt), (1pt, 5pt), ink, 0.8pt); stripe((3pt, -1pt), (5pt, 1pt), ink, 0.8pt) })
  } else if look == "conditional" {
    pattern(ground, place(dx: 1.1pt, dy: 1.1pt, circle(radius: 0.9pt, fill: ink)))
  } else if look == "plain" { pattern(ground, stripe((0pt, 2pt), (4pt, 2pt), ink.lighten(45%), 0.5pt)) } else { pattern(ground, stripe((2pt, 0pt), (2pt, 1.4pt), ink, 0.7pt)) }
  (fill: fill, stroke: 0.6pt + ink)
}`;
