import type { Source } from '../../core/facts/source.ts';
import { text, type Text } from '../../core/text.ts';
import { listCommands, type Listed } from '../../syntax/shell/command-list.ts';
import { parseShell, type ShellScript } from '../../syntax/shell/parse-shell.ts';
import type { ShellOptions } from '../../syntax/shell/shell-options.ts';
import type { ShellProblem, ShellProblemCode } from '../../syntax/shell/shell-problem.ts';
import { shellProblemTexts } from '../../knowledge/shell-problems.ts';
import { more, type More } from '../gathering/partial-facts.ts';
import { createRedactor, type Redactor } from '../redaction/create-redactor.ts';
import {
  createWrittenTexts,
  type Written,
  type WrittenTexts,
} from '../../syntax/shell/written-texts.ts';
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
  const lost: More[] = [];
  const onLost = (): void => {
    if (lost.length === 0) lost.push(sameAsSecret(source));
  };
  const commands = read.commands ?? listed(read, script, redactor, onLost);
  if (problems.length === 0 && lost.length === 0) return commands;
  return [...commands, ...(problems.length > 0 ? [notUnderstood(problems, source)] : []), ...lost];
}

/** A script as it was read, and what it asked of variables, with the answers. */
interface ReadBefore extends ShellScript {
  readonly asked: ReadonlyMap<string, string | undefined>;
  /** Files that it asked for, and the texts of those that there are. */
  readonly asks: ReadonlyMap<string, (from: WrittenTexts) => readonly Written[]>;
  readonly files: readonly string[];
  /** What it writes itself, which a later script may run. */
  readonly writes: readonly ((to: WrittenTexts) => void)[];
  /** Its commands as facts, where there was no secret in them: what is masked has another mark in every collection. */
  commands?: readonly Listed[];
}

/** A password may be the very mode that a file gets: what such a word says is not known then. */
const sameAsSecret = (source?: Source): More =>
  more({
    reason: 'not-understood',
    detail: text(
      'a word of the script is the same as a secret in it, and is masked',
      '脚本中有一词与其中的敏感凭据相同，已被隐去',
    ),
    ...(source ? { source } : {}),
  });

function listed(
  read: ReadBefore,
  script: string,
  redactor: Redactor,
  onLost: () => void,
): readonly Listed[] {
  const masked = maskCommands(read.tree, [script, ...read.files].join('\n'), redactor, onLost);
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
  { dialect, known, written, folder, options, isHarmless }: ShellOptions,
): ReadBefore {
  const key = `${[dialect, folder ?? '', isHarmless ? 'probe' : '', ...(options ?? [])].join(' ')} ${script}`;
  const before = readBefore.get(key);
  const isSame =
    before &&
    [...before.asked].every(([name, value]) => known?.(name) === value) &&
    (written === undefined || [...before.asks.values()].every((ask) => ask(written).length === 0));
  if (before && isSame) {
    if (written) for (const write of before.writes) write(written);
    return before;
  }
  const asked = new Map<string, string | undefined>();
  const asks = new Map<string, (from: WrittenTexts) => readonly Written[]>();
  const found: Written[] = [];
  const writes: ((to: WrittenTexts) => void)[] = [];
  const all = written ?? createWrittenTexts();
  const ask = (
    what: string,
    texts: (from: WrittenTexts) => readonly Written[],
  ): readonly Written[] => {
    const those = texts(all);
    asks.set(what, texts);
    found.push(...those);
    return those;
  };
  const note = (write: (to: WrittenTexts) => void): void => {
    writes.push(write);
    write(all);
  };
  const parsed = parseShell(script, {
    dialect,
    ...(options ? { options } : {}),
    ...(folder === undefined ? {} : { folder }),
    ...(isHarmless ? { isHarmless } : {}),
    written: {
      of: (path) => ask(`/${path}`, (from) => from.of(path)),
      ofProgram: (name) => ask(name, (from) => from.ofProgram(name)),
      write: (path, what, isMore) => note((to) => to.write(path, what, isMore)),
      lookIn: (path) => note((to) => to.lookIn(path)),
    },
    known: (name) => {
      const value = known?.(name);
      asked.set(name, value);
      return value;
    },
  });
  const files = found.flatMap((each) =>
    typeof each === 'object' && 'text' in each ? each.text : [],
  );
  const read: ReadBefore = { ...parsed, asked, asks, files, writes };
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
