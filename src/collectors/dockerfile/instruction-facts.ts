import { isMissing, sourced } from '../gathering/partial-facts.ts';
import { rulesIn } from '../redaction/create-redactor.ts';
import { contextKey } from '../gathering/named-contexts.ts';
import { contextFacts } from './context-facts.ts';
import { copyFacts } from './copy-facts.ts';
import { expand, spellOut } from '../../syntax/dockerfile/expand-variables.ts';
import { exposedBy } from './expose.ts';
import { commandOf, healthCheckOf } from './health-check.ts';
import { openByFlag } from './known-flags.ts';
import { isSpaced, pairs } from '../../syntax/dockerfile/pairs.ts';
import { lookupAmong, type Stage } from '../../syntax/dockerfile/resolve-stages.ts';
import { mountsOf, runFacts } from './run-facts.ts';
import { readInstruction, type Instruction } from '../../syntax/dockerfile/split-instructions.ts';
import { referenceFacts } from './reference-facts.ts';
import { readList } from '../../syntax/dockerfile/split-words.ts';
import { openAt, placeOf, type Reading, type Standing } from './instruction-context.ts';
import { isHandedIn, lookupIn, ofBase, type StageState } from './stage-state.ts';
import { startFacts } from './start-facts.ts';
import { scriptIn } from '../../syntax/shell/script-variables.ts';
import { variableFacts } from './variable-facts.ts';

/** Reads one instruction of a stage; one behind ONBUILD says nothing of what this build makes. */
export function readStageInstruction(
  reading: Reading,
  stage: Stage,
  state: StageState,
  instruction: Instruction,
  trigger = false,
): void {
  const { keyword, rest } = instruction;
  const standing: Standing = {
    reading,
    stage,
    state,
    instruction,
    source: placeOf(reading.path, instruction),
    lookup: lookupIn(state),
    placed: { stage: stage.index, final: stage.final, trigger },
  };
  if (keyword === 'ONBUILD') {
    // The builder refuses one behind another; what is behind them all is read once.
    const triggered = rest.replace(/^(?:ONBUILD\s+)+/i, '');
    const inner = { ...instruction, ...readInstruction(triggered) };
    if (inner.keyword === 'ONBUILD') return;
    readStageInstruction(reading, stage, state, { ...inner, emptyContinuation: false }, true);
  } else if (Object.hasOwn(takesIn, keyword)) takesIn[keyword]?.(standing);
  else if (!trigger) settings[keyword]?.(standing);
  else readTriggeredStart(standing);
  readSecretCommand(standing);
  readDeprecated(standing);
}

/** Instructions that take something in, run or write something, also where it is another build that does. */
const takesIn: Readonly<Record<string, (standing: Standing) => void>> = {
  ARG: readVariables,
  ENV: readVariables,
  RUN(standing) {
    for (const mount of mountsOf(standing)) {
      if (isMissing(mount)) standing.reading.images.push(mount);
      else takeFrom(standing, mount.from, 'mount');
    }
    const open = openByFlag(standing.instruction, standing.source);
    standing.reading.runs.push(open ?? runFacts(standing));
    fill(standing);
  },
  ADD: readCopy,
  COPY: readCopy,
  LABEL: readLabels,
  WORKDIR: readFolder,
};

/** No system opens a longer one. */
const longestPath = 4096;

