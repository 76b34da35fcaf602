import { buffer } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { collect } from '../../collect.ts';
import { PlimsollError } from '../../core/errors.ts';
import { createAdmission, createLiveState, requestOf, servePlugin } from '../../admission.ts';
import { readBytes } from '../input/read-file.ts';
import {
  addDeciding,
  addServing,
  decidedBy,
  type Deciding,
  type Serving,
} from '../admission/deciding.ts';
import { handedSocket } from '../admission/handed-socket.ts';
import { reportReady } from '../admission/notify-systemd.ts';
import { installCommand, uninstallCommand } from '../admission/install-commands.ts';
import { followExemptions } from '../admission/read-exemptions.ts';
import { nothingExempted, sayDecision, sayExemptions } from '../admission/say-decision.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { languageOf } from '../options/languages.ts';
import { addOptions } from '../options/options.ts';
import { writeOutput } from '../output/files.ts';
import { jsonText } from '../../report.ts';
import { reportError } from '../terminal/report-error.ts';
import { expectToStay } from '../terminal/expect-short-run.ts';
import { sayGap } from '../watching/watch-words.ts';
import { builtin, text } from '../../index.ts';

/** `plimsoll admission check|run|install|uninstall` */
export function admissionCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  return new Command('admission')
    .addCommand(checkCommand(finish, source))
    .addCommand(runCommand(source))
    .addCommand(installCommand())
    .addCommand(uninstallCommand())
    .addHelpText(
      'after',
      `
Examples:
  plimsoll admission check request.json --engine unix:///var/run/docker.sock
  sudo plimsoll admission install --dry-run
  sudo plimsoll admission install
  sudo plimsoll admission install --enforce --exemptions /etc/plimsoll/exemptions.json --contact security@example.com
  sudo plimsoll admission uninstall`,
    );
}

interface CheckOptions extends Deciding {
  readonly engine?: string;
  readonly as?: string;
}

function checkCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('check')
    .description('judge one request, as the body of POST /containers/create or as a plugin gets it')
    .argument('<request>', 'file with the request as JSON; - is stdin')
    .option(
      '--engine <target>',
      'engine that it is for; without one, what the engine decides is unknown',
    )
    .option('--as <name>', 'name of the container, where the file is a body alone');
  addDeciding(command);
  addOptions(command, ['json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll admission check request.json --engine unix:///var/run/docker.sock
  jq '{Image: "web:1", HostConfig: {Privileged: true}}' -n | plimsoll admission check - --deny high

Exit codes: 0 when it would be let through; 1 when it would be refused; 2 when it cannot be read.`,
  );
  return command.action(async (file: string, options: CheckOptions) => {
    const config = await source.load(options);
    const language = languageOf(options, config);
    const bytes = file === '-' ? await buffer(process.stdin) : await readBytes(file);
    const request = requestOf(bytes, options.as ?? '');
    const { state, onEngine, onReading } = createLiveState();
    if (options.engine !== undefined) {
      const { snapshot, failures } = await collect({ targets: options.engine, onEngine });
      for (const { error } of failures) reportError(error);
      onReading({ snapshot });
    }
    const admission = createAdmission({
      ...(await decidedBy(options, config)),
      mode: 'enforce',
      state,
      // Nobody waits for it.
      deadline: checkDeadline,
    });
    const decision = await admission.decide(request);
    const said = options.json === true ? jsonText(decision) : sayDecision(decision, language);
    await writeOutput('-', `${said}\n`);
    if (!decision.allowed) finish(exitCodes.findings);
  });
}

/** Milliseconds. */
const checkDeadline = 60_000;

interface RunOptions extends Serving {
  readonly socket?: string;
  readonly mode?: 'observe' | 'enforce';
}

function runCommand(source: ConfigSource): Command {
  const command = new Command('run')
    .description('serve as an authorization plugin of an engine, until it is ended')
    .argument('[engine]', 'the engine that asks (default: the local one)')
    .option(
      '--socket <socket>',
      'socket at which the engine finds it, as /run/docker/plugins/plimsoll.sock (default: one that systemd hands over)',
    )
    .addOption(
      new Option(
        '--mode <mode>',
        'say what would be refused, or refuse it (default: observe)',
      ).choices(['observe', 'enforce']),
    );
  addServing(command);
  addOptions(command, ['json', 'language']).addHelpText(
    'after',
    `
The engine is started with --authorization-plugin=plimsoll, and does not start without the plugin: begin with --mode observe,
and read docs/admission.md first.

Examples:
  plimsoll admission run --socket /run/docker/plugins/plimsoll.sock
  plimsoll admission run --socket /run/docker/plugins/plimsoll.sock --mode enforce --deny high --json`,
  );
  return command.action(async (engine: string | undefined, options: RunOptions) => {
    expectToStay();
    const handed = handedSocket();
    const socket = options.socket ?? handed;
    if (socket === undefined) throw noSocket();
    const config = await source.load(options);
    const language = languageOf(options, config);
    const { state, onEngine, onReading } = createLiveState();
    const deciding = await decidedBy(options, config);
    const ids = (deciding.catalog ?? builtin).controls.map(({ id }) => id);
    const followed =
      options.exemptions === undefined
        ? undefined
        : await followExemptions(options.exemptions, ids, {
            read: (exemptions) => {
              const said = sayExemptions(exemptions, new Date().toISOString(), language);
              if (said !== '') process.stderr.write(`${said}\n`);
            },
            failed: (error) => {
              reportError(error);
              process.stderr.write(`${nothingExempted[language]}\n`);
            },
          });
    const admission = createAdmission({
      ...deciding,
      mode: options.mode ?? 'observe',
      state,
      ...(followed ? { exemptions: followed.current } : {}),
      ...(options.deadline === undefined ? {} : { deadline: options.deadline }),
    });
    // What judges is loaded and has run once before the engine waits for it.
    await admission.decide(anyRequest);
    const { watchEngine } = await import('../../watch.ts');
    let asked = false;
    const server = await servePlugin({
      admission,
      socket,
      language,
      ...(options.contact === undefined ? {} : { contact: options.contact }),
      onDecision: (decision) => {
        if (!asked) process.stderr.write(`${firstAsked[language]}\n`);
        asked = true;
        if (!decision.judged) return;
        const said = options.json === true ? jsonText(decision) : sayDecision(decision, language);
        process.stdout.write(`${said}\n`);
      },
    });
    await reportReady();
    const ended = new AbortController();
    const end = (): void => ended.abort();
    process.once('SIGINT', end).once('SIGTERM', end);
    try {
      await watchEngine(engine ?? { kind: 'engine', address: undefined }, {
        config,
        signal: ended.signal,
        onEngine,
        onReading,
        onGap: (gap) => void process.stderr.write(`${sayGap(gap, language)}\n`),
      });
    } finally {
      followed?.close();
      process.off('SIGINT', end).off('SIGTERM', end);
      // Who was asking is answered.
      server.close();
      setTimeout(() => server.closeAllConnections(), lastAnswersMs).unref();
    }
  });
}

/** Nothing of Docker's own says that a reload is over. */
const firstAsked = text('Docker asks this plugin.', 'Docker 正在向本插件发起询问。');

/** Many times what a decision takes. */
const lastAnswersMs = 1_000;

const noSocket = (): PlimsollError =>
  new PlimsollError(
    'option-invalid',
    text('There is no socket to listen at.', '没有可监听的套接字。'),
    {
      hint: text(
        'Give one: --socket /run/docker/plugins/plimsoll.sock, or have systemd hand it over: plimsoll admission install',
        '请指定：--socket /run/docker/plugins/plimsoll.sock，或由 systemd 移交：plimsoll admission install',
      ),
    },
  );

const anyRequest = {
  RequestMethod: 'POST',
  RequestUri: '/containers/create',
  RequestBody: Buffer.from('{"Image":"any"}').toString('base64'),
};
