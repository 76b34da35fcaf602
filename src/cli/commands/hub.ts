import { inSpoken } from '../terminal/spoken-language.ts';
import { text } from '../../core/text.ts';
import { PlimsollError } from '../../core/errors.ts';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { FleetStore, Labels } from '../../hub.ts';
import { builtin } from '../../index.ts';
import { jsonText } from '../../report.ts';
import { addSigning, type SigningOptions } from '../bundles/add-signing.ts';
import { saveBundle } from '../bundles/write-bundle.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { fleetWords as words } from '../fleet/fleet-words.ts';
import { addPerson, readAccess, startConsole } from '../fleet/console.ts';
import { fleetJudge } from '../fleet/judge.ts';
import { hubAccounts, hubCertificate, startHub } from '../fleet/start-hub.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { end } from '../options/instants.ts';
import { languageOf } from '../options/languages.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { writeOutput } from '../output/files.ts';
import { expectToStay } from '../terminal/expect-short-run.ts';
import { reportError } from '../terminal/report-error.ts';
import { show } from '../terminal/print-text.ts';
import { layTable } from '../terminal/table.ts';

interface HubOptions extends SharedOptions {
  readonly data: string;
  readonly store?: string;
}

/** `plimsoll hub run|nats|token|person|hosts|retire|parked|check|export` */
export function hubCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  return new Command('hub')
    .addCommand(runCommand(source))
    .addCommand(natsCommand())
    .addCommand(tokenCommand())
    .addCommand(personCommand())
    .addCommand(hostsCommand(source))
    .addCommand(retireCommand())
    .addCommand(parkedCommand(source))
    .addCommand(checkCommand(finish, source))
    .addCommand(exportCommand(source));
}

const addPlace = (command: Command): Command =>
  command
    .option(
      '--data <folder>',
      'folder of the hub: its store, ledger and certificate',
      'plimsoll-hub',
    )
    .option('--store <url>', 'postgres:// URL of the store, instead of files in the folder');

async function withStore<T>(
  { data, store: url }: HubOptions,
  work: (store: FleetStore) => Promise<T>,
  create = false,
): Promise<T> {
  const { openFleetStore } = await import('../../hub.ts');
  const store = await openFleetStore(url ?? data, { create });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

interface RunOptions extends HubOptions {
  readonly listen: string;
  readonly console?: string;
  readonly nats?: readonly string[];
  readonly tenant: string;
  readonly interval: number;
}

function runCommand(source: ConfigSource): Command {
  const command = new Command('run').description('serve the hub, until it is ended');
  addPlace(command)
    .option('--listen <address>', 'HOST:PORT for agents', '127.0.0.1:8443')
    .option('--console <address>', 'HOST:PORT for a console that people look at')
    .option(
      '--nats <url>',
      'NATS server from whose stream readings are taken; repeatable, three make it safe',
      add,
    )
    .option('--tenant <name>', 'organisation whose hosts these are', 'default')
    .option('--interval <seconds>', 'seconds between two readings of a host', seconds, 900);
  addOptions(command, ['language']).addHelpText(
    'after',
    `
Frameworks, waivers and the catalog are those of the configuration.

Examples:
  plimsoll hub run --data /var/lib/plimsoll-hub --listen 0.0.0.0:8443
  plimsoll hub run --console 127.0.0.1:8080
  plimsoll hub run --store postgres://plimsoll@db.example/plimsoll --listen 0.0.0.0:8443
  plimsoll hub run --nats tls://n1:4222 --nats tls://n2:4222 --nats tls://n3:4222 --listen 0.0.0.0:8443`,
  );
  return command.action(async (options: RunOptions) => {
    expectToStay();
    const config = await source.load(options);
    const language = languageOf(options, config);
    const judge = await fleetJudge(config);
    const { host, port } = addressOf('--listen', options.listen);
    const page =
      options.console === undefined
        ? undefined
        : {
            ...addressOf('--console', options.console),
            access: await readAccess(options.data),
          };
    await withStore(
      options,
      async (store) => {
        const certificate = await hubCertificate(options.data);
        const hub = await startHub({
          store,
          judge,
          certificate,
          tenant: options.tenant,
          host,
          port,
          interval: options.interval,
          nats: options.nats && {
            servers: options.nats,
            accounts: await hubAccounts(options.data, options.tenant),
          },
          onTrouble: reportError,
        });
        const say = (line: string): void => void process.stderr.write(`${line}\n`);
        say(`${words.hubAt[language]} ${hub.url}; ${words.stop[language]}`);
        const served =
          page && (await startConsole({ ...judge.shown, ...page, store, certificate }));
        if (served) say(`${words.consoleAt[language]} ${served.url}`);
        await untilEnded();
        await served?.close();
        await hub.close();
      },
      true,
    );
  });
}

/** Waits for Ctrl-C or SIGTERM. */
export function untilEnded(after?: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = after === undefined ? undefined : setTimeout(finish, after);
    function finish(): void {
      clearTimeout(timer);
      process.off('SIGINT', finish).off('SIGTERM', finish);
      resolve();
    }
    process.on('SIGINT', finish).on('SIGTERM', finish);
  });
}

interface NatsOptions extends HubOptions {
  readonly tenant: string;
}

