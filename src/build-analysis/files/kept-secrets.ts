import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { changePlaceOnly } from '../commands/change-place.ts';
import { createPaths, type ScriptPaths } from '../commands/script-paths.ts';
import { restBehind } from '../commands/path-patterns.ts';
import { commandsIn, type Script } from '../scripts/script.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { writtenBy } from './written-files.ts';

/** What hands a secret to a step. */
export interface SecretSource {
  /** Its file, or the folder of all. */
  readonly path: string;
  /** The variable that has it. */
  readonly variable?: string | undefined;
}

/** A file that a step leaves with a secret in it. */
export interface KeptSecret {
  readonly path: string;
  readonly command: ShellCommand;
}

/** Programs that give what they read to others as it is, more or less. */
const prints =
  /^(?:cat|echo|printf|tee|g?sed|g?awk|tr|head|tail|cut|base64|jq|yq|envsubst|grep|rev|dd|cp|mv|install|rsync|scp)$/;

/** Programs that write settings that they are given into a file of theirs. */
const settings: ReadonlyMap<string, string> = new Map([
  ['git', '/root/.gitconfig'],
  ['npm', '/root/.npmrc'],
  ['pnpm', '/root/.npmrc'],
  ['yarn', '/root/.yarnrc'],
  ['pip', '/root/.config/pip/pip.conf'],
  ['pip3', '/root/.config/pip/pip.conf'],
  ['poetry', '/root/.config/pypoetry/auth.toml'],
  ['composer', '/root/.composer/auth.json'],
  ['bundle', '/root/.bundle/config'],
]);

/** Takes a setting away again. */
const unsets = /^(?:--unset(?:-all)?|--remove-section|unset|delete|rm|--delete)$/;

/** Where everybody may know what lies there: certificates of authorities. */
const isPublic = (path: string): boolean =>
  /\.(?:crt|cer|pub)$|\/(?:ca-certificates|ca-trust|pki\/ca|ssl\/certs|keyrings|trusted\.gpg\.d)(?:\/|$)/.test(
    path,
  );

const home = (path: string): string => path.replace(/^~(?=\/|$)/, '/root');

/** The files that a script leaves with a secret in them that the step is handed. */
export function keptSecrets(
  script: Script,
  folder: string | null,
  given: readonly SecretSource[],
): readonly KeptSecret[] {
  const commands = commandsIn(script);
  const paths = createPaths(() => undefined);
  paths.begin(folder);
  const sources = given.flatMap(({ path }) => paths.of(path) ?? []);
  const variables = new Set(given.flatMap(({ variable }) => variable ?? []));
  const kept = new Map<string, ShellCommand>();
  const writes = groupBy(
    writtenBy(script, folder, () => undefined),
    ({ command }) => command,
  );
  const holds = (word: string): boolean => {
    const path = paths.like(word);
    if (path === undefined) return false;
    const at = home(path);
    return kept.has(at) || sources.some((source) => restBehind(at, source) !== undefined);
  };
  for (const command of commands) {
    const [first = '', ...rest] = withoutLaunchers(command.words);
    const program = basename(first);
    const reads = readsSecret(command, holds, variables);
    if (reads) for (const set of assigned(command, rest)) variables.add(set);
    if (reads && prints.test(program)) {
      for (const { path } of writes.get(command) ?? []) {
        if (!isPublic(path)) kept.set(home(path), command);
      }
    }
    const file = settings.get(program);
    if (file !== undefined && rest.includes('config')) {
      if (rest.some((word) => unsets.test(word))) kept.delete(file);
      else if (reads) kept.set(file, command);
    }
    remove(program, rest, paths, kept);
    changePlaceOnly(command, paths);
  }
  return [...kept]
    .filter(([path]) => !sources.includes(path) && !/^\/(?:dev|proc|sys|run\/secrets)\//.test(path))
    .map(([path, command]) => ({ path, command }));
}

/** Whether a command reads a secret, or is given one, itself or by way of what it reads. */
function readsSecret(
  command: ShellCommand,
  holds: (word: string) => boolean,
  variables: ReadonlySet<string>,
): boolean {
  const { words, assignments, readsFrom = [], bodies, inner, input } = command;
  const isSet = (word: string): boolean =>
    Array.from(word.matchAll(/\$\{?(\w+)/g)).some(([, name = '']) => variables.has(name));
  const through = (each: ShellCommand): boolean =>
    prints.test(basename(withoutLaunchers(each.words)[0] ?? '')) &&
    readsSecret(each, holds, variables);
  return (
    words.slice(1).some((word) => isSet(word) || holds(word.replace(/^\w+=/, ''))) ||
    assignments.some(isSet) ||
    readsFrom.some(holds) ||
    bodies.some(isSet) ||
    inner.some(through) ||
    input.some(through)
  );
}

/** The variables that a command sets. */
const assigned = (
  { words, assignments }: ShellCommand,
  rest: readonly string[],
): readonly string[] =>
  (words.length === 0 ? assignments : rest).flatMap((word) => /^(\w+)=/.exec(word)?.[1] ?? []);

/** What is removed, or moved elsewhere, is not left. */
function remove(
  program: string,
  rest: readonly string[],
  paths: ScriptPaths,
  kept: Map<string, unknown>,
): void {
  if (!/^(?:rm|unlink|shred|mv)$/.test(program)) return;
  const operands = rest.filter((word) => !word.startsWith('-'));
  for (const word of program === 'mv' ? operands.slice(0, -1) : operands) {
    const path = paths.like(word);
    if (path === undefined) continue;
    for (const each of kept.keys()) {
      if (restBehind(each, home(path)) !== undefined) kept.delete(each);
    }
  }
}
