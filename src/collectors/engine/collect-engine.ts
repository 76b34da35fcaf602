import { PlimsollError } from '../../core/errors.ts';
import { type Text, text } from '../../core/text.ts';
import type { Target } from '../../core/snapshot/snapshot.ts';
import { localMachine, type CollectOptions, type Harvest } from '../gathering/collector-result.ts';
import type { MalwareSession } from '../malware/scanning/session.ts';
import { createRedactor, type Redactor } from '../redaction/create-redactor.ts';
import type { EngineAddress } from './address/engine-address.ts';
import { createAnswerKeeper } from './kept-answers/answer-keeper.ts';
import { describeCaveats } from './describe-caveats.ts';
import { describeAccess, describeEngine } from './describe-engine.ts';
import { origins } from './origins/origins.ts';
import { noMemory, type ReadingMemory } from './memory/reading-memory.ts';
import { readEngine, type EngineAnswers } from './reading/read-engine.ts';
import type { RequestReader } from './create/request-reader.ts';
import { lostEngine } from './client/lost-engine.ts';
import { openClient } from './client/engine-client.ts';

/** Options of the collector of engines, beside those of every collector. */
export interface EngineOptions extends CollectOptions {
  /** Keys the fingerprints of secrets, so that they can be compared across the targets of one snapshot; one of its own by default. */
  readonly fingerprintKey?: Buffer;
  /** Milliseconds for one request; 15,000 by default. */
  readonly requestTimeout?: number;
  /** Milliseconds for the whole collection; 120,000 by default. */
  readonly timeout?: number;
  /** Whether the engine is asked for the whole of each image, so that its files are read; not by default. */
  readonly imageFiles?: boolean;
  /** Scanners for malware, which are given every file of each image that is read; none when absent. */
  readonly malware?: MalwareSession | undefined;
  /** Where the host's processes are seen; `/proc` by default. */
  readonly procRoot?: string;
  /** What was read of this engine before, and holds; nothing when absent. */
  readonly memory?: ReadingMemory;
  /** Called once it was read, with what describes requests to it; nothing is made for it when absent. */
  readonly onEngine?: ((reader: RequestReader) => void) | undefined;
}

/**
 * Reads an engine with GET requests, and its process and its containers' processes where they are on this
 * machine. What cannot be read becomes a gap.
 *
 * @throws PlimsollError `engine-unreachable`, `engine-denied`, `engine-tls`, `engine-timeout` or
 * `engine-malformed` when no engine answers at all, `scan-aborted` when the signal came first
 * @example
 * const address = await resolveEngine(undefined, process.env, homedir());
 * const harvest = await collectEngine(address);
 */
export async function collectEngine(
  address: EngineAddress,
  options: EngineOptions = {},
): Promise<Harvest> {
  if (options.signal?.aborted) throw aborted();
  const redactor = createRedactor(options.fingerprintKey);
  const { memory = noMemory } = options;
  const target = address.id;
  const keeper = options.keepAnswers === true ? createAnswerKeeper(target) : undefined;
  const client = await openClient(address, {
    signal: options.signal,
    requestTimeout: options.requestTimeout ?? 15_000,
    timeout: options.timeout ?? 120_000,
    clean: (written) => redactor.text(written).value,
    onAnswer: keeper?.take,
    memory,
  });
  try {
    const onListed = (what: string, done: number, total: number): void =>
      options.onProgress?.({ target, what, done, total });
    const [answers, { assembleEngine }] = await Promise.all([
      readEngine(client, address, { procRoot: options.procRoot ?? '/proc', memory, onListed }),
      // What puts the answers together is loaded while the engine gives them.
      import('./assembly/assemble-engine.ts'),
    ]);
    const exported =
      options.imageFiles === true
        ? await (
            await import('./reading/export-images.ts')
          ).exportImages(address, answers.images, redactor, { ...options, onListed })
        : undefined;
    const lost = options.signal?.aborted === true ? undefined : await lostEngine(client, target);
    const begun = performance.now();
    // What was read in time is worth the moment that most engines take to be put together.
    const ended = (): Text | undefined =>
      performance.now() - begun < assemblyAtLeast ? undefined : client.ended();
    const assembly = await assembleEngine(answers, target, redactor, ended, exported);
    const { subjects, population, gaps } = assembly;
    if (options.onEngine) {
      const { createRequestReader } = await import('./create/request-reader.ts');
      options.onEngine(await createRequestReader(answers, target, redactor));
    }
    return {
      target: describeTarget(address, answers, redactor, subjects),
      subjects,
      population,
      gaps,
      origins,
      redactions: redactor.counts(),
      ...(lost ? { failures: [lost] } : {}),
      ...(keeper ? { answers: keeper.keptOf(new Set(subjects.map(({ id }) => id))) } : {}),
    };
  } catch (error) {
    // Before the engine has identified itself, an interruption looks like no answer.
    throw options.signal?.aborted && error instanceof PlimsollError ? aborted(error) : error;
  } finally {
    await client.close();
  }
}

/** Milliseconds that putting together has, also where reading took all of the time. */
const assemblyAtLeast = 2_000;

const aborted = (cause?: PlimsollError): PlimsollError =>
  new PlimsollError(
    'scan-aborted',
    text('The collection was ended before an engine was read.', '引擎尚未读取，采集即已结束。'),
    {
      cause,
    },
  );

function describeTarget(
  { id, transport }: EngineAddress,
  answers: EngineAnswers,
  redactor: Redactor,
  subjects: Harvest['subjects'],
): Target {
  const caveats = describeCaveats(transport, subjects);
  return {
    id,
    kind: 'engine',
    machine: answers.host.local ? localMachine : id,
    description: describeEngine(answers, (said) => redactor.text(said).value),
    access: describeAccess(transport),
    ...(caveats.length > 0 ? { caveats: [...caveats] } : {}),
  };
}
