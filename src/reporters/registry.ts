import type { Assessment } from '../core/assessment/assessment.ts';
import { PlimsollError } from '../core/errors.ts';
import type { Text } from '../core/text.ts';
import { baseOf } from './locale/locale.ts';
import type { PdfOptions, ReportOptions } from './options.ts';

/** Everything that any format may be told. */
export type RenderOptions = ReportOptions & PdfOptions;

/** A text or bytes, in one piece or in several, of which only one need be held at a time. */
export type Rendering = string | Uint8Array | Iterable<string> | AsyncIterable<Uint8Array>;

/** Writes an assessment in one format. */
export type Renderer = (assessment: Assessment, options: RenderOptions) => Promise<Rendering>;

/** One way to write an assessment down. */
export interface Format {
  readonly id: string;
  readonly title: Text;
  /** Without its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether it is about one framework in one language; else it holds the whole assessment. */
  readonly perFramework: boolean;
  /** Loads what writes it; nothing of it is loaded before. */
  readonly load: () => Promise<Renderer>;
}

/** Every format, in the order in which they are listed. */
export const formats = [
  {
    id: 'html',
    title: { en: 'Report as one HTML page', zh: 'HTML 报告（单文件）' },
    extension: 'html',
    mediaType: 'text/html',
    perFramework: true,
    load: async () => {
      const [{ buildDocument }, { renderHtml }] = await Promise.all([
        import('./documents/build-document.ts'),
        import('./html/render-html.ts'),
      ]);
      return async (assessment, options) => renderHtml(buildDocument(assessment, options));
    },
  },
  {
    id: 'pdf',
    title: { en: 'Report as PDF/A, evidence attached', zh: 'PDF/A 报告（附评估数据）' },
    extension: 'pdf',
    mediaType: 'application/pdf',
    perFramework: true,
    load: async () => {
      const [{ buildDocument }, { renderPdf }, { attachedAssessment }, oscal] = await Promise.all([
        import('./documents/build-document.ts'),
        import('./pdf/render-pdf.ts'),
        import('./pdf/attached-assessment.ts'),
        import('./oscal/render-results.ts'),
      ]);
      return (assessment, options) => {
        const evidence = {
          assessment: attachedAssessment(assessment),
          oscal: [...oscal.renderOscalResults(assessment, options)].join(''),
        };
        return renderPdf(buildDocument(assessment, options), evidence, options);
      };
    },
  },
  {
    id: 'json',
    title: { en: 'The assessment itself', zh: '评估数据（JSON）' },
    extension: 'json',
    mediaType: 'application/json',
    perFramework: false,
    load: async () => {
      const { renderJson } = await import('./json/render-json.ts');
      return async (assessment) => renderJson(assessment);
    },
  },
  {
    id: 'ndjson',
    title: { en: 'The findings, one to a line', zh: '检查结果（每行一条）' },
    extension: 'ndjson',
    mediaType: 'application/x-ndjson',
    perFramework: false,
    load: async () => {
      const { renderNdjson } = await import('./json/render-json.ts');
      return async (assessment) => renderNdjson(assessment);
    },
  },
  {
    id: 'csv',
    title: { en: 'The findings as a table (CSV)', zh: '检查结果表格（CSV）' },
    extension: 'csv',
    mediaType: 'text/csv',
    perFramework: false,
    load: async () => {
      const { renderCsv } = await import('./csv/render-csv.ts');
      return async (assessment, { language }) => renderCsv(assessment, baseOf(language));
    },
  },
  {
    id: 'xlsx',
    title: { en: 'The findings as a workbook (XLSX)', zh: '检查结果工作簿（XLSX）' },
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    perFramework: false,
    load: async () => {
      const { renderXlsx } = await import('./xlsx/render-xlsx.ts');
      return async (assessment, { language }) => renderXlsx(assessment, baseOf(language));
    },
  },
  {
    id: 'lines',
    title: { en: 'Unaccepted failures, one to a line', zh: '未被接受的失败项（每行一条）' },
    extension: 'txt',
    mediaType: 'text/plain',
    perFramework: false,
    load: async () => {
      const { renderLines } = await import('./lines/render-lines.ts');
      return async (assessment, { language }) => renderLines(assessment, baseOf(language));
    },
  },
  {
    id: 'markdown',
    title: { en: 'Summary for a pull request (Markdown)', zh: '合并请求摘要（Markdown）' },
    extension: 'md',
    mediaType: 'text/markdown',
    perFramework: true,
    load: async () => {
      const [{ buildReport }, { renderMarkdown }] = await Promise.all([
        import('./model/build-report.ts'),
        import('./markdown/render-markdown.ts'),
      ]);
      return async (assessment, options) => renderMarkdown(buildReport(assessment, options));
    },
  },
  {
    id: 'sarif',
    title: { en: 'Unaccepted failures (SARIF 2.1.0)', zh: '未被接受的失败项（SARIF 2.1.0）' },
    extension: 'sarif',
    mediaType: 'application/sarif+json',
    perFramework: false,
    load: async () => {
      const { renderSarif } = await import('./sarif/render-sarif.ts');
      return async (assessment, { language }) => renderSarif(assessment, baseOf(language));
    },
  },
  {
    id: 'junit',
    title: { en: 'Test results (JUnit XML)', zh: '测试结果（JUnit XML）' },
    extension: 'xml',
    mediaType: 'application/xml',
    perFramework: false,
    load: async () => {
      const { renderJunit } = await import('./junit/render-junit.ts');
      return async (assessment, { language }) => renderJunit(assessment, baseOf(language));
    },
  },
  {
    id: 'hdf',
    title: { en: 'Heimdall data (OHDF exec-json)', zh: 'Heimdall 数据（OHDF exec-json）' },
    extension: 'hdf.json',
    mediaType: 'application/json',
    perFramework: false,
    load: async () => {
      const { renderHdf } = await import('./hdf/render-hdf.ts');
      return async (assessment, { language }) => renderHdf(assessment, baseOf(language));
    },
  },
  {
    id: 'openreports',
    title: { en: 'Cluster report (OpenReports)', zh: '集群报告（OpenReports）' },
    extension: 'openreports.json',
    mediaType: 'application/json',
    perFramework: false,
    load: async () => {
      const { renderOpenReports } = await import('./openreports/render-openreports.ts');
      return async (assessment, { language }) => renderOpenReports(assessment, baseOf(language));
    },
  },
  {
    id: 'oscal',
    title: { en: 'Assessment results (OSCAL 1.1.3)', zh: '评估结果（OSCAL 1.1.3）' },
    extension: 'oscal.json',
    mediaType: 'application/json',
    perFramework: true,
    load: async () => {
      const { renderOscalResults } = await import('./oscal/render-results.ts');
      return async (assessment, options) => renderOscalResults(assessment, options);
    },
  },
  {
    id: 'oscal-1.2.1',
    title: { en: 'Assessment results (OSCAL 1.2.1)', zh: '评估结果（OSCAL 1.2.1）' },
    extension: 'oscal-1.2.1.json',
    mediaType: 'application/json',
    perFramework: true,
    load: async () => {
      const { renderOscalResults } = await import('./oscal/render-results.ts');
      return async (assessment, options) => renderOscalResults(assessment, options, '1.2.1');
    },
  },
  {
    id: 'oscal-poam',
    title: { en: 'What is left to do (OSCAL POA&M)', zh: '整改行动计划（OSCAL POA&M）' },
    extension: 'oscal-poam.json',
    mediaType: 'application/json',
    perFramework: true,
    load: async () => {
      const { renderOscalPoam } = await import('./oscal/render-poam.ts');
      return async (assessment, options) => renderOscalPoam(assessment, options);
    },
  },
  {
    id: 'cyclonedx',
    title: { en: 'Attestations (CycloneDX 1.6)', zh: '合规声明（CycloneDX 1.6）' },
    extension: 'cdx.json',
    mediaType: 'application/vnd.cyclonedx+json',
    perFramework: false,
    load: async () => {
      const { renderCycloneDx } = await import('./cyclonedx/render-cyclonedx.ts');
      return async (assessment, { language }) => renderCycloneDx(assessment, baseOf(language));
    },
  },
] as const satisfies readonly Format[];

