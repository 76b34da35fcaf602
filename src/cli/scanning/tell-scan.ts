import type { Assessment, Finding, Snapshot } from '../../index.ts';
import type { LocatedConfig } from '../config/located-config.ts';
import { readHistory } from '../ledger/history.ts';
import type { SharedOptions } from '../options.ts';
import { sourcesFor } from '../reporting/report-sources.ts';
import { printLines, printSummary, writeReports } from '../reporting/reporting.ts';

interface TellingOptions extends SharedOptions {
  readonly formats: readonly string[];
  readonly out?: string;
  /** Whether a folder was among the targets. */
  readonly folders: boolean;
  /** Whether a failure was accepted before. */
  readonly isKnown: (finding: Finding) => boolean;
}

/** Targets that are files of a source tree. */
const fileKinds: ReadonlySet<string> = new Set(['dockerfile', 'compose']);

/** Says on stdout what a scan found, and writes the reports that were asked for. */
export async function tellScan(
  { targets }: Snapshot,
  assessment: Assessment,
  options: TellingOptions,
  config: LocatedConfig,
): Promise<void> {
  const { formats, out, quiet, folders, isKnown } = options;
  // It was assessed by what was named, so that all of it is reported.
  const { framework: _, ...reporting } = options;
  const isNew = (finding: Finding): boolean => !isKnown(finding);
  const linesAlone = formats.join() === 'lines' && out === undefined;
  if (linesAlone) return await printLines(assessment, isNew, false, reporting, config);
  if (folders && targets.every(({ kind }) => fileKinds.has(kind))) {
    await printLines(assessment, isNew, quiet !== true, reporting, config);
  } else if (quiet !== true) await printSummary(assessment, reporting, config);
  const history = formats.length > 0 ? await readHistory(assessment, options, config) : undefined;
  const sources = await sourcesFor(assessment, formats, config, false);
  await writeReports(assessment, formats, out, { ...reporting, history, sources }, config);
}
