import { missing, more, sourced } from '../../gathering/partial-facts.ts';
import { mayTurnAuthenticationOff } from '../../../knowledge/authentication-switches.ts';
import { ruleFor, type Redactor } from '../../redaction/create-redactor.ts';
import { isSecretName } from '../../../syntax/secrets/secret-names.ts';
import { sourceAt } from '../loading/source-at.ts';
import type { Place } from '../../../syntax/compose/tree/nodes.ts';
import {
  neededIn,
  notSet,
  unsetIn,
  withoutOpen,
} from '../../../syntax/compose/reading/required-variables.ts';
import type { ServiceFiles } from '../loading/service-files.ts';
import type { Said } from './read-fields.ts';
import { text, type Text } from '../../../core/text.ts';

/** What stands for a variable without a value: no word, so that a port is taken for one. */
const anyValue = '12345';

/** Why nobody knows what a variable holds: one that must be set is not, or one is not that could make a secret of it. */
function openIn(name: string, value: string, redactor: Redactor): Text | undefined {
  const needed = neededIn(value, (message) => redactor.text(message).value);
  if (needed !== undefined) return needed;
  const { names, filled } = unsetIn(value, anyValue);
  if (names.length === 0 || ruleFor(name, withoutOpen(value)) !== undefined) return undefined;
  const decides = ruleFor(name, filled) !== undefined || mayTurnAuthenticationOff(name);
  return decides ? notSet(names) : undefined;
}

/** The variables of a service; a file that is not there leaves the end of the list open, since nobody knows what it sets. */
export const environmentOf = (
  said: Said,
  { environment, unset, absent }: ServiceFiles,
  redactor: Redactor,
) => {
  const open = (name: string, detail: Text, place: Place) => {
    const gap = missing({ reason: 'unavailable', detail, source: sourceAt(place) });
    const off = mayTurnAuthenticationOff(name) ? { authenticationOff: gap } : {};
    return { name, secret: gap, rule: gap, fingerprint: gap, ...off };
  };
  return said.at(said.field('environment') ?? said.field('env_file'), [
    ...Array.from(environment, ([name, { value, place }]) => {
      const detail = openIn(name, value, redactor);
      if (detail !== undefined) return open(name, detail, place);
      return sourced(redactor.classify(name, withoutOpen(value)), sourceAt(place));
    }),
    ...Array.from(unset).flatMap(([name, place]) =>
      isSecretName(name) || mayTurnAuthenticationOff(name)
        ? [open(name, notSet([name]), place)]
        : [],
    ),
    ...absent.map(({ name, place, outside }) =>
      more({
        reason: 'unavailable',
        detail: outside
          ? text(
              `${name} is outside the project and is not read, so what it sets is not known`,
              `${name} 位于项目之外，不予读取，无从得知其设置的内容`,
            )
          : text(
              `${name} is not there, and so nobody knows what it sets`,
              `${name} 不存在，无从得知其设置的内容`,
            ),
        source: sourceAt(place),
      }),
    ),
  ]);
};
