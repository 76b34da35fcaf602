import { more, sourced, type More, type Sourced } from '../../gathering/partial-facts.ts';
import { secretOptionsOf, type SecretOption } from '../../redaction/redact-volume-options.ts';
import type { Project } from '../loading/load-project.ts';
import { type Node, entriesOf, fieldOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { sourceAt } from '../loading/source-at.ts';
import {
  notSet,
  unsetIn,
  withoutOpen,
} from '../../../syntax/compose/reading/required-variables.ts';
import { isExternal, resourceOf, volumesOfService } from './resource-names.ts';

/** What stands for a variable without a value: what it holds is a password wherever it has one. */
const anyValue = 'w8Xkq2Lp9Tz4';

/**
 * The options of the volumes of a service which look like secrets, each at its place among those of the volume; no fact
 * where there is none.
 */
export function volumeSecretsOf(service: Node, project: Project) {
  const found: (Sourced<SecretOption & { readonly volume: string }> | More)[] = [];
  for (const volume of new Set(volumesOfService(service))) {
    const resource = resourceOf(project, 'volumes', volume);
    const options = fieldOf(resource, 'driver_opts');
    if (options === undefined || isExternal(resource)) continue;
    for (const [name, { value }] of entriesOf(options)) {
      const source = sourceAt(value.place);
      const given = textOf(value) ?? '';
      const secrets = secretOptionsOf({ [name]: withoutOpen(given) });
      found.push(...secrets.map((secret) => sourced({ volume, ...secret }, source)));
      const { names, filled } = unsetIn(given, anyValue);
      if (names.length === 0 || secrets.length > 0) continue;
      if (secretOptionsOf({ [name]: filled }).length > 0) {
        found.push(more({ reason: 'unavailable', detail: notSet(names), source }));
      }
    }
  }
  return found.length === 0 ? {} : { secretVolumeOptions: found };
}
