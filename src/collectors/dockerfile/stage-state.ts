import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import type { Source } from '../../core/facts/source.ts';
import type { Missing, Partly, Sourced } from '../gathering/partial-facts.ts';
import type { Lookup } from '../../syntax/dockerfile/expand-variables.ts';

/** A list of facts while it is put together. */
export type FactList<Key extends keyof Dockerfile> =
  NonNullable<Dockerfile[Key]> extends readonly (infer Item)[] ? Partly<Item>[] : never;

/** What a stage hands on to one that is built on it. */
export interface StageState {
  /** Those of `env` whose value is not known since it hangs on an argument. */
  readonly handedIn: Set<string>;
  readonly env: Map<string, string | undefined>;
  readonly args: Map<string, string | null | undefined>;
  /** Those that hold no secret. */
  readonly labels: Map<string, Partly<string>>;
  readonly exposed: FactList<'exposed'>;
  /** Whether nothing was copied in or run so far. */
  empty: boolean;
  /** Where relative paths begin; `null` until a WORKDIR says so. */
  folder: string | null;
  shell: readonly string[];
  user: Partly<string | null>;
  /** The same with `${NAME}` for what is left to the base; `undefined` where nothing is. */
  userSpelled: Sourced<string> | undefined;
  healthCheck: Partly<Dockerfile['healthCheck']>;
  /** The words of the health check, and where it stands; `undefined` where there is none. */
  test: { readonly words: readonly string[]; readonly source: Source } | undefined;
  entrypoint: readonly string[] | Missing;
  cmd: readonly string[] | Missing;
  /** Where the last of entrypoint and command stands. */
  starts: Source | undefined;
}

const emptyState = (): StageState => ({
  handedIn: new Set(),
  env: new Map(),
  args: new Map(),
  labels: new Map(),
  exposed: [],
  empty: true,
  folder: null,
  shell: ['/bin/sh', '-c'],
  user: null,
  userSpelled: undefined,
  healthCheck: { state: 'absent', test: [], intervalSeconds: null },
  test: undefined,
  entrypoint: [],
  cmd: [],
  starts: undefined,
});

/** What a stage begins with: all that the stage has that it is built on, its build arguments as well. */
export const stateUpon = (parent: StageState | undefined): StageState =>
  parent === undefined
    ? emptyState()
    : {
        ...parent,
        handedIn: new Set(parent.handedIn),
        env: new Map(parent.env),
        args: new Map(parent.args),
        labels: new Map(parent.labels),
        exposed: [...parent.exposed],
      };

/** What a variable comes to; ENV goes before ARG. One that the file does not name has no value that the file says. */
export const lookupIn =
  ({ env, args }: StageState): Lookup =>
  (name) => {
    if (env.has(name)) return env.get(name);
    return args.has(name) ? args.get(name) : null;
  };

/**
 * Whether the build decides what a variable holds, or what it is made of. Any other without a value has what the base
 * gives it.
 */
export const isHandedIn = ({ args, env, handedIn }: StageState, name: string): boolean =>
  env.has(name) ? handedIn.has(name) : args.has(name);

/** Spells a variable out that is left to the base; `undefined` of any other. */
export const ofBase =
  (state: StageState) =>
  (name: string): string | undefined =>
    isHandedIn(state, name) ? undefined : `\${${name}}`;
