import { createHash } from 'node:crypto';
import { Node, type SourceFile } from 'ts-morph';
import type {
  ControlSource,
  ControlSources,
  SourceLines,
} from '../../core/controls/control-sources.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { findDefinitions, type Definition } from './find-definitions.ts';
import { openSources, type Sources } from './open-sources.ts';
import { reachOf, type Boundary } from './reach.ts';
import { readRegularSync } from '../../files/regular-file.ts';

/** What there is to say of the files. */
export interface LocateOptions {
  /** The folder from which files are named; that of the entry when absent. */
  readonly root?: string;
  /** Whether what the entry exports of core is the language that checks are written in, which its version names. */
  readonly isPlimsoll?: boolean;
}

/**
 * Finds where each control that a file imports is defined, and every file that its check depends on.
 *
 * @param entries the configuration, or whatever imports the controls, and what that loads without an import
 */
export function locateControls(
  entries: readonly [string, ...string[]],
  options: LocateOptions = {},
): ControlSources {
  const sources = openSources(entries, options.root);
  const language = options.isPlimsoll === true ? wordsOf(sources) : new Set<Node>();
  const byId = groupBy(findDefinitions(sources).known, ({ id }) => id);
  const used = new Map<string, SourceFile>();
  const controls: Record<string, ControlSource> = {};
  const ambiguous: Record<string, readonly string[]> = {};
  for (const id of [...byId.keys()].sort()) {
    const [only, ...others] = byId.get(id) ?? [];
    if (!only) continue;
    if (others.length > 0) {
      ambiguous[id] = [only, ...others].map(({ site }) => spell(site, sources)).sort();
      continue;
    }
    const parts = partsOf(only, (declaration) => language.has(declaration));
    const files = new Set([only.site, only.call, ...parts].map((part) => part.getSourceFile()));
    const [first = '', ...rest] = [...files].map((file) => {
      const place = sources.placeOf(file);
      used.set(place, file);
      return place;
    });
    controls[id] = {
      files: [first, ...rest.sort()],
      line: checkOf(only).getStartLineNumber(),
      digest: digestOf(parts),
      lines: [first, ...rest].flatMap((file) => linesIn(file, parts, sources)),
    };
  }
  const texts = [...used.keys()].sort().map((place) => [place, readFile(used.get(place))] as const);
  return { controls, files: Object.fromEntries(texts), ambiguous };
}

/** Where the check stands in the file in which the control does, or comes in; else the control itself. */
function checkOf({ member, site }: Definition): Node {
  const { element, through } = member('check') ?? {};
  const isHere = (part: Node | undefined): boolean =>
    part?.getSourceFile() === site.getSourceFile();
  return [element, through].find(isHere) ?? site;
}

/**
 * Everything that the check runs; where it is not known what inserts the check, everything that the definition names
 * may be it.
 */
function partsOf({ call, bindings, member }: Definition, isBeyond: Boundary): ReadonlySet<Node> {
  const members = ['check', 'applies', 'params'].flatMap((name) => member(name) ?? []);
  // A member that a function gave depends on what that was called with.
  const all = new Map([...bindings, ...members.flatMap((each) => [...each.bindings])]);
  const starts = members.map(({ element }) => element);
  return reachOf(member('check') ? starts : [call], all, isBeyond);
}

/** The same wherever the parts stand, and in whatever order they were found. */
function digestOf(parts: Iterable<Node>): string {
  const texts = [...parts].map((part) => part.getText()).sort();
  return createHash('sha256').update(texts.join('\0')).digest('hex');
}

/** The lines of a file in which parts stand, each once. */
function linesIn(
  file: string,
  parts: Iterable<Node>,
  { placeOf }: Sources,
): readonly SourceLines[] {
  const here = [...parts]
    .filter((part) => placeOf(part.getSourceFile()) === file)
    .map(wholeOf)
    .map((part) => ({ file, from: part.getStartLineNumber(), to: part.getEndLineNumber() }))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  return here.filter(({ to }, at) => here.slice(0, at).every((before) => before.to < to));
}

/** A variable is read with the statement that declares it. */
const wholeOf = (part: Node): Node =>
  Node.isVariableDeclaration(part) ? (part.getVariableStatement() ?? part) : part;

/** What the entry exports of core. */
function wordsOf({ entry }: Sources): ReadonlySet<Node> {
  const declarations = [...entry.getExportedDeclarations().values()].flat();
  return new Set(
    declarations.filter((each) => each.getSourceFile().getFilePath().includes('/src/core/')),
  );
}

const spell = (node: Node, { placeOf }: Sources): string =>
  `${placeOf(node.getSourceFile())}:${node.getStartLineNumber()}`;

/** As it is on the disk, byte for byte: its hash is that of the file. */
const readFile = (file: SourceFile | undefined): string =>
  file === undefined ? '' : readRegularSync(file.getFilePath()).toString();
