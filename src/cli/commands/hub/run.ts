import { inSpoken } from '../../terminal/spoken-language.ts';
import { text } from '../../../core/text.ts';
import { PlimsollError } from '../../../core/errors.ts';
import { Command, InvalidArgumentError } from 'commander';
import type { ConfigSource } from '../../config/load-config.ts';
import { fleetWords as words } from '../../fleet/fleet-words.ts';
import { readAccess, startConsole } from '../../fleet/console.ts';
import { fleetJudge } from '../../fleet/judge.ts';
import { hubAccounts, hubCertificate, startHub } from '../../fleet/start-hub.ts';
import { languageOf } from '../../options/languages.ts';
import { addOptions } from '../../options/options.ts';
import { writeOutput } from '../../output/files.ts';
import { expectToStay } from '../../terminal/expect-short-run.ts';
import { reportError } from '../../terminal/report-error.ts';
import { add, type HubOptions, addPlace, withStore } from './hub-place.ts';
import { untilEnded } from '../../terminal/until-ended.ts';

interface RunOptions extends HubOptions {
  readonly listen: string;
  readonly console?: string;
  readonly nats?: readonly string[];
  readonly tenant: string;
  readonly interval: number;
}

export function runCommand(source: ConfigSource): Command {
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

interface NatsOptions extends HubOptions {
  readonly tenant: string;
}

export function natsCommand(): Command {
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
    const { natsConfiguration } = await import('../../../hub.ts');
    await writeOutput('-', natsConfiguration(await hubAccounts(data, tenant)));
  });
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

function seconds(value: string): number {
  const parsed = Number(value);
  if (Number.isFinite(parsed) && parsed >= 1 && parsed <= 86_400) return parsed;
  throw new InvalidArgumentError(
    inSpoken(text('Give a number of seconds from 1 to 86400.', '请给出 1 至 86400 之间的秒数。')),
  );
}
