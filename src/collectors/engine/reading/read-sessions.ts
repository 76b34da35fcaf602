import { rawContainer, rawExec, type RawExec } from '../api-schemas/container.ts';
import { isMissing, read } from '../../gathering/partial-facts.ts';
import type { AskedEngine } from '../api-schemas/ask-engine.ts';
import { isGone, yet, type Answer } from '../client/failure.ts';
import { notConfirmed, stillListed } from './listing.ts';
import { segment } from '../endpoints/segment.ts';
import { inspectContainer } from './read-objects.ts';

/** What was asked about the further commands in one container, less those that it no longer knows. */
export interface Sessions {
  readonly asked: readonly { readonly id: string; readonly answer: Answer<RawExec> }[];
  /** How many more there were than are asked for. */
  readonly left: number;
}

/** The engine forgets ended commands after some minutes; a health check every few seconds stays below this. */
const askedAtMost = 100;

/** Asks for the further commands in a container; most have none, and need not be asked about. */
export async function readSessions(
  client: AskedEngine,
  container: string,
  listed: readonly string[],
): Promise<readonly [id: string, Sessions]> {
  // Engines list them in no order.
  const ids = listed.toSorted().slice(0, askedAtMost);
  const asked = await Promise.all(
    ids.map(async (id) => ({
      id,
      answer: await client.get((docker) => docker.getExec(segment(id)).inspect(), rawExec, {
        about: { id, of: ({ ID }) => ID },
      }),
    })),
  );
  const left = listed.length - ids.length;
  const missed = asked.filter(({ answer }) => 'failure' in answer && isGone(answer.failure));
  if (missed.length === 0) return [container, { asked, left }];
  // The engine forgets ended commands at any time; that it did, the container itself says.
  const again = await client.get(inspectContainer(container), rawContainer, {
    about: { id: container, of: ({ Id }) => Id },
  });
  const still = read(() => ('value' in again ? new Set(again.value.ExecIDs) : null));
  const known = isMissing(still) ? null : still;
  const why = known ? stillListed : notConfirmed;
  const kept = asked.filter((each) => !missed.includes(each) || known?.has(each.id) !== false);
  return [
    container,
    {
      asked: kept.map((each) =>
        missed.includes(each) ? { ...each, answer: yet(each.answer, why) } : each,
      ),
      left,
    },
  ];
}
