import { sourced } from '../../gathering/partial-facts.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import { itemsOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import { numberIn, type Said } from './read-fields.ts';

/** How many containers a service is, where a Swarm may place them, and whether they run to their end. */
export function copiesOf(said: Said, redactor: Redactor) {
  const mode = said.field('deploy', 'mode');
  const word = textOf(mode) ?? 'replicated';
  const count = said.field('deploy', 'replicas') ?? said.field('scale');
  const constraints = said.field('deploy', 'placement', 'constraints');
  return {
    placement: said.at(
      constraints,
      itemsOf(constraints).map((item) =>
        sourced(redactor.text(textOf(item) ?? '').value, sourceAt(item.place)),
      ),
    ),
    // One on every node has no number.
    replicas: word.startsWith('global')
      ? said.at(mode, null)
      : said.at(count, count ? numberIn(count) : 1),
    job: said.at(mode, word.endsWith('-job')),
  };
}
