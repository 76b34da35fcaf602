import { join } from 'node:path';
import { wordsOf, type StatusWords } from '../frameworks.ts';
import {
  PlimsollError,
  type Assessment,
  type Finding,
  type Language,
  type PlimsollConfig,
} from '../index.ts';
import {
  buildReport,
  findFormat,
  renderFigures,
  renderText,
  type DocumentDefinition,
  type HistoryOptions,
  type Rendering,
} from '../report.ts';
import { writeOutput } from './files.ts';
import { jsonChunks } from './json-chunks.ts';
import type { SharedOptions } from './options.ts';
import { textStyle } from './text-style.ts';
import type { BundleFacts } from './verifying.ts';

/** Where reports go when nobody says. */
const defaultFolder = 'plimsoll-report';

const languageOf = (options: SharedOptions, config: PlimsollConfig): Language =>
  options.lang ?? config.language ?? 'en';

/** Writes the assessment to stdout for a program to read. */
export const writeJson = (assessment: Assessment): Promise<void> =>
  writeOutput('-', jsonChunks(assessment));

/** Prints failures as lines, `file:line:column: …`, and below them the figures of the whole where they are wanted. */
export async function printLines(
  assessment: Assessment,
  shown: (finding: Finding) => boolean,
  figures: boolean,
  options: SharedOptions,
  config: PlimsollConfig,
): Promise<void> {
  const language = languageOf(options, config);
  const findings = assessment.findings.filter(shown);
  const render = await findFormat('lines').load();
  await writeOutput('-', await render({ ...assessment, findings }, { language }));
  if (!figures) return;
  const report = buildReport(assessment, { language });
  await writeOutput('-', renderFigures(report, textStyle(process.stdout)));
}

/** Prints the summary for a terminal: by the only framework, or else by control. */
export async function printSummary(
  assessment: Assessment,
  options: SharedOptions,
  config: PlimsollConfig,
): Promise<void> {
  const [framework, ...others] = chosenFrameworks(assessment, options);
  const id = others.length === 0 ? framework : undefined;
  const report = buildReport(assessment, {
    language: languageOf(options, config),
    ...(id === undefined ? {} : { frameworkId: id, words: wordsIn(assessment, id) }),
  });
  await writeOutput('-', renderText(report, textStyle(process.stdout)));
}

/** What reports are made by. */
interface ReportingOptions extends SharedOptions, BundleFacts {
  /** How the scans before went, out of a ledger. */
  readonly history?: HistoryOptions | undefined;
}

/** One report as it is made. */
export interface MadeReport {
  /** The name of its file. */
  readonly name: string;
  readonly mediaType: string;
  readonly content: Rendering;
}

/**
 * Makes each format for each framework, one after the other.
 *
 * @throws PlimsollError `format-unknown`, `framework-unknown`, and what the formats throw
 */
export async function* makeReports(
  assessment: Assessment,
  formats: readonly string[],
  options: ReportingOptions,
  config: PlimsollConfig,
): AsyncGenerator<MadeReport> {
  const language = languageOf(options, config);
  const frameworks = chosenFrameworks(assessment, options);
  // A mistyped format is told before anything is written.
  const found = formats.map((id) => findFormat(id));
  for (const format of found) {
    // The assessment itself holds every framework, so it is written once.
    const each = format.perFramework && frameworks.length > 0 ? frameworks : [undefined];
    for (const frameworkId of each) {
      const name = [
        format.perFramework ? 'report' : 'assessment',
        frameworkId,
        format.perFramework ? options.document : undefined,
        format.perFramework ? language : undefined,
      ]
        .filter((part) => part !== undefined)
        .join('-');
      const render = await format.load();
      const content = await render(assessment, {
        language,
        ...(frameworkId === undefined
          ? {}
          : { frameworkId, words: wordsIn(assessment, frameworkId) }),
        bundleSha256: options.bundleSha256,
        verification: options.verification,
        history: options.history,
        sources: options.sources,
        ...documentIn(options, config),
        ...(options.fonts === undefined ? {} : { fontPaths: [options.fonts] }),
        pdfStandard: options.pdfStandard,
      });
      yield { name: `${name}.${format.extension}`, mediaType: format.mediaType, content };
    }
  }
}

/** Writes a report into a folder and says its path on stdout. */
export async function writeReport(
  { name, content }: Pick<MadeReport, 'name' | 'content'>,
  folder: string | undefined,
  { quiet }: SharedOptions,
): Promise<void> {
  const path = join(folder ?? defaultFolder, name);
  await writeOutput(path, content);
  if (quiet !== true) process.stdout.write(`${path}\n`);
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
  for await (const report of makeReports(assessment, formats, options, config)) {
    await writeReport(report, folder, options);
  }
}

/** The document that was asked for, one's own before those that come with the package, and whose it is. */
function documentIn({ document }: SharedOptions, { reports = [], branding }: PlimsollConfig) {
  // A configuration knows of a document only that it is one: `defineReport` gave it its types.
  const own = reports.find(({ id }) => id === document) as DocumentDefinition | undefined;
  return { document: own ?? document, branding };
}

/** The words of a framework's readers; one that extends another is read by the same people. */
const wordsIn = ({ frameworks }: Assessment, id: string): StatusWords =>
  wordsOf(id, frameworks.find((each) => each.id === id)?.extends);

/** The assessment's frameworks that were asked for, all of them when none was. */
function chosenFrameworks(assessment: Assessment, options: SharedOptions): readonly string[] {
  const known = assessment.frameworks.map(({ id }) => id);
  const asked = (options.framework ?? []).map((spec) => spec.split('@', 1)[0] ?? spec);
  if (asked.length === 0 || asked.includes('all')) return known;
  const missing = asked.find((id) => !known.includes(id));
  if (missing === undefined) return asked;
  throw new PlimsollError(
    'framework-unknown',
    `The assessment was not made against ${JSON.stringify(missing)}.`,
    {
      hint:
        known.length > 0
          ? `It was made against: ${known.join(', ')}.`
          : `Assess again with: plimsoll assess snapshot.json --framework ${missing} -o assessment.json`,
    },
  );
}
