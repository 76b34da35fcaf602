import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import type { Source } from '../../core/facts/source.ts';
import { onlyProbes } from '../../knowledge/commands/harmless-code.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { dialectOf } from '../../syntax/shell/parse-shell.ts';
import { behindEntrypoints, quotedWords, withSlashes } from '../../syntax/shell/started-words.ts';
import { sourced, type Partly } from '../gathering/partial-facts.ts';
import { commandFacts } from '../shell/command-facts.ts';
import type { Reading } from './instruction-context.ts';
import type { StageState } from './stage-state.ts';
import { keptValue } from './variable-facts.ts';

type Start = NonNullable<Dockerfile['starts']>[number];

/** What a container runs by itself, read with the files that the build writes. */
export function startFacts(
  reading: Reading,
  state: StageState,
  words: readonly string[],
  { by, trigger }: Pick<Start, 'by' | 'trigger'>,
  source: Source | undefined,
): Partly<Start> {
  const facts = { by, trigger, ...readStart(reading, state, words, by, source) };
  return source ? sourced(facts, source) : facts;
}

/** The words of it, and what it runs. */
export function readStart(
  { redactor, written, code }: Pick<Reading, 'redactor' | 'written' | 'code'>,
  { env, folder }: Pick<StageState, 'env' | 'folder'>,
  words: readonly string[],
  by: Start['by'],
  source: Source | undefined,
) {
  // What an entrypoint starts is a command of its own.
  const inner = behindEntrypoints(words);
  const dialect = dialectOf(basename(words[0] ?? ''));
  const isWindows = dialect === 'windows';
  const commands = [words, ...(inner.length < words.length ? [inner] : [])];
  const script = isWindows
    ? words.join(' ')
    : commands.map((each) => quotedWords(withSlashes(each))).join('\n');
  const known = (name: string): string | undefined =>
    keptValue(name, env.get(name), code.has(name));
  const options = {
    dialect: isWindows ? dialect : ('sh' as const),
    known,
    written,
    ...(by === 'healthCheck' ? { isHarmless: onlyProbes } : {}),
    ...(folder === null ? {} : { folder }),
  };
  const read = commandFacts(script, options, redactor, source);
  return {
    words: [...redactor.command(words).value],
    // What of a file is not understood may never run.
    commands: by === 'file' ? read.filter((each) => 'words' in each) : read,
  };
}
