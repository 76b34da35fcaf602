import { inLanguage } from '../../core/text.ts';
import { fleetLabels } from '../../evidence/fleet/query-hosts.ts';
import { fleetTotals } from '../../evidence/fleet/query-standings.ts';
import { html } from '../../reporters/html/markup/markup.ts';
import type { Ask } from '../page/ask.ts';
import { asking, labelChoice } from '../page/form.ts';
import type { Content } from '../page/shell.ts';
import { hostChips } from '../page/status.ts';
import { tableOf } from '../page/table.ts';
import type { View } from '../page/view.ts';
import { itemLink } from '../page/words-of.ts';

/** The requirements of a framework over all hosts; `undefined` where it is not judged by. */
export async function frameworkPage(
  view: View,
  key: string,
  { label }: Ask,
): Promise<Content | undefined> {
  const { store, word, book, language } = view;
  const [totals, labels] = await Promise.all([
    fleetTotals(store, { label, framework: key }),
    fleetLabels(store),
  ]);
  const known = book.frameworks.find((each) => each.key === key);
  if (!known && totals.length === 0) return undefined;
  const title = known ? inLanguage(known.title, language) : key;
  const ordered = totals.toSorted((a, b) => a.item.localeCompare(b.item, 'en', { numeric: true }));
  const body = html`
    ${asking(view, `/frameworks/${encodeURIComponent(key)}`, word('label'), [labelChoice(view, labels, label)])}
    ${tableOf(
      view,
      title,
      [word('requirement'), word('hosts')],
      ordered.map(({ item, hosts }) => [
        itemLink(view, 'requirement', item),
        hostChips(view, 'requirement', hosts),
      ]),
    )}
  `;
  return { title, body };
}
