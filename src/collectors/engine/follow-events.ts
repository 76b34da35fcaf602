import { rawContainer, rawExec } from './api-schemas/container.ts';
import { askEngine } from './api-schemas/ask-engine.ts';
import type { EngineAddress } from './address/engine-address.ts';
import { openClient } from './client/engine-client.ts';
import { endedFailure, type Failure } from './client/failure.ts';
import { readEvent, type EngineEvent } from './events/engine-event.ts';
import { withoutHealthChecks } from './events/health-checks.ts';
import { linesIn } from './events/lines-in.ts';
import { isHealthCheck } from './facts/workload/sessions.ts';
import { segment } from './endpoints/segment.ts';
import { inspectContainer } from './reading/read-objects.ts';

/** What is done while events come. */
export interface Following {
  readonly signal: AbortSignal;
  /** Called once the engine answers, before the first event. */
  readonly onOpen: () => void;
  /** Called for each event but those of health checks; `undefined` for one that could not be read. */
  readonly onEvent: (event: EngineEvent | undefined) => void;
  /** Takes secrets out of names. */
  readonly clean: (text: string) => string;
}

/** Milliseconds for a question about one command. */
const patience = 2_000;

/**
 * Follows what happens at an engine, for as long as it reports.
 *
 * @returns why it no longer does
 */
export async function followEvents(
  address: EngineAddress,
  { signal, onOpen, onEvent, clean }: Following,
): Promise<Failure> {
  const [events, questions] = await Promise.all([
    openClient(address, { signal, clean }),
    openClient(address, { signal, clean, requestTimeout: patience }),
  ]);
  const asked = askEngine(questions);
  const isCheck = async (container: string, exec: string): Promise<boolean> => {
    const [about, command] = await Promise.all([
      asked.get(inspectContainer(container), rawContainer),
      asked.get((docker) => docker.getExec(segment(exec)).inspect(), rawExec),
    ]);
    if ('failure' in about || 'failure' in command) return false;
    return isHealthCheck(about.value, command.value);
  };
  const pass = withoutHealthChecks(isCheck, onEvent);
  try {
    const ended = await events.stream(
      (docker) => docker.getEvents(),
      async (chunks) => {
        onOpen();
        for await (const line of linesIn(chunks)) {
          const event = line === undefined ? undefined : readEvent(line, clean);
          if (event) pass(event);
          else onEvent(undefined);
        }
      },
    );
    return 'failure' in ended ? ended.failure : endedFailure('/events');
  } finally {
    await Promise.all([events.close(), questions.close()]);
  }
}
