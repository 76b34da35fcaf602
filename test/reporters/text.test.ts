import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess, builtin, parseSnapshot } from '../../src/index.ts';
import { limitAssessment } from '../../src/report.ts';
import { buildReport } from '../../src/reporters/model/build-report.ts';
import { renderLines } from '../../src/reporters/lines/render-lines.ts';
import { renderResult } from '../../src/reporters/text/render-result.ts';
import { renderFigures, renderText } from '../../src/reporters/text/render-text.ts';
import type { TextStyle } from '../../src/reporters/text/text-style.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';

const widthOf = (line: string): number =>
  Array.from(line).reduce((sum, each) => sum + (/[\u2e80-\uffef]/.test(each) ? 2 : 1), 0);

describe('the summary of a scan in a screenful', () => {
  const recorded = parseSnapshot(
    JSON.parse(
      readFileSync(new URL('../../examples/recorded/snapshot.json', import.meta.url), 'utf8'),
    ),
  );
  const assessment = assess(recorded, { catalog: builtin });
  const brief = (width: number, language: 'en' | 'zh' = 'en', of = assessment): string => {
    const report = buildReport(of, { language });
    const frameworks = [{ title: 'Acme', counts: report.result.findings }];
    return renderText(report, undefined, false, { width, frameworks });
  };

  it.each([
    [80, 'en'],
    [120, 'en'],
    [80, 'zh'],
    [120, 'zh'],
  ] as const)('names the worst within %i columns, in %s', (width, language) => {
    const lines = brief(width, language).trimEnd().split('\n');
    const worst = lines.slice(
      lines.findIndex((each) => each.startsWith('Acme')),
      -4,
    );
    for (const each of worst) expect(widthOf(each)).toBeLessThanOrEqual(width);
    expect(lines.filter((each) => each.startsWith('  → '))).toHaveLength(10);
    expect(lines.length).toBeLessThan(60);
  });

  it('puts what a privileged container fails beside under it, and nowhere else', () => {
    const privileged = brief(400).split('\n');
    const at = privileged.indexOf('  workload-not-privileged');
    expect(privileged.slice(at, at + 3).join('\n')).toMatch(
      /ci-runner\n {2}and with it workload-capabilities, .*workload-seccomp/,
    );
    const capabilities = privileged.indexOf('  workload-capabilities');
    expect(privileged[capabilities + 1]).toBe('  monitor');
  });

  it('says how much is outside of the scope', () => {
    const limited = limitAssessment(assessment, { controls: ['image-*'] });
    const { findings } = limited.scope?.outside ?? {};
    expect(brief(80, 'en', limited)).toContain(`Findings outside this scope: ${findings};`);
    expect(brief(80)).not.toContain('outside this scope');
  });

  it('names what would show it, by what it is limited by', () => {
    const said = (scope: Parameters<typeof limitAssessment>[1]): string =>
      brief(400, 'en', limitAssessment(assessment, scope));
    expect(said({ controls: ['image-*'] })).toContain('To see them: leave out --control.');
    const both = said({ subjects: ['ci-runner'], severities: ['critical'] });
    expect(both).toContain('To see them: leave out --severity, leave out the name or --subject.');
    expect(both).not.toContain('--only-mapped');
  });

  it('counts the subjects, and what of them was not read, of a scope of subjects alone', () => {
    const limited = limitAssessment(assessment, { subjects: ['ci-runner'] });
    const gaps = new Set(
      limited.findings.flatMap(({ subject, observations }) =>
        observations.flatMap(({ path, gap }) => (gap === undefined ? [] : `${subject.id} ${path}`)),
      ),
    );
    expect(gaps.size).toBeLessThan(assessment.factGaps);
    const lines = brief(400, 'en', limited).split('\n');
    const { kinds } = buildReport(limited, { language: 'en' }).scope.limits ?? {};
    expect(kinds).toMatchObject([{ count: 1 }]);
    expect(lines).toContain(`${kinds?.[0]?.kind} 1`);
    const open = lines.find((line) => line.startsWith('Undecided findings'));
    expect(open ?? 'Facts that could not be read: 0.').toContain(
      `Facts that could not be read: ${gaps.size}.`,
    );
  });

  it('names every subject where all are asked for', () => {
    const report = buildReport(assessment, { language: 'en' });
    const most = report.failures
      .flatMap(({ controls }) => controls)
      .toSorted((a, b) => b.findings.length - a.findings.length)[0];
    expect(most?.findings.length).toBeGreaterThan(4);
    for (const { name, message } of most?.findings ?? []) {
      expect(renderText(report)).toContain(`  ${name}: ${message}\n`);
    }
    expect(renderText(report)).not.toContain('… and');
  });

  it('is one line where only the result is asked for', () => {
    const report = buildReport(assessment, { language: 'en' });
    const counts = [
      { tone: 'bad', label: 'Not in Place', count: 3 },
      { tone: 'good', label: 'In Place', count: 4 },
    ] as const;
    const [failed] = report.result.findings;
    expect(
      renderResult(report, [
        { title: 'Acme', counts },
        { title: 'Ajax', counts: counts.slice(1) },
      ]),
    ).toMatch(
      new RegExp(
        `^Fail ${failed?.count} \\(Critical 2 · High .*\\) · Unknown .* \\| Acme: Not in Place 3/7 \\| Ajax: not met 0/4\n$`,
      ),
    );
    const passed = limitAssessment(assessment, { controls: ['workload-no-ssh'] });
    expect(renderResult(buildReport(passed, { language: 'zh' }))).toBe('未通过 0\n');
  });
});

