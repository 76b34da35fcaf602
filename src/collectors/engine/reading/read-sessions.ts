import { rawExec, type RawExec } from '../border/container.ts';
import type { EngineClient } from '../transport/engine-client.ts';
import type { Answer } from '../transport/failure.ts';
import { inspect, segment } from './listing.ts';

/** What was asked about the further commands in one container. */
export interface Sessions {
  readonly asked: readonly { readonly id: string; readonly answer: Answer<RawExec> }[];
  /** How many more there were than are asked for. */
  readonly left: number;
}

/** The engine forgets ended commands after some minutes; a health check every few seconds stays below this. */
const askedAtMost = 100;

/** Asks for the further commands in a container; most have none, and need not be asked about. */
export async function readSessions(
  client: EngineClient,
  container: string,
  listed: readonly string[],
): Promise<readonly [id: string, Sessions]> {
  // Engines list them in no order.
  const ids = listed.toSorted().slice(0, askedAtMost);
  const asked = await Promise.all(
    ids.map(async (id) => ({
      id,
      answer: await inspect(client, `/exec/${segment(id)}/json`, rawExec, {
        id,
        of: ({ ID }) => ID,
      }),
    })),
  );
  return [container, { asked, left: listed.length - ids.length }];
}
