import { join } from 'node:path';
import type { Assessment, Finding, PlimsollConfig } from '../../index.ts';
import { buildReport, findFormat, renderFigures, renderText } from '../../report.ts';
import { chosenFrameworks, wordsIn } from './chosen-frameworks.ts';
import { writeOutput } from '../output/files.ts';
import { languagesOf } from '../options/languages.ts';
import { makeReports, type MadeReport, type ReportingOptions } from './make-reports.ts';
import type { SharedOptions } from '../options/options.ts';
import { reportFolder } from './report-folder.ts';
import { reportProgress } from './report-progress.ts';
import { textStyle } from '../terminal/text-style.ts';

/** What is printed beside failures. */
interface Telling extends SharedOptions {
  /** Whether what was not decided is named; `false` says how to have it named. */
  readonly undecided?: boolean | undefined;
}

/** Prints failures as lines, `file:line:column: …`, and below them the figures of the whole where they are wanted. */
export async function printLines(
  assessment: Assessment,
  shown: (finding: Finding) => boolean,
  figures: boolean,
  options: Telling,
  config: PlimsollConfig,
): Promise<void> {
  const [language] = languagesOf(options, config);
  const findings = assessment.findings.filter(shown);
  const render = await findFormat('lines').load();
  const { undecided } = options;
  await writeOutput('-', await render({ ...assessment, findings }, { language, undecided }));
  if (!figures) return;
  const report = buildReport(assessment, { language });
  await writeOutput('-', renderFigures(report, textStyle(process.stdout), undecided));
}

/** Prints the summary for a terminal: by the only framework, or else by control. */
export async function printSummary(
  assessment: Assessment,
  options: Telling,
  config: PlimsollConfig,
): Promise<void> {
  const [language] = languagesOf(options, config);
  const [framework, ...others] = chosenFrameworks(assessment, options);
  const id = others.length === 0 ? framework : undefined;
  const report = buildReport(assessment, {
    language,
    ...(id === undefined ? {} : { frameworkId: id, words: wordsIn(assessment, id) }),
  });
  await writeOutput('-', renderText(report, textStyle(process.stdout), options.undecided));
}

/** Writes a report into a folder and says its path on stdout, or on stderr where JSON is printed. */
export async function writeReport(
  { name, content }: Pick<MadeReport, 'name' | 'content'>,
  folder: string | undefined,
  { json, quiet }: SharedOptions,
): Promise<void> {
  const path = join(folder ?? reportFolder, name);
  await writeOutput(path, content);
  if (quiet !== true) (json === true ? process.stderr : process.stdout).write(`${path}\n`);
}

/**
 * Writes each format for each framework into a folder and says each path on stdout.
 *
 * @throws PlimsollError `format-unknown`, `framework-unknown`, and what the formats throw
 */
export async function writeReports(
  assessment: Assessment,
  formats: readonly string[],
  folder: string | undefined,
  options: ReportingOptions,
  config: PlimsollConfig,
): Promise<void> {
  const progress = reportProgress(options.quiet === true);
  for await (const report of makeReports(assessment, formats, options, config)) {
    progress.wipe();
    await writeReport(report, folder, options);
    progress.made(report);
  }
  progress.end();
}
