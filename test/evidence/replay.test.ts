import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/core/assessment/assessment.ts';
import { checksVersion } from '../../src/core/controls/checks.ts';
import { compareJudged } from '../../src/evidence/replay/replay.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';

const before = sampleAssessment();
const judged = (assessment: Assessment) => ({
  assessment,
  checks: {
    kind: 'plimsoll/checks' as const,
    version: checksVersion,
    catalog: { id: 'sample', version: '1.0.0' },
    controls: [],
    files: [],
  },
});
const differences = (after: Assessment) => compareJudged(judged(before), judged(after));
const id = 'sample-memory-limit';
const withControl = (change: object): Assessment => ({
  ...before,
  catalog: {
    ...before.catalog,
    controls: before.catalog.controls.map((each) =>
      each.id === id ? { ...each, ...change } : each,
    ),
  },
});

describe('what differs between two assessments of one snapshot', () => {
  it('is in words alone where nothing else is found', () => {
    expect(differences(before)).toEqual([
      { cause: 'other', detail: 'words or lineage of the catalog', changed: 0 },
    ]);
  });

  it('is a parameter, with the value before and after', () => {
    const was = before.catalog.controls.find((each) => each.id === id)?.params;
    expect(differences(withControl({ params: { maxBytes: 1 } }))).toEqual([
      { cause: 'parameters', id, detail: `${JSON.stringify(was)} → {"maxBytes":1}`, changed: 0 },
    ]);
  });

  it('is each reason of one control', () => {
    const after = withControl({ params: { maxBytes: 1 }, severity: 'low', holds: 3 });
    expect(differences(after).map(({ cause }) => cause)).toEqual([
      'parameters',
      'severity',
      'holds',
    ]);
  });

  it('is that a control judged otherwise, with how many findings changed', () => {
    const [first] = before.findings.filter((each) => each.controlId === id);
    const after = {
      ...before,
      findings: before.findings.map((each) =>
        each === first ? { ...each, status: 'error' as const } : each,
      ),
    };
    expect(differences(after)).toEqual([
      { cause: 'other', id, detail: 'it judged otherwise', changed: 1 },
    ]);
  });
});
