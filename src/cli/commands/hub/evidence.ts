import { text } from '../../../core/text.ts';
import { PlimsollError } from '../../../core/errors.ts';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { builtin } from '../../../index.ts';
import { jsonText } from '../../../report.ts';
import { addSigning, type SigningOptions } from '../../bundles/add-signing.ts';
import { saveBundle } from '../../bundles/write-bundle.ts';
import type { ConfigSource } from '../../config/load-config.ts';
import { fleetWords as words } from '../../fleet/fleet-words.ts';
import { fleetJudge } from '../../fleet/judge.ts';
import { exitCodes, type ExitCode } from '../../options/exit-codes.ts';
import { end } from '../../options/instants.ts';
import { languageOf } from '../../options/languages.ts';
import { addOptions } from '../../options/options.ts';
import { writeOutput } from '../../output/files.ts';
import { show } from '../../terminal/print-text.ts';
import { type HubOptions, addPlace, withStore, add } from './hub-place.ts';
import { hostsAtMost } from './hosts.ts';

interface CheckOptions extends HubOptions {
  readonly recompute?: boolean;
}

export function checkCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('check').description(
    'verify every body, signature, chain and checkpoint; exit code 1 when anything was changed',
  );
  addPlace(command).option(
    '--recompute',
    'make the verdicts of all hosts anew as well, and hold what is shown to them',
  );
  addOptions(command, ['json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll hub check
  plimsoll hub check --recompute --json | jq .problems`,
  );
  return command.action(async (options: CheckOptions) => {
    const config = await source.load(options);
    const language = languageOf(options, config);
    const judge = options.recompute === true ? await fleetJudge(config) : undefined;
    await withStore(options, async (store) => {
      const { checkFleet } = await import('../../../hub.ts');
      const check = await checkFleet(store, judge);
      if (check.problems.length > 0) finish(exitCodes.findings);
      if (options.json === true) return writeOutput('-', `${jsonText(check)}\n`);
      const lines = check.problems.map(({ host, seq, problem }) =>
        show([host, seq === 0 ? '' : String(seq), problem].filter((each) => each !== '').join(' ')),
      );
      return writeOutput('-', `${lines.length > 0 ? lines.join('\n') : words.whole[language]}\n`);
    });
  });
}

interface ExportOptions extends HubOptions, SigningOptions {
  readonly host?: readonly string[];
  readonly label?: string;
  readonly at?: string;
  readonly output: string;
}

export function exportCommand(source: ConfigSource): Command {
  const command = new Command('export').description(
    'make a bundle of hosts as they were at a time, as plimsoll scan makes it',
  );
  addPlace(command)
    .option('--host <name>', 'a host; repeatable', add)
    .option('--label <name=value>', 'all hosts with this label')
    .option('--at <date>', 'as they were then; a day is its end (default: now)', end)
    .option('-o, --output <folder>', 'folder for the bundles', '.');
  addSigning(command);
  addOptions(command, ['quiet']).addHelpText(
    'after',
    `
Beside each bundle is the reading that it was made of, as the host signed it: HOST.reading.json, a DSSE envelope.

Examples:
  plimsoll hub export --host web-17 --at 2026-11-30 -o evidence
  plimsoll hub export --label env=prod --sign key.pem -o evidence && plimsoll verify evidence/web-17.plimsoll`,
  );
  return command.action(async (options: ExportOptions) => {
    const config = await source.load(options);
    const { judge } = await fleetJudge({ catalog: builtin, ...config });
    await withStore(options, async (store) => {
      const { fleetHosts, rebuildSnapshot } = await import('../../../hub.ts');
      const { label, at, output, host: named = [] } = options;
      const labelled =
        label === undefined ? [] : await fleetHosts(store, { label, limit: hostsAtMost });
      const hosts = [...new Set([...named, ...labelled.map(({ host }) => host)])];
      if (hosts.length === 0) {
        throw new PlimsollError(
          'option-invalid',
          text(
            'No host was named, and none has the label.',
            '没有指明主机，也没有主机带有该标签。',
          ),
          {
            hint: text(
              'Name one: plimsoll hub export --host web-17',
              '请指明一台：plimsoll hub export --host web-17',
            ),
          },
        );
      }
      await mkdir(output, { recursive: true });
      for (const host of hosts) {
        const { snapshot, reading } = await rebuildSnapshot(store, host, at);
        const assessment = judge(snapshot);
        const path = join(output, `${host}.plimsoll`);
        await saveBundle(path, { snapshot, assessment }, config, { ...options, formats: [] });
        await writeOutput(join(output, `${host}.reading.json`), `${jsonText(reading.envelope)}\n`);
      }
    });
  });
}
