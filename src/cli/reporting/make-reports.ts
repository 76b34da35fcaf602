import { availableParallelism } from 'node:os';
import { type Assessment, type PlimsollConfig, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import {
  findDocument,
  findFormat,
  type BaselineOptions,
  type Companion,
  type DocumentDefinition,
  type HistoryOptions,
  type Rendering,
  type RenderOptions,
} from '../../report.ts';
import { chosenFrameworks, ofFramework, wordsIn } from './chosen-frameworks.ts';
import { inOrder } from './in-order.ts';
import { idOf, languagesOf, type ReportLanguage } from '../options/languages.ts';
import type { SharedOptions } from '../options/options.ts';
import { filesUrl } from './files-url.ts';
import type { BundleFacts } from './bundle-facts.ts';
import { placeOf } from './report-place.ts';

/** What reports are made by. */
export interface ReportingOptions extends SharedOptions, BundleFacts {
  /** How the scans before went, out of a ledger. */
  readonly history?: HistoryOptions | undefined;
  /** What a baseline says of the failures; absent without one. */
  readonly compared?: BaselineOptions | undefined;
  /** Whether time is over; no report is begun then. */
  readonly isOver?: () => boolean;
  /** Whether lists of failures name what was not decided. */
  readonly undecided?: boolean | undefined;
}

/** One report as it is made. */
export interface MadeReport {
  /** The name of its file. */
  readonly name: string;
  readonly format: string;
  readonly mediaType: string;
  readonly content: Rendering;
  /** What it refers to, each to be written beside it. */
  readonly companions: readonly Companion[];
  /** Its place among all that are made, from 1. */
  readonly number: number;
  readonly of: number;
}

interface Job {
  readonly format: ReturnType<typeof findFormat>;
  readonly frameworkId: string | undefined;
  readonly language: ReportLanguage;
  readonly number: number;
}

/** From so many on, PDFs are typeset side by side, in processes of their own. */
const manyPdfs = 4;

/**
 * Makes each format for each framework in each language, in this order.
 *
 * @throws PlimsollError `format-unknown`, `framework-unknown`, `locale-unknown`, `scan-aborted` when time is over, and
 * what the formats throw
 */
export async function* makeReports(
  assessment: Assessment,
  formats: readonly string[],
  options: ReportingOptions,
  config: PlimsollConfig,
): AsyncGenerator<MadeReport> {
  const jobs = listJobs(chosenFrameworks(assessment, options), formats, options, config);
  const pdfs = jobs.filter(({ format }) => format.id === 'pdf').length;
  const processes = pdfs < manyPdfs ? 1 : Math.min(pdfs, availableParallelism());
  const typesetters =
    processes > 1 ? (await import('../../report.ts')).openTypesetters(processes) : undefined;
  const shared = { ...optionsFor(options, config), typeset: typesetters?.typeset };
  try {
    yield* inOrder(jobs, processes, async ({ format, frameworkId, language, number }) => {
      if (options.isOver?.() === true) {
        throw new PlimsollError(
          'scan-aborted',
          text(
            `Time limit reached: ${number - 1} of ${jobs.length} reports were made.`,
            `已达时限：${jobs.length} 份报告中已生成 ${number - 1} 份。`,
          ),
          { hint: text('Allow more time: --timeout SECONDS', '请延长时限：--timeout SECONDS') },
        );
      }
      const render = await format.load();
      const own = ofFramework(assessment, frameworkId);
      const given = {
        ...shared,
        language,
        ...(frameworkId === undefined
          ? {}
          : { frameworkId, words: wordsIn(assessment, frameworkId) }),
      };
      const content = await render(own, given);
      const name = nameOf({ format, frameworkId, language }, options);
      return {
        name,
        format: format.id,
        mediaType: format.mediaType,
        content,
        companions: (await format.companions?.(own, given)) ?? [],
        number,
        of: jobs.length,
      };
    });
  } finally {
    typesetters?.close();
  }
}

/**
 * Where the first of the reports goes, before there is one; `undefined` where none is asked for.
 *
 * @param frameworks those of the assessment
 * @param out the file or folder that was named
 * @throws PlimsollError `format-unknown`, `locale-unknown`, `option-invalid` for a file that takes one report where several
 * are asked for
 */
export async function firstPlace(
  frameworks: readonly string[],
  formats: readonly string[],
  options: SharedOptions & { readonly out?: string },
  config: PlimsollConfig,
): Promise<string | undefined> {
  const jobs = listJobs(frameworks, formats, options, config);
  const [first] = jobs;
  return first && placeOf(nameOf(first, options), jobs.length, options.out);
}

function listJobs(
  frameworks: readonly string[],
  formats: readonly string[],
  options: SharedOptions,
  config: PlimsollConfig,
): readonly Job[] {
  const languages = languagesOf(options, config);
  // A mistyped format is reported before anything is written.
  const found = [...new Set(formats)].map((id) => findFormat(id));
  const jobs = found.flatMap((format) => {
    // The assessment itself holds every framework, so it is written once.
    if (!format.perFramework) return [{ format, frameworkId: undefined, language: languages[0] }];
    const isOnce = frameworks.length > 1 && isForAll(format.id, options, config);
    const each = frameworks.length > 0 && !isOnce ? frameworks : [undefined];
    return each.flatMap((frameworkId) =>
      languages.map((language) => ({ format, frameworkId, language })),
    );
  });
  return jobs.map((job, at) => ({ ...job, number: at + 1 }));
}

/** Whether what was asked for is a document, and the same for every framework. */
function isForAll(
  format: string,
  { document }: SharedOptions,
  { reports = [] }: PlimsollConfig,
): boolean {
  if (document === undefined || !['html', 'pdf'].includes(format)) return false;
  const own = reports.find(({ id }) => id === document);
  return own ? own.forAll === true : findDocument(document).forAll === true;
}

function nameOf(
  { format, frameworkId, language }: Omit<Job, 'number'>,
  { document }: SharedOptions,
): string {
  const parts = format.perFramework
    ? ['report', frameworkId, document, idOf(language)]
    : ['assessment'];
  return `${parts.filter((part) => part !== undefined).join('-')}.${format.extension}`;
}

/** What all reports are given: the requested document, your own before those of the package. */
function optionsFor(
  options: ReportingOptions,
  { reports = [], branding }: PlimsollConfig,
): Omit<RenderOptions, 'language'> {
  const { document, fonts, bundleSha256, verification, history, sources, undecided } = options;
  const { annex, pdfStandard, compared } = options;
  // A configuration knows of a document only that it is one: `defineReport` gave it its types.
  const own = reports.find(({ id }) => id === document) as DocumentDefinition | undefined;
  return {
    bundleSha256,
    verification,
    history,
    sources,
    undecided,
    baseline: compared,
    filesUrl: filesUrl(process.env, process.cwd()),
    document: own ?? document,
    branding,
    ...(fonts === undefined ? {} : { fontPaths: [fonts] }),
    annex,
    pdfStandard,
  };
}
