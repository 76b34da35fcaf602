import type { LoadedConfig } from '../../config.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { SigningOptions } from '../bundles/add-signing.ts';
import { languagesOf } from '../options/languages.ts';
import { holdToLedger } from '../ledger/ledger-options.ts';
import { tryLedger } from '../ledger/try-ledger.ts';
import type { SharedOptions } from '../options/options.ts';
import { checkOutput } from '../output/check-output.ts';
import { isPrinted } from '../reporting/report-place.ts';
import type { Judge } from './assess-snapshot.ts';
import { prepareBaseline, type Hold } from './compare-to-baseline.ts';
import { text } from '../../index.ts';

/** What is asked of a scan beside what it looks at. */
export interface ScanOptions extends SharedOptions, SigningOptions {
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly changedSince?: string;
  readonly allowEmpty?: boolean;
  /** Whether files are scanned again whenever one changes. */
  readonly watch?: boolean;
  readonly out?: string;
  readonly bundle?: string;
}

/** What is done with a snapshot, once there is one. */
export interface PreparedScan {
  readonly judge: Judge;
  readonly hold: Hold;
}

/**
 * Makes ready what a scan needs after the collection, and finds out what would fail there: a mistyped framework or a
 * folder that takes no report is no reason to read an engine for minutes, and to lose what was read.
 *
 * @param inputs what is scanned, which may be files
 */
export async function prepareScan(
  config: LoadedConfig,
  options: ScanOptions,
  inputs: readonly string[],
): Promise<PreparedScan> {
  languagesOf(options, config);
  await checkReports(config, options);
  await checkPlaces(options, config, inputs);
  await checkSigning(options);
  holdToLedger(options, config);
  await tryLedger(options, config);
  const hold = await prepareBaseline(options, config);
  const { prepareJudge } = await import('./assess-snapshot.ts');
  return { judge: await prepareJudge(config, options), hold };
}

async function checkReports(
  { reports = [] }: LoadedConfig,
  { format = [], document }: ScanOptions,
): Promise<void> {
  const isOwn = reports.some(({ id }) => id === document);
  const named = isOwn ? undefined : document;
  // Of JSON alone, which is for programs, no report is made, and nothing of reports is loaded.
  if (named === undefined && format.every((id) => id === 'json')) return;
  const { findDocument, findFormat } = await import('../../report.ts');
  for (const id of format) findFormat(id);
  if (named !== undefined) findDocument(named);
}

async function checkPlaces(
  options: ScanOptions,
  config: LoadedConfig,
  inputs: readonly string[],
): Promise<void> {
  const { json, bundle, writeBaseline, quiet } = options;
  const report = await reportPlace(options, config);
  const files = [bundle, writeBaseline, report].filter((each) => each !== undefined);
  // A report that is printed stands in place of the summary; one line of a quiet scan gives way.
  const isPrinting = json === true || (quiet !== true && report !== '-');
  const [twice] = [...files, ...(isPrinting ? ['-'] : [])].filter(
    (each, at, all) => all.indexOf(each) !== at,
  );
  if (twice !== undefined) {
    throw new PlimsollError(
      'option-invalid',
      twice === '-'
        ? text(
            'Two outputs would be mixed on the standard output.',
            '两份输出会在标准输出中混在一起。',
          )
        : text(
            `Two outputs would be written to ${twice}, and one would overwrite the other.`,
            `两份输出会写入 ${twice}，其中一份会覆盖另一份。`,
          ),
      {
        hint:
          twice === '-'
            ? text('Name a file, or add --quiet.', '请指明文件，或加上 --quiet。')
            : text('Name another file for one.', '请为其中一份指明另一个文件。'),
      },
    );
  }
  for (const place of files) await checkOutput(place, inputs);
}

/** Where the first of the reports is written; `undefined` where there is none. */
async function reportPlace(
  options: ScanOptions,
  config: LoadedConfig,
): Promise<string | undefined> {
  const { json, format = [], out, framework = config.frameworks ?? [] } = options;
  if (format.length === 0) return undefined;
  if (json !== true && isPrinted(format, out)) return '-';
  const { firstPlace } = await import('../reporting/make-reports.ts');
  // Their names are of no account yet, only how many there are.
  const ids = framework.flatMap((each, at) =>
    each === 'all' ? ['first', 'second'] : [String(at)],
  );
  return firstPlace(ids, format, options, config);
}

async function checkSigning({ bundle, ...options }: ScanOptions): Promise<void> {
  if (bundle === undefined) return;
  const { chooseSigner, chooseTimestamper } = await import('../bundles/signing.ts');
  await chooseSigner(options);
  chooseTimestamper(options);
}