/** Instructions that say what the image is. */
const settings: Readonly<Record<string, (standing: Standing) => void>> = {
  USER({ reading, state, instruction, source, lookup }) {
    const given = expand(instruction.rest, reading.escape, lookup);
    state.user = given === undefined ? openAt(source) : sourced(given, source);
    const spelled = given ?? expand(instruction.rest, reading.escape, lookup, ofBase(state));
    state.userSpelled =
      given === undefined && spelled !== undefined ? sourced(spelled, source) : undefined;
  },
  EXPOSE(standing) {
    for (const port of exposedBy(standing)) standing.state.exposed.push(port);
  },
  HEALTHCHECK({ reading, state, instruction, source }) {
    const words = testWords(instruction, state);
    state.test = words.length > 0 ? { words, source } : undefined;
    state.healthCheck =
      openByFlag(instruction, source) ??
      sourced(healthCheckOf(instruction, reading.redactor), source);
  },
  SHELL({ state, instruction }) {
    state.shell = readList(instruction.rest) ?? state.shell;
  },
  CMD({ state, instruction, source }) {
    state.cmd = wordsOf(instruction, state);
    state.starts = source;
  },
  ENTRYPOINT({ stage, state, instruction, source }) {
    state.entrypoint = wordsOf(instruction, state);
    // An entrypoint takes away the command of what the stage is built on.
    if (!stage.instructions.some(({ keyword }) => keyword === 'CMD')) state.cmd = [];
    state.starts = source;
  },
  MAINTAINER({ reading, source }) {
    reading.deprecated.push(sourced({ form: 'maintainer' as const }, source));
  },
};

/** What a build upon the image starts. */
function readTriggeredStart({ reading, state, instruction, source }: Standing): void {
  const { keyword } = instruction;
  const isTest = keyword === 'HEALTHCHECK';
  if (!isTest && keyword !== 'CMD' && keyword !== 'ENTRYPOINT') return;
  const words = isTest ? testWords(instruction, state) : wordsOf(instruction, state);
  const kind = { by: isTest ? ('healthCheck' as const) : ('command' as const), trigger: true };
  if (words.length > 0) {
    reading.otherStarts.push(startFacts(reading, state, words, kind, source));
  }
}

/** What a health check runs: none where it is switched off. */
const testWords = (instruction: Instruction, state: StageState): readonly string[] =>
  /^none\b/i.test(instruction.rest)
    ? []
    : wordsOf({ ...instruction, rest: commandOf(instruction) }, state);

const wordsOf = ({ rest }: Instruction, { shell }: StageState): readonly string[] =>
  readList(rest) ?? [...shell, rest];

function readFolder({ reading, state, instruction, lookup, placed, source }: Standing): void {
  const given = spellOut(instruction.rest, reading.escape, lookup) ?? instruction.rest;
  const folder = /^(?:[/$]|[A-Za-z]:[/\\])/.test(given) ? given : `${state.folder ?? '.'}/${given}`;
  const isPath = folder.length <= longestPath;
  if (!placed.trigger) state.folder = isPath ? folder : null;
  if (isPath) reading.workingDirectories.push(sourced({ path: folder, ...placed }, source));
}

