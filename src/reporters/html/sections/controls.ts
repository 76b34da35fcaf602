import type { ControlEntry, FindingEntry } from '../../model/entries/finding.ts';
import { groupDigits } from '../../say.ts';
import { controlWords, findingList } from '../findings.ts';
import { html, link, type Markup } from '../markup.ts';
import { chips, section, type Page, type Section } from '../page.ts';

/** The standings that other sections show in full; here they are only pointed to. */
const shownElsewhere = new Set(['fail', 'unknown', 'error', 'manual']);

const isElsewhere = ({ standing, waiver }: FindingEntry): boolean =>
  shownElsewhere.has(standing) || waiver !== undefined;

/** The whole catalog: each control's words, and every finding that no section above has shown. */
export const controlsSection: Section = (page) =>
  section(
    'controls',
    page.say('section.controls'),
    ...page.report.controls.map((control) => entry(control, page)),
  );

function entry(control: ControlEntry, page: Page): Markup {
  const here = control.findings.filter((finding) => !isElsewhere(finding));
  const elsewhere = control.findings.filter(isElsewhere);
  return html`<article class="control" id="${control.anchor}">
    <h3><a href="#${control.anchor}">${control.title}</a></h3>
    <p class="meta">
      <code>${control.id}</code> ${control.severityLabel} · ${control.kind} ${chips(control.tally)}
    </p>
    <details>
      <summary>${page.say('control.why')} · ${page.say('control.fix')}</summary>
      ${controlWords(control, page)} ${more(control, page)}
    </details>
    ${pointers(elsewhere, page)} ${passed(here, page)}
  </article> `;
}

function more({ params, references }: ControlEntry, { say }: Page): Markup {
  const settings = params.map((param) => html`<li><code>${param}</code></li>`);
  const sources = references.map((reference) => html`<li>${link(reference)}</li>`);
  return html`<dl class="facts">
    ${
      settings.length > 0
        ? html`<dt>${say('control.params')}</dt>
            <dd>
              <ul class="plain-list">
                ${settings}
              </ul>
            </dd>`
        : undefined
    }
    <dt>${say('control.references')}</dt>
    <dd>
      <ul class="plain-list">
        ${sources}
      </ul>
    </dd>
  </dl>`;
}

/** More pointers than this say less, not more. */
const shownPointers = 40;

function pointers(findings: readonly FindingEntry[], { say }: Page): Markup | undefined {
  if (findings.length === 0) return undefined;
  const shown = findings.slice(0, shownPointers);
  const rest = findings.length - shown.length;
  return html`<p class="pointers">
    ${say('finding.above')}
    ${shown.map(({ anchor, number, status, name }) => html`<a href="#${anchor}" title="${status}: ${name}">${number}</a> `)}${rest > 0 ? `… +${groupDigits(rest)}` : ''}
  </p>`;
}

function passed(findings: readonly FindingEntry[], page: Page): Markup | undefined {
  if (findings.length === 0) return undefined;
  const words = [...new Set(findings.map(({ status }) => status))].join(' · ');
  return html`<details class="list">
    <summary>${words} ${groupDigits(findings.length)}</summary>
    ${findingList(findings, page, 'closed')}
  </details>`;
}
