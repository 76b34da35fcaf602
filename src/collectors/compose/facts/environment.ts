import { missing, more, sourced } from '../../partly.ts';
import { mayTurnAuthenticationOff } from '../../../core/subjects/authentication-switches.ts';
import type { Redactor } from '../../secrets/create-redactor.ts';
import { sourceAt } from '../node.ts';
import { neededIn } from '../reading/needed.ts';
import type { ServiceFiles } from '../service-files.ts';
import type { Said } from './said.ts';
import { text } from '../../../core/text.ts';

/** The variables of a service; a file that is not there leaves the end of the list open, since nobody knows what it sets. */
export const environmentOf = (
  said: Said,
  { environment, absent }: ServiceFiles,
  redactor: Redactor,
) =>
  said.at(said.field('environment') ?? said.field('env_file'), [
    ...Array.from(environment, ([name, { value, place }]) => {
      const detail = neededIn(value, redactor);
      if (detail === undefined) return sourced(redactor.classify(name, value), sourceAt(place));
      const open = missing({ reason: 'unavailable', detail, source: sourceAt(place) });
      const off = mayTurnAuthenticationOff(name) ? { authenticationOff: open } : {};
      return { name, secret: open, rule: open, fingerprint: open, ...off };
    }),
    ...absent.map(({ name, place }) =>
      more({
        reason: 'unavailable',
        detail: text(
          `${name} is not there, and so nobody knows what it sets`,
          `${name} 不存在，无从得知其设置的内容`,
        ),
        source: sourceAt(place),
      }),
    ),
  ]);
