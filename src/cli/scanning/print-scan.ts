import type { LoadedConfig } from '../../config.ts';
import type { Assessment, Finding, Snapshot } from '../../index.ts';
import type { BaselineOptions } from '../../report.ts';
import { readHistory } from '../ledger/history.ts';
import type { SharedOptions } from '../options/options.ts';
import { sourcesFor } from '../reporting/report-sources.ts';
import { fileKinds } from './baseline.ts';
import { isPrinted } from '../reporting/report-place.ts';
import { printLines, printResult, printSummary, writeReports } from '../reporting/reporting.ts';

interface TellingOptions extends SharedOptions {
  readonly formats: readonly string[];
  readonly out?: string;
  readonly bundle?: string;
  readonly writeBaseline?: string;
  /** Whether a folder was among the targets. */
  readonly folders: boolean;
  /** Whether a failure was accepted before. */
  readonly isKnown: (finding: Finding) => boolean;
  /** What a baseline says of the failures; absent without one. */
  readonly compared: BaselineOptions | undefined;
}

/** Says on stdout what a scan found, where nothing else is printed there, and writes the reports that were asked for. */
export async function tellScan(
  { targets }: Snapshot,
  assessment: Assessment,
  options: TellingOptions,
  config: LoadedConfig,
): Promise<void> {
  const { formats, out, folders, isKnown, compared, json = false, quiet = false } = options;
  // The assessment was made against the named frameworks, so all of it is reported.
  const { framework: _, ...rest } = options;
  const reporting = { ...rest, undecided: options.strict ?? config.strict ?? false };
  const isNew = (finding: Finding): boolean => !isKnown(finding);
  const linesAlone = !json && formats.join() === 'lines' && out === undefined;
  if (linesAlone) return await printLines(assessment, isNew, false, reporting, config);
  const isTaken = isPrinted(formats, out) || [options.bundle, options.writeBaseline].includes('-');
  if (quiet && !json && !isTaken) await printResult(assessment, reporting, config);
  else if (!quiet && !json && !isPrinted(formats, out)) {
    const areFiles = folders && targets.every(({ kind }) => fileKinds.has(kind));
    if (areFiles) await printLines(assessment, isNew, true, reporting, config);
    else await printSummary(assessment, reporting, config);
  }
  if (formats.length === 0) return;
  const history = await readHistory(assessment, options, config);
  const sources = await sourcesFor(assessment, formats, config, false);
  const made = { ...reporting, history, sources, compared };
  await writeReports(assessment, formats, out, made, config);
}
