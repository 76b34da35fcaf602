import { Command } from 'commander';
import { stateAccess, type AccessStatement } from '../../collect.ts';
import { text, type Language } from '../../index.ts';
import { inLanguage, jsonText } from '../../report.ts';
import { show } from '../terminal/print-text.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { paint, type Paint } from '../terminal/paint.ts';

const words = {
  readable: text('can be read', '可以读取'),
  unreadable: text('cannot be read', '无法读取'),
  partly: text('can be read in part', '可部分读取'),
  reads: text('What is read', '读取内容'),
};

/** `plimsoll access [TARGET…]` */
export function accessCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('access').argument(
    '[targets...]',
    'see: plimsoll list targets (default: the local engine and this host)',
  );
  addOptions(command, ['json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll access
  plimsoll access tcp://10.0.0.5:2376 --json
  plimsoll access host:/host

Exit code 2 when an engine cannot be read.`,
  );
  return command.action(async (named: string[], options: SharedOptions) => {
    const config = await source.load(options);
    const language = options.lang ?? config.language ?? 'en';
    const spelled = named.length > 0 ? named : (config.targets ?? []);
    const { collectors = [] } = config;
    const statements = await stateAccess({
      ...(spelled.length > 0 ? { targets: spelled } : {}),
      collectors,
    });
    const style = paint(process.stdout);
    process.stdout.write(
      options.json === true
        ? `${jsonText(statements, 2)}\n`
        : statements.map((statement) => layStatement(statement, language, style)).join('\n'),
    );
    const closed = statements.some(({ kind, readable }) => kind === 'engine' && !readable);
    if (closed) finish(exitCodes.trouble);
  });
}

function layStatement(
  { target, kind, readable, problems, reads, note }: AccessStatement,
  language: Language,
  { bold, dim, red, yellow, green }: Paint,
): string {
  const standing = readable
    ? green(words.readable[language])
    : kind === 'host'
      ? yellow(words.partly[language])
      : red(words.unreadable[language]);
  const lines = [
    `${bold(show(target))}: ${standing}`,
    ...problems.flatMap(({ said, hinted }) => [
      `  ${show(inLanguage(said, language))}`,
      `  ${dim('→')} ${show(inLanguage(hinted, language))}`,
    ]),
    `  ${note[language]}`,
    `  ${words.reads[language]}: ${dim(reads.join(', '))}`,
  ];
  return `${lines.join('\n')}\n`;
}
