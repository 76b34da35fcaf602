import { PlimsollError } from '../../core/errors.ts';
import { misfits } from '../../core/snapshot/hold-to-schema.ts';
import type { Facts, Subject, SubjectKind } from '../../core/facts/subject.ts';
import { describeChange } from './describe-change.ts';
import { merge } from './merge.ts';
import type { SubjectExtension } from '../../core/snapshot/extend-subject.ts';
import { text, joinTexts } from '../../core/text.ts';

/** A subject made for a test. */
export interface TestSubject<Kind extends string = string> extends Subject {
  readonly kind: Kind;
  /** Its kind, whose schema says which other values its facts might have had. */
  readonly of: SubjectKind;
  /** What sets it apart from the compliant one: the name of a case that has no other. */
  readonly differs: string;
}

/**
 * What is different about a subject: objects key by key, lists and scalars whole. `undefined` takes away a fact
 * that may be absent.
 */
export type FactsChange<T> = T extends readonly unknown[]
  ? Facts<T>
  : T extends object
    ? { readonly [Key in keyof T]?: FactsChange<T[Key]> | Absence<T, Key> }
    : T;

/** `undefined` for a key that need not be there. */
type Absence<T, Key extends keyof T> =
  Record<never, never> extends Pick<T, Key> ? undefined : never;

/** What a subject of a test may have beside its facts. */
export interface SubjectOptions {
  readonly id?: string;
  readonly name?: string;
  /** JSON Pointers of facts that could not be read; `''` is all of them. */
  readonly denied?: readonly string[];
}

/** Makes a subject from the compliant one by changing facts. */
export type SubjectBuilder<Kind extends string = string, T = unknown> = (
  change?: FactsChange<T>,
  options?: SubjectOptions,
) => TestSubject<Kind>;

/** The target that subjects of tests are said to be read from. */
export const testTarget = 'unix:///run/test.sock';

/**
 * Makes a builder for a kind of subject of your own, from facts that comply with your controls.
 *
 * @throws PlimsollError `subject-invalid` when the facts do not fit the schema of the kind; the builder throws it as well
 * @example
 * const registry = subjectBuilder(registryKind, { anonymousPull: false, tls: true });
 * testControl(noAnonymousPull, { pass: [registry()], fail: [registry({ anonymousPull: true })] });
 */
export function subjectBuilder<Kind extends string, T>(
  kind: SubjectKind<Kind, T>,
  compliant: NoInfer<T>,
  defaults: { readonly id?: string; readonly name?: string } = {},
): SubjectBuilder<Kind, T> {
  const builder: SubjectBuilder<Kind, T> = (change, options = {}) => {
    const { id, name, denied = [] } = { ...defaults, ...options };
    const subject: TestSubject<Kind> = {
      kind: kind.kind,
      of: kind,
      id: id ?? `${kind.kind}-1`,
      name: name ?? `${kind.kind}-name`,
      target: testTarget,
      facts: merge(compliant, change ?? {}),
      gaps: denied.map(deny),
      differs: describeChange(change ?? {}, denied),
    };
    const wrong = misfits(kind, subject);
    if (wrong.length === 0) return subject;
    const why = joinTexts(wrong);
    throw new PlimsollError(
      'subject-invalid',
      text(
        `The facts of this ${kind.kind} do not fit its kind: ${why.en}.`,
        `此 ${kind.kind} 的事实不符合其种类：${why.zh}。`,
      ),
      {
        hint: text(
          'Give each fact a value that its schema allows, or name it under denied.',
          '请为每个事实给出其模式允许的值，或在 denied 中列出。',
        ),
      },
    );
  };
  builder();
  return builder;
}

/**
 * Makes a builder for a kind that was extended from the builder of that kind, and the facts that were added.
 *
 * @throws PlimsollError `subject-invalid` when the facts do not fit the schema of the kind; the builder throws it as well
 * @example
 * const anOwnedWorkload = extendBuilder(aWorkload, owned, { costCentre: '4711' });
 * testControl(hasCostCentre, {
 *   pass: [anOwnedWorkload()],
 *   fail: [anOwnedWorkload({ costCentre: null })],
 * });
 */
export function extendBuilder<Kind extends string, Base, T extends Base>(
  builder: SubjectBuilder<Kind, Base>,
  kind: SubjectExtension<Kind, T>,
  added: NoInfer<Omit<T, keyof Base>>,
): SubjectBuilder<Kind, T> {
  const { facts, id, name } = builder();
  // What complies with the kind as it was, and the facts that it has beside.
  return subjectBuilder(kind, { ...facts, ...added } as T, { id, name });
}

/** The gap of a fact that nobody was allowed to read. */
export const deny = (path: string) => ({
  path,
  reason: 'denied' as const,
  detail: 'denied by the test',
});
