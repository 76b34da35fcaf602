import { z } from 'zod';
import { PlimsollError } from '../errors.ts';
import type { SubjectKind } from './subject.ts';
import { text } from '../text.ts';

/** A kind with facts that somebody added to it. */
export interface ExtendedKind<Kind extends string = string, T = unknown> extends SubjectKind<
  Kind,
  T
> {
  /** Names what reads the facts: `cmdb:https://cmdb.example.org`. */
  readonly id: string;
  /** The kind as it is without them. */
  readonly extends: SubjectKind;
  /** The facts that were added. */
  readonly added: z.ZodObject;
}

/** Whether facts were added to a kind. */
export const isExtended = (kind: SubjectKind): kind is ExtendedKind => 'extends' in kind;

/** Everything that added facts to a kind, the first one first. */
export const extensionsOf = (kind: SubjectKind): readonly ExtendedKind[] =>
  isExtended(kind) ? [...extensionsOf(kind.extends), kind] : [];

/**
 * The kinds that are called alike as one, by their name: with the facts of each that extends it.
 *
 * @throws PlimsollError `subject-invalid` when two extensions have one id, or add a fact of one name
 */
export function uniteKinds(kinds: Iterable<SubjectKind>): ReadonlyMap<string, SubjectKind> {
  const united = new Map<string, SubjectKind>();
  for (const kind of new Set(kinds)) {
    const before = united.get(kind.kind);
    united.set(kind.kind, before ? extensionsOf(kind).reduce(layOver, before) : kind);
  }
  return united;
}

/** A kind with one more extension, unless it has that already. */
function layOver(kind: SubjectKind, extension: ExtendedKind): SubjectKind {
  const before = extensionsOf(kind);
  if (before.some(({ added }) => added === extension.added)) return kind;
  const twin = before.find(({ id }) => id === extension.id);
  if (twin) {
    throw new PlimsollError(
      'subject-invalid',
      text(
        `Two extensions of ${kind.kind} are called ${extension.id}.`,
        `${kind.kind} 有两个扩展都叫 ${extension.id}。`,
      ),
      { hint: text('Give one of them another id.', '请为其中一个另取 id。') },
    );
  }
  return extend(kind, extension);
}

/**
 * Adds the facts of an extension to a kind.
 *
 * @throws PlimsollError `subject-invalid` when the kind has a fact of that name, or its facts are no object
 */
export function extend<Extension extends Pick<ExtendedKind, 'id' | 'added'>>(
  kind: SubjectKind,
  extension: Extension,
): Extension & ExtendedKind {
  const { id, added } = extension;
  const { schema } = kind;
  if (!(schema instanceof z.ZodObject)) {
    throw new PlimsollError(
      'subject-invalid',
      text(`The facts of ${kind.kind} are no z.object.`, `${kind.kind} 的事实不是 z.object。`),
      {
        hint: text('Only such a kind can be extended.', '只有这样的种类才能扩展。'),
      },
    );
  }
  for (const name of Object.keys(added.shape)) {
    if (!Object.hasOwn(schema.shape, name)) continue;
    const owner = extensionsOf(kind).find((each) => Object.hasOwn(each.added.shape, name));
    throw new PlimsollError(
      'subject-invalid',
      text(
        `${id} adds the fact ${name}, which ${owner ? `${owner.id} adds to ${kind.kind}` : `${kind.kind} has`} already.`,
        `${id} 添加的事实 ${name}，${owner ? `${owner.id} 已为 ${kind.kind} 添加` : `${kind.kind} 已经有了`}。`,
      ),
      {
        hint: text(
          'Give it another name: begin it with that of your team.',
          '请另取名称：以您团队的名称开头。',
        ),
      },
    );
  }
  return {
    ...extension,
    kind: kind.kind,
    label: kind.label,
    extends: kind,
    schema: schema.extend(added.shape),
  };
}
