import { rawContainer, rawExec, type RawContainer, type RawExec } from '../border/container.ts';
import type { EngineClient } from '../transport/engine-client.ts';
import { isGone, yet, type Answer } from '../transport/failure.ts';
import { notConfirmed, segment, stillListed } from './listing.ts';

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
  client: EngineClient,
  { Id, ExecIDs }: RawContainer,
): Promise<readonly [id: string, Sessions]> {
  // Engines list them in no order.
  const ids = ExecIDs.toSorted().slice(0, askedAtMost);
  const asked = await Promise.all(
    ids.map(async (id) => ({
      id,
      answer: await client.get(`/exec/${segment(id)}/json`, rawExec),
    })),
  );
  const left = ExecIDs.length - ids.length;
  const missed = asked.filter(({ answer }) => 'failure' in answer && isGone(answer.failure));
  if (missed.length === 0) return [Id, { asked, left }];
  // The engine forgets ended commands at any time; that it did, the container itself says.
  const again = await client.get(`/containers/${segment(Id)}/json`, rawContainer);
  const known = 'value' in again ? new Set(again.value.ExecIDs) : null;
  const why = known ? stillListed : notConfirmed;
  const kept = asked.filter((each) => !missed.includes(each) || known?.has(each.id) !== false);
  return [
    Id,
    {
      asked: kept.map((each) =>
        missed.includes(each) ? { ...each, answer: yet(each.answer, why) } : each,
      ),
      left,
    },
  ];
}
