import { formatsOf } from './format.ts';

/** Documents that people read page by page. */
export const reportFormats = formatsOf([
  {
    id: 'html',
    title: { en: 'Report as one HTML page', zh: 'HTML 报告（单文件）' },
    extension: 'html',
    mediaType: 'text/html',
    perFramework: true,
    load: async () => {
      const [{ buildDocument }, { renderHtml }] = await Promise.all([
        import('../documents/build-document.ts'),
        import('../html/render-html.ts'),
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
      const [{ buildDocument }, { renderPdf }, { attachedAssessment }, oscal, { oscalOptions }] =
        await Promise.all([
          import('../documents/build-document.ts'),
          import('../pdf/render-pdf.ts'),
          import('../pdf/attached-assessment.ts'),
          import('../../oscal/results/render-results.ts'),
          import('./oscal-options.ts'),
        ]);
      return (assessment, options) => {
        const evidence = {
          assessment: attachedAssessment(assessment),
          oscal: [...oscal.renderOscalResults(assessment, oscalOptions(options))].join(''),
        };
        return renderPdf(buildDocument(assessment, options), evidence, options);
      };
    },
  },
]);
