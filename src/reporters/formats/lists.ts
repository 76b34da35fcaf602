import { baseOf } from '../locale/locale.ts';
import { formatsOf } from './format.ts';

/** The assessment itself, and its findings for a table, a terminal or a pull request. */
export const listFormats = formatsOf([
  {
    id: 'json',
    title: { en: 'The assessment itself', zh: '评估数据（JSON）' },
    extension: 'json',
    mediaType: 'application/json',
    perFramework: false,
    load: async () => {
      const { renderJson } = await import('../json/render-json.ts');
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
      const { renderNdjson } = await import('../json/render-json.ts');
      return async (assessment, { baseline }) => renderNdjson(assessment, baseline);
    },
  },
  {
    id: 'csv',
    title: { en: 'The findings as a table (CSV)', zh: '检查结果表格（CSV）' },
    extension: 'csv',
    mediaType: 'text/csv',
    perFramework: false,
    load: async () => {
      const { renderCsv } = await import('../csv/render-csv.ts');
      return async (assessment, { language, baseline }) =>
        renderCsv(assessment, baseOf(language), baseline);
    },
  },
  {
    id: 'xlsx',
    title: { en: 'The findings as a workbook (XLSX)', zh: '检查结果工作簿（XLSX）' },
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    perFramework: false,
    load: async () => {
      const { renderXlsx } = await import('../xlsx/render-xlsx.ts');
      return async (assessment, { language, baseline }) =>
        renderXlsx(assessment, baseOf(language), baseline);
    },
  },
  {
    id: 'lines',
    title: { en: 'Unaccepted failures, one to a line', zh: '未被接受的失败项（每行一条）' },
    extension: 'txt',
    mediaType: 'text/plain',
    perFramework: false,
    load: async () => {
      const { renderLines } = await import('../lines/render-lines.ts');
      return async (assessment, { language, undecided, baseline }) =>
        renderLines(assessment, baseOf(language), undecided, baseline);
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
        import('../model/build-report.ts'),
        import('../markdown/render-markdown.ts'),
      ]);
      return async (assessment, options) => renderMarkdown(buildReport(assessment, options));
    },
  },
]);
