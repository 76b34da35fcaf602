import { Command } from 'commander';
import type { LoadedConfig } from '../../config.ts';
import type { Assessment, Language } from '../../index.ts';
import { addSigning } from '../bundles/add-signing.ts';
import {
  collectBeside,
  collectTargets,
  isFolder,
  namedTargets,
} from '../scanning/collect-targets.ts';
import { expectFiles } from '../terminal/expect-short-run.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { gate } from '../scanning/gate.ts';
import { printStatements } from '../scanning/print-statements.ts';
import { timeError, timeLimit } from '../scanning/time-limit.ts';
import { keepInLedger } from '../ledger/keep-in-ledger.ts';
import { languageOf } from '../options/languages.ts';
import { addOptions, scopeOptions } from '../options/options.ts';
import { addRules, reportRules } from '../options/option-rules.ts';
import { reportError } from '../terminal/report-error.ts';
import { writeJson } from '../output/write-json.ts';
import { prepareScan, type ScanOptions } from '../scanning/prepare-scan.ts';

/** What is of one scan alone. */
const notWatched = [
  '--format',
  '--write-baseline',
  '--changed-since',
  '--bundle',
  '--ledger',
  '--timeout',
  '--quiet',
];

/** `plimsoll scan [TARGET…]` */
export function scanCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('scan')
    .argument(
      '[targets...]',
      'see: plimsoll list targets (default: the local engine and this host)',
    )
    .option(
      '-o, --out <path>',
      'folder for the reports, file for one, or - (default: plimsoll-report)',
    )
    .option('--baseline <file>', 'failures listed in this file do not count')
    .option('--write-baseline <file>', 'write the failures of this scan as a baseline')
    .option('--allow-empty', 'accept a scan that has nothing to judge')
    .option('--changed-since <ref>', 'in a folder, only files changed since a revision of git')
    .option('--watch', 'scan files again whenever one changes, until interrupted')
    .option('--bundle <file>', 'write all evidence into one file, including the reports');
  addSigning(command);
  addRules(command, [
    ...reportRules('--bundle'),
    { option: '--sign', needs: ['--bundle'] },
    { option: '--signer', needs: ['--bundle'] },
    { option: '--timestamp-url', needs: ['--bundle'] },
    // A baseline is made of all files.
    { option: '--write-baseline', not: '--changed-since' },
    { option: '--strict', not: '--fail-on none' },
    ...notWatched.map((option) => ({ option: '--watch', not: option })),
  ]);
  addOptions(command, [
    'framework',
    ...scopeOptions,
    'format',
    'languages',
    'failOn',
    'strict',
    'all',
    'json',
    'quietResult',
    'timeout',
    'runScanner',
    'malware',
    'imageKey',
    'imageFiles',
    'profile',
    'composeEnvFile',
    'projectName',
    'ledger',
    'period',
    'document',
    'fonts',
    'pdfStandard',
    'annex',
  ]).addHelpText(
    'after',
    `
Examples:
  plimsoll scan                                        a summary of the local engine and this host
  plimsoll scan --framework pci-dss-3.1 --format html,pdf
  plimsoll scan --json > assessment.json
  plimsoll scan tcp://10.0.0.5:2376 --fail-on critical
  plimsoll scan --ledger plimsoll.db                   and keep it in the ledger
  plimsoll scan snapshot.json --lang zh
  plimsoll scan --quiet                                the result in one line, for cron and scripts
  plimsoll scan snapshot.json --framework all --format html,pdf --lang en,zh
  plimsoll scan --image-files                          and files in the images: keys, credentials, permissions
  plimsoll scan --malware clamd:/run/clamav/clamd.ctl  scan every file of the images with ClamAV
  plimsoll scan image.tar                              what docker save wrote, or an OCI layout
  plimsoll scan alpine:3.20                            an image of the local engine, or a container by its name
  plimsoll scan container:web                          a container, also where an image has that name
  plimsoll scan compose.yaml                           the services of a Compose file
  plimsoll scan compose:compose.yaml,prod.yaml --profile debug
  plimsoll scan .                                      the Dockerfiles and Compose files below a folder
  plimsoll scan . --watch                              again whenever one of them changes
  plimsoll scan . --changed-since origin/main --baseline .plimsoll-baseline.json
  plimsoll scan --framework pci-dss-4.0.1 --bundle evidence.plimsoll --sign key.pem

The local engine is the one that docker talks to: DOCKER_HOST, DOCKER_CONTEXT and DOCKER_CERT_PATH choose it.`,
  );
  return command.action(async (words: string[], asked: ScanOptions) => {
    const isOver = timeLimit(asked);
    const config = await source.load(asked);
    if (asked.watch === true) {
      const { watchScan } = await import('../scanning/watch-scan.ts');
      finish(await watchScan(words, asked, config));
      return;
    }
    const { targets: named, options } = await limitToNames(words, asked, config);
    // Called before the code that judges is loaded, since loading makes objects as well.
    if ((await Promise.all(named.map(isFolder))).includes(true)) expectFiles();
    // What judges is loaded while the engine answers.
    const [collected, { judge, hold }] = await collectBeside(
      (stop) =>
        collectTargets(named, config, {
          ...options,
          keepAnswers: options.bundle !== undefined,
          stop,
        }),
      prepareScan(config, options, named),
    );
    const { snapshot, answers, failures, folders } = collected;
    const { whole, assessment, missing } = judge(snapshot, isOver);
    const late = failures.length === 0 && isOver();
    if (late) reportError(timeError());
    // What was not read may have it.
    const mistaken = missing !== undefined && failures.length === 0 && !late;
    if (mistaken) reportError(missing);
    const language = languageOf(options, config);
    if (options.quiet !== true) await printStatements(assessment, language);
    const unchanged = options.changedSince !== undefined && snapshot.targets.length === 0;
    // What was not read in time, or failed, may be all that there was to judge.
    const ended = failures.length > 0 || late || mistaken;
    const empty = !ended && !unchanged && options.allowEmpty !== true && judgedNothing(assessment);
    if (folders && unchanged) process.stderr.write(nothingChanged[language]);
    const { isKnown, baseline: compared } = await hold(assessment, !ended);
    await keepInLedger(whole, options, config);
    const formats = options.format ?? [];
    // JSON alone and nowhere to put it: that is for the program behind the pipe.
    const isPiped =
      options.json === true || (formats.join() === 'json' && options.out === undefined);
    if (isPiped) await writeJson(assessment);
    if (!isPiped || (options.json === true && formats.length > 0)) {
      const { tellScan } = await import('../scanning/print-scan.ts');
      const telling = { ...options, formats, folders, isKnown, compared };
      await tellScan(snapshot, assessment, telling, config);
    }
    if (options.bundle !== undefined) {
      const { saveBundle } = await import('../bundles/write-bundle.ts');
      const evidence = { snapshot, assessment, ...(answers ? { answers } : {}) };
      await saveBundle(options.bundle, evidence, config, { ...options, formats });
    }
    const verdict = gate(
      assessment,
      options.failOn ?? config.failOn ?? 'high',
      options.strict ?? config.strict ?? false,
      isKnown,
    );
    const outside = assessment.scope?.outside.findings ?? 0;
    if (empty && outside > 0) process.stderr.write(nothingInScope[language](outside));
    else if (empty) process.stderr.write(nothingJudged[language]);
    finish(ended || empty ? exitCodes.trouble : verdict);
  });
}

