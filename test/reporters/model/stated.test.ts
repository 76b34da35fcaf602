import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import { renderText } from '../../../src/reporters/text/render-text.ts';
import { statedAssessment } from '../../fixtures/assessment.ts';
import { sampleFramework, sampleWords } from '../../fixtures/sample-framework.ts';

const assessment = statedAssessment();
const reportIn = (language: 'en' | 'zh') =>
  buildReport(assessment, { language, frameworkId: sampleFramework.id });
const report = reportIn('en');
const pageIn = (language: 'en' | 'zh') =>
  renderHtml(buildDocument(assessment, { language, frameworkId: sampleFramework.id }));
const requirement = (id: string) => report.requirements.find((each) => each.id === id);

describe('a report of what people stated', () => {
  it('names the system, and counts and names what is outside of it', () => {
    expect(report.scope.system).toMatchObject({ name: '支付平台', outsideCount: 3 });
    expect(report.scope.system?.selects).toContain('component payments');
    expect(report.scope.system?.outside).toMatchObject([
      { kind: 'Workload', count: 3, names: ['web-1', 'ci-runner', 'legacy-batch'] },
    ]);
    expect(report.scope.notices).toContain(
      'Subjects left out because they are outside the system under assessment: 3.',
    );
  });
  it('says what the framework changed in the one that it extends', () => {
    expect(report.scope.framework).toMatchObject({
      extends: 'sample-standard-0.9',
      changes: ['2.5: left out (Not ours., Li Wei)'],
    });
    expect(pageIn('en')).toContain('2.5: left out (Not ours., Li Wei)');
  });
  it('says not applicable of nothing but what a person stated; what had nothing to judge is not tested, with the reasons', () => {
    expect(requirement('2.4')).toMatchObject({
      rule: 'Not applicable, as a person stated',
      statement: {
        said: 'Li Wei stated that it does not apply: No room of ours.',
        conflict: false,
      },
    });
    expect(requirement('1.4')).toMatchObject({
      word: 'Nothing to judge',
      rule: 'Nothing to judge',
      reasons: [expect.stringContaining('there is none to judge')],
    });
  });
  it('leaves the field empty where the standard has no word, with the reason beside it', () => {
    const worded = { language: 'en', frameworkId: sampleFramework.id, words: sampleWords } as const;
    const { requirements, result } = buildReport(assessment, worded);
    expect(requirements.find(({ id }) => id === '1.4')?.word).toBe('');
    const rule = 'Nothing to judge';
    expect(result.requirements?.find(({ label }) => label === rule)?.count).toBe(1);
    const page = renderHtml(buildDocument(assessment, worded));
    const row = /<tr[^>]*id="requirement-1\.4".*?<\/tr>/s.exec(page)?.[0] ?? '';
    expect(row).toContain('Swarm: there is none to judge');
    expect(row).toContain(rule);
    expect(row.split('</td>')[0]).not.toContain('chip');
  });
  it('shows a statement against a failure as a conflict', () => {
    expect(requirement('1.1')).toMatchObject({
      status: 'not-satisfied',
      statement: { conflict: true },
    });
    expect(report.statements.map(({ conflicts }) => conflicts)).toEqual([[], ['1.1']]);
    expect(report.scope.notices.join()).toContain('on which a control failed: 1.');
  });
  it('shows an attestation that does not count on its requirement, and why', () => {
    expect(requirement('2.2')).toMatchObject({
      status: 'not-assessed',
      lapsed: [{ state: 'does not count: a file was changed after the statement' }],
    });
    expect(report.attestations).toMatchObject([
      {
        place: 'attestations/2.2.yaml:1:1',
        review: 'reviewed by Chen Jing on 15 September 2026',
        files: [{ state: 'unchanged' }, { path: 'duty-roster.xlsx', state: 'changed' }],
      },
    ]);
  });
  it.each(['en', 'zh'] as const)('puts all of it on the page (%s)', (language) => {
    const page = pageIn(language);
    for (const shown of [
      '支付平台',
      'duty-roster.xlsx',
      'No room of ours.',
      'attestations/2.2.yaml:1:1',
    ]) {
      expect(page).toContain(shown);
    }
    expect(page).toContain(language === 'en' ? 'conflict: stated' : '冲突：声明为不适用');
  });
  it('says on a terminal that subjects were left out', () => {
    expect(renderText(report)).toContain('Subjects outside the system: 3.');
  });
});
