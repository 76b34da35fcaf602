import type {
  ControlEntry,
  ControlFindings,
  FindingEntry,
  ObservationLine,
} from '../model/entries/finding.ts';
import { severityTones } from '../model/standing.ts';
import { html, type Markup } from './markup.ts';
import { chip, type Page } from './page.ts';

/** How much of a finding is open at first: what went wrong is, what is in order is not. */
type Evidence = 'open' | 'closed';

/** Lists longer than this are laid out only where they are looked at. */
const longList = 60;

/** Findings below one another. */
export function findingList(
  findings: readonly FindingEntry[],
  page: Page,
  evidence: Evidence,
): Markup {
  const items = findings.map((finding) => findingItem(finding, page, evidence));
  return html`<ol class="findings${findings.length > longList ? ' long' : ''}">
    ${items}
  </ol>`;
}

/** One finding with its evidence. Each stands once in the page, under its own anchor. */
function findingItem(finding: FindingEntry, page: Page, evidence: Evidence): Markup {
  const { number, anchor, standing, severity, tone, status, message } = finding;
  const { say } = page;
  const where = `${finding.kind} · ${finding.target}`;
  const id =
    finding.id === '*' || finding.id === finding.name
      ? undefined
      : html` <code>${finding.id}</code>`;
  return html`<li
    class="finding"
    id="${anchor}"
    data-standing="${standing}"
    data-severity="${severity}"
  >
    <a class="no" href="#${anchor}" title="${say('page.link')}">${number}</a> ${chip(tone, status)}
    <bdi class="name">${finding.name}</bdi> <small>${where}${id}</small>
    <p>${message}</p>
    ${evidenceOf(finding.observations, page, evidence)}
  </li> `;
}

function evidenceOf(
  observations: readonly ObservationLine[],
  { say }: Page,
  evidence: Evidence,
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
  return html`<details${evidence === 'open' ? html` open` : undefined}><summary>${count}</summary><ul class="evidence">${lines}</ul></details>`;
}

/** A control's words: what it judges, why it matters, what to do. */
export function controlWords(control: ControlEntry, { say }: Page): Markup {
  return html`<div class="words">
    <p><b>${say('control.why')}</b> ${control.rationale}</p>
    <p><b>${say('control.fix')}</b> <span class="prose">${control.remediation}</span></p>
  </div>`;
}

/** The findings of one control, below its title. */
export function controlBlock(
  { control, findings }: ControlFindings,
  page: Page,
  options: { readonly words: boolean },
): Markup {
  return html`<article class="control">
    <h4><a href="#${control.anchor}">${control.title}</a></h4>
    <p class="meta">
      <code>${control.id}</code> ${chip(severityTones[control.severity], control.severityLabel)}
      ${control.kind}
    </p>
    ${options.words ? controlWords(control, page) : undefined}
    ${findingList(findings, page, 'open')}
  </article> `;
}
