import { z } from 'zod';
import { PlimsollError } from '../errors.ts';
import { extend, type ExtendedKind } from '../facts/extended-kind.ts';
import type { Facts, SubjectKind, SubjectRef } from '../facts/subject.ts';
import type { Gap } from '../facts/gap.ts';
import type { Source } from '../facts/source.ts';
import { holdToScheme, type CollectorContext } from './collector.ts';
import { text } from '../text.ts';

/** A subject as what adds facts to it is shown it. */
export interface ExtendedSubject<T = unknown> extends SubjectRef {
  /** What was read of it so far; a fact that is a gap is absent. */
  readonly facts: Partial<Facts<T>>;
}

/** What is read of one subject to add to it. */
export interface AddedFacts<T = unknown> {
  /** What was read; what was not is left out and stands in `gaps`. */
  readonly facts: unknown extends T ? object : Partial<Facts<T>>;
  /** Facts that could not be read; no check passes on one. None when absent. */
  readonly gaps?: readonly Gap[];
  /** Where each fact was read, by JSON Pointer, `''` for all; of one that has none the extension itself is the source. */
  readonly sources?: Readonly<Record<string, Source>>;
}

/** A kind with facts of one's own, and what reads them. It stands among the `collectors`, and is the subject of controls. */
export interface SubjectExtension<Kind extends string = string, T = unknown> extends ExtendedKind<
  Kind,
  T
> {
  /** Reads what was added of one subject; {@link extendSubject} settles its types. */
  readonly collect: (
    subject: ExtendedSubject<never>,
    context: CollectorContext,
  ) => Promise<AddedFacts>;
}

/**
 * Adds facts to a kind that others read: `collect` is asked of each of its subjects, wherever that was found. Named in
 * `collectors`, it runs with every collection. What it throws, or hands over in another form than `facts` says, is a gap of that
 * subject, and so are its facts where it did not run: no check passes on them.
 *
 * @throws PlimsollError `subject-invalid` when the kind has a fact of that name already, or a fact may be left out;
 * `collector-invalid` when its id has no scheme
 * @example
 * const owned = extendSubject(workload, {
 *   id: 'cmdb:https://cmdb.example.org',
 *   facts: { costCentre: z.string().nullable() },
 *   collect: async ({ name }, { signal }) => ({ facts: { costCentre: await costCentreOf(name, signal) } }),
 * });
 */
export function extendSubject<
  const Kind extends string,
  T,
  const Shape extends Readonly<Record<string, z.ZodType>>,
>(
  kind: SubjectKind<Kind, T>,
  extension: {
    /** Names what it reads, as the id of a collector does: `cmdb:https://cmdb.example.org`. */
    readonly id: string;
    /** The facts by name. Each says its unit, and has `null` or another value for what is not there. */
    readonly facts: Shape;
    /** Reads and changes nothing. */
    readonly collect: (
      subject: ExtendedSubject<T>,
      context: CollectorContext,
    ) => Promise<AddedFacts<z.output<z.ZodObject<Shape>>>>;
  },
): SubjectExtension<Kind, T & z.output<z.ZodObject<Shape>>> {
  const { id, facts, collect } = extension;
  holdToScheme(id, text('An extension', '扩展'), 'cmdb:https://cmdb.example.org');
  for (const [name, schema] of Object.entries(facts)) {
    if (!schema.safeParse(undefined).success) continue;
    throw new PlimsollError(
      'subject-invalid',
      text(`The fact ${name} of ${id} may be left out.`, `${id} 的事实 ${name} 可以省略。`),
      {
        hint: text(
          'Give it a value for what is not there, z.string().nullable(): what is left out was not read.',
          '请为不存在的情形给出值，z.string().nullable()：省略即为未读取。',
        ),
      },
    );
  }
  // Its schema has the facts of both, and its collector the type that was declared with them.
  return extend(kind, { id, added: z.object(facts), collect }) as unknown as SubjectExtension<
    Kind,
    T & z.output<z.ZodObject<Shape>>
  >;
}
