import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import type { Source } from '../../core/facts/source.ts';
import {
  isMissing,
  missing,
  settle,
  sourced,
  whenRead,
  type Partly,
  type Settled,
} from '../gathering/partial-facts.ts';
import type { BuildArguments, BuildRights } from '../gathering/build.ts';
import { contextKey, type NamedContexts } from '../gathering/named-contexts.ts';
import { createWrittenTexts } from '../../syntax/shell/written-texts.ts';
import { readSyntax } from '../gathering/syntax-error.ts';
import { rulesIn, type Redactor } from '../redaction/create-redactor.ts';
import { openByFlag } from './known-flags.ts';
import { contextFacts } from './context-facts.ts';
import { readInlineWaivers } from './inline-waivers.ts';
import { leaveOpen } from './leave-open-by-platform.ts';
import { readStageInstruction } from './instruction-facts.ts';
import { replacedIn } from './replaced-instructions.ts';
import { referenceFacts } from './reference-facts.ts';
import {
  lookupAmong,
  readFrom,
  resolveStages,
  type GlobalArgument,
  type Stage,
} from '../../syntax/dockerfile/resolve-stages.ts';
import { splitInstructions, type Split } from '../../syntax/dockerfile/split-instructions.ts';
import { openAt, placeOf, type Reading } from './instruction-context.ts';
import { startFacts } from './start-facts.ts';
import { stateUpon, type FactList, type StageState } from './stage-state.ts';
import { codeNames } from '../../syntax/dockerfile/code-names.ts';
import { variableFacts } from './variable-facts.ts';
import { text as wording } from '../../core/text.ts';

/** Facts of a Dockerfile, with the line that each was read from. */
export type ParsedDockerfile = Settled;

/** What is known of the folder of a Dockerfile, where anybody looked. */
export type ContextFacts = Partly<Dockerfile['context']>;

const notLookedAt: ContextFacts = missing({
  reason: 'unavailable',
  detail: wording('the folder of the build was not read', '未查看构建目录'),
});

/** What is known of a build beside its file. */
export interface Surroundings {
  /** Its folder; absent where nobody looked. */
  readonly context?: ContextFacts | undefined;
  /** Values that the build gives to arguments. */
  readonly given?: BuildArguments | undefined;
  /** What the build lets each RUN do that does not say so itself. */
  readonly rights?: BuildRights | undefined;
  /** What it has in the place of stages and images. */
  readonly contexts?: NamedContexts | undefined;
}

/**
 * Reads a Dockerfile: what its stages take in and run, and what makes the image: the last stage and the stages
 * that it is built on. Arguments count by the values that they are given, else by their defaults; what hangs on one without
 * is a gap.
 *
 * @param path as it is to be named in sources and errors; nothing is opened
 * @param redactor stands between the file and the facts, so that no secret is among them
 * @throws PlimsollError `dockerfile-invalid` with file, line and column
 */
export function parseDockerfile(
  content: string,
  path: string,
  redactor: Redactor,
  around: Surroundings = {},
): ParsedDockerfile {
  return readSyntax('dockerfile-invalid', () =>
    dockerfileFacts(splitInstructions(content, path), path, redactor, around),
  );
}

/**
 * As {@link parseDockerfile}, of a file that was taken apart already.
 *
 * @throws SyntaxProblem with file, line and column
 */
export function dockerfileFacts(
  split: Split,
  path: string,
  redactor: Redactor,
  {
    context = notLookedAt,
    given = new Map(),
    rights = {},
    contexts = new Map(),
  }: Surroundings = {},
): ParsedDockerfile {
  const { stages, globals, globalArguments } = resolveStages(split, path, given, (name) =>
    contexts.has(contextKey(name)),
  );
  const reading: Reading = {
    path,
    redactor,
    globals,
    given,
    rights,
    contexts,
    code: codeNames(split.instructions),
    escape: split.escape,
    // A builder takes the last stage of a name, wherever it is asked for.
    names: new Map(
      stages.flatMap(({ name, index }) => (name === null ? [] : [[name.toLowerCase(), index]])),
    ),
    images: [],
    secretCommands: [],
    secretLabels: [],
    variables: [],
    runs: [],
    copies: [],
    written: createWrittenTexts(),
    workingDirectories: [],
    otherStarts: [],
    deprecated: [],
  };
  readGlobals(reading, globalArguments);
  const states: StageState[] = [];
  for (const stage of stages) {
    const state = stateUpon(stage.parent === null ? undefined : states[stage.parent]);
    states.push(state);
    const alternatives = stage.alternatives.flatMap((at) => states[at] ?? []);
    leaveOpen(state, alternatives, placeOf(path, stage.from));
    readBase(reading, stage);
    for (const each of stage.instructions) readStageInstruction(reading, stage, state, each);
    // It may be built by somebody else, and is judged; what is built upon it here has something else.
    if (stage.replaced) states[stage.index] = stateUpon(undefined);
  }
  const settled = settle({
    path,
    frontend: frontendIn(split, path, given),
    stages: stages.map((stage) => stageFacts(stage, path)),
    images: reading.images,
    ...imageFacts(reading, states.at(-1) ?? stateUpon(undefined), stages.at(-1)),
    secretCommands: reading.secretCommands,
    secretLabels: reading.secretLabels,
    variables: reading.variables,
    runs: reading.runs,
    copies: reading.copies,
    workingDirectories: reading.workingDirectories,
    replaced: stages.flatMap((stage) => replacedIn(stage, path)),
    deprecated: reading.deprecated,
    context,
    waivers: readInlineWaivers(split, path).map(({ waiver, comment }) =>
      sourced(waiver, placeOf(path, comment)),
    ),
  });
  return { ...settled, sources: { '': { kind: 'file', path }, ...settled.sources } };
}

