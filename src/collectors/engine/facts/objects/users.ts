import type { RawNetwork } from '../../api-schemas/network.ts';
import { type Listing, shortfall, valuesOf } from '../../reading/listing.ts';
import type { EngineAnswers } from '../../reading/read-engine.ts';
import { type Users, isMissing, more, read, whyMissing } from '../../../gathering/partial-facts.ts';
import type { Unread } from '../../../gathering/unread-gap.ts';

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
  const byImage = indexUsers(containers, (raw) => [raw.Id, [raw.Image]]);
  const byVolume = indexUsers(containers, (raw) => [
    raw.Id,
    raw.Mounts.filter(({ Type }) => Type === 'volume').map(({ Name }) => Name),
  ]);
  const byNetwork = indexUsers(containers, (raw) => [
    raw.Id,
    // A container that never ran knows its networks by name alone.
    Object.entries(raw.NetworkSettings.Networks).map(([name, { NetworkID }]) => NetworkID || name),
  ]);
  const services = indexUsers(swarm.services, ({ ID, Spec }) => [
    ID,
    Spec.TaskTemplate.Networks.map(({ Target }) => Target),
  ]);
  return {
    image: (id) => [...byImage.of(id).toSorted(), ...byImage.others],
    volume: (name) => [...byVolume.of(name).toSorted(), ...byVolume.others],
    network: (network) => {
      const { Id, Name } = network;
      const scope = read(() => network.Scope);
      return [
        ...[Id, Name].flatMap((key) => [...byNetwork.of(key), ...services.of(key)]).toSorted(),
        ...byNetwork.others,
        ...(scope === 'swarm' || isMissing(scope) ? services.others : []),
      ];
    },
  };
}

/** Who uses what, and whether there may be others: some could not be read, or do not tell what they use. */
function indexUsers<T>(
  users: Listing<T>,
  use: (user: T) => readonly [id: string, things: readonly string[]],
) {
  const index = new Map<string, string[]>();
  let unread: Unread | undefined = shortfall(users);
  for (const user of valuesOf(users)) {
    const used = read(() => use(user));
    if (isMissing(used)) {
      unread ??= whyMissing(used);
      continue;
    }
    const [id, things] = used;
    for (const thing of new Set(things)) add(index, thing, id);
  }
  return {
    of: (thing: string): readonly string[] => index.get(thing) ?? [],
    others: unread ? [more(unread)] : [],
  };
}

function add(to: Map<string, string[]>, key: string, id: string): void {
  const known = to.get(key);
  if (known) known.push(id);
  else to.set(key, [id]);
}
