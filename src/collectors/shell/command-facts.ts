import type { Source } from '../../core/facts/source.ts';
import { text, type Text } from '../../core/text.ts';
import { listCommands, type Listed } from '../../syntax/shell/command-list.ts';
import { parseShell, type ShellOptions, type ShellScript } from '../../syntax/shell/parse-shell.ts';
import type { ShellProblem, ShellProblemCode } from '../../syntax/shell/shell-problem.ts';
import { shellProblemTexts } from '../../knowledge/shell-problems.ts';
import { more, type More } from '../gathering/partial-facts.ts';
import { createRedactor, type Redactor } from '../redaction/create-redactor.ts';
import { createWrittenTexts, type KnownText } from '../../syntax/shell/written-texts.ts';
import { maskCommands } from '../redaction/mask-commands.ts';

/** The commands of a script as facts: where something in it is not understood, there may be more than those that are known. */
export function commandFacts(
  script: string,
  options: ShellOptions,
  redactor: Redactor,
  source?: Source,
): readonly (Listed | More)[] {
  const read = readScript(script, options);
  const { problems } = read;
  const commands = read.commands ?? listed(read, script, redactor);
  return problems.length === 0 ? commands : [...commands, notUnderstood(problems, source)];
}

/** A script as it was read, and what it asked of variables, with the answers. */
interface ReadBefore extends ShellScript {
  readonly asked: ReadonlyMap<string, string | undefined>;
  /** Files that it asked for, and the texts of those that there are. */
  readonly paths: ReadonlySet<string>;
  readonly files: readonly string[];
  /** What it writes itself, which a later script may run. */
  readonly writes: readonly { readonly path: string; readonly given: KnownText }[];
  /** Its commands as facts, where there was no secret in them: what is masked has another mark in every collection. */
  commands?: readonly Listed[];
}

function listed(read: ReadBefore, script: string, redactor: Redactor): readonly Listed[] {
  const masked = maskCommands(read.tree, [script, ...read.files].join('\n'), redactor);
  const commands = listCommands(masked);
  if (masked === read.tree) read.commands = commands;
  return commands;
}

/** Build files of one project, and images of one base, have many steps in common. */
const readBefore = new Map<string, ReadBefore>();
const rememberedAtMost = 1024;
const longestRemembered = 4096;

function readScript(
  script: string,
  { dialect, known, written, options }: ShellOptions,
): ReadBefore {
  const key = `${[dialect, ...(options ?? [])].join(' ')} ${script}`;
  const before = readBefore.get(key);
  const isSame =
    before &&
    [...before.asked].every(([name, value]) => known?.(name) === value) &&
    [...before.paths].every((path) => (written?.of(path) ?? []).length === 0);
  if (before && isSame) {
    for (const { path, given } of before.writes) written?.write(path, given);
    return before;
  }
  const asked = new Map<string, string | undefined>();
  const paths = new Set<string>();
  const found: KnownText[] = [];
  const writes: { path: string; given: KnownText }[] = [];
  const all = written ?? createWrittenTexts();
  const parsed = parseShell(script, {
    dialect,
    ...(options ? { options } : {}),
    written: {
      of: (path) => {
        const texts = all.of(path);
        paths.add(path);
        found.push(...texts);
        return texts;
      },
      write: (path, given) => {
        writes.push({ path, given });
        all.write(path, given);
      },
    },
    known: (name) => {
      const value = known?.(name);
      asked.set(name, value);
      return value;
    },
  });
  const files = found.flatMap((each) => (typeof each === 'object' ? each.text : []));
  const read: ReadBefore = { ...parsed, asked, paths, files, writes };
  if (key.length <= longestRemembered && found.length === 0) {
    // plimsoll-ignore no-shared-state: it is remembered what was read, which is the same each time
    if (readBefore.size >= rememberedAtMost) readBefore.clear();
    // plimsoll-ignore no-shared-state: it is remembered what was read, which is the same each time
    readBefore.set(key, read);
  }
  return read;
}

/** More problems than these make no sentence. */
const shown = 3;

const notUnderstood = (problems: readonly ShellProblem[], source?: Source): More => {
  const said = problems.slice(0, shown).map(saidOf);
  return more({
    reason: 'not-understood',
    detail: text(said.map(({ en }) => en).join('; '), said.map(({ zh }) => zh).join('；')),
    ...(source ? { source } : {}),
  });
};

const words: Record<ShellProblemCode, (what: string) => Text> = shellProblemTexts;

function saidOf({ code, what, line }: ShellProblem): Text {
  // A word of the script may hold a secret.
  const said = words[code](createRedactor().command([what]).value[0] ?? '');
  return text(`line ${line} of the script, ${said.en}`, `脚本第 ${line} 行，${said.zh}`);
}
