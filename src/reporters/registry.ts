import type { Assessment } from '../core/assessment.ts';
import { PlimsollError } from '../core/errors.ts';
import type { Text } from '../core/text.ts';
import type { FontOptions, ReportOptions } from './options.ts';

/** Everything that any format may be told. */
export type RenderOptions = ReportOptions & FontOptions;

/** Writes an assessment in one format. */
export type Renderer = (
  assessment: Assessment,
  options: RenderOptions,
) => Promise<string | Uint8Array>;

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
      const [{ buildReport }, { renderHtml }] = await Promise.all([
        import('./model/build-report.ts'),
        import('./html/render-html.ts'),
      ]);
      return async (assessment, options) => renderHtml(buildReport(assessment, options));
    },
  },
  {
    id: 'pdf',
    title: { en: 'Report as PDF/A, evidence attached', zh: 'PDF/A 报告（附评估数据）' },
    extension: 'pdf',
    mediaType: 'application/pdf',
    perFramework: true,
    load: async () => {
      const [{ buildReport }, { renderPdf }, { renderJson }] = await Promise.all([
        import('./model/build-report.ts'),
        import('./pdf/render-pdf.ts'),
        import('./json/render-json.ts'),
      ]);
      return (assessment, options) =>
        renderPdf(buildReport(assessment, options), renderJson(assessment), options);
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
 * Writes an assessment in a format. Equal input gives equal bytes.
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
  return render(assessment, options);
}
