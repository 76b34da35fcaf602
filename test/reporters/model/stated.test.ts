import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { buildReport } from '../../../src/reporters/model/build-report.ts';
import { renderText } from '../../../src/reporters/text/render-text.ts';
import { statedAssessment } from '../../fixtures/assessment.ts';
import { sampleFramework } from '../../fixtures/sample-framework.ts';

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
  it('tells a stated not-applicable from one that controls found', () => {
    expect(requirement('2.4')).toMatchObject({
      rule: 'Not applicable, as a person stated',
      statement: {
        said: 'Li Wei stated that it does not apply: No room of ours.',
        conflict: false,
      },
    });
    expect(requirement('1.4')?.rule).toBe('Not applicable');
    const counted = report.result.requirements?.find(({ label }) => label === 'Not applicable');
    expect(counted?.rules.map(({ label }) => label)).toContain(
      'Not applicable, as a person stated',
    );
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
      lapsed: [{ state: 'does not count: a file was changed since' }],
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
