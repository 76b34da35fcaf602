import type { Evidence } from '../../document/blocks/block.ts';
import { shownPointers } from '../../document/blocks/places.ts';
import type { ControlEntry, FindingEntry } from '../../model/entries/finding.ts';
import { linkTo } from '../../document/blocks/content.ts';
import { write } from '../markup/content.ts';
import { html, link, type Markup } from '../markup/markup.ts';
import { chips, idOf, title, type Page, type Writer } from '../markup/page.ts';
import { controlWords, findingList } from './findings.ts';

/** Control by control: its words, and every finding that the document has not shown. */
export const writeEvidence: Writer<Evidence> = ({ entries }, page, depth) =>
  html`${entries.map(({ control, reference }) => entry(control, reference, page, depth))}`;

function entry(
  control: ControlEntry,
  reference: string | undefined,
  page: Page,
  depth: number,
): Markup {
  const { shown } = page.places;
  const here = control.findings.filter(({ number }) => !shown.has(number));
  const elsewhere = control.findings.filter(({ number }) => shown.has(number));
  const number = reference === undefined ? undefined : html`<small>${reference}</small> `;
  return html`<article class="control" ${idOf(control.anchor, page)}>
    ${title(depth, html`${number}<a href="#${control.anchor}">${control.title}</a>`)}
    <p class="meta">
      <code>${control.id}</code> ${control.severityLabel} · ${control.kind}
      ${chips(control.tally, page)}
    </p>
    <details>
      <summary>${page.say('control.why')} · ${page.say('control.fix')}</summary>
      ${controlWords(control, page)} ${more(control, page)}
    </details>
    ${pointers(elsewhere, page)} ${rest(here, page)}
  </article> `;
}

function more({ params, references, source }: ControlEntry, page: Page): Markup {
  const { say } = page;
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
    ${
      source &&
      html`<dt>${say('control.source')}</dt>
        <dd>${write(linkTo(source.to, source.place, { code: source.located }), page)}</dd>`
    }
  </dl>`;
}

function pointers(findings: readonly FindingEntry[], { say }: Page): Markup | undefined {
  if (findings.length === 0) return undefined;
  const some = findings.slice(0, shownPointers);
  const others = findings.length - some.length;
  return html`<p class="pointers">
    ${say('finding.above')}
    ${some.map(({ anchor, number, status, name }) => html`<a href="#${anchor}" title="${status}: ${name}">${number}</a> `)}${others > 0 ? `… +${say.number(others)}` : ''}
  </p>`;
}

function rest(findings: readonly FindingEntry[], page: Page): Markup | undefined {
  if (findings.length === 0) return undefined;
  const words = [...new Set(findings.map(({ status }) => status))].join(' · ');
  return html`<details class="list">
    <summary>${words} ${page.say.number(findings.length)}</summary>
    ${findingList(findings, page, 'closed')}
  </details>`;
}