function natsCommand(): Command {
  const command = new Command('nats').description(
    'make the accounts of NATS servers, and print what the configuration of each includes',
  );
  addPlace(command)
    .option('--tenant <name>', 'organisation whose hosts these are', 'default')
    .addHelpText(
      'after',
      `
Each host may publish on its own subject and hear its own, and nothing else. Done again, it prints the same.

Examples:
  plimsoll hub nats --data /var/lib/plimsoll-hub > /etc/nats/accounts.conf
  plimsoll hub run --nats nats://127.0.0.1:4222`,
    );
  return command.action(async ({ data, tenant }: NatsOptions) => {
    const { natsConfiguration } = await import('../../hub.ts');
    await writeOutput('-', natsConfiguration(await hubAccounts(data, tenant)));
  });
}

interface TokenOptions extends HubOptions {
  readonly label?: readonly string[];
  readonly uses: number;
  readonly days: number;
}

function tokenCommand(): Command {
  const command = new Command('token').description(
    'make a token with which hosts enrol, and print it once',
  );
  addPlace(command)
    .option('--label <name=value>', 'label of the hosts; repeatable', add)
    .option('--uses <count>', 'hosts that may enrol with it', whole, 1)
    .option('--days <days>', 'days until it ends', whole, 1);
  addOptions(command, ['json']).addHelpText(
    'after',
    `
Examples:
  plimsoll hub token --label env=prod --uses 20
  plimsoll agent enrol https://hub.example:8443 --token "$(plimsoll hub token)"`,
  );
  return command.action((options: TokenOptions) =>
    withStore(
      options,
      async (store) => {
        const { joinToken, makeToken, pinOf } = await import('../../hub.ts');
        const { cert } = await hubCertificate(options.data);
        const { label = [], uses, days } = options;
        const secret = await makeToken(store, { labels: labelsIn(label), uses, days }, new Date());
        const token = joinToken(secret, pinOf(cert));
        await writeOutput(
          '-',
          `${options.json === true ? jsonText({ token, uses, days }) : token}\n`,
        );
      },
      true,
    ),
  );
}

interface PersonOptions extends HubOptions {
  readonly role: 'reader' | 'auditor';
}

function personCommand(): Command {
  const command = new Command('person')
    .description('let somebody look at the console, and print the token once')
    .argument('<name>', 'who it is; a token that the person had holds no longer')
    .addOption(
      new Option('--role <role>', 'readers look at pages, auditors at the evidence too')
        .choices(['reader', 'auditor'])
        .default('reader'),
    );
  addPlace(command);
  addOptions(command, ['json']).addHelpText(
    'after',
    `
A console that runs knows the person after its next start.

Examples:
  plimsoll hub person "Wang Fang" --role auditor
  plimsoll hub run --console 127.0.0.1:8080`,
  );
  return command.action(async (name: string, options: PersonOptions) => {
    const { data, role, json } = options;
    const token = await addPerson(data, name, role);
    await writeOutput('-', `${json === true ? jsonText({ name, role, token }) : token}\n`);
  });
}

interface HostsOptions extends HubOptions {
  readonly label?: string;
}

function hostsCommand(source: ConfigSource): Command {
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
      const { fleetHosts } = await import('../../hub.ts');
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

const hostsAtMost = 100_000;

function retireCommand(): Command {
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
      const { retireHost } = await import('../../hub.ts');
      await retireHost(store, host, new Date());
    }),
  );
}

function parkedCommand(source: ConfigSource): Command {
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
      const { parkedReadings } = await import('../../hub.ts');
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

interface CheckOptions extends HubOptions {
  readonly recompute?: boolean;
}

function checkCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
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
      const { checkFleet } = await import('../../hub.ts');
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

function exportCommand(source: ConfigSource): Command {
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
      const { fleetHosts, rebuildSnapshot } = await import('../../hub.ts');
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

function labelsIn(given: readonly string[]): Labels {
  return Object.fromEntries(
    given.map((each) => {
      const [name = '', value = ''] = each.split('=', 2);
      return [name, value];
    }),
  );
}

function addressOf(
  option: string,
  value: string,
): { readonly host: string; readonly port: number } {
  const found = /^(?:(?<host>.*):)?(?<port>\d{1,5})$/.exec(value)?.groups;
  const port = Number(found?.['port'] ?? -1);
  if (port < 0 || port > 65_535) {
    throw new PlimsollError(
      'option-invalid',
      text(`${option} ${value}: it is no HOST:PORT.`, `${option} ${value}：不是 HOST:PORT。`),
      {
        hint: text(
          `Name an address: ${option} 127.0.0.1:8443`,
          `请指明地址：${option} 127.0.0.1:8443`,
        ),
      },
    );
  }
  const host = (found?.['host'] ?? '').replace(/^\[(.*)\]$/, '$1');
  return { host: host === '' ? '127.0.0.1' : host, port };
}

const add = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

function seconds(value: string): number {
  const parsed = Number(value);
  if (Number.isFinite(parsed) && parsed >= 1 && parsed <= 86_400) return parsed;
  throw new InvalidArgumentError(
    inSpoken(text('Give a number of seconds from 1 to 86400.', '请给出 1 至 86400 之间的秒数。')),
  );
}

function whole(value: string): number {
  const parsed = Number(value);
  if (Number.isSafeInteger(parsed) && parsed >= 1) return parsed;
  throw new InvalidArgumentError(
    inSpoken(text('Give a whole number, at least 1.', '请给出不小于 1 的整数。')),
  );
}
