import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import type { Source } from '../../core/source.ts';
import { missing, settle, sourced, type Partly, type Settled } from '../partly.ts';
import type { Redactor } from '../secrets/create-redactor.ts';
import { expand, type Lookup } from './expand.ts';
import { readInlineWaivers } from './inline-waivers.ts';
import { assignment, resolveStages, type Stage } from './resolve-stages.ts';
import { runScript } from './run-script.ts';
import { readInstruction, splitInstructions, type Instruction } from './split-instructions.ts';
import { readList, splitWords } from './split-words.ts';

/** Facts of a Dockerfile, with the line that each was read from. */
export type ParsedDockerfile = Settled;

type List<Key extends keyof Dockerfile> = Dockerfile[Key] extends readonly (infer Item)[]
  ? Partly<Item>[]
  : never;

/** What a stage hands on to one that is built on it. */
interface State {
  readonly env: Map<string, string | undefined>;
  readonly args: Map<string, string | undefined>;
  shell: readonly string[];
  user: Partly<string | null>;
  healthCheck: Partly<Dockerfile['healthCheck']>;
  entrypoint: readonly string[];
  cmd: readonly string[];
  starts: Source | undefined;
  readonly labels: Map<string, string>;
  readonly exposed: List<'exposed'>;
}

const emptyState = (): State => ({
  env: new Map(),
  args: new Map(),
  shell: ['/bin/sh', '-c'],
  user: null,
  healthCheck: { state: 'absent', test: [], intervalSeconds: null },
  entrypoint: [],
  cmd: [],
  starts: undefined,
  labels: new Map(),
  exposed: [],
});

/**
 * Reads a Dockerfile: what its stages take in and run, and what makes the image: the last stage and the stages
 * that it is built on. Arguments count by their defaults; what hangs on one without is a gap.
 *
 * @param path as it is to be named in sources and errors; nothing is opened
 * @param redactor stands between the file and the facts, so that no secret is among them
 * @throws PlimsollError `dockerfile-invalid` with file, line and column
 */
