import { dirname, join } from 'node:path';
import type { Assessment, Finding, PlimsollConfig } from '../../index.ts';
import { buildReport, findFormat, renderFigures, renderResult, renderText } from '../../report.ts';
import { chosenFrameworks, wordsIn } from './chosen-frameworks.ts';
import { writeOutput } from '../output/files.ts';
import { languagesOf } from '../options/languages.ts';
import { makeReports, type MadeReport, type ReportingOptions } from './make-reports.ts';
import type { SharedOptions } from '../options/options.ts';
import { placeOf } from './report-place.ts';
import { reportProgress } from './report-progress.ts';
import { textStyle } from '../terminal/text-style.ts';

/** What is printed beside failures. */
interface Telling extends SharedOptions {
  /** Whether what was not decided is named; `false` says how to have it named. */
  readonly undecided?: boolean | undefined;
  /** Whether every failed control is named. */
  readonly all?: boolean;
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

/** Columns of a terminal that does not say how many it has. */
const usualWidth = 80;

/** Columns that a line may take: what reads a pipe or a file wants whole lines, where `COLUMNS` does not say otherwise. */
const widthOf = ({ isTTY, columns }: NodeJS.WriteStream): number =>
  isTTY ? Math.max(columns || usualWidth, 40) : Number(process.env['COLUMNS']) || Infinity;

/** Prints the summary for a terminal: a line for each framework, and the worst; everything where all is asked for. */
export async function printSummary(
  assessment: Assessment,
  options: Telling,
  config: PlimsollConfig,
): Promise<void> {
  const { report, frameworks } = countedReport(assessment, options, config);
  const brief = options.all === true ? undefined : { width: widthOf(process.stdout), frameworks };
  await writeOutput('-', renderText(report, textStyle(process.stdout), options.undecided, brief));
}

/** Prints the result in one line. */
export async function printResult(
  assessment: Assessment,
  options: Telling,
  config: PlimsollConfig,
): Promise<void> {
  const { report, frameworks } = countedReport(assessment, options, config);
  await writeOutput('-', renderResult(report, frameworks, textStyle(process.stdout)));
}

/** The report in the words of the framework, where there is one, and each framework with its requirements, counted. */
function countedReport(assessment: Assessment, options: Telling, config: PlimsollConfig) {
  const [language] = languagesOf(options, config);
  const ids = chosenFrameworks(assessment, options);
  const [framework, ...others] = ids;
  const id = others.length === 0 ? framework : undefined;
  const report = buildReport(assessment, {
    language,
    ...(id === undefined ? {} : { frameworkId: id, words: wordsIn(assessment, id) }),
  });
  const frameworks = ids.flatMap((each) => {
    const named = { language, frameworkId: each, words: wordsIn(assessment, each) };
    const { subtitle: title, result } = buildReport(assessment, named);
    return result.requirements ? [{ title, counts: result.requirements }] : [];
  });
  return { report, frameworks };
}

type ReportToWrite = Pick<MadeReport, 'name' | 'content' | 'of'> &
  Partial<Pick<MadeReport, 'companions'>>;

/** Writes a report to its place, beside it what it refers to, and says that on stdout, or on stderr where JSON is printed. */
export async function writeReport(
  { name, content, companions = [], of }: ReportToWrite,
  out: string | undefined,
  { json, quiet }: SharedOptions,
): Promise<void> {
  const path = await placeOf(name, of, out);
  await writeOutput(path, content);
  if (path === '-') return;
  const beside = companions.map((each) => ({ ...each, path: join(dirname(path), each.name) }));
  for (const each of beside) await writeOutput(each.path, each.content);
  if (quiet === true) return;
  const paths = [path, ...beside.map((each) => each.path)];
  (json === true ? process.stderr : process.stdout).write(
    paths.map((each) => `${each}\n`).join(''),
  );
}

/**
 * Writes each format for each framework to its place and says each path on stdout.
 *
 * @throws PlimsollError `format-unknown`, `framework-unknown`, and what the formats throw
 */
export async function writeReports(
  assessment: Assessment,
  formats: readonly string[],
  out: string | undefined,
  options: ReportingOptions,
  config: PlimsollConfig,
): Promise<void> {
  const progress = reportProgress(options.quiet === true);
  for await (const report of makeReports(assessment, formats, options, config)) {
    progress.wipe();
    await writeReport(report, out, options);
    progress.made(report);
  }
  progress.end();
}