/** The id of any format. */
export type FormatId = (typeof formats)[number]['id'];

/**
 * Finds a format by its id.
 *
 * @throws PlimsollError `format-unknown`; the hint names the known ones
 */
export function findFormat(id: string): Format & { readonly id: FormatId } {
  const format = formats.find((each) => each.id === id);
  if (format) return format;
  throw new PlimsollError('format-unknown', `There is no format ${JSON.stringify(id)}.`, {
    hint: `The formats are: ${formats.map((each) => each.id).join(', ')}.`,
  });
}

/**
 * Writes an assessment in a format, in one piece. Equal input gives equal bytes. For a large assessment,
 * `findFormat(id).load()` gives a renderer that may write it in pieces.
 *
 * @throws PlimsollError `format-unknown`, `framework-unknown`, and what the format itself throws
 * @example
 * const html = await renderReport('html', assessment, { language: 'en' });
 */
export async function renderReport(
  format: string,
  assessment: Assessment,
  options: RenderOptions,
): Promise<string | Uint8Array> {
  const render = await findFormat(format).load();
  const rendering = await render(assessment, options);
  if (typeof rendering === 'string' || rendering instanceof Uint8Array) return rendering;
  if (Symbol.iterator in rendering) return [...rendering].join('');
  const chunks: Uint8Array[] = [];
  for await (const chunk of rendering) chunks.push(chunk);
  return Buffer.concat(chunks);
}
