import type { Findings } from '../../document/blocks/block.ts';
import { headOf } from '../../model/findings.ts';
import type { ControlEntry, FindingEntry, QuoteEntry } from '../../model/entries/finding.ts';
import { severityTones } from '../../model/standing.ts';
import { html, type Markup } from '../markup/markup.ts';
import { chip, idOf, title, type Page, type Writer } from '../markup/page.ts';

/** How much of a finding is open at first: what went wrong is, what is in order is not. */
type Opening = 'open' | 'closed';

/**
 * As many findings are laid out together, and only where they are looked at: a browser watches each such part, and is
 * slow to watch thousands.
 */
const together = 40;

/** Findings in full, below their controls where they have one. */
export const writeFindings: Writer<Findings> = ({ groups, words }, page, depth) =>
  html`${groups.map(({ control, findings, beside = [] }) => {
    const list = findingList(findings, page, 'open');
    if (!control) return html`<div class="control">${list}</div> `;
    return html`<article class="control">
      ${title(depth, controlName(control.anchor, headOf({ control, findings }), page))}
      <p class="meta">
        <code>${control.id}</code> ${chip(severityTones[control.severity], control.severityLabel)}
        ${control.kind}
      </p>
      ${words === 'none' ? undefined : controlWords(control, page, words)} ${besides(beside, page)}
      ${list}
    </article> `;
  })}`;

/** What the same subjects fail for the same cause. */
const besides = (beside: readonly ControlEntry[], page: Page): Markup | undefined =>
  beside.length === 0
    ? undefined
    : html`<p class="beside">
        <b>${page.say('failed.beside')}</b>
        ${beside.map(({ anchor, failingTitle }, at) => [at === 0 ? '' : ' · ', controlName(anchor, failingTitle, page)])}
      </p>`;

const controlName = (anchor: string, name: string, { places }: Page): Markup =>
  places.anchors.has(anchor) ? html`<a href="#${anchor}">${name}</a>` : html`${name}`;

/** Findings below one another; many of them in parts. */
export function findingList(
  findings: readonly FindingEntry[],
  page: Page,
  opening: Opening,
): Markup {
  const starts = Array.from(
    { length: Math.ceil(findings.length / together) },
    (_, at) => at * together,
  );
  const kind = starts.length > 1 ? ' long' : '';
  return html`${starts.map((start) => {
    const items = findings
      .slice(start, start + together)
      .map((finding) => findingItem(finding, page, opening));
    return html`<ol class="findings${kind}">
      ${items}
    </ol>`;
  })}`;
}

/** One finding with its evidence. Each stands once in the page, under its own anchor. */
function findingItem(finding: FindingEntry, page: Page, opening: Opening): Markup {
  const { number, anchor, standing, severity, tone, status, message } = finding;
  const { say } = page;
  const { choices } = page.document;
  const subject = choices.subjectOf.get(number);
  const where = `${finding.kind} · ${finding.target}`;
  const id =
    finding.id === '*' || finding.id === finding.name
      ? undefined
      : html` <code>${finding.shortId}</code>`;
  return html`<li
    class="finding"
    ${idOf(anchor, page)}
    data-standing="${standing}"
    data-severity="${severity}"
    data-kind="${finding.kind}"
    data-control="${choices.controlOf.get(number)}"
    ${subject === undefined ? undefined : html`data-subject="${subject}"`}
  >
    <a class="no" href="#${anchor}" title="${say('page.link')}">${number}</a> ${chip(tone, status)}
    <bdi class="name">${finding.name}</bdi> <small>${where}${id}</small>
    <p>${message}</p>
    ${seen(finding, page, opening)}
  </li> `;
}

function seen(
  { observations, quotes }: FindingEntry,
  { say }: Page,
  opening: Opening,
): Markup | undefined {
  if (observations.length === 0) return undefined;
  const lines = observations.map(
    ({ path, value, source, gap }) =>
      html`<li><code>${path}</code> <samp${gap ? html` class="gap"` : undefined}>${value}</samp> <cite>${source}</cite></li>`,
  );
  const gaps = observations.filter(({ gap }) => gap).length;
  const read = observations.length - gaps;
  const count =
    gaps > 0
      ? say('finding.seen-gaps', { count: read, gaps })
      : say('finding.seen-count', { count: read });
  return html`<details${opening === 'open' ? html` open` : undefined}><summary>${count}</summary><ul class="evidence">${lines}</ul>${quotes.map(quoted)}</details>`;
}

/** Lines of a file as they are written, those in which something was read marked. */
const quoted = ({ path, lines }: QuoteEntry): Markup =>
  html`<figure class="quote">
    <figcaption><code>${path}</code></figcaption>
    <pre>${lines.map(quotedLine)}</pre>
  </figure>`;

/** One of them, behind a mark where lines were left out before it. */
function quotedLine(
  { number, text, marked }: QuoteEntry['lines'][number],
  at: number,
  lines: QuoteEntry['lines'],
): readonly (string | Markup)[] {
  const gap = at > 0 && number - (lines[at - 1]?.number ?? 0) > 1 ? '⋯\n' : '';
  const line = html`<b>${number}</b> ${text}`;
  return [gap, marked ? html`<mark>${line}</mark>` : line, '\n'];
}

/** A control's words: why it matters, and what to do. */
export function controlWords(
  control: ControlEntry,
  { say }: Page,
  words: 'all' | 'fix' = 'all',
): Markup {
  const why = html`<p><b>${say('control.why')}</b> ${control.rationale}</p>`;
  return html`<div class="words">
    ${words === 'all' ? why : undefined}
    <p><b>${say('control.fix')}</b> <span class="prose">${control.remediation}</span></p>
  </div>`;
}
