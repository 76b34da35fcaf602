import { textOf } from '../../../syntax/compose/tree/nodes.ts';
import { pairsIn } from './pairs-in-map.ts';
import type { Said } from './read-fields.ts';

/** Where host names are given, by the fact that each field is. */
const nameFields = {
  servers: 'dns',
  domains: 'dns_search',
  options: 'dns_opt',
  hosts: 'extra_hosts',
} as const;

/** The runtime of a service, its folder, its parameters of the kernel and its names: few have any, and the others no fact of it. */
export function ownSettings(said: Said) {
  const [runtime, sysctls] = [said.field('runtime'), said.field('sysctls')];
  const folder = said.field('working_dir');
  const isTold = Object.values(nameFields).some((name) => said.field(name) !== undefined);
  return {
    ...(textOf(runtime) ? { runtime: said.at(runtime, textOf(runtime) ?? '') } : {}),
    ...(textOf(folder) ? { workingDirectory: said.at(folder, textOf(folder) ?? '') } : {}),
    ...(isTold
      ? {
          nameResolution: {
            servers: said.list(nameFields.servers),
            domains: said.list(nameFields.domains),
            options: said.list(nameFields.options),
            hosts: said.list(nameFields.hosts),
          },
        }
      : {}),
    ...(sysctls ? { sysctls: said.at(sysctls, pairsIn(sysctls)) } : {}),
  };
}
