import { inSpoken } from '../terminal/spoken-language.ts';
import { text } from '../../core/text.ts';
import { PlimsollError } from '../../core/errors.ts';
import { hostname } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { jsonText } from '../../report.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { agentUnit } from '../fleet/agent-unit.ts';
import { fleetWords as words } from '../fleet/fleet-words.ts';
import { watchHost } from '../fleet/watch-host.ts';
import { languageOf } from '../options/languages.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { writeOutput } from '../output/files.ts';
import { expectToStay } from '../terminal/expect-short-run.ts';
import { reportError } from '../terminal/report-error.ts';
import { untilEnded } from '../terminal/until-ended.ts';

interface AgentOptions extends SharedOptions {
  readonly data: string;
}

/** `plimsoll agent enrol|run|status|install` */
export function agentCommand(source: ConfigSource): Command {
  return new Command('agent')
    .addCommand(enrolCommand(source))
    .addCommand(runCommand(source))
    .addCommand(statusCommand(source))
    .addCommand(installCommand());
}

const addPlace = (command: Command): Command =>
  command.option(
    '--data <folder>',
    'folder of the agent: its keys and its spool',
    'plimsoll-agent',
  );

interface EnrolOptions extends AgentOptions {
  readonly token: string;
  readonly host?: string;
}

function enrolCommand(source: ConfigSource): Command {
  const command = new Command('enrol')
    .description('make the keys of this host, and enrol it at a hub')
    .argument('<url>', 'address of the hub: https://hub.example:8443')
    .requiredOption('--token <token>', 'token that plimsoll hub token printed')
    .option('--host <name>', 'name of this host (default: its host name)');
  addPlace(command);
  addOptions(command, ['language']).addHelpText(
    'after',
    `
The token pins the hub's certificate. Keys are made here and stay here.

Examples:
  plimsoll agent enrol https://hub.example:8443 --token TOKEN --data /var/lib/plimsoll-agent`,
  );
  return command.action(async (url: string, options: EnrolOptions) => {
    const language = languageOf(options, await source.load(options));
    holdToHttps(url);
    const { enrolAgent } = await import('../../agent.ts');
    const host =
      options.host ??
      hostname()
        .replaceAll(/[^A-Za-z0-9_-]/g, '-')
        .slice(0, 63);
    const enrolled = await enrolAgent(options.data, { url, token: options.token, host });
    process.stderr.write(`${url}: ${words.enrolled[language]} ${enrolled.host}\n`);
  });
}

interface RunOptions extends AgentOptions {
  readonly interval: number;
}

function runCommand(source: ConfigSource): Command {
  const command = new Command('run')
    .description('watch this host and send what is read to the hub, until it is ended')
    .argument('[targets...]', 'what is read (default: the local engine and this host)')
    .option('--interval <seconds>', 'seconds between readings of everything', seconds, 900);
  addPlace(command);
  addOptions(command, ['json', 'language']).addHelpText(
    'after',
    `
It only reads, and takes no orders. What the hub has not kept yet waits in the folder, whatever ends the agent.

Examples:
  plimsoll agent run --data /var/lib/plimsoll-agent
  plimsoll agent run unix:///run/user/1000/docker.sock --interval 300`,
  );
  return command.action(async (targets: string[], options: RunOptions) => {
    expectToStay();
    const config = await source.load(options);
    const { connectHub, openSpool, readEnrolled, runAgent } = await import('../../agent.ts');
    const enrolled = readEnrolled(options.data);
    const ended = new AbortController();
    void untilEnded().then(() => ended.abort());
    await runAgent({
      identity: enrolled,
      carrier: await connectHub(enrolled),
      spool: openSpool(`${options.data}/spool`),
      signal: ended.signal,
      watch: watchHost({
        targets,
        config,
        interval: options.interval,
        fingerprintKey: enrolled.fingerprintKey,
      }),
      onSaid: (said) => {
        if (options.json === true) process.stdout.write(`${jsonText(said)}\n`);
      },
      onTrouble: (error) => {
        if (error !== undefined) reportError(error);
      },
    });
  });
}

function statusCommand(source: ConfigSource): Command {
  const command = new Command('status').description('show what the agent of this host has sent');
  addPlace(command);
  addOptions(command, ['json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll agent status --data /var/lib/plimsoll-agent
  plimsoll agent status --json | jq .waiting`,
  );
  return command.action(async (options: AgentOptions) => {
    const language = languageOf(options, await source.load(options));
    const { readEnrolled, readSpoolState } = await import('../../agent.ts');
    const { url, host, labels, enrolledAt } = readEnrolled(options.data);
    const state = readSpoolState(`${options.data}/spool`);
    if (options.json === true) {
      return writeOutput('-', `${jsonText({ url, host, labels, enrolledAt, ...state })}\n`);
    }
    const receipt = state.receiptedAt ?? words.never[language];
    const lines = [
      `${url}: ${words.enrolled[language]} ${host}`,
      `${state.waiting} ${words.waiting[language]}; ${words.lastReceipt[language]}: ${receipt}`,
    ];
    return writeOutput('-', `${lines.join('\n')}\n`);
  });
}

function installCommand(): Command {
  return new Command('install')
    .description('write the unit with which systemd runs the agent')
    .option('-o, --output <file>', 'file for the unit; - is stdout', '-')
    .addHelpText(
      'after',
      `
Examples:
  sudo plimsoll agent install -o /etc/systemd/system/plimsoll-agent.service
  sudo systemctl daemon-reload && sudo systemctl enable --now plimsoll-agent`,
    )
    .action(({ output }: { readonly output: string }) => writeOutput(output, agentUnit));
}

function holdToHttps(url: string): void {
  if (URL.canParse(url) && new URL(url).protocol === 'https:') return;
  throw new PlimsollError(
    'option-invalid',
    text(
      `${JSON.stringify(url)} is no address of a hub.`,
      `${JSON.stringify(url)} 不是中心的地址。`,
    ),
    {
      hint: text(
        'Give one that begins with https://: plimsoll agent enrol https://hub.example:8443',
        '请给出以 https:// 开头的地址：plimsoll agent enrol https://hub.example:8443',
      ),
    },
  );
}

function seconds(value: string): number {
  const parsed = Number(value);
  if (Number.isFinite(parsed) && parsed >= 1 && parsed <= 86_400) return parsed;
  throw new InvalidArgumentError(
    inSpoken(text('Give a number of seconds from 1 to 86400.', '请给出 1 至 86400 之间的秒数。')),
  );
}
