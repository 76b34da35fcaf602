import { PlimsollError } from '../errors.ts';
import type { Gap } from '../facts/gap.ts';
import type { Source } from '../facts/source.ts';
import type { Facts, SubjectKind } from '../facts/subject.ts';
import { type Wording, text, type Text } from '../text.ts';

/** One subject as a collector of one's own hands it over, typed by its kind. */
export type Found<K extends SubjectKind = SubjectKind> =
  K extends SubjectKind<infer Kind, infer T>
    ? {
        readonly kind: Kind;
        /** Unique among the subjects of its kind that this collector finds. */
        readonly id: string;
        /** For people only. */
        readonly name: string;
        /** What was read; what was not is left out and stands in `gaps`. */
        readonly facts: unknown extends T ? object : Partial<Facts<T>>;
        /** Where each fact was read, by JSON Pointer into the facts; `''` is for all that have none of their own. */
        readonly sources: Readonly<Record<string, Source>>;
        /** Facts that could not be read; no check passes on one. None when absent. */
        readonly gaps?: readonly Gap[];
      }
    : never;

/** What a collector is given. */
export interface CollectorContext {
  /** Says that the collection ends early; hand it to `fetch` and the like. */
  readonly signal: AbortSignal;
  /** The text with `[redacted]` in place of what looks like a secret; everything from outside goes through it. */
  readonly redact: (text: string) => string;
  /** Shows how far it has come; `total` is 0 while it is not known. */
  readonly onProgress: (what: string, done: number, total: number) => void;
}

/** A target of one's own: where subjects come from that no built-in collector reads. */
export interface Collector<K extends SubjectKind = SubjectKind> {
  /** Names the target, as a person would on the command line: `registry:https://registry.example.org`. */
  readonly id: string;
  /** The kinds that it finds; a kind without any subject is listed as empty. */
  readonly kinds: readonly K[];
  /** What answered, for people. */
  readonly description: Wording;
  /** How it gets in, and with which rights. */
  readonly access: Wording;
  /**
   * `local` to look at its subjects together with the engine and the host of this machine; by default they belong to no
   * machine, and controls of all machines may look them up.
   */
  readonly machine?: string;
  /** Reads and changes nothing. What it throws makes the whole target a gap. */
  readonly collect: (context: CollectorContext) => Promise<readonly Found<K>[]>;
}

/**
 * Declares a target of one's own. Named in `collectors` of the configuration, it is read by every scan that names no
 * targets, and by its id otherwise.
 *
 * @throws PlimsollError `collector-invalid` when its id has no scheme, or it finds no kind
 * @example
 * const ours = defineCollector({
 *   id: 'registry:https://registry.example.org',
 *   kinds: [registry],
 *   description: 'Registry',
 *   access: { en: 'over HTTPS, anonymously', zh: '以 HTTPS 匿名访问' },
 *   collect: async ({ signal }) => [await readRegistry('https://registry.example.org', signal)],
 * });
 */
export function defineCollector<const K extends SubjectKind>(
  collector: Collector<K>,
): Collector<K> {
  holdToScheme(
    collector.id,
    text('A collector', '采集器'),
    'registry:https://registry.example.org',
  );
  if (collector.kinds.length === 0) {
    throw new PlimsollError(
      'collector-invalid',
      text(
        `The collector ${collector.id} names no kind of subject.`,
        `采集器 ${collector.id} 未指明对象种类。`,
      ),
      {
        hint: text(
          'List what defineSubject made in its kinds.',
          '请在 kinds 中列出 defineSubject 的结果。',
        ),
      },
    );
  }
  return collector;
}

/** @throws PlimsollError `collector-invalid` when an id does not begin with a scheme */
export function holdToScheme(id: string, what: Text, example: string): void {
  if (/^[a-z][a-z0-9-]*:./.test(id)) return;
  throw new PlimsollError(
    'collector-invalid',
    text(
      `${what.en} cannot be called ${JSON.stringify(id)}.`,
      `${what.zh}不能命名为 ${JSON.stringify(id)}。`,
    ),
    {
      hint: text(
        `Begin with what it reads and a colon: ${example}`,
        `请以所读取的内容加冒号开头：${example}`,
      ),
    },
  );
}
