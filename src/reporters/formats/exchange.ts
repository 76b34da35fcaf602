import type { OscalVersion } from '../../oscal/oscal-names.ts';
import { baseOf } from '../locale/locale.ts';
import { formatsOf, type Format } from './format.ts';

const companionsOf =
  (version: OscalVersion): NonNullable<Format['companions']> =>
  async (assessment, options) =>
    (await import('./oscal-options.ts')).oscalCompanions(assessment, options, version);

/** What other tools read, each in the form that its own standard has. */
export const exchangeFormats = formatsOf([
  {
    id: 'sarif',
    title: { en: 'Unaccepted failures (SARIF 2.1.0)', zh: '未被接受的失败项（SARIF 2.1.0）' },
    extension: 'sarif',
    mediaType: 'application/sarif+json',
    perFramework: false,
    load: async () => {
      const { renderSarif } = await import('../sarif/render-sarif.ts');
      return async (assessment, { language, baseline }) =>
        renderSarif(assessment, baseOf(language), baseline);
    },
  },
  {
    id: 'codequality',
    title: {
      en: 'Unaccepted failures (GitLab Code Quality)',
      zh: '未被接受的失败项（GitLab 代码质量）',
    },
    extension: 'codequality.json',
    mediaType: 'application/json',
    perFramework: false,
    load: async () => {
      const { renderCodeQuality } = await import('../gitlab/render-code-quality.ts');
      return async (assessment, { language, baseline }) =>
        renderCodeQuality(assessment, baseOf(language), baseline);
    },
  },
  {
    id: 'gitlab-sast',
    title: { en: 'Unaccepted failures (GitLab SAST)', zh: '未被接受的失败项（GitLab SAST）' },
    extension: 'gitlab-sast.json',
    mediaType: 'application/json',
    perFramework: false,
    load: async () => {
      const { renderGitlabSast } = await import('../gitlab/render-sast.ts');
      return async (assessment, { language, baseline }) =>
        renderGitlabSast(assessment, baseOf(language), baseline);
    },
  },
  {
    id: 'github',
    title: {
      en: 'Unaccepted failures (GitHub annotations)',
      zh: '未被接受的失败项（GitHub 注释）',
    },
    extension: 'github',
    mediaType: 'text/plain',
    perFramework: false,
    load: async () => {
      const { renderAnnotations } = await import('../github/render-annotations.ts');
      return async (assessment, { language, baseline }) =>
        renderAnnotations(assessment, baseOf(language), baseline);
    },
  },
  {
    id: 'prometheus',
    title: { en: 'Figures as metrics (Prometheus)', zh: '监控指标（Prometheus）' },
    extension: 'prom',
    mediaType: 'text/plain',
    perFramework: false,
    load: async () => {
      const { renderPrometheus } = await import('../prometheus/render-prometheus.ts');
      return async (assessment) => renderPrometheus(assessment);
    },
  },
  {
    id: 'junit',
    title: { en: 'Test results (JUnit XML)', zh: '测试结果（JUnit XML）' },
    extension: 'xml',
    mediaType: 'application/xml',
    perFramework: false,
    load: async () => {
      const { renderJunit } = await import('../junit/render-junit.ts');
      return async (assessment, { language, undecided, baseline }) =>
        renderJunit(assessment, baseOf(language), { undecided, baseline });
    },
  },
  {
    id: 'hdf',
    title: { en: 'Heimdall data (OHDF exec-json)', zh: 'Heimdall 数据（OHDF exec-json）' },
    extension: 'hdf.json',
    mediaType: 'application/json',
    perFramework: false,
    load: async () => {
      const [{ renderHdf }, { nistTagsOf }, { nist80053Mapping }] = await Promise.all([
        import('../hdf/render-hdf.ts'),
        import('../hdf/nist-tags.ts'),
        import('../../frameworks/nist-800-53-r5/nist-800-53-r5.ts'),
      ]);
      const nistTags = nistTagsOf(nist80053Mapping);
      return async (assessment, { language }) => renderHdf(assessment, baseOf(language), nistTags);
    },
  },
  {
    id: 'openreports',
    title: { en: 'Cluster report (OpenReports)', zh: '集群报告（OpenReports）' },
    extension: 'openreports.json',
    mediaType: 'application/json',
    perFramework: false,
    load: async () => {
      const { renderOpenReports } = await import('../openreports/render-openreports.ts');
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
      const [{ renderOscalResults }, { oscalOptions }] = await Promise.all([
        import('../../oscal/results/render-results.ts'),
        import('./oscal-options.ts'),
      ]);
      return async (assessment, options) => renderOscalResults(assessment, oscalOptions(options));
    },
    /** The catalog that the results refer to. */
    companions: companionsOf('1.1.3'),
  },
  {
    id: 'oscal-1.2',
    title: { en: 'Assessment results (OSCAL 1.2.3)', zh: '评估结果（OSCAL 1.2.3）' },
    extension: 'oscal-1.2.json',
    mediaType: 'application/json',
    perFramework: true,
    load: async () => {
      const [{ renderOscalResults }, { oscalOptions }] = await Promise.all([
        import('../../oscal/results/render-results.ts'),
        import('./oscal-options.ts'),
      ]);
      return async (assessment, options) =>
        renderOscalResults(assessment, oscalOptions(options), '1.2.3');
    },
    /** The catalog that the results refer to. */
    companions: companionsOf('1.2.3'),
  },
  {
    id: 'oscal-poam',
    title: { en: 'What is left to do (OSCAL POA&M)', zh: '整改行动计划（OSCAL POA&M）' },
    extension: 'oscal-poam.json',
    mediaType: 'application/json',
    perFramework: true,
    load: async () => {
      const [{ renderOscalPoam }, { oscalOptions }] = await Promise.all([
        import('../../oscal/results/render-poam.ts'),
        import('./oscal-options.ts'),
      ]);
      return async (assessment, options) => renderOscalPoam(assessment, oscalOptions(options));
    },
  },
  {
    id: 'cyclonedx',
    title: { en: 'Attestations (CycloneDX 1.6)', zh: '合规声明（CycloneDX 1.6）' },
    extension: 'cdx.json',
    mediaType: 'application/vnd.cyclonedx+json',
    perFramework: false,
    load: async () => {
      const { renderCycloneDx } = await import('../cyclonedx/render-cyclonedx.ts');
      return async (assessment, { language }) => renderCycloneDx(assessment, baseOf(language));
    },
  },
]);
