import type { EngineAddress } from './address/engine-address.ts';
import { openClient } from './client/engine-client.ts';
import { endedFailure, type Failure } from './client/failure.ts';
import { linesIn } from './events/lines-in.ts';
import { readEvent, type EngineEvent } from './events/engine-event.ts';

/** What is done while events come. */
export interface Following {
  readonly signal: AbortSignal;
  /** Called once the engine answers, before the first event. */
  readonly onOpen: () => void;
  /** Called for each event; `undefined` for one that could not be read, so that anything may have changed. */
  readonly onEvent: (event: EngineEvent | undefined) => void;
  /** Takes secrets out of names. */
  readonly clean: (text: string) => string;
}

/**
 * Follows what happens at an engine, for as long as it tells.
 *
 * @returns why it no longer does
 */
export async function followEvents(
  address: EngineAddress,
  { signal, onOpen, onEvent, clean }: Following,
): Promise<Failure> {
  const client = await openClient(address, { signal, clean });
  try {
    const ended = await client.stream(
      (docker) => docker.getEvents(),
      async (chunks) => {
        onOpen();
        for await (const line of linesIn(chunks)) {
          onEvent(line === undefined ? undefined : readEvent(line, clean));
        }
      },
    );
    return 'failure' in ended ? ended.failure : endedFailure('/events');
  } finally {
    await client.close();
  }
}
