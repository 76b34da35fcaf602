import { missing, more } from '../../partly.ts';
import type { Redactor } from '../../secrets/create-redactor.ts';
import type { Unread } from '../../files/unread.ts';
import { entriesOf, sourceAt, textOf } from '../node.ts';
import { neededIn } from '../reading/needed.ts';
import type { ServiceFiles } from '../service-files.ts';
import { pairsIn } from './pairs.ts';
import type { Said } from './said.ts';

/** The labels of a service, those of its files below its own; which of the two kinds one is of hangs on its value. */
export function labelsOf(said: Said, files: ServiceFiles, redactor: Redactor) {
  const node = said.field('labels');
  const lacking = new Map<string, Unread>();
  for (const [name, { value }] of entriesOf(node)) {
    const detail = neededIn(textOf(value) ?? '', redactor);
    const source = sourceAt(value.place);
    if (detail !== undefined) lacking.set(name, { reason: 'unavailable', detail, source });
  }
  const given = Object.entries({ ...files.labels, ...pairsIn(node) });
  const { labels, secretLabels } = redactor.labels(
    Object.fromEntries(given.filter(([name]) => !lacking.has(name))),
  );
  const place = node ?? said.field('label_file');
  return {
    labels: said.at(place, {
      ...labels,
      ...Object.fromEntries([...lacking].map(([name, unread]) => [name, missing(unread)])),
    }),
    secretLabels: said.at(place, [...secretLabels, ...[...lacking.values()].map(more)]),
  };
}
