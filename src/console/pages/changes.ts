import { fleetChanges } from '../../evidence/fleet/query-events.ts';
import { fleetLabels } from '../../evidence/fleet/query-hosts.ts';
import { html } from '../../reporters/html/markup/markup.ts';
import { cursorOf, type Ask } from '../page/ask.ts';
import { asking, choice, field, labelChoice, nextPage } from '../page/form.ts';
import type { Content } from '../page/shell.ts';
import type { View } from '../page/view.ts';
import { changesTable } from '../page/words-of.ts';

const pageSize = 100;

/** What changed and why, the newest first. */
export async function changesPage(view: View, ask: Ask): Promise<Content> {
  const { store, word, to } = view;
  const { host, item, label, kind, from, cursor } = ask;
  const [changes, labels] = await Promise.all([
    fleetChanges(store, { host, item, label, kind, from, after: cursor, limit: pageSize + 1 }),
    fleetLabels(store),
  ]);
  const shown = changes.slice(0, pageSize);
  const last = shown.at(-1);
  const query = { host, item, label, kind, from };
  const body = html`
    ${asking(view, '/changes', word('changes'), [
      field('host', word('host'), host),
      field('item', word('control'), item),
      choice(
        'kind',
        word('kind'),
        [
          ['', `${word('control')} + ${word('requirement')}`],
          ['control', word('control')],
          ['requirement', word('requirement')],
        ],
        kind,
      ),
      labelChoice(view, labels, label),
    ])}
    ${changesTable(view, shown)}
    ${nextPage(
      view,
      cursor === undefined ? undefined : to('/changes', query),
      changes.length > pageSize && last
        ? to('/changes', { ...query, cursor: cursorOf(last) })
        : undefined,
    )}
  `;
  return { title: word('changes'), body };
}
