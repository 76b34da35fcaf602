import { said } from '../problem.ts';
import { expand, type Lookup } from './expand-variables.ts';
import { invalid, type Instruction, type Split } from './split-instructions.ts';
import { splitWords } from './split-words.ts';
import { isPlatformArgument } from './platform-arguments.ts';

/** One stage with what it stands on. */
export interface Stage {
  readonly index: number;
  readonly name: string | null;
  /** As it is after substitution; `undefined` where an argument without a default is in it. */
  readonly base: string | undefined;
  /** The earlier stage that it is built on; `null` for an image or an empty base. */
  readonly parent: number | null;
  /** Further stages that it is built on instead for another platform: `FROM base-${TARGETARCH}`. */
  readonly alternatives: readonly number[];
  readonly from: Instruction;
  readonly instructions: readonly Instruction[];
  /** Whether the build has something else in its place, so that those upon it have nothing of it. */
  readonly replaced: boolean;
  /** Whether the last stage is this one or is built on it. */
  readonly final: boolean;
}

/** While the file is read. */
interface OpenStage extends Stage {
  readonly instructions: Instruction[];
  final: boolean;
}

/** Stands for whatever the platform makes of such an argument; no name of a stage has it. */
const anything = '\u0000';

/** One argument before the first stage. */
export interface GlobalArgument {
  readonly name: string;
  /** As it is written; `undefined` without an equals sign. */
  readonly raw: string | undefined;
  /** As it is after substitution; `undefined` where an argument without a default is in it as well. */
  readonly value: string | undefined;
  readonly instruction: Instruction;
}

/** Arguments by name, with what {@link Lookup} says of each. */
export type Arguments = ReadonlyMap<string, string | null | undefined>;

/** What arguments before the first stage hold; no image is there that could set another. */
export const lookupAmong =
  (globals: Arguments): Lookup =>
  (name) =>
    globals.has(name) || isPlatformArgument(name) ? globals.get(name) : null;

/** The stages of a file, and the arguments before the first of them. */
export interface Stages {
  readonly stages: readonly Stage[];
  /** What the arguments come to, by name. */
  readonly globals: Arguments;
  /** All of them in the order of the file, those as well that another of their name replaces. */
  readonly globalArguments: readonly GlobalArgument[];
}

/** The image that a FROM begins with, as it is written, and the name that it gives its stage. */
export function readFrom(
  { rest }: Instruction,
  escape: string,
): { readonly image: string | undefined; readonly name: string | null } {
  const [image, as, alias] = splitWords(rest, escape);
  const isNamed = as?.raw.toUpperCase() === 'AS' && alias !== undefined;
  return { image: image?.raw, name: isNamed ? alias.raw : null };
}

/**
 * Resolves what each stage is built on.
 *
 * @param given values for arguments without a default
 * @param isReplaced whether the build has something else in the place of a stage of that name
 * @throws SyntaxProblem where there is no FROM, or something but ARG before it
 */
export function resolveStages(
  { instructions, escape }: Split,
  path: string,
  given: ReadonlyMap<string, string | undefined>,
  isReplaced: (name: string) => boolean = () => false,
): Stages {
  const globals = new Map<string, string | null | undefined>();
  const lookup = lookupAmong(globals);
  const globalArguments: GlobalArgument[] = [];
  const open: OpenStage[] = [];
  const byName = new Map<string, number>();
  for (const each of instructions) {
    const current = open.at(-1);
    if (each.keyword === 'FROM') {
      const { image, name } = readFrom(each, escape);
      if (image === undefined) {
        throw invalid(
          path,
          each.line,
          each.column,
          said('FROM names no image.', 'FROM 未指明镜像。'),
        );
      }
      const base = expand(image, escape, lookup);
      const index = open.length;
      const replaced = name !== null && isReplaced(name);
      const [parent = null, ...alternatives] = replaced
        ? []
        : base === undefined
          ? stagesLike(expand(image, escape, onAnyPlatform(lookup)), byName)
          : [byName.get(base.toLowerCase()) ?? null];
      open.push({
        index,
        name,
        base,
        parent,
        alternatives: alternatives.filter((at) => at !== null),
        ...{ from: each, replaced },
        instructions: [],
        final: false,
      });
      if (name !== null) byName.set(name.toLowerCase(), index);
    } else if (current) current.instructions.push(each);
    else if (each.keyword === 'ARG') {
      for (const { raw } of splitWords(each.rest, escape)) {
        const [name, written] = assignment(raw);
        const own = written === undefined ? null : expand(written, escape, lookup);
        const value = given.has(name) ? given.get(name) : own;
        globals.set(name, value);
        globalArguments.push({ name, raw: written, value: value ?? undefined, instruction: each });
      }
    } else {
      throw invalid(
        path,
        each.line,
        each.column,
        said(`${each.keyword} occurs before any FROM.`, `${each.keyword} 出现在所有 FROM 之前。`),
      );
    }
  }
  if (open.length === 0) throw invalid(path, 1, 1, said('There is no FROM.', '没有 FROM。'));
  const finals = new Set<number>();
  const ahead = [open.length - 1];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (finals.has(at)) continue;
    finals.add(at);
    const { parent = null, alternatives = [] } = open[at] ?? {};
    ahead.push(...alternatives, ...(parent === null ? [] : [parent]));
  }
  for (const stage of open) stage.final = finals.has(stage.index);
  return { stages: open, globals, globalArguments };
}

const onAnyPlatform =
  (lookup: Lookup): Lookup =>
  (name) =>
    lookup(name) ?? (isPlatformArgument(name) ? anything : undefined);

/** The stages whose names a base may come to, in the order of the file. */
function stagesLike(
  base: string | undefined,
  byName: ReadonlyMap<string, number>,
): readonly number[] {
  if (base === undefined) return [];
  const [before = '', ...behind] = base.toLowerCase().split(anything);
  const after = behind.at(-1) ?? '';
  return [...byName].flatMap(([name, index]) =>
    name.length > before.length + after.length && name.startsWith(before) && name.endsWith(after)
      ? [index]
      : [],
  );
}

/** Takes `NAME=value` apart; the value is as it is written, `undefined` without an equals sign. */
export function assignment(raw: string): readonly [name: string, value: string | undefined] {
  const at = raw.indexOf('=');
  return at < 0 ? [raw, undefined] : [raw.slice(0, at), raw.slice(at + 1)];
}
