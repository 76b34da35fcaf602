import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import { fillScript } from '../../syntax/shell/fill-script.ts';
import { dialectOf } from '../../syntax/shell/parse-shell.ts';
import { maskScript } from '../secrets/mask-words.ts';
import { commandFacts } from '../shell/command-facts.ts';
import { sourced, type Partly } from '../partly.ts';
import type { Lookup } from './expand.ts';
import type { Standing } from './standing.ts';
import { standsIn } from './stand-ins.ts';
import { runScript } from './run-script.ts';
import { keptValue } from './variable-facts.ts';

/** A mount as a RUN asks for it. */
interface Mount {
  readonly type: string;
  readonly target: string;
  /** The stage or the image that it shows; `undefined` for the build's context. */
  readonly from: string | undefined;
}

/** The mounts of a RUN. */
export const mountsOf = ({ instruction }: Pick<Standing, 'instruction'>): readonly Mount[] =>
  instruction.flags.flatMap(({ name, value }) => {
    if (name !== 'mount') return [];
    const option = (...names: readonly string[]): string | undefined =>
      names.map((each) => optionOf(value, each)).find((found) => found !== undefined);
    return [
      {
        type: option('type') ?? 'bind',
        target: option('target', 'dst', 'destination') ?? '',
        from: option('from'),
      },
    ];
  });

/** The value of one part of `--mount=type=…,target=…`. */
function optionOf(mount: string, name: string): string | undefined {
  const part = mount.split(',').find((each) => each.trim().startsWith(`${name}=`));
  return part?.trim().slice(name.length + 1);
}

/** What the variables of a RUN hold; what a build upon the image gives arguments is another build's. */
const scriptVariables = ({ state, lookup, placed }: Standing): Lookup =>
  placed.trigger ? (name) => state.env.get(name) : lookup;

/** What a RUN runs, and with which rights. */
export function runFacts(standing: Standing): Partly<Dockerfile['runs'][number]> {
  const { reading, state, instruction, source, placed } = standing;
  const flag = (name: string): string | undefined =>
    instruction.flags.findLast((one) => one.name === name)?.value;
  const { script: written, shell, words } = runScript(instruction, state.shell);
  const script = fillScript(written, shell, scriptVariables(standing));
  const { value, rules } = reading.redactor.text(script, ({ start, end }) =>
    standsIn(script, start, end),
  );
  // What facts may not hold of a variable is not known in its commands either.
  const known = (name: string): string | undefined =>
    keptValue(name, scriptVariables(standing)(name) ?? undefined, reading.code.has(name));
  return sourced(
    {
      stage: placed.stage,
      final: placed.final,
      trigger: placed.trigger,
      script: maskScript(value, reading.redactor.markOf),
      commands: commandFacts(
        script,
        { dialect: words ? 'sh' : dialectOf(shell), known, written: reading.written },
        reading.redactor,
        source,
      ),
      secretRules: [...rules],
      shell,
      folder: state.folder,
      network: flag('network') ?? 'default',
      insecure: flag('security') === 'insecure',
      mounts: mountsOf(standing).map(({ type, target }) => ({ type, target })),
    },
    source,
  );
}
