import { more, sourced } from '../../partly.ts';
import type { Redactor } from '../../secrets/create-redactor.ts';
import { sourceAt } from '../node.ts';
import type { ServiceFiles } from '../service-files.ts';
import type { Said } from './said.ts';

/** The variables of a service; a file that is not there leaves the end of the list open, since nobody knows what it sets. */
export const environmentOf = (
  said: Said,
  { environment, absent }: ServiceFiles,
  redactor: Redactor,
) =>
  said.at(said.field('environment') ?? said.field('env_file'), [
    ...Array.from(environment, ([key, { value, place }]) =>
      sourced(redactor.classify(key, value), sourceAt(place)),
    ),
    ...absent.map(({ name, place }) =>
      more({
        reason: 'unavailable',
        detail: `${name} is not there, and so nobody knows what it sets`,
        source: sourceAt(place),
      }),
    ),
  ]);
