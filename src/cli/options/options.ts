import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Runnable } from '../../collect.ts';
import { runnable } from '../../collectors/scanner/run/runnable.ts';
import type { Threshold } from '../../config.ts';
import { thresholds } from '../../core/config/threshold.ts';
import { languages, severities, type Language, type Severity, text } from '../../index.ts';
import type { PdfStandard } from '../../report.ts';
import { beginning, end } from './instants.ts';
import { inSpoken } from '../terminal/spoken-language.ts';

/** Options that several commands share; each is declared once, here. */
export const options = {
  framework: () =>
    new Option(
      '--framework <id[@level]>',
      'standard to judge by; what it does not ask for is not reported; repeatable, or all',
    ).argParser(list),
  onlyMapped: () =>
    new Option(
      '--only-mapped <yes|no>',
      'whether only controls that the frameworks ask for are reported and counted (default: yes with --framework)',
    ).choices(['yes', 'no']),
  control: () =>
    new Option('--control <id>', 'only this control, with * for any text; repeatable').argParser(
      list,
    ),
  severity: () =>
    new Option('--severity <severity>', 'only controls of this severity; repeatable').argParser(
      severity,
    ),
  subject: () =>
    new Option(
      '--subject <name>',
      'only subjects of this name or id, with * for any text; repeatable',
    ).argParser(each),
  language: () => new Option('--lang <language>', 'language of the output').choices(languages),
  languages: () =>
    new Option(
      '--lang, --language <languages>',
      'languages of the reports, separated by commas: en, zh, or one of your own',
    ).argParser(list),
  format: () =>
    new Option('--format <formats>', 'report formats, separated by commas').argParser(list),
  document: () =>
    new Option(
      '--document <id>',
      'document for HTML and PDF: cis-docker, engineer, general, iso-27001, jrt, mlps, nist-800-190, nist-800-53, pci-dss, soc2 or your own (default: the standard’s)',
    ),
  failOn: () =>
    new Option('--fail-on <severity>', 'lowest severity that makes the exit code 1').choices(
      thresholds,
    ),
  strict: () => new Option('--strict', 'unknown, error and stale count as failures'),
  all: () => new Option('--all', 'name every failure on the terminal, with its finding'),
  json: () => new Option('--json', 'machine-readable output on stdout'),
  quiet: () => new Option('--quiet', 'only errors; no summary, no progress'),
  quietResult: () =>
    new Option('--quiet', 'the result in one line, and errors; no summary, no progress'),
  at: () =>
    new Option(
      '--at <date>',
      'day or instant at which waivers, attestations and evidence are judged (default: that of the snapshot)',
    ).argParser(day),
  ledger: () =>
    new Option('--ledger <file|url>', 'ledger of scans: a file, or postgres://user@host/database'),
  period: () =>
    new Option(
      '--period <time>',
      'period of the ledger that reports cover: 90d up to the scan, or 2026-07-01..2026-09-30 (default: 90d)',
    ).argParser(period),
  profile: () =>
    new Option(
      '--profile <profiles>',
      'active profiles of a Compose project; repeatable, or * for all',
    ).argParser(list),
  composeEnvFile: () =>
    new Option(
      '--compose-env-file <file>',
      'variables of a Compose project instead of its .env; repeatable',
    ).argParser(list),
  projectName: () => new Option('--project-name <name>', 'name of a Compose project'),
  kind: () =>
    new Option('--kind <kind>', 'kind of subject to keep; repeatable (default: all)').argParser(
      list,
    ),
  name: () =>
    new Option(
      '--name <name>',
      'name or id of a subject to keep; repeatable (default: all)',
    ).argParser(list),
  imageFiles: () =>
    new Option(
      '--image-files',
      'read the files of an engine’s images as well; takes as long as docker save',
    ),
  malware: () =>
    new Option(
      '--malware <scanner>',
      'scan every file of the images with this scanner: clamd:/run/clamav/clamd.ctl, clamd://HOST:3310, clamscan, yara:RULES.yar; repeatable',
    ).argParser(each),
  imageKey: () =>
    new Option(
      '--image-key <file>',
      'public key (PEM) that is trusted to sign images in registries, as cosign makes it; repeatable',
    ).argParser(each),
  fonts: () => new Option('--fonts <dir>', 'folder with fonts for the PDF'),
  runScanner: () =>
    new Option(
      '--run-scanner <program>',
      'run this installed scanner on each image of the engines',
    ).choices(runnable),
  pdfStandard: () =>
    new Option('--pdf-standard <standard>', 'standard that the PDF conforms to').choices([
      'a-3a',
      'ua-1',
    ] satisfies PdfStandard[]),
  annex: () =>
    new Option(
      '--annex <length>',
      'whether the PDF prints every fact or points to where it is (default: short)',
    ).choices(['short', 'full']),
  timeout: () =>
    new Option(
      '--timeout <seconds>',
      'time limit; a scan uses four fifths of it for collecting; what was not read or judged is unknown',
    ).argParser(seconds),
};

