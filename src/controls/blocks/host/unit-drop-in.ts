import type { HostFacts } from '../../../core/subjects/host/host.ts';

type DropIn = HostFacts['unitDropIns'][number];

/** Whether a file is a drop-in of a unit, or of all units of its type; older snapshots have only the directory that it lies in. */
export const dropInOf =
  (unit: string) =>
  ({ path, unit: owner = path.split('/').at(-2)?.replace(/\.d$/, '') }: DropIn): boolean =>
    owner === unit || owner === unit.replace(/^.*\./, '');
