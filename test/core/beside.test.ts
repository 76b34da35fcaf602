import { describe, expect, it } from 'vitest';
import { all, any, beside } from '../../src/core/controls/combinators.ts';
import { judge } from '../support/judge.ts';
import { thingControl, thingFacts } from './tiny.ts';

const gaps = (...paths: string[]) => ({
  gaps: paths.map((path) => ({ path, reason: 'denied' as const, detail: 'test' })),
});

const onBesideCount = thingControl(
  beside(
    (t) => t.on,
    (t) => t.count,
  ),
);

describe('beside', () => {
  it('shows what stands beside as evidence', () => {
    const finding = judge(onBesideCount, thingFacts);
    expect(finding.status).toBe('pass');
    expect(finding.observations.map(({ path, value }) => [path, value])).toEqual([
      ['/on', true],
      ['/count', 3],
    ]);
  });

  it('keeps the verdict when what stands beside could not be read, and says so', () => {
    for (const [on, status] of [
      [true, 'pass'],
      [false, 'fail'],
    ] as const) {
      const finding = judge(onBesideCount, { ...thingFacts, on }, gaps('/count'));
      expect(finding.status).toBe(status);
      expect(finding.observations.at(-1)).toMatchObject({ path: '/count', gap: 'denied: test' });
    }
  });

  it('is unknown when what decides could not be read, whatever stands beside', () => {
    expect(judge(onBesideCount, thingFacts, gaps('/on')).status).toBe('unknown');
  });

  it('does not save a part of a larger check from its gap', () => {
    const control = thingControl(
      all(
        beside(
          (t) => t.on,
          () => true,
        ),
        (t) => t.count > 0,
      ),
    );
    expect(judge(control, thingFacts, gaps('/count')).status).toBe('unknown');
  });

  it('does not let any pass on a branch that read nothing to judge', () => {
    const control = thingControl(
      any(
        (t) => t.on,
        beside(
          () => true,
          () => true,
        ),
      ),
    );
    expect(judge(control, thingFacts, gaps('/on')).status).toBe('unknown');
  });

  it('reports a reading that throws', () => {
    const control = thingControl(
      beside(
        (t) => t.on,
        () => {
          throw new Error('broken');
        },
      ),
    );
    expect(judge(control, thingFacts).status).toBe('error');
  });
});
