import { z } from 'zod';
import type { Collector, Found } from '../../core/snapshot/collector.ts';
import { PlimsollError } from '../../core/errors.ts';
import { subjectSchema, type Subject, type SubjectKind } from '../../core/facts/subject.ts';
import { everyMachine } from '../../core/snapshot/context.ts';
import type { CollectOptions, Harvest } from '../gathering/collector-result.ts';
import { createRedactor } from '../redaction/create-redactor.ts';
import { readFactsSchema } from './found-schema.ts';
import { withinSchema } from './within-schema.ts';
import { text, type Text } from '../../core/text.ts';
import { readWith } from '../../core/read-with.ts';
import { sayProblems } from '../../core/say-issues.ts';

/** Options of a collector of the user's own. */
export interface OwnOptions extends CollectOptions {
  readonly fingerprintKey: Buffer;
}

/**
 * Runs a collector of the user's own. What it hands over is held to the schema of its kind, and what does not fit
 * is a gap.
 *
 * @throws PlimsollError `collector-failed`, `scan-aborted`, and what the collector itself throws of that class
 */
export async function collectOwn(collector: Collector, options: OwnOptions): Promise<Harvest> {
  const { signal = new AbortController().signal, onProgress, fingerprintKey } = options;
  const redactor = createRedactor(fingerprintKey);
  const target = collector.id;
  const found = await run(collector, {
    signal,
    redact: (written) => redactor.text(written).value,
    onProgress: (what, done, total) => onProgress?.({ target, what, done, total }),
  });
  const kinds = new Map(collector.kinds.map((kind) => [kind.kind, kind]));
  const subjects = found.map((each) => subjectOf(each, target, kinds));
  refuseTwice(subjects);
  return {
    target: {
      id: target,
      kind: 'own',
      machine: collector.machine ?? everyMachine,
      description: collector.description,
      access: collector.access,
    },
    subjects,
    population: [...kinds.keys()].map((kind) => {
      const count = subjects.filter((subject) => subject.kind === kind).length;
      return { target, kind, existed: count, read: count, vanished: 0 };
    }),
    gaps: [],
    origins: {},
    redactions: redactor.counts(),
  };
}

/** What any collector hands over; its facts are held to the schema of their kind. */
const foundSchema = z.array(
  subjectSchema.pick({ kind: true, id: true, name: true }).extend(readFactsSchema.shape),
);

async function run(
  collector: Collector,
  context: Parameters<Collector['collect']>[0],
): Promise<readonly Found[]> {
  try {
    const found = readWith(foundSchema, await collector.collect(context));
    if (found.success) return found.data as readonly Found[];
    const why = sayProblems(found.problems);
    throw broken(
      collector.id,
      text(`what it found is not as it should be: ${why.en}`, `其结果不符合要求：${why.zh}`),
    );
  } catch (cause) {
    if (cause instanceof PlimsollError) throw cause;
    if (context.signal.aborted) {
      throw new PlimsollError(
        'scan-aborted',
        text(`${collector.id} was not read in time.`, `${collector.id} 未能及时读完。`),
        { hint: text('Give it longer with --timeout.', '可用 --timeout 延长时限。'), cause },
      );
    }
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PlimsollError(
      'collector-failed',
      text(`${collector.id} could not be read: ${why}`, `无法读取 ${collector.id}：${why}`),
      {
        hint: text(
          'The collector is code of your configuration; see what it asks and whether that answers.',
          '该采集器是您配置中的代码；请查看它向何处查询，以及对方是否应答。',
        ),
        cause,
      },
    );
  }
}

function subjectOf(
  { kind, id, name, facts, sources, gaps = [] }: Found,
  target: string,
  kinds: ReadonlyMap<string, SubjectKind>,
): Subject {
  const declared = kinds.get(kind);
  if (!declared) {
    throw broken(
      target,
      text(
        `it found a ${kind}, which is not among its kinds`,
        `它找到了 ${kind}，不在其声明的种类之中`,
      ),
    );
  }
  return withinSchema(declared, {
    kind,
    id,
    name,
    target,
    facts: { ...facts },
    sources,
    gaps: [...gaps],
  });
}

function refuseTwice(subjects: readonly Subject[]): void {
  const seen = new Set<string>();
  for (const { kind, id, target } of subjects) {
    const key = JSON.stringify([kind, id]);
    if (seen.has(key)) {
      throw broken(target, text(`it found the ${kind} ${id} twice`, `它两次找到 ${kind} ${id}`));
    }
    seen.add(key);
  }
}

const broken = (target: string, why: Text): PlimsollError =>
  new PlimsollError(
    'collector-failed',
    text(`${target} could not be read: ${why.en}.`, `无法读取 ${target}：${why.zh}。`),
    {
      hint: text('Fix the collector in your configuration.', '请修正配置中的采集器。'),
    },
  );