function readVariables(standing: Standing): void {
  const { reading, state, instruction, source, lookup, placed } = standing;
  const { escape, redactor, variables } = reading;
  const keyword = instruction.keyword === 'ENV' ? 'ENV' : 'ARG';
  const all = pairs(instruction, escape).map(([name, raw]) => {
    const written = raw === undefined ? undefined : expand(raw, escape, lookup);
    const handed = keyword === 'ARG' && !placed.trigger && reading.given.has(name);
    const given = handed && raw !== undefined ? reading.given.get(name) : written;
    const fromBuild =
      keyword === 'ARG' ? !written : written === undefined && hangsOnBuilder(raw ?? '', standing);
    return { name, raw, given, fromBuild };
  });
  // Whatever stands in one instruction sees what was set before it.
  for (const { name, raw, given, fromBuild } of all) {
    if (!placed.trigger) {
      if (keyword === 'ENV') {
        state.env.set(name, given);
        state.handedIn[fromBuild ? 'add' : 'delete'](name);
      } else state.args.set(name, raw === undefined ? withoutDefault(name, reading) : given);
    }
    // Where programs are looked for is known beside what the base says of it.
    const value =
      given ?? (name === 'PATH' && raw !== undefined ? spelledPath(raw, standing) : null);
    if (name === 'PATH' && value !== null) reading.written.lookIn(value);
    const script = keyword === 'ENV' ? scriptIn(name, given ?? raw ?? '') : undefined;
    if (script !== undefined) {
      const kind = { by: 'variable' as const, trigger: placed.trigger };
      const words = ['sh', '-c', script];
      reading.otherStarts.push(startFacts(reading, state, words, kind, source));
    }
    // The quotes around what is not known belong to the file.
    const written = given ?? raw?.replace(/^(["'])(.*)\1$/s, '$2') ?? '';
    const code = reading.code.has(name);
    variables.push(
      variableFacts(redactor, { name, written, value, fromBuild, keyword, code, placed, source }),
    );
  }
}

/** The folders of a `PATH`, with `${PATH}` for those of the base; `null` where the build decides some of them. */
const spelledPath = (raw: string, { reading, state }: Standing): string | null =>
  expand(raw, reading.escape, lookupIn(state), ofBase(state)) ?? null;

/** What an argument without a default of its own comes to. */
function withoutDefault(
  name: string,
  { globals, given }: Standing['reading'],
): string | null | undefined {
  if (given.has(name)) return given.get(name);
  return lookupAmong(globals)(name);
}

/**
 * Whether an ARG or what comes of one is in a value that is not known. All else that a base image may set in it stands
 * in that image, and nobody hands it in.
 */
function hangsOnBuilder(raw: string, { reading, state, lookup, placed }: Standing): boolean {
  // The arguments of a build upon the image are not among those of this one.
  if (placed.trigger) return true;
  const reached = expand(
    raw,
    reading.escape,
    (name) => lookup(name) ?? (isHandedIn(state, name) ? undefined : ''),
  );
  return reached === undefined;
}

function readLabels({ reading, state, instruction, source, lookup, placed }: Standing): void {
  const { escape, redactor, secretLabels } = reading;
  for (const [name, raw = ''] of pairs(instruction, escape)) {
    const value = expand(raw, escape, lookup) ?? raw;
    const classified = redactor.classify(name, value);
    if (classified.secret) secretLabels.push(sourced(classified, source));
    if (placed.trigger) continue;
    if (classified.secret) state.labels.delete(name);
    else state.labels.set(name, value);
  }
}

function readCopy(standing: Standing): void {
  const from = standing.instruction.flags.findLast(({ name }) => name === 'from')?.value;
  takeFrom(standing, from, 'copy');
  const open = openByFlag(standing.instruction, standing.source);
  standing.reading.copies.push(open ?? copyFacts(standing));
  fill(standing);
}

/** From here on the stage holds something. */
function fill({ state, placed }: Standing): void {
  if (!placed.trigger) state.empty = false;
}

/** An image from elsewhere; a stage, by name or number, is none. */
function takeFrom(
  { reading, source, lookup, placed }: Standing,
  from: string | undefined,
  use: 'copy' | 'mount',
): void {
  if (from === undefined || /^(?:|\d+|scratch)$/.test(from)) return;
  const given = expand(from, reading.escape, lookup);
  if (given !== undefined && reading.names.has(given.toLowerCase())) return;
  const context = reading.contexts.get(contextKey(given ?? ''));
  if (context) {
    reading.images.push(...contextFacts(given ?? '', context, { use, ...placed }));
    return;
  }
  const named = referenceFacts(from, reading.escape, lookup, source);
  reading.images.push(sourced({ ...named, use, ...placed }, source));
}

/** What a command would show of a secret; of several commands only the last one is a fact of the image. */
function readSecretCommand({ reading, instruction, source, placed }: Standing): void {
  const { keyword } = instruction;
  if (keyword !== 'CMD' && keyword !== 'ENTRYPOINT' && keyword !== 'HEALTHCHECK') return;
  const command = commandOf(instruction);
  // What is kept of a command is redacted, and counted, where its words are read.
  const rules = rulesIn(readList(command) ?? [command]);
  if (rules.length === 0) return;
  const { stage, final, trigger } = placed;
  reading.secretCommands.push(
    sourced({ instruction: keyword, secretRules: [...rules], stage, final, trigger }, source),
  );
}

function readDeprecated({ reading, instruction, source }: Standing): void {
  const { emptyContinuation } = instruction;
  if (isSpaced(instruction, reading.escape)) {
    reading.deprecated.push(sourced({ form: 'space-for-equals' as const }, source));
  }
  if (emptyContinuation) {
    reading.deprecated.push(sourced({ form: 'empty-continuation' as const }, source));
  }
}
