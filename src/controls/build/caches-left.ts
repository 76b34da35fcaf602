import { basename } from '../base-name.ts';
import { commandsOf } from '../shell/steps.ts';
import { withoutModule } from './python-module.ts';

interface Cache {
  readonly name: string;
  readonly of: RegExp;
  readonly installs: RegExp;
  /** An option that keeps nothing. */
  readonly without?: RegExp;
  /** Where it lies, as `rm` and cache mounts name it. */
  readonly place: RegExp;
  /** A command of the manager itself that clears it. */
  readonly clears?: RegExp;
}

const caches: readonly Cache[] = [
  {
    name: 'apt',
    of: /^(?:apt|apt-get|aptitude)$/,
    installs: /^(?:install|update|upgrade)$/,
    place: /\/var\/lib\/apt/,
  },
  {
    name: 'apk',
    of: /^apk$/,
    installs: /^(?:add|update|upgrade)$/,
    without: /^--no-cache$/,
    place: /\/(?:var\/cache|etc)\/apk/,
  },
  {
    name: 'dnf',
    of: /^(?:yum|dnf|microdnf|tdnf)$/,
    installs: /^(?:(?:group|local|re)?install|update|upgrade)$/,
    place: /\/var\/cache\/(?:yum|dnf)/,
    clears: /^clean$/,
  },
  {
    name: 'zypper',
    of: /^zypper$/,
    installs: /^(?:install|in)$/,
    place: /\/var\/cache\/zypp/,
    clears: /^(?:clean|cc)$/,
  },
  {
    name: 'pip',
    of: /^pip\d?(?:\.\d+)?$/,
    installs: /^install$/,
    without: /^--no-cache(?:-dir)?$/,
    place: /\.cache/,
    clears: /^purge$/,
  },
];

/** The managers whose cache a script leaves behind. `mounted` are the places that are cache mounts. */
export function cachesLeft(script: string, mounted: readonly string[]): readonly string[] {
  const commands = commandsOf(script).map(withoutModule);
  const removed = commands
    .filter(([program = '']) => /^(?:rm|find)$/.test(basename(program)))
    .flatMap((words) => words.slice(1));
  return caches
    .filter(({ of, installs, without, place, clears }) => {
      const own = commands.filter(([program = '']) => of.test(basename(program)));
      const fills = own.some(
        (words) =>
          words.some((word) => installs.test(word)) && !words.some((word) => without?.test(word)),
      );
      if (!fills || [...removed, ...mounted].some((path) => place.test(path))) return false;
      return !own.some((words) => words.some((word) => clears?.test(word)));
    })
    .map(({ name }) => name);
}