describe('the summary for a terminal', () => {
  it.each(['en', 'zh'] as const)('names each failed control and its subjects in %s', (language) => {
    const report = buildReport(sampleAssessment(), { language });
    const text = renderText(report);
    for (const { controls } of report.failures) {
      for (const { control, findings } of controls) {
        expect(text).toContain(control.title);
        expect(text).toContain(control.id);
        for (const { name, message } of findings.slice(0, 4)) {
          expect(text).toContain(`  ${name}: ${message}\n`);
        }
      }
    }
    expect(text.endsWith('\n')).toBe(true);
  });

  it('gives the figures of the report', () => {
    const report = buildReport(sampleAssessment(), { language: 'en' });
    const shown = report.result.findings.filter(({ count }) => count > 0);
    expect(shown.length).toBeGreaterThan(1);
    for (const { label, count } of shown) expect(renderText(report)).toContain(`${label} ${count}`);
  });

  it('uses the style it is given for nothing but whole words', () => {
    const mark = (text: string): string => `<${text}>`;
    const style: TextStyle = {
      tone: (_, text) => mark(text),
      severity: (_, text) => mark(text),
      bold: mark,
      dim: mark,
    };
    const report = buildReport(sampleAssessment(), { language: 'en' });
    expect(renderText(report, style).replaceAll(/[<>]/g, '')).toBe(renderText(report));
  });

  it('ends the line of a target that said nothing behind its name', () => {
    const assessment = sampleAssessment();
    const targets = assessment.targets.map((target) => ({ ...target, description: '' }));
    const report = buildReport({ ...assessment, targets }, { language: 'en' });
    const lines = renderText(report).split('\n');
    expect(targets.length).toBeGreaterThan(0);
    expect(lines).toEqual(expect.arrayContaining(targets.map(({ id }) => id)));
  });

  it('counts what is undecided as the report lists it', () => {
    const report = buildReport(sampleAssessment(), { language: 'en' });
    const { controls, errors } = report.unseen;
    const listed = [...controls, ...errors].flatMap(({ findings }) => findings);
    expect(listed.length).toBeGreaterThan(0);
    expect(renderFigures(report)).toContain(`Undecided findings: ${listed.length}.`);
  });

  it('describes no evidence, of which it shows none, and for figures alone no finding', () => {
    const reads = { findings: 0, observations: 0 };
    const assessment = sampleAssessment();
    const report = buildReport(
      {
        ...assessment,
        get findings() {
          reads.findings += 1;
          return assessment.findings.map((finding) => ({
            ...finding,
            get observations() {
              reads.observations += 1;
              return finding.observations;
            },
          }));
        },
      },
      { language: 'en' },
    );
    expect(renderFigures(report)).toContain('Fail');
    expect(reads.findings).toBe(0);
    expect(renderText(report)).toContain('Fail');
    expect(reads.observations).toBe(0);
    const [entry] = report.controls.flatMap(({ findings }) => findings);
    expect(entry?.observations).toBe(entry?.observations);
    expect(reads.observations).toBe(1);
  });

  it('says so when nothing failed', () => {
    const report = buildReport({ ...sampleAssessment(), findings: [] }, { language: 'en' });
    expect(renderText(report)).toContain('Nothing failed.');
  });

  it.each([
    [{ pass: 0, unknown: 3 }, 'Nothing could be decided.'],
    [{ pass: 0, error: 1 }, 'Nothing could be decided.'],
    [{ pass: 1, unknown: 3 }, 'Nothing failed.'],
    [{ pass: 0, notApplicable: 3 }, 'There was nothing to judge.'],
  ])('does not take %o for a good result where nothing was decided', (counts, said) => {
    const assessment = sampleAssessment();
    const none = Object.fromEntries(Object.keys(assessment.summary.tally).map((key) => [key, 0]));
    const tally = { ...assessment.summary.tally, ...none, ...counts };
    const report = buildReport(
      { ...assessment, findings: [], summary: { ...assessment.summary, tally } },
      { language: 'en' },
    );
    const words = ['Nothing failed.', 'Nothing could be decided.', 'There was nothing to judge.'];
    expect(words.filter((each) => renderText(report).includes(each))).toEqual([said]);
  });

  it.each(['en', 'zh'] as const)(
    'names what is undecided where that is asked for, in %s',
    (language) => {
      const report = buildReport(sampleAssessment(), { language });
      const all = report.unseen.controls;
      expect(all.length).toBeGreaterThan(0);
      const named = (undecided?: boolean): readonly boolean[] =>
        all.flatMap(({ control, findings }) =>
          findings
            .slice(0, 4)
            .map(({ name, message }) =>
              renderText(report, undefined, undecided).includes(
                `${control.id}\n  ${name}: ${message}\n`,
              ),
            ),
        );
      expect(named(true)).not.toContain(false);
      expect(named(false)).not.toContain(true);
      expect(renderText(report, undefined, false)).toContain('--strict');
      expect(renderFigures(report, undefined, false)).toContain('--strict');
      for (const said of [renderText(report), renderText(report, undefined, true)]) {
        expect(said).not.toContain('--strict');
      }
    },
  );

  it('has a line of its own for what is undecided, where that is asked for', () => {
    const assessment = sampleAssessment();
    const unknown = assessment.findings.filter(({ status }) => status === 'unknown');
    expect(unknown.length).toBeGreaterThan(0);
    const lines = (undecided: boolean) => renderLines(assessment, 'en', undecided);
    for (const { controlId, message } of unknown) {
      expect(lines(true)).toContain(` unknown ${controlId} `);
      expect(lines(true)).toContain(message.en);
      expect(lines(false)).not.toContain(` unknown ${controlId} `);
    }
  });
});
