import type * as YamlPackage from 'yaml';
import type { z } from 'zod';
import type { SourceLines } from '../../../core/facts/source.ts';
import type { inlineWaiver } from '../../../core/facts/shared-facts.ts';
import { mayHoldWaivers, readWaiver } from '../../gathering/read-inline-waiver.ts';
import { invalidAt } from '../../../syntax/compose/tree/invalid-at.ts';
import type { Place, SourceFile } from '../../../syntax/compose/tree/nodes.ts';

/** An exception of a Compose file, with the place of its comment. */
export interface FileWaiver {
  readonly waiver: z.output<typeof inlineWaiver>;
  readonly place: Place;
}

type Yaml = typeof YamlPackage;

/**
 * Reads the exceptions of a Compose file, `# plimsoll-waive: …`: each covers what begins on its line, or on the next one
 * below where it stands alone, with all that is in it; and what is not said of the service, network or volume that
 * it stands in.
 *
 * @throws PlimsollError `compose-invalid` with file, line and column
 */
export async function readFileWaivers(text: string, name: string): Promise<readonly FileWaiver[]> {
  if (!mayHoldWaivers(text)) return [];
  const yaml = await import('yaml');
  const counter = new yaml.LineCounter();
  const file: SourceFile = { name, lineAt: (offset) => counter.linePos(offset) };
  const tokens = [...new yaml.Parser(counter.addNewLine).parse(text)];
  const found = commentsIn(tokens).flatMap(({ source, offset }) => {
    const place: Place = { file, offset };
    const read = readWaiver(source, (what) => invalidAt(place, what));
    return read ? [{ ...read, place }] : [];
  });
  if (found.length === 0) return [];
  const blocks = blocksOf(yaml, text, counter);
  return found.map(({ waiver, wholeFile, place }) => {
    const { line, col: column } = counter.linePos(place.offset);
    const alone = isAlone(text, place.offset);
    const lines = wholeFile
      ? { first: 1, last: counter.linePos(text.length).line }
      : coveredBy({ line, column, alone }, blocks);
    return { waiver: { ...waiver, lines: { path: name, ...lines } }, place };
  });
}

/** Whether nothing stands before a comment on its line. */
const isAlone = (text: string, offset: number): boolean =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';

interface Comment {
  readonly source: string;
  readonly offset: number;
}

/** Every comment among tokens; text in quotes or in a block is none. */
function commentsIn(value: unknown): readonly Comment[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, source, offset } = value as Partial<Comment> & { readonly type?: string };
  if (type === 'comment' && typeof source === 'string' && typeof offset === 'number') {
    return [{ source, offset }];
  }
  return Object.values(value).flatMap(commentsIn);
}

/** A field or an item with its lines, and the line of the service, network or volume that it is or is part of. */
interface Block {
  readonly first: number;
  readonly last: number;
  readonly column: number;
  readonly of: number | undefined;
}

/** What a project is made of; each part is a subject of its own. */
const made: ReadonlySet<unknown> = new Set(['services', 'networks', 'volumes']);

/** Every field and every item of a file, what is outer before what is inner. */
function blocksOf(yaml: Yaml, text: string, counter: YamlPackage.LineCounter): readonly Block[] {
  const blocks: Block[] = [];
  const lastLine = (end: number): number => counter.linePos(Math.max(0, end - 1)).line;
  const add = (start: number, end: number, of: number | undefined): void => {
    const { line, col } = counter.linePos(start);
    blocks.push({ first: line, column: col, last: Math.max(line, lastLine(end)), of });
  };
  const walk = (node: unknown, path: readonly unknown[], of: number | undefined): void => {
    if (yaml.isMap(node)) {
      for (const { key, value } of node.items) {
        if (!yaml.isScalar(key) || !key.range) continue;
        const inner = [...path, key.value];
        const { line } = counter.linePos(key.range[0]);
        const owner = inner.length === 2 && made.has(inner[0]) ? line : of;
        const end = yaml.isNode(value) ? value.range : undefined;
        // What stands behind a value, a comment at its end among it, is still part of a service.
        const closes = owner === line ? end?.[2] : end?.[1];
        add(key.range[0], closes ?? key.range[1], owner);
        walk(value, inner, owner);
      }
    } else if (yaml.isSeq(node)) {
      for (const item of node.items) {
        if (!yaml.isNode(item) || !item.range) continue;
        add(item.range[0], item.range[1], of);
        walk(item, [...path, ''], of);
      }
    }
  };
  const documents = yaml.parseAllDocuments(text, {
    prettyErrors: false,
    logLevel: 'silent',
    uniqueKeys: false,
  });
  for (const { contents } of Array.isArray(documents) ? documents : []) {
    walk(contents, [], undefined);
  }
  return blocks;
}

/** The lines that a comment covers. */
function coveredBy(
  comment: { readonly line: number; readonly column: number; readonly alone: boolean },
  blocks: readonly Block[],
): Omit<SourceLines, 'path'> {
  const { line, column, alone } = comment;
  const next = alone
    ? Math.min(...blocks.flatMap(({ first }) => (first > line ? [first] : [])))
    : line;
  const block = blocks.find(({ first }) => first === next);
  // What begins further to the left is no part of what the comment stands in.
  const covered = block && (!alone || block.column >= column) ? block : undefined;
  const around = blocks.findLast(
    ({ first, last, of }) => of !== undefined && first <= line && last >= line,
  );
  const of = covered?.of ?? around?.of;
  return {
    first: covered?.first ?? line,
    last: covered?.last ?? line,
    ...(of === undefined ? {} : { of }),
  };
}
