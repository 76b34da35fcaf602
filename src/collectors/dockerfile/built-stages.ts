import { groupBy } from '../../syntax/group-by.ts';
import type { Build, BuildArguments, BuildRights } from '../gathering/build.ts';
import { contextsOfAll, type NamedContexts } from '../gathering/named-contexts.ts';
import { isOfWholeFile } from '../gathering/read-inline-waiver.ts';
import { readFrom } from '../../syntax/dockerfile/resolve-stages.ts';
import type { Split } from '../../syntax/dockerfile/split-instructions.ts';

/** A stage that something builds beside the last one. */
export interface BuiltStage {
  /** As it is named, in lower case; its number where it has no name. */
  readonly name: string;
  readonly given: BuildArguments;
  readonly rights: BuildRights;
  readonly contexts: NamedContexts;
  /** The file as a build of it sees it. */
  readonly split: () => Split;
}

/** What is built of a file. */
export interface BuiltStages {
  /** What its last stage is given by those that build it, or where nobody does by all others. */
  readonly given: BuildArguments;
  readonly rights: BuildRights;
  readonly contexts: NamedContexts;
  /** The stages that are built beside it, each once, in the order in which they are asked for. */
  readonly others: readonly BuiltStage[];
}

/** Tells what is built of a file, and how. */
export function builtStages(split: Split, builds: readonly Build[]): BuiltStages {
  const starts = startsIn(split);
  const find = finderIn(starts);
  const isLast = (at: number | undefined): boolean => at === undefined || at >= starts.length - 1;
  const byPlace = groupBy(builds, ({ stage = '' }) => find(stage));
  const ofLast = [...byPlace].flatMap(([at, all]) => (isLast(at) ? all : []));
  const others = [...byPlace].flatMap(([at = starts.length, all]) => {
    const [own, next] = [starts[at], starts[at + 1]];
    if (own === undefined || next === undefined) return [];
    const name = stageName(own, at);
    return {
      ...{ name, ...builtBy(all) },
      split: () => before(next, split),
    };
  });
  const meant = ofLast.length > 0 ? ofLast : builds;
  return { ...builtBy(meant), others };
}

/** What is known of some builds of one stage. */
const builtBy = (builds: readonly Build[]) => ({
  given: givenInAll(builds),
  rights: rightsInAny(builds),
  contexts: contextsOfAll(builds),
});

/** The most that a build lets a RUN do. */
const rightsInAny = (builds: readonly Build[]): BuildRights => ({
  network: builds.some(({ network }) => network === 'host') ? 'host' : builds[0]?.network,
  insecure: builds.some(({ insecure }) => insecure),
});

/** What builds give; of a value that is not the same in every one, nobody knows which is meant. */
function givenInAll(builds: readonly Build[]): BuildArguments {
  const names = new Set(builds.flatMap(({ given }) => [...given.keys()]));
  return new Map(
    Array.from(names, (name) => {
      const [value, ...others] = new Set(builds.map(({ given }) => given.get(name)));
      return [name, others.length === 0 ? value : undefined];
    }),
  );
}

/**
 * A file without the stages behind the one that is built, which a build does not look at.
 *
 * @param stage its name or number; where no stage is called so the file stays as it is
 */
export function cutBehind(split: Split, stage: string): Split {
  const starts = startsIn(split);
  const at = finderIn(starts)(stage);
  const next = at === undefined ? undefined : starts[at + 1];
  return next === undefined ? split : before(next, split);
}

/** Where a stage begins. */
interface Start {
  /** Place of its FROM among the instructions. */
  readonly at: number;
  readonly name: string | null;
}

const startsIn = ({ instructions, escape }: Split): readonly Start[] =>
  [...instructions.entries()].flatMap(([at, from]) =>
    from.keyword === 'FROM' ? { at, name: readFrom(from, escape).name } : [],
  );

/** How a stage is called here: by its name in lower case, or by its number. */
export const stageName = ({ name }: Pick<Start, 'name'>, at: number): string =>
  name?.toLowerCase() ?? String(at);

/** Finds the number of a stage by its name, or by itself. */
export function finderIn(
  stages: readonly Pick<Start, 'name'>[],
): (stage: string) => number | undefined {
  const named = new Map(
    [...stages.entries()].toReversed().map(([at, { name }]) => [name?.toLowerCase(), at]),
  );
  return (stage) =>
    named.get(stage.toLowerCase()) ?? (/^\d+$/.test(stage) ? Number(stage) : undefined);
}

/**
 * A file up to where a stage begins. An exception that stands above that stage, or behind, is not for what is left, unless
 * it is for the whole file.
 */
function before({ at }: Start, split: Split): Split {
  const instructions = split.instructions.slice(0, at);
  const end = instructions.at(-1)?.end ?? 0;
  const comments = split.comments.filter(({ line, text }) => line <= end || isOfWholeFile(text));
  return { ...split, instructions, comments };
}
