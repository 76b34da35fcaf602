import { PlimsollError } from '../../core/errors.ts';
import { extensionsOf, uniteKinds } from '../../core/facts/extended-kind.ts';
import type { Gap } from '../../core/facts/gap.ts';
import { keysOf, pointerSegment } from '../../core/facts/pointer.ts';
import type { Source } from '../../core/facts/source.ts';
import type { Subject } from '../../core/facts/subject.ts';
import type { CollectorContext } from '../../core/snapshot/collector.ts';
import { isExtension } from '../../core/snapshot/any-collector.ts';
import type { SubjectExtension } from '../../core/snapshot/extend-subject.ts';
import type { Outcome } from '../gathering/collector-result.ts';
import { failureReason } from '../gathering/failure-reason.ts';
import { mapConcurrently } from '../gathering/map-concurrently.ts';
import { createRedactor } from '../redaction/create-redactor.ts';
import type { OwnOptions } from './collect-own.ts';
import { readFactsSchema } from './found-schema.ts';
import { withinSchema } from './within-schema.ts';
import { text } from '../../core/text.ts';

/** An extension may ask a server for each subject; of those, only so many at once. */
const atOnce = 8;

/**
 * Adds to the subjects that were found what extensions of their kinds read of them. What one cannot read of a subject is a gap
 * of it, and stands among the failures of its target.
 */
export async function extendSubjects(
  outcomes: readonly Outcome[],
  extensions: readonly SubjectExtension[],
  options: OwnOptions,
): Promise<readonly Outcome[]> {
  const { signal = new AbortController().signal } = options;
  // Each with those that it rests on, and once.
  const all = [...uniteKinds(extensions).values()].flatMap(extensionsOf).filter(isExtension);
  const extended: Outcome[] = [];
  for (const outcome of outcomes) {
    let { harvest } = outcome;
    for (const extension of all) {
      harvest = await extendHarvest(harvest, extension, { ...options, signal });
    }
    extended.push({ ...outcome, harvest });
  }
  return extended;
}

async function extendHarvest(
  harvest: Outcome['harvest'],
  extension: SubjectExtension,
  { signal, onProgress, fingerprintKey }: OwnOptions & Pick<CollectorContext, 'signal'>,
): Promise<Outcome['harvest']> {
  const total = harvest.subjects.filter(({ kind }) => kind === extension.kind).length;
  if (total === 0) return harvest;
  const redactor = createRedactor(fingerprintKey);
  const target = harvest.target.id;
  const report = (what: string, done: number, of: number): void =>
    onProgress?.({ target, what, done, total: of });
  const redact = (written: string): string => redactor.text(written).value;
  const context: CollectorContext = { signal, redact, onProgress: report };
  const failed: unknown[] = [];
  let done = 0;
  const subjects = await mapConcurrently(harvest.subjects, atOnce, async (subject) => {
    // Of what is a gap as a whole nothing is known to ask by.
    const isUnread = subject.gaps.some(({ path }) => path === '');
    if (subject.kind !== extension.kind || isUnread) return subject;
    try {
      return addTo(subject, extension, await read(subject, extension, context));
    } catch (cause) {
      failed.push(cause);
      const detail = `${extension.id}: ${redact(sayThrown(cause))}`;
      const gap: Gap = { path: '', reason: failureReason(cause), detail };
      return addTo(subject, extension, { facts: {}, gaps: [gap] });
    } finally {
      report(extension.id, (done += 1), total);
    }
  });
  const counts = new Map(Object.entries(harvest.redactions));
  for (const [rule, count] of Object.entries(redactor.counts())) {
    counts.set(rule, (counts.get(rule) ?? 0) + count);
  }
  const [first] = failed;
  const failures = [
    ...(harvest.failures ?? []),
    ...(failed.length > 0 ? [failure(extension, first, failed.length, total, redact)] : []),
  ];
  return { ...harvest, subjects, redactions: Object.fromEntries(counts), failures };
}

type Read = ReturnType<typeof readFactsSchema.parse>;

/** Asks an extension of one subject; one that does not heed the end of the collection is left alone. */
async function read(
  { kind, id, name, target, facts }: Subject,
  extension: SubjectExtension,
  context: CollectorContext,
): Promise<Read> {
  const { signal } = context;
  signal.throwIfAborted();
  // Its type is settled where it is declared; what it is shown is its own to change.
  const shown = { kind, id, name, target, facts: structuredClone(facts) as never };
  let end: (() => void) | undefined;
  const over = new Promise<never>((_, reject) => {
    end = (): void => reject(new DOMException('the collection is over', 'AbortError'));
    signal.addEventListener('abort', end, { once: true });
  });
  try {
    return readFactsSchema.parse(await Promise.race([extension.collect(shown, context), over]));
  } finally {
    if (end) signal.removeEventListener('abort', end);
  }
}

/** The subject with what was read: no fact, gap or source of it but those of the extension. */
function addTo(
  subject: Subject,
  { id, kind, label, added }: SubjectExtension,
  { facts, gaps = [], sources = {} }: Read,
): Subject {
  const names = Object.keys(added.shape);
  const own = new Set(names);
  const isOwn = (path: string): boolean => own.has(keysOf(path)[0] ?? '');
  const pathTo = (name: string): string => `/${pointerSegment(name)}`;
  const whole = sources[''];
  const from = Object.fromEntries<Source>([
    ...names.map((name): [string, Source] => [
      pathTo(name),
      whole ?? { kind: 'probe', address: id, what: name },
    ]),
    ...Object.entries(sources).filter(([path]) => isOwn(path)),
  ]);
  const ownGaps = gaps.flatMap((gap) =>
    gap.path === ''
      ? names.map((name) => ({ ...gap, path: pathTo(name) }))
      : isOwn(gap.path)
        ? [gap]
        : [],
  );
  const fitted = withinSchema({ kind, label, schema: added }, { ...subject, facts, gaps: ownGaps });
  return {
    ...subject,
    facts: { ...subject.facts, ...fitted.facts },
    gaps: [...subject.gaps, ...fitted.gaps.map((gap) => ({ source: from[gap.path], ...gap }))],
    sources: { ...subject.sources, ...from },
  };
}

const sayThrown = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

const failure = (
  { id, kind }: SubjectExtension,
  cause: unknown,
  count: number,
  total: number,
  redact: (written: string) => string,
): PlimsollError =>
  new PlimsollError(
    'collector-failed',
    text(
      `${id} could not be read for ${count} of ${total} subjects of the kind ${kind}: ${redact(sayThrown(cause))}`,
      `${total} 个 ${kind} 对象中有 ${count} 个无法由 ${id} 读取：${redact(sayThrown(cause))}`,
    ),
    {
      hint: text(
        'The collector is code of your configuration: check what it asks and whether that answers.',
        '该采集器是您配置中的代码：请检查它向何处查询，以及对方是否应答。',
      ),
      cause,
    },
  );