/** Days up to the scan, or from one instant to another, ISO 8601 UTC. */
export type Period = { readonly days: number } | { readonly from: string; readonly to: string };

/** What the shared options parse to. */
export interface SharedOptions {
  /** The configuration's file; `false` for `--no-config`. */
  readonly config?: string | false;
  readonly framework?: readonly string[];
  readonly onlyMapped?: 'yes' | 'no';
  readonly control?: readonly string[];
  readonly severity?: readonly Severity[];
  readonly subject?: readonly string[];
  readonly lang?: Language;
  /** Ids of languages, of one's own among them, where several may be asked for. */
  readonly language?: readonly string[];
  readonly format?: readonly string[];
  readonly document?: string;
  readonly failOn?: Threshold;
  readonly strict?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly ledger?: string;
  readonly period?: Period;
  readonly fonts?: string;
  readonly pdfStandard?: PdfStandard;
  readonly annex?: 'short' | 'full';
  readonly at?: string;
  readonly timeout?: number;
  readonly malware?: readonly string[];
  readonly imageKey?: readonly string[];
  readonly runScanner?: Runnable;
  readonly imageFiles?: boolean;
  readonly kind?: readonly string[];
  readonly name?: readonly string[];
  readonly profile?: readonly string[];
  readonly composeEnvFile?: readonly string[];
  readonly projectName?: string;
}

/** Options that say what is reported and counted. */
export const scopeOptions = ['onlyMapped', 'control', 'severity', 'subject'] as const;

/** What the options say of the scope. */
export const scopeIn = ({ onlyMapped, control, severity: of, subject }: SharedOptions) => ({
  onlyMapped: onlyMapped === undefined ? undefined : onlyMapped === 'yes',
  controls: control,
  severities: of,
  subjects: subject,
});

/** Adds options to a command, in the order given. */
export function addOptions(command: Command, names: readonly (keyof typeof options)[]): Command {
  for (const name of names) command.addOption(options[name]());
  return command;
}

function list(value: string, before: readonly string[] = []): readonly string[] {
  return [
    ...before,
    ...value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ];
}

function severity(value: string, before: readonly Severity[] = []): readonly Severity[] {
  const named = list(value).map((part) => {
    const found = severities.find((known) => known === part);
    if (found === undefined) {
      throw new InvalidArgumentError(
        inSpoken(
          text(
            `Allowed choices are ${severities.join(', ')}.`,
            `可选值：${severities.join('、')}。`,
          ),
        ),
      );
    }
    return found;
  });
  return [...before, ...named];
}

/** As it is: a path may have a comma. */
function each(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Waivers and evidence end with a day, so of an instant its day in UTC counts. */
const day = (value: string): string => beginning(value).slice(0, 10);

function period(value: string): Period {
  const days = Number(/^(\d{1,5})d$/.exec(value)?.[1]);
  if (days > 0) return { days };
  const [from, to, ...more] = value.split('..');
  if (from !== undefined && to !== undefined && more.length === 0) {
    const span = { from: beginning(from), to: end(to) };
    if (span.from <= span.to) return span;
  }
  throw new InvalidArgumentError(
    inSpoken(
      text(
        'Give a number of days, 90d, or two days, the earlier one first, 2026-07-01..2026-09-30.',
        '请给出天数，如 90d，或先早后晚的两个日期，如 2026-07-01..2026-09-30。',
      ),
    ),
  );
}

function seconds(value: string): number {
  const parsed = Number(value);
  if (Number.isFinite(parsed) && parsed > 0) return parsed;
  throw new InvalidArgumentError(
    inSpoken(text('Give a number of seconds above 0.', '请给出大于 0 的秒数。')),
  );
}
