import { missing, more, sourced, type More, type Sourced } from '../../gathering/partial-facts.ts';
import type { Classified, Redactor } from '../../redaction/create-redactor.ts';
import type { Unread } from '../../gathering/unread-gap.ts';
import { entriesOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import { neededIn } from '../../../syntax/compose/reading/required-variables.ts';
import type { ServiceFiles } from '../loading/service-files.ts';
import { pairsIn } from './pairs-in-map.ts';
import type { Said } from './read-fields.ts';

/** The labels of a service, those of its files below its own; which of the two kinds one is of hangs on its value. */
export function labelsOf(said: Said, files: ServiceFiles, redactor: Redactor) {
  const node = said.field('labels');
  const lacking = new Map<string, Unread>();
  for (const [name, { value }] of entriesOf(node)) {
    const detail = neededIn(textOf(value) ?? '', (message) => redactor.text(message).value);
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

/**
 * Those of the labels that a Swarm gives the service which look like secrets; no fact where it is given none. Its containers
 * do not have them, and so they are no labels of a workload.
 */
export function serviceLabelsOf(said: Said, redactor: Redactor) {
  const node = said.field('deploy', 'labels');
  if (!node) return {};
  const secret: (Sourced<Classified> | More)[] = [];
  for (const [name, { value }] of entriesOf(node)) {
    const source = sourceAt(value.place);
    const given = textOf(value) ?? '';
    const detail = neededIn(given, (message) => redactor.text(message).value);
    if (detail === undefined) {
      const classified = redactor.classify(name, given);
      if (classified.secret) secret.push(sourced(classified, source));
    } else secret.push(more({ reason: 'unavailable', detail, source }));
  }
  return { secretServiceLabels: said.at(node, secret) };
}
