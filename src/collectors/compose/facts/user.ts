import { userOf } from '../../workload/user-of.ts';
import { missing } from '../../gathering/partial-facts.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import { sourceAt } from '../loading/source-at.ts';
import { textOf } from '../../../syntax/compose/tree/nodes.ts';
import { neededIn, notSet, unsetIn } from '../../../syntax/compose/reading/required-variables.ts';
import type { Said } from './read-fields.ts';
import type { Wording } from '../../../core/text.ts';

/**
 * Who a service starts as; one that is empty is as good as none. The person who starts it may give a variable that has no value here
 * any, and the engine takes what is left without it, `:`, for root: only a name that is whole tells that.
 *
 * @param image why nobody knows it where the file names none
 */
export function userIn(said: Said, image: Wording, redactor: Redactor) {
  const node = said.field('user');
  const asked = textOf(node);
  if (!node || asked === undefined || asked === '') return said.unknown(image);
  const source = sourceAt(node.place);
  const needed = neededIn(asked, (message) => redactor.text(message).value);
  if (needed !== undefined) return missing({ reason: 'unavailable', detail: needed, source });
  const { names } = unsetIn(asked, '');
  if (names.length === 0) return said.at(node, userOf(asked));
  const [name = ''] = asked.split(':');
  const whole = unsetIn(name, '').names.length === 0 && name !== '';
  return whole && userOf(name).uid === 0
    ? said.at(node, userOf(name))
    : missing({ reason: 'unavailable', detail: notSet(names), source });
}
