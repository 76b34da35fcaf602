import { fieldOf, fieldsAt, textOf } from '../tree/nodes.ts';
import { shortOr, type Form } from './form.ts';
import { listOf } from './lists.ts';
import { fields } from './maps.ts';
import { text, whole } from './scalars.ts';

/**
 * Secrets and configs that are mounted as files.
 *
 * @param folder where those lie that say no place
 */
export const mounted = (folder: string): Form =>
  listOf(
    shortOr(
      fields(
        { source: text, target: text, uid: text, gid: text, mode: whole },
        { required: ['source'] },
      ),
      (node) => (node.kind === 'scalar' ? fieldsAt({ source: node }, node.place) : node),
    ),
    (item) =>
      textOf(fieldOf(item, 'target')) ?? `${folder}${textOf(fieldOf(item, 'source')) ?? ''}`,
  );
