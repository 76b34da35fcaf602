import { Command } from 'commander';
import { appendAssessment, openLedger } from '../../evidence.ts';
import { PlimsollError, type Assessment, type Finding, type Language } from '../../index.ts';
import { assessSnapshot } from '../assessing.ts';
import { saveBundle } from '../bundling.ts';
import { collectTargets } from '../collecting.ts';
import { loadConfig, type LocatedConfig } from '../config/load-config.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { readHistory } from '../history.ts';
import { holdToBaseline } from '../hold-to-baseline.ts';
import { ledgerLocation } from '../ledger.ts';
import { gate } from '../gate.ts';
import { languageOf } from '../languages.ts';
import { addOptions, type SharedOptions } from '../options.ts';
import { sourcesFor } from '../report-sources.ts';
import { printLines, printSummary, writeJson, writeReports } from '../reporting.ts';
import { addSigning, type SigningOptions } from '../signing.ts';

interface Options extends SharedOptions, SigningOptions {
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly changedSince?: string;
  readonly out?: string;
  readonly bundle?: string;
}

/** `plimsoll scan [TARGET…]` */
export function scanCommand(finish: (code: ExitCode) => void): Command {
  const command = new Command('scan')
    .description('collect, assess and report in one step')
    .argument(
      '[targets...]',
      'see: plimsoll list targets (default: the local engine and this host)',
    )
    .option('-o, --out <dir>', 'folder for the reports (default: plimsoll-report)')
    .option('--baseline <file>', 'failures that are in it do not count')
    .option('--write-baseline <file>', 'write the failures of this scan as a baseline')
    .option('--changed-since <ref>', 'of a folder, only files changed since a revision of git')
    .option('--bundle <file>', 'all of the evidence in one file, with the reports in it');
  addSigning(command);
  addOptions(command, [
    'framework',
    'format',
    'languages',
    'failOn',
    'strict',
    'json',
    'quiet',
    'timeout',
    'runScanner',
    'malware',
    'imageFiles',
    'profile',
    'envFile',
    'projectName',
    'ledger',
    'period',
    'document',
    'fonts',
    'pdfStandard',
    'config',
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
  plimsoll scan snapshot.json --framework all --format html,pdf --lang en,zh
  plimsoll scan --image-files                          and what lies in the images: keys, credentials, rights
  plimsoll scan --malware clamd:/run/clamav/clamd.ctl  have ClamAV look at every file of the images
  plimsoll scan image.tar                              what docker save wrote, or an OCI layout
  plimsoll scan compose.yaml                           the services of a Compose file
  plimsoll scan compose:compose.yaml,prod.yaml --profile debug
  plimsoll scan .                                      the Dockerfiles and Compose files below a folder
  plimsoll scan . --changed-since origin/main --baseline .plimsoll-baseline.json
  plimsoll scan --framework pci-dss-4.0.1 --bundle evidence.plimsoll --sign key.pem`,
  );
  return command.action(async (targets: string[], options: Options) => {
    const { sign, signer, timestampUrl } = options;
    if (options.bundle === undefined && (sign ?? signer ?? timestampUrl) !== undefined) {
      const what = timestampUrl === undefined ? 'signature' : 'time-stamp';
      throw new PlimsollError('option-invalid', `A ${what} is made for a bundle alone.`, {
        hint: 'Name the bundle with --bundle evidence.plimsoll',
      });
    }
    if (options.writeBaseline !== undefined && options.changedSince !== undefined) {
      throw new PlimsollError('option-invalid', 'A baseline is made of all files.', {
        hint: 'Leave out --changed-since.',
      });
    }
    const config = await loadConfig(options.config, process.cwd());
    const { snapshot, answers, failures, folders } = await collectTargets(targets, config, {
      ...options,
      keepAnswers: options.bundle !== undefined,
    });
    const assessment = await assessSnapshot(snapshot, config, options);
    if (folders && snapshot.targets.length === 0) {
      process.stderr.write(nothingChanged[languageOf(options, config)]);
    }
    const isKnown = await holdToBaseline(assessment, options, config);
    await keep(assessment, options, config);
    const formats = options.format ?? [];
    // It was assessed by what was named, so that all of it is reported.
    const { framework: _, ...reporting } = options;
    // JSON alone and nowhere to put it: that is for the program behind the pipe.
    const toStdout =
      options.json === true || (formats.join() === 'json' && options.out === undefined);
    const linesAlone = formats.join() === 'lines' && options.out === undefined;
    const filesAlone = folders && snapshot.targets.every(({ kind }) => fileKinds.has(kind));
    const isNew = (finding: Finding): boolean => !isKnown(finding);
    if (toStdout) {
      await writeJson(assessment);
    } else if (linesAlone) {
      await printLines(assessment, isNew, false, reporting, config);
    } else {
      if (filesAlone) {
        await printLines(assessment, isNew, options.quiet !== true, reporting, config);
      } else if (options.quiet !== true) await printSummary(assessment, reporting, config);
      const history =
        formats.length > 0 ? await readHistory(assessment, options, config) : undefined;
      const sources = await sourcesFor(assessment, formats, config, false);
      const told = { ...reporting, history, sources };
      await writeReports(assessment, formats, options.out, told, config);
    }
    if (options.bundle !== undefined) {
      const evidence = { snapshot, assessment, ...(answers ? { answers } : {}) };
      await saveBundle(options.bundle, evidence, config, { ...options, formats });
    }
    const verdict = gate(
      assessment,
      options.failOn ?? config.failOn ?? 'high',
      options.strict ?? config.strict ?? false,
      isKnown,
    );
    finish(failures.length > 0 ? exitCodes.trouble : verdict);
  });
}

/** Targets that are files of a source tree. */
const fileKinds: ReadonlySet<string> = new Set(['dockerfile', 'compose']);

const nothingChanged = {
  en: 'No Dockerfile and no Compose file changed.\n',
  zh: 'Dockerfile 与 Compose 文件均无变更。\n',
} as const satisfies Record<Language, string>;

/** Appends the scan to the ledger where there is one, and says where it stands in the chain. */
async function keep(
  assessment: Assessment,
  options: SharedOptions,
  config: LocatedConfig,
): Promise<void> {
  const location = ledgerLocation(options, config);
  if (location === undefined) return;
  const now = new Date();
  const ledger = await openLedger(location, { create: true, now });
  try {
    const { seq, hash } = await appendAssessment(ledger, assessment, now);
    if (options.quiet !== true) {
      process.stderr.write(`Entry ${seq} of ${ledger.place}: ${seq}:${hash}\n`);
    }
  } finally {
    await ledger.close();
  }
}