export function parseDockerfile(
  text: string,
  path: string,
  redactor: Redactor,
  context: Partly<Dockerfile['context']> = missing({
    reason: 'unavailable',
    detail: 'the folder of the build was not looked at',
  }),
): ParsedDockerfile {
  const split = splitInstructions(text, path);
  const { escape } = split;
  const { stages, globals } = resolveStages(split, path);
  const images: List<'images'> = [];
  const variables: List<'variables'> = [];
  const runs: List<'runs'> = [];
  const copies: List<'copies'> = [];
  const deprecated: List<'deprecated'> = [];
  const states: State[] = [];
  const names = new Set(stages.flatMap(({ name }) => name?.toLowerCase() ?? []));

  const at = ({ line, column }: { line: number; column: number }): Source => ({
    kind: 'file',
    path,
    line,
    column,
  });
  const open = (source: Source) =>
    missing({
      reason: 'unavailable',
      detail: 'it hangs on a build argument or a variable that has no value in the file',
      source,
    });

  const readVariables = (
    each: Instruction,
    state: State,
    placed: { stage: number; final: boolean; trigger: boolean },
    instruction: 'ENV' | 'ARG',
  ): void => {
    const lookup = lookupIn(state);
    for (const [name, raw] of pairs(each, escape)) {
      const given = raw === undefined ? undefined : expand(raw, escape, lookup);
      if (!placed.trigger) {
        if (instruction === 'ENV') state.env.set(name, given);
        else state.args.set(name, raw === undefined ? globals.get(name) : given);
      }
      const classified = redactor.classify(name, given ?? raw ?? '');
      const value = classified.secret ? null : (given ?? null);
      variables.push(sourced({ ...classified, ...placed, instruction, value }, at(each)));
    }
  };

  const readInstructionOf = (stage: Stage, each: Instruction, trigger: boolean): void => {
    const state = states[stage.index] ?? emptyState();
    const source = at(each);
    const placed = { stage: stage.index, final: stage.final, trigger };
    const lookup = lookupIn(state);
    const flag = (name: string): string | undefined =>
      each.flags.findLast((one) => one.name === name)?.value;
    const takesFrom = (from: string | undefined, use: 'copy' | 'mount'): void => {
      if (from === undefined || from === '' || /^\d+$/.test(from)) return;
      const reference = expand(from, escape, lookup) ?? open(source);
      if (typeof reference === 'string' && names.has(reference.toLowerCase())) return;
      images.push(sourced({ reference, use, ...placed }, source));
    };
    switch (each.keyword) {
      case 'ARG':
      case 'ENV':
        readVariables(each, state, placed, each.keyword);
        break;
      case 'RUN': {
        const mounts = each.flags.flatMap(({ name, value }) => (name === 'mount' ? [value] : []));
        for (const mount of mounts) takesFrom(optionOf(mount, 'from'), 'mount');
        const { script, shell } = runScript(each, state.shell);
        const { value, rules } = redactor.text(script);
        runs.push(
          sourced(
            {
              ...placed,
              script: value,
              secretRules: [...rules],
              shell,
              network: flag('network') ?? 'default',
              insecure: flag('security') === 'insecure',
              mounts: mounts.map((mount) => ({
                type: optionOf(mount, 'type') ?? 'bind',
                target:
                  optionOf(mount, 'target') ??
                  optionOf(mount, 'dst') ??
                  optionOf(mount, 'destination') ??
                  '',
              })),
            },
            source,
          ),
        );
        break;
      }
      case 'ADD':
      case 'COPY': {
        takesFrom(flag('from'), 'copy');
        const words = readList(each.rest) ?? splitWords(each.rest, escape).map(({ raw }) => raw);
        const known = words.map((word) =>
          /^\d*<</.test(word) ? word : (expand(word, escape, lookup) ?? open(source)),
        );
        const heredoc = each.heredocs.map(({ body }) => redactor.text(body).rules).flat();
        copies.push(
          sourced(
            {
              ...placed,
              instruction: each.keyword,
              sources: known.slice(0, -1).map(redacted),
              destination: known.at(-1) ?? '',
              from: flag('from') ?? null,
              mode: flag('chmod') ?? null,
              checksum: flag('checksum') ?? null,
              secretRules: [...new Set(heredoc)],
              rootOfScratch: stage.base === 'scratch' && stage.instructions[0] === each,
            },
            source,
          ),
        );
        break;
      }
      case 'USER':
        if (!trigger) {
          const given = expand(each.rest, escape, lookup);
          state.user = given === undefined ? open(source) : sourced(given, source);
        }
        break;
      case 'EXPOSE':
        for (const { raw } of trigger ? [] : splitWords(each.rest, escape)) {
          const port = expand(raw, escape, lookup)?.toLowerCase();
          const shown =
            port === undefined ? open(source) : port.includes('/') ? port : `${port}/tcp`;
          state.exposed.push(sourced({ port: shown, final: stage.final }, source));
        }
        break;
      case 'LABEL':
        for (const [name, raw = ''] of trigger ? [] : pairs(each, escape)) {
          state.labels.set(name, expand(raw, escape, lookup) ?? raw);
        }
        break;
      case 'HEALTHCHECK':
        if (!trigger) state.healthCheck = sourced(healthCheckOf(each, redactor), source);
        break;
      case 'SHELL':
        state.shell = readList(each.rest) ?? state.shell;
        break;
      case 'CMD':
      case 'ENTRYPOINT': {
        if (trigger) break;
        const words = readList(each.rest) ?? [...state.shell, each.rest];
        if (each.keyword === 'CMD') state.cmd = words;
        else {
          state.entrypoint = words;
          // An entrypoint takes away the command of what the stage is built on.
          if (!stage.instructions.some(({ keyword }) => keyword === 'CMD')) state.cmd = [];
        }
        state.starts = source;
        break;
      }
      case 'MAINTAINER':
        deprecated.push(sourced({ form: 'maintainer' as const }, source));
        break;
      case 'ONBUILD':
        readInstructionOf(
          stage,
          { ...each, ...readInstruction(each.rest, escape), emptyContinuation: false },
          true,
        );
        break;
    }
    if (each.keyword === 'ENV' && !/^[^\s=]+=/.test(each.rest)) {
      deprecated.push(sourced({ form: 'space-for-equals' as const }, source));
    }
    if (each.emptyContinuation) {
      deprecated.push(sourced({ form: 'empty-continuation' as const }, source));
    }
  };

  const redacted = <T>(value: T): T | string =>
    typeof value === 'string' ? redactor.text(value).value : value;

  for (const [name, value] of globals) {
    const where = split.instructions.find(({ keyword }) => keyword === 'ARG');
    const classified = redactor.classify(name, value ?? '');
    variables.push(
      sourced(
        {
          ...classified,
          instruction: 'ARG' as const,
          value: classified.secret ? null : (value ?? null),
          ...{ stage: 0, final: false, trigger: false },
        },
        at(
          split.instructions.find((one) => one.keyword === 'ARG' && one.rest.includes(name)) ??
            where ?? { line: 1, column: 1 },
        ),
      ),
    );
  }
  for (const stage of stages) {
    const parent = stage.parent === null ? undefined : states[stage.parent];
    states.push(
      parent
        ? {
            ...parent,
            env: new Map(parent.env),
            args: new Map(),
            labels: new Map(parent.labels),
            exposed: [...parent.exposed],
          }
        : emptyState(),
    );
    if (stage.parent === null && stage.base !== 'scratch') {
      const source = at(stage.from);
      const { index, final } = stage;
      const reference = stage.base ?? open(source);
      images.push(
        sourced({ reference, use: 'base' as const, stage: index, final, trigger: false }, source),
      );
    }
    for (const each of stage.instructions) readInstructionOf(stage, each, false);
  }
  const last = states.at(-1) ?? emptyState();
  const end = stages.at(-1)?.from ?? { line: 1, column: 1 };
  const nowhere: Source = { kind: 'file', path, line: end.line, column: end.column, unset: true };
  const command = redactor.command([...last.entrypoint, ...last.cmd]).value;
  const { labels, secretLabels } = redactor.labels(Object.fromEntries(last.labels));
  const settled = settle({
    path,
    frontend: split.frontend,
    stages: stages.map(({ name, base, parent, final, from }) =>
      sourced(
        { name, from: parent !== null ? 'stage' : base === 'scratch' ? 'scratch' : 'image', final },
        at(from),
      ),
    ),
    images,
    // What is set nowhere is missed at the last FROM.
    user: last.user ?? sourced(null, nowhere),
    healthCheck:
      'state' in last.healthCheck ? sourced(last.healthCheck, nowhere) : last.healthCheck,
    exposed: last.exposed,
    command: sourced(command, last.starts ?? nowhere),
    variables,
    labels,
    secretLabels,
    runs,
    copies,
    deprecated,
    context,
    waivers: readInlineWaivers(split, path).map(({ waiver, comment }) =>
      sourced(waiver, at(comment)),
    ),
  });
  return { ...settled, sources: { '': { kind: 'file', path }, ...settled.sources } };
}