/** What reads the file: what a build gives as `BUILDKIT_SYNTAX` goes before what the file asks for. */
function frontendIn({ frontend, frontendLine }: Split, path: string, given: BuildArguments) {
  const [named] = given.get('BUILDKIT_SYNTAX')?.trim().split(/\s/) ?? [];
  if (named) return sourced(named, { kind: 'file', path });
  if (named === undefined && given.has('BUILDKIT_SYNTAX')) return openAt({ kind: 'file', path });
  return frontend === null
    ? null
    : sourced(frontend, placeOf(path, { line: frontendLine, column: 1 }));
}

/** Arguments before the first stage belong to none. */
function readGlobals(
  { path, redactor, variables, code }: Reading,
  globalArguments: readonly GlobalArgument[],
): void {
  for (const { name, raw, value, instruction } of globalArguments) {
    variables.push(
      variableFacts(redactor, {
        name,
        written: value ?? raw ?? '',
        value: value ?? null,
        fromBuild: value === undefined || value === '',
        keyword: 'ARG',
        code: code.has(name),
        placed: { stage: 0, final: false, trigger: false },
        source: placeOf(path, instruction),
      }),
    );
  }
}

function readBase({ path, escape, globals, images, contexts }: Reading, stage: Stage): void {
  const { name, base, parent, index, final, from, replaced } = stage;
  const instead = replaced ? name : base;
  if (parent !== null || instead === 'scratch') return;
  const source = placeOf(path, from);
  const placed = { stage: index, final, trigger: false };
  const context = contexts.get(contextKey(instead ?? ''));
  if (context) {
    images.push(...contextFacts(instead ?? '', context, { use: 'base', ...placed }));
    return;
  }
  const named = readFrom(from, escape).image ?? '';
  const facts = referenceFacts(named, escape, lookupAmong(globals), source);
  const open = openByFlag(from, source);
  images.push(open ?? sourced({ ...facts, use: 'base' as const, ...placed }, source));
}

function stageFacts({ name, base, parent, alternatives, final, from }: Stage, path: string) {
  const builtOn = base === 'scratch' ? ('scratch' as const) : ('image' as const);
  return sourced(
    parent === null
      ? { name, from: builtOn, final }
      : { name, from: 'stage' as const, parents: [parent, ...alternatives], final },
    placeOf(path, from),
  );
}

/** What containers of the image run by themselves. */
function startsOf(reading: Reading, last: StageState): FactList<'starts'> {
  const { entrypoint, cmd, starts, test } = last;
  const of = { trigger: false };
  const command = whenRead(entrypoint, (first) =>
    whenRead(cmd, (rest) => {
      const words = [...first, ...rest];
      const kind = { by: 'command' as const, ...of };
      return words.length === 0 ? [] : [startFacts(reading, last, words, kind, starts)];
    }),
  );
  const kind = { by: 'healthCheck' as const, ...of };
  const check = test ? [startFacts(reading, last, test.words, kind, test.source)] : [];
  return [...(isMissing(command) ? [command] : command), ...check];
}

/** What the last stage makes of the image. */
function imageFacts(reading: Reading, last: StageState, stage: Stage | undefined) {
  const { path } = reading;
  // What is set nowhere is missed at the last FROM.
  const end = stage?.from ?? { line: 1, column: 1 };
  const nowhere: Source = { kind: 'file', path, line: end.line, column: end.column, unset: true };
  return {
    user: last.user ?? sourced(null, nowhere),
    ...(last.userSpelled ? { userSpelled: last.userSpelled } : {}),
    healthCheck:
      'state' in last.healthCheck ? sourced(last.healthCheck, nowhere) : last.healthCheck,
    exposed: last.exposed,
    command: whenRead(last.entrypoint, (entrypoint) =>
      whenRead(last.cmd, (cmd) =>
        sourced(
          startedWords(entrypoint, cmd, reading, { stage, source: last.starts ?? nowhere }),
          last.starts ?? nowhere,
        ),
      ),
    ),
    starts: [...startsOf(reading, last), ...reading.otherStarts],
    labels: Object.fromEntries(last.labels),
  };
}

/** What the image starts; a secret in it that neither instruction shows by itself is named with the one that sets it. */
function startedWords(
  entrypoint: readonly string[],
  cmd: readonly string[],
  { redactor, secretCommands }: Reading,
  { stage, source }: { readonly stage: Stage | undefined; readonly source: Source },
): readonly string[] {
  const { value, rules } = redactor.command([...entrypoint, ...cmd]);
  if (rules.length > 0 && [entrypoint, cmd].every((words) => rulesIn(words).length === 0)) {
    const at = { stage: stage?.index ?? 0, final: true, trigger: false };
    secretCommands.push(sourced({ instruction: 'CMD', secretRules: [...rules], ...at }, source));
  }
  return value;
}
