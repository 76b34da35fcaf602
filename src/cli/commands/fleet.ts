import { inSpoken } from '../terminal/spoken-language.ts';
import { text } from '../../core/text.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { fleetWords as words } from '../fleet/fleet-words.ts';
import { tryFleet } from '../fleet/try-fleet.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { languageOf } from '../options/languages.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { writeOutput } from '../output/files.ts';
import { expectToStay } from '../terminal/expect-short-run.ts';
import { jsonText } from '../../report.ts';
import { layRows } from '../terminal/table.ts';
import { untilEnded } from '../terminal/until-ended.ts';

interface TryOptions extends SharedOptions {
  readonly hosts: number;
  readonly for?: number;
}

/** `plimsoll fleet try` */
export function fleetCommand(source: ConfigSource): Command {
  return new Command('fleet').addCommand(tryCommand(source));
}

function tryCommand(source: ConfigSource): Command {
  const command = new Command('try')
    .description(
      'run a hub and its console with the local engine and simulated hosts that change while you look, until it is ended',
    )
    .option('--hosts <count>', 'hosts', count, 3)
    .option('--for <seconds>', 'end it by itself after this time', seconds);
  addOptions(command, ['json', 'language']).addHelpText(
    'after',
    `
Everything is on 127.0.0.1 and in a temporary folder, which goes when it ends. The local engine is one of the hosts where it
answers; it is only read.

Examples:
  plimsoll fleet try
  plimsoll fleet try --hosts 10 --for 60 --json | jq 'select(.now == "fail")'`,
  );
  return command.action(async (options: TryOptions) => {
    expectToStay();
    const config = await source.load(options);
    const language = languageOf(options, config);
    const folder = await mkdtemp(join(tmpdir(), 'plimsoll-fleet-'));
    try {
      const fleet = await tryFleet({
        folder,
        config,
        hosts: options.hosts,
        onChange: async ({ at, host, item, subject, was, now, cause }) => {
          const line =
            options.json === true
              ? jsonText({ at, host, item, subject, was, now, cause })
              : layRows([[at, host, item, subject, `${was} → ${now}`, cause]]).join('');
          await writeOutput('-', `${line}\n`);
        },
      });
      const { url, token } = fleet.console;
      process.stderr.write(
        `${words.hubAt[language]} ${fleet.url}; ${words.stop[language]}\n${words.consoleAt[language]} ${url}; ${words.signIn[language]} ${token}\n`,
      );
      if (fleet.local !== undefined) {
        process.stderr.write(`${words.localHost[language]} ${fleet.local}\n`);
      }
      await untilEnded(options.for === undefined ? undefined : options.for * 1_000);
      await fleet.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

function count(value: string): number {
  const parsed = Number(value);
  if (Number.isInteger(parsed) && parsed >= 1 && parsed <= 100) return parsed;
  throw new InvalidArgumentError(
    inSpoken(text('Give a whole number from 1 to 100.', '请给出 1 至 100 之间的整数。')),
  );
}

function seconds(value: string): number {
  const parsed = Number(value);
  if (Number.isFinite(parsed) && parsed >= 1 && parsed <= 86_400) return parsed;
  throw new InvalidArgumentError(
    inSpoken(text('Give a number of seconds from 1 to 86400.', '请给出 1 至 86400 之间的秒数。')),
  );
}