const lookupIn =
  ({ env, args }: State): Lookup =>
  (name) =>
    env.has(name) ? env.get(name) : args.get(name);

/** Names with values as they are written, in either form: `a=b c=d`, or `a b`. */
export function pairs(
  { keyword, rest }: Instruction,
  escape: string,
): readonly (readonly [name: string, value: string | undefined])[] {
  const words = splitWords(rest, escape);
  const [first] = words;
  if (keyword === 'ENV' && first && !first.raw.includes('=')) {
    return [[first.raw, rest.slice(first.start + first.raw.length).trim()]];
  }
  return words.map(({ raw }) => {
    const [name, value] = assignment(raw);
    return [name.replace(/^(["'])(.*)\1$/s, '$2'), value] as const;
  });
}

/** The value of one part of `--mount=type=…,target=…`. */
function optionOf(mount: string, name: string): string | undefined {
  const part = mount.split(',').find((each) => each.trim().startsWith(`${name}=`));
  return part?.trim().slice(name.length + 1);
}

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

function healthCheckOf(
  { rest, flags }: Instruction,
  redactor: Redactor,
): Dockerfile['healthCheck'] {
  const [, kind = '', behind = ''] = /^(\w+)\s*([\s\S]*)$/.exec(rest) ?? [];
  if (kind.toUpperCase() === 'NONE') return { state: 'disabled', test: [], intervalSeconds: null };
  const words = readList(behind);
  const test = words ? ['CMD', ...words] : ['CMD-SHELL', behind];
  const written = flags.find(({ name }) => name === 'interval')?.value;
  let interval: number | null = null;
  for (const [, number = '', unit = ''] of written?.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g) ?? []) {
    interval = (interval ?? 0) + Number(number) * (units[unit] ?? 0);
  }
  return { state: 'set', test: [...redactor.command(test).value], intervalSeconds: interval };
}
