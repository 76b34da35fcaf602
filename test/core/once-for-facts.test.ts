import { describe, expect, it } from 'vitest';
import { onceForFacts } from '../../src/core/recording/record.ts';
import { fail, pass } from '../../src/core/controls/verdict.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import { defineCatalog } from '../../src/core/controls/catalog.ts';
import type { Subject } from '../../src/core/facts/subject.ts';
import { text } from '../../src/core/text.ts';
import { snapshotOf, subjectOf, tool } from '../support/judge.ts';
import { thingControl, thingFacts, type Thing } from './tiny.ts';

type Deep = Pick<Thing, 'nested'>;

/** A control that asks for a number which is made of the facts, as often as it was made; twice, as two checks would. */
function counting() {
  let made = 0;
  const valueOf = onceForFacts(['nested'], ({ nested }: Deep) => {
    made += 1;
    return nested.deep.value;
  });
  const control = thingControl((thing) =>
    valueOf(thing) + valueOf(thing) === 14 ? pass() : fail(text('other', '其他')),
  );
  const judgeAll = (...all: readonly Subject[]) =>
    assess(snapshotOf([...all]), {
      catalog: defineCatalog({ id: 'test', version: '1', controls: [control] }),
      tool,
    }).findings;
  return { judgeAll, made: () => made };
}

describe('what follows from whole facts', () => {
  it('is made once for a subject, from its own facts, and noted as a whole', () => {
    const { judgeAll, made } = counting();
    const other = { ...thingFacts, nested: { deep: { value: 8 } } };
    const findings = judgeAll(
      subjectOf('thing', thingFacts, { id: 'a' }),
      subjectOf('thing', other, { id: 'b' }),
    );
    expect(findings.map(({ status }) => status)).toEqual(['pass', 'fail']);
    expect(made()).toBe(2);
    expect(findings[0]?.observations.map(({ path }) => path)).toEqual(['/nested']);
  });

  it.each(['/nested', '/nested/deep', '/nested/deep/value'])(
    'is unknown where a gap is among them, at %s',
    (path) => {
      const { judgeAll } = counting();
      const gap = { path, reason: 'denied' as const, detail: 'not read' };
      const [finding] = judgeAll(subjectOf('thing', thingFacts, { gaps: [gap] }));
      expect(finding?.status).toBe('unknown');
    },
  );
});
