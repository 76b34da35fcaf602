import type { Source } from '../../core/facts/source.ts';
import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { csvFields } from '../../syntax/csv-fields.ts';
import { fillScript } from '../../syntax/shell/fill-script.ts';
import { dialectOf } from '../../syntax/shell/parse-shell.ts';
import { maskScript } from '../redaction/mask-words.ts';
import { commandFacts } from '../shell/command-facts.ts';
import {
  isMissing,
  missing,
  sourced,
  type Missing,
  type Partly,
} from '../gathering/partial-facts.ts';
import { expand, type Lookup } from '../../syntax/dockerfile/expand-variables.ts';
import { stageSource } from './stage-source.ts';
import { openAt, type Standing } from './instruction-context.ts';
import { standsIn } from './placeholder-values.ts';
import { scriptOf as behindShell } from '../../syntax/shell/launchers.ts';
import type { ShellDialect } from '../../syntax/shell/shell-options.ts';
import { quotedWords } from '../../syntax/shell/started-words.ts';
import { runScript } from '../../syntax/dockerfile/run-script.ts';
import { keptValue } from './variable-facts.ts';

/** A mount as a RUN asks for it. */
interface Mount {
  readonly type: string;
  readonly target: string | Missing;
  /** The stage or the image that it shows; `undefined` for the build's context. */
  readonly from: string | undefined;
  /** What of it is shown; `undefined` for all of it. */
  readonly source: string | Missing | undefined;
  /** What a cache is called; `undefined` where that is its target. */
  readonly id: string | undefined;
  /** The variable that has a secret. */
  readonly env: string | undefined;
}

/**
 * The mounts of a RUN, or what stands for one that no builder takes.
 *
 * @see https://docs.docker.com/reference/dockerfile/#run---mount
 */
export const mountsOf = (
  standing: Pick<Standing, 'instruction' | 'reading' | 'lookup' | 'source'>,
): readonly (Mount | Missing)[] =>
  standing.instruction.flags.flatMap(({ name, value }) =>
    name === 'mount' ? [mountOf(value, standing)] : [],
  );

function mountOf(
  written: string,
  { reading, lookup, source }: Pick<Standing, 'reading' | 'lookup' | 'source'>,
): Mount | Missing {
  const options = new Map<string, string>();
  for (const field of csvFields(written) ?? ['']) {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    if (!mountKeys.has(key)) return openMount(source);
    // The last one counts.
    options.set(mountKeys.get(key) ?? key, equals < 0 ? '' : field.slice(equals + 1));
  }
  const filled = (option: string): string | undefined =>
    expand(options.get(option) ?? '', reading.escape, lookup);
  const type = (filled('type') ?? '?').toLowerCase();
  if (!mountTypes.has(type)) return openMount(source);
  return {
    type: type === '' ? 'bind' : type,
    target: filled('target') ?? openAt(source),
    from: options.get('from'),
    source: options.has('source') ? (filled('source') ?? openAt(source)) : undefined,
    env:
      type === 'secret' && /^\w+$/.test(options.get('env') ?? '') ? options.get('env') : undefined,
    id: type === 'cache' ? idOf(filled('id') ?? options.get('id') ?? '') : undefined,
  };
}

const mountTypes: ReadonlySet<string> = new Set(['', 'bind', 'cache', 'tmpfs', 'secret', 'ssh']);

/**
 * The options of a mount, in small letters, those of Buildah last; those with two names under one of them.
 *
 * @see https://docs.docker.com/reference/dockerfile/#run---mount
 * @see https://github.com/containers/buildah/blob/main/docs/buildah-run.1.md
 */
const mountKeys: ReadonlyMap<string, string> = new Map([
  ...(
    'type from source target readonly ro readwrite rw required size id sharing mode uid gid env ' +
    'z u shared rshared private rprivate slave rslave relabel bind-propagation bind-nonrecursive ' +
    'consistency nosuid nodev noexec tmpcopyup notmpcopyup tmpfs-mode tmpfs-size'
  )
    .split(' ')
    .map((key) => [key, key] as const),
  ['src', 'source'],
  ['dst', 'target'],
  ['destination', 'target'],
]);

/** Where a mount that shows no stage or image comes from, nothing asks. */
const mountFacts = ({ type, target, from, source, id, env }: Mount, standing: Standing) => ({
  ...{ type, target },
  ...(from === undefined ? {} : { from: stageSource(from, standing) }),
  ...(from === undefined || source === undefined ? {} : { source }),
  ...(id === undefined ? {} : { id }),
  ...(env === undefined ? {} : { env }),
});

/** A name, in which a variable may stand, and nothing that could hold a secret. */
const idOf = (id: string): string | undefined =>
  /^[\w./:@${}-]{1,100}$/.test(id) ? id : undefined;

const openMount = (source: Source): Missing =>
  missing({
    reason: 'not-understood',
    detail: text('a --mount of this RUN was not understood', '无法解析该 RUN 的 --mount'),
    source,
  });

/** What the variables of a RUN hold; what a build upon the image gives arguments is another build's. */
const scriptVariables = ({ state, lookup, placed }: Standing): Lookup =>
  placed.trigger ? (name) => state.env.get(name) : lookup;

/** What a RUN runs, and with which rights. */
export function runFacts(standing: Standing): Partly<Dockerfile['runs'][number]> {
  const { reading, state, instruction, source, placed } = standing;
  const flag = (name: string): string | undefined =>
    instruction.flags.findLast((one) => one.name === name)?.value;
  const {
    script: written,
    shell,
    words,
    within,
    options = [],
  } = runScript(instruction, state.shell);
  const script = fillScript(written, shell, scriptVariables(standing));
  const { value, rules } = reading.redactor.text(script, ({ start, end }) =>
    standsIn(script, start, end),
  );
  // What facts may not hold of a variable is not known in its commands either.
  const known = (name: string): string | undefined =>
    keptValue(name, scriptVariables(standing)(name) ?? undefined, reading.code.has(name));
  const around = {
    known,
    written: reading.written,
    ...(state.folder === null ? {} : { folder: state.folder }),
  };
  const read = (shellText: string, dialect: ShellDialect) =>
    commandFacts(shellText, { ...around, dialect, options }, reading.redactor, source);
  // A program that nobody knows as a shell may do anything with the script that it is given.
  const isRead = within && behindShell(within) !== undefined;
  const commands = within
    ? [...read(quotedWords(within), 'sh'), ...(isRead ? [] : read(script, 'other'))]
    : read(script, words ? 'sh' : dialectOf(shell));
  return sourced(
    {
      line: instruction.line,
      stage: placed.stage,
      final: placed.final,
      trigger: placed.trigger,
      script: maskScript(value, reading.redactor.markOf),
      commands,
      secretRules: [...rules],
      shell,
      folder: state.folder,
      network: flag('network') ?? reading.rights.network ?? 'default',
      insecure: (flag('security') ?? (reading.rights.insecure ? 'insecure' : '')) === 'insecure',
      mounts: mountsOf(standing).map((mount) =>
        isMissing(mount) ? mount : mountFacts(mount, standing),
      ),
    },
    source,
  );
}
