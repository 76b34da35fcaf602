import type { RawNetwork } from '../border/network.ts';
import { more, type More } from '../../partly.ts';
import { shortfall, valuesOf } from '../reading/listing.ts';
import type { EngineAnswers } from '../reading/read-engine.ts';

/** Ids of users; open at its end where others could not be read. */
export type Users = readonly (string | More)[];

/** Who uses a thing, by the thing's id. */
export interface UsersOf {
  readonly image: (id: string) => Users;
  readonly volume: (name: string) => Users;
  readonly network: (network: RawNetwork) => Users;
}

/**
 * Which containers use an image, a volume or a network, and which services a network; there may be more as soon
 * as one of them could not be read.
 */
export function usersOf({ containers, swarm }: EngineAnswers): UsersOf {
  const byImage = new Map<string, string[]>();
  const byVolume = new Map<string, string[]>();
  const byNetwork = new Map<string, string[]>();
  for (const raw of valuesOf(containers)) {
    add(byImage, raw.Image, raw.Id);
    const names = raw.Mounts.filter(({ Type }) => Type === 'volume').map(({ Name }) => Name);
    for (const name of new Set(names)) add(byVolume, name, raw.Id);
    for (const [name, { NetworkID }] of Object.entries(raw.NetworkSettings.Networks)) {
      // A container that never ran knows its networks by name alone.
      add(byNetwork, NetworkID || name, raw.Id);
    }
  }
  for (const { ID, Spec } of valuesOf(swarm.services)) {
    for (const { Target } of Spec.TaskTemplate.Networks) add(byNetwork, Target, ID);
  }
  const [unread, services] = [shortfall(containers), shortfall(swarm.services)];
  const lookUp = (
    by: ReadonlyMap<string, readonly string[]>,
    ...keys: readonly string[]
  ): Users => [
    ...keys.flatMap((key) => by.get(key) ?? []).toSorted(),
    ...(unread ? [more(unread)] : []),
  ];
  return {
    image: (id) => lookUp(byImage, id),
    volume: (name) => lookUp(byVolume, name),
    network: ({ Id, Name, Scope }) => [
      ...lookUp(byNetwork, Id, Name),
      ...(services && Scope === 'swarm' ? [more(services)] : []),
    ],
  };
}

function add(to: Map<string, string[]>, key: string, id: string): void {
  const known = to.get(key);
  if (known) known.push(id);
  else to.set(key, [id]);
}
