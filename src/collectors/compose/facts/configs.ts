import type { Secret } from '../../../core/subjects/swarm.ts';
import { text } from '../../../core/text.ts';
import type { Partly } from '../../gathering/partial-facts.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import type { Project } from '../loading/load-project.ts';
import { entriesOf, fieldOf, itemsOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { pairsIn } from './pairs-in-map.ts';
import { readerOf } from './read-fields.ts';

/**
 * The configurations of a project whose content stands in its files, and that a service is given. What one takes from a
 * file of its own or from the environment is not looked at.
 *
 * @returns facts, with the name that engines would know it by
 */
export function configurationsOf(project: Project, redactor: Redactor) {
  return entriesOf(fieldOf(project.whole, 'configs')).flatMap(([name, { key, value }]) => {
    const content = fieldOf(value, 'content');
    const usedBy = usersOf(name, project);
    if (content === undefined || usedBy.length === 0) return [];
    const said = readerOf(value, key);
    const declared = said.unknown(text('it is only declared', '仅为声明，尚未存入'));
    const facts = {
      store: 'config' as const,
      createdAt: declared,
      updatedAt: declared,
      driver: '',
      usedBy: said.at(value, usedBy),
      secretRules: said.at(content, redactor.text(textOf(content) ?? '').rules),
      labels: said.at(said.field('labels'), redactor.labels(pairsIn(said.field('labels'))).labels),
    } satisfies Partly<Secret>;
    return [{ id: textOf(said.field('name')) ?? `${project.name}_${name}`, facts }];
  });
}

const usersOf = (config: string, { services }: Project): readonly string[] =>
  [...services]
    .filter(([, { value }]) =>
      itemsOf(fieldOf(value, 'configs')).some((item) => textOf(fieldOf(item, 'source')) === config),
    )
    .map(([service]) => service);
