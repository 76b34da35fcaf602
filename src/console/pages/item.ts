import { inLanguage } from '../../core/text.ts';
import { fleetChanges } from '../../evidence/fleet/query-events.ts';
import { fleetLabels } from '../../evidence/fleet/query-hosts.ts';
import { fleetTotals, itemHosts } from '../../evidence/fleet/query-standings.ts';
import type { ItemKind } from '../../evidence/fleet/tables.ts';
import { html, link, type Fragment } from '../../reporters/html/markup/markup.ts';
import { chip } from '../../reporters/html/markup/page.ts';
import { severityTones } from '../../reporters/model/standing.ts';
import type { Ask } from '../page/ask.ts';
import { asking, choice, labelChoice, nextPage } from '../page/form.ts';
import type { Content } from '../page/shell.ts';
import { hostChips, statusChip, statusOf } from '../page/status.ts';
import { tableOf } from '../page/table.ts';
import type { View } from '../page/view.ts';
import { changesTable, hostLink, itemPath, itemTitle } from '../page/words-of.ts';

const pageSize = 100;

/** A control or a requirement over all hosts; `undefined` where nothing is known of it. */
export async function itemPage(
  view: View,
  kind: ItemKind,
  item: string,
  { label, status, after }: Ask,
): Promise<Content | undefined> {
  const { store, word, say, to, date, book } = view;
  const [[total], hosts, labels, changes] = await Promise.all([
    fleetTotals(store, { label, item }),
    itemHosts(store, item, { label, status, after, limit: pageSize + 1 }),
    fleetLabels(store),
    fleetChanges(store, { item, label, limit: 10 }),
  ]);
  const isKnown = kind === 'control' ? book.control(item) : book.requirement(item);
  if (!total && !isKnown) return undefined;
  const path = itemPath(kind, item);
  const shown = hosts.slice(0, pageSize);
  const last = shown.at(-1)?.host;
  const here = (query: Ask): string =>
    to(path, { label, status, ...query, limit: undefined, cursor: undefined });
  const statuses = Object.keys(total?.hosts ?? {}).map(
    (each) => [each, statusOf(view, kind, each).label] as const,
  );
  const body = html`
    ${kind === 'control' ? about(view, item) : framework(view, item)}
    <section>
      <h2>${word('over-hosts')}</h2>
      <p>${hostChips(view, kind, total?.hosts ?? {})}</p>
      ${asking(view, path, word('over-hosts'), [
        choice('status', word('status'), [['', word('every-status')], ...statuses], status),
        labelChoice(view, labels, label),
      ])}
      ${tableOf(
        view,
        word('over-hosts'),
        [
          word('host'),
          word('status'),
          ...(kind === 'control' ? [{ title: word('subjects'), isNumber: true } as const] : []),
          word('since'),
        ],
        shown.map((each) => [
          hostLink(view, each.host),
          each.isSilent
            ? html`${statusChip(view, kind, 'silent')}
                <small
                  >${word('last-known', { status: statusOf(view, kind, each.status).label })}</small
                >`
            : statusChip(view, kind, each.status),
          ...(kind === 'control' ? [say.number(each.failing)] : []),
          date(each.since),
        ]),
      )}
      ${nextPage(
        view,
        after === undefined ? undefined : here({}),
        hosts.length > pageSize ? here({ after: last }) : undefined,
      )}
    </section>
    <section>
      <h2>${word('recent-changes')}</h2>
      ${changesTable(view, changes, 'item')}
      <p class="next"><a href="${to('/changes', { item, label })}">${word('all-changes')}</a></p>
    </section>
  `;
  return { title: itemTitle(view, kind, item), body };
}

function about({ book, word, say, language, to }: View, id: string): Fragment {
  const control = book.control(id);
  if (!control) return html`<p class="meta"><code>${id}</code></p>`;
  const { severity, rationale, remediation, references } = control;
  const words = (title: string, text: string): Fragment =>
    html`<div class="words">
      <b>${title}</b>
      <div class="prose">${text}</div>
    </div>`;
  return html`
    <p class="meta">
      ${chip(severityTones[severity], say(`severity.${severity}`))} <code>${id}</code>
      <a href="${to('/waivers', { control: id })}">${word('accept')}</a>
    </p>
    ${words(word('why'), inLanguage(rationale, language))}
    ${words(word('fix'), inLanguage(remediation, language))}
    <details>
      <summary>${word('sources')}</summary>
      <ul class="items">
        ${references.map((each) => html`<li>${link(each)}</li>`)}
      </ul>
    </details>
  `;
}

function framework({ book, language, to }: View, item: string): Fragment {
  const key = item.slice(0, item.indexOf(' '));
  const known = book.frameworks.find((each) => each.key === key);
  return html`<p class="meta">
    <a href="${to(`/frameworks/${encodeURIComponent(key)}`)}"
      >${known ? inLanguage(known.title, language) : key}</a
    >
  </p>`;
}
