import { Command } from 'commander';
import { jsonText } from '../../../report.ts';
import type { ConfigSource } from '../../config/load-config.ts';
import { fleetWords as words } from '../../fleet/fleet-words.ts';
import { languageOf } from '../../options/languages.ts';
import { addOptions } from '../../options/options.ts';
import { writeOutput } from '../../output/files.ts';
import { layTable } from '../../terminal/table.ts';
import { type HubOptions, addPlace, withStore } from './hub-place.ts';

interface HostsOptions extends HubOptions {
  readonly label?: string;
}

export function hostsCommand(source: ConfigSource): Command {
  const command = new Command('hosts').description('list the hosts, and when each was heard');
  addPlace(command).option('--label <name=value>', 'those with this label alone');
  addOptions(command, ['json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll hub hosts
  plimsoll hub hosts --label env=prod --json | jq '.[] | select(.condition != "heard")'`,
  );
  return command.action(async (options: HostsOptions) => {
    const language = languageOf(options, await source.load(options));
    await withStore(options, async (store) => {
      const { fleetHosts } = await import('../../../hub.ts');
      const hosts = await fleetHosts(store, { label: options.label, limit: hostsAtMost });
      if (options.json === true) return writeOutput('-', `${jsonText(hosts)}\n`);
      if (hosts.length === 0) return writeOutput('-', `${words.noHosts[language]}\n`);
      const head = [words.host, words.condition, words.heard, words.readings, words.labels];
      const rows = hosts.map(({ host, condition, seenAt, lastSeq, labels }) => [
        host,
        words.conditions[condition][language],
        seenAt ?? words.never[language],
        String(lastSeq),
        Object.entries(labels)
          .map((each) => each.join('='))
          .join(' '),
      ]);
      return writeOutput('-', layTable([head.map((each) => each[language]), ...rows]));
    });
  });
}

export const hostsAtMost = 100_000;

export function retireCommand(): Command {
  const command = new Command('retire')
    .description('take a host out of the fleet; what it said stays')
    .argument('<host>', 'name of the host');
  addPlace(command).addHelpText(
    'after',
    `
Examples:
  plimsoll hub retire web-17`,
  );
  return command.action((host: string, options: HubOptions) =>
    withStore(options, async (store) => {
      const { retireHost } = await import('../../../hub.ts');
      await retireHost(store, host, new Date());
    }),
  );
}

export function parkedCommand(source: ConfigSource): Command {
  const command = new Command('parked').description('list readings that were put aside, and why');
  addPlace(command);
  addOptions(command, ['json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll hub parked --json | jq '.[] | select(.reason == "forked")'`,
  );
  return command.action(async (options: HubOptions) => {
    const language = languageOf(options, await source.load(options));
    await withStore(options, async (store) => {
      const { parkedReadings } = await import('../../../hub.ts');
      const parked = await parkedReadings(store, { limit: 1_000 });
      if (options.json === true) return writeOutput('-', `${jsonText(parked)}\n`);
      if (parked.length === 0) return writeOutput('-', `${words.nothingParked[language]}\n`);
      const rows = parked.map(({ at, host, seq, reason, detail }) => [
        at,
        `${host} ${seq}`,
        reason,
        detail,
      ]);
      return writeOutput('-', layTable(rows));
    });
  });
}
