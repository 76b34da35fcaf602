import { hostname, userInfo } from 'node:os';
import { keepDaysAtLeast, pruneLedger, readAssessment, type Position } from '../../ledger.ts';
import { jsonText } from '../../report.ts';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExitCode } from '../options/exit-codes.ts';
import { writeOutput } from '../output/files.ts';
import { jsonChunks } from '../output/json-chunks.ts';
import { holdToChain } from '../ledger/hold-to-chain.ts';
import { printLedgerVerdict } from '../ledger/ledger-verdict.ts';
import { ledgerWords } from '../ledger/ledger-words.ts';
import { withLedger } from '../ledger/ledger.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { inSpoken } from '../terminal/spoken-language.ts';
import { text } from '../../index.ts';

/** `plimsoll ledger verify|prune|show` */
export function ledgerCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  return new Command('ledger')
    .addCommand(verifyCommand(finish, source))
    .addCommand(pruneCommand(source))
    .addCommand(showCommand(source));
}

interface VerifyOptions extends SharedOptions {
  readonly head?: Position;
}

function verifyCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('verify')
    .description('recompute every hash and follow the chain; exit code 1 when anything was changed')
    .addOption(
      new Option(
        '--head <seq:hash>',
        'position that was noted elsewhere, as scan and verify print it; it must still exist',
      ).argParser(position),
    );
  addOptions(command, ['ledger', 'json', 'language']).addHelpText(
    'after',
    `
Anyone who can write the file can also write a new chain: note the last position elsewhere, and check it with --head.

Examples:
  plimsoll ledger verify --ledger plimsoll.db
  plimsoll ledger verify --ledger plimsoll.db --head 41:9f86d081…`,
  );
  return command.action((options: VerifyOptions) =>
    withLedger(options, source, async (ledger, config) => {
      const language = options.lang ?? config.language ?? 'en';
      finish(await printLedgerVerdict(ledger, language, options));
    }),
  );
}

interface PruneOptions extends SharedOptions {
  readonly keepDays: number;
}

function pruneCommand(source: ConfigSource): Command {
  const command = new Command('prune')
    .description('remove entries older than a retention period, and record it in the chain')
    .addOption(
      new Option(
        '--keep-days <days>',
        'keep entries written in the last DAYS days, and always the last one; whole days, at least 1',
      )
        .argParser(days)
        .makeOptionMandatory(),
    );
  addOptions(command, ['ledger', 'json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll ledger prune --ledger plimsoll.db --keep-days 1095`,
  );
  return command.action((options: PruneOptions) =>
    withLedger(options, source, async (ledger, config) => {
      const pruned = await pruneLedger(ledger, options.keepDays, new Date(), whoIsThis());
      if (options.json === true) return writeOutput('-', `${jsonText(pruned)}\n`);
      const words = ledgerWords[options.lang ?? config.language ?? 'en'];
      if (pruned === null) return writeOutput('-', `${words.nothingPruned}\n`);
      const { from, through } = pruned.record.removed;
      const { seq, hash } = pruned.position;
      return writeOutput(
        '-',
        `${words.removed(from, through, seq)}\n${words.position(`${seq}:${hash}`)}\n`,
      );
    }),
  );
}

interface ShowOptions extends SharedOptions {
  readonly output: string;
}

function showCommand(source: ConfigSource): Command {
  const command = new Command('show')
    .description('write the assessment of an entry, as plimsoll assess would')
    .argument('<entry>', 'number of the entry, or latest', entryNumber)
    .option('-o, --output <file>', 'file for the assessment', '-');
  addOptions(command, ['ledger']).addHelpText(
    'after',
    `
Examples:
  plimsoll ledger show 12 --ledger plimsoll.db -o assessment.json
  plimsoll ledger show latest --ledger plimsoll.db | plimsoll report - --format html`,
  );
  return command.action((entry: number | 'latest', options: ShowOptions) =>
    withLedger(options, source, async (ledger) => {
      await holdToChain(ledger);
      const { assessment } = await readAssessment(ledger, entry);
      return writeOutput(options.output, jsonChunks(assessment));
    }),
  );
}

function entryNumber(value: string): number | 'latest' {
  if (value === 'latest') return value;
  const parsed = Number(value);
  if (Number.isInteger(parsed) && parsed > 0) return parsed;
  throw new InvalidArgumentError(
    inSpoken(text('Give the number of an entry, or latest.', '请给出条目的编号，或 latest。')),
  );
}

function position(value: string): Position {
  const found = /^(?<seq>[1-9]\d*):(?<hash>[0-9a-f]{64})$/.exec(value)?.groups;
  if (found) return { seq: Number(found['seq']), hash: found['hash'] ?? '' };
  throw new InvalidArgumentError(
    inSpoken(
      text(
        'Give a number and a hash, as plimsoll ledger verify prints them.',
        '请给出编号和散列值，如 plimsoll ledger verify 所打印。',
      ),
    ),
  );
}

function days(value: string): number {
  const parsed = Number(value);
  const isWhole = /^\d+$/.test(value) && Number.isSafeInteger(parsed);
  if (isWhole && parsed >= keepDaysAtLeast) return parsed;
  throw new InvalidArgumentError(
    inSpoken(
      text(
        `Give a whole number of days, at least ${keepDaysAtLeast}.`,
        `请给出整天数，至少 ${keepDaysAtLeast}。`,
      ),
    ),
  );
}

/** The user and the machine as they call themselves; under sudo also who called it. */
function whoIsThis(): string {
  const { SUDO_USER: caller } = process.env;
  const user = `${userName()}@${hostname()}`;
  return caller === undefined ? user : `${user} (sudo by ${caller})`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container a user may have a number alone.
    return `uid ${process.getuid?.()}`;
  }
}