/** Where nothing is named, there are no names, and nothing is loaded for them. */
async function limitToNames(words: readonly string[], options: ScanOptions, config: LoadedConfig) {
  const targets = namedTargets(words, config);
  if (targets.length === 0) return { targets, options };
  const { scopeToNames } = await import('../scanning/scope-to-names.ts');
  return await scopeToNames(targets, options, config);
}

/** Whether no control had anything to judge. */
const judgedNothing = ({ findings }: Assessment): boolean =>
  findings.every(
    ({ status, subject: { id } }) =>
      status === 'not-applicable' || (id === '*' && status !== 'unknown'),
  );

const nothingJudged = {
  en: 'Nothing was judged: no control applies to anything in these targets. Name others, or accept this with --allow-empty.\n',
  zh: '没有检查任何内容：目标中不存在任何控制项的检查对象。请指定其他目标；如属预期，请使用 --allow-empty。\n',
} as const satisfies Record<Language, string>;

const nothingInScope = {
  en: (outside: number) =>
    `Nothing in the scope was judged; findings outside of it: ${outside}. Ask for more (--framework: add --only-mapped no; leave out --control, --severity, --subject or the name), or accept this with --allow-empty.\n`,
  zh: (outside: number) =>
    `限定范围内没有检查任何内容；范围之外的结果：${outside} 项。请放宽范围（--framework 时加 --only-mapped no；或去掉 --control、--severity、--subject 或名称）；如属预期，请使用 --allow-empty。\n`,
} as const satisfies Record<Language, (outside: number) => string>;

const nothingChanged = {
  en: 'No Dockerfile, no Compose file and no dev container changed.\n',
  zh: 'Dockerfile、Compose 文件与开发容器均无变更。\n',
} as const satisfies Record<Language, string>;
