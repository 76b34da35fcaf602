import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CheckedAttestation,
  attestationState,
  fileStates,
} from '../../src/core/statements/attestation.ts';
import { defineFramework } from '../../src/core/frameworks/framework.ts';
import {
  brokenByFailure,
  isLive,
  shownByPass,
  type Guard,
  type Link,
} from '../../src/core/frameworks/mapping.ts';
import { isInForce, type NotApplicable } from '../../src/core/statements/not-applicable.ts';
import { judgeFramework } from '../../src/core/assessment/judge-framework.ts';
import type { RequirementStatus, Tally } from '../../src/core/frameworks/rollup.ts';
import { countFinding, emptyTally } from '../../src/core/assessment/tally.ts';
import { text } from '../../src/core/text.ts';

const at = '2026-06-01T00:00:00Z';
const days = ['2026-05-31', '2026-06-01', '2026-06-02'] as const;
const ids = ['1', '1.1', '1.2', '2'] as const;
const controls = ['a', 'b', 'c'] as const;

const framework = defineFramework({
  id: 'acme-1',
  title: text('Acme', 'Acme'),
  edition: {
    version: '1',
    publisher: 'Acme',
    published: '2026',
    status: 'in-force',
    source: 'test',
  },
  requirements: ids.map((id) => ({
    id,
    parent: id.includes('.') ? '1' : null,
    title: text(id, id),
    nature: 'technical' as const,
    levels: [],
    confidence: 'verified' as const,
  })),
});

/** Findings one by one, so that tallies come about as they do in an assessment: waived ones are failures. */
const tally = fc
  .array(
    fc.constantFrom(
      ...(['pass', 'fail', 'unknown', 'error', 'not-applicable', 'manual'] as const),
      'waived' as const,
      'compensated' as const,
    ),
    { maxLength: 4 },
  )
  .map((findings): Tally => {
    const counted = emptyTally();
    for (const each of findings) {
      if (each === 'waived') countFinding(counted, 'fail', {});
      else if (each === 'compensated') countFinding(counted, 'fail', { compensatingControl: 'x' });
      else countFinding(counted, each, undefined);
    }
    return counted;
  });
const guard = fc.option(fc.record({ param: fc.constant('max'), atMost: fc.nat({ max: 2 }) }), {
  nil: undefined,
});
const link = fc
  .record({
    control: fc.constantFrom(...controls, 'left-out'),
    requirement: fc.constantFrom(...ids),
    shows: fc.constantFrom(...shownByPass),
    breaks: fc.constantFrom(...brokenByFailure),
    guard,
  })
  .map((each): Link => {
    const { guard: when, ...rest } = each;
    const reason = text('because', '因为');
    return { ...rest, reason, ...(when ? { guard: when satisfies Guard } : {}) };
  });
const attestation = fc
  .record({
    requirement: fc.constantFrom(...ids, '9'),
    framework: fc.constantFrom('acme-1', 'acme-2'),
    date: fc.constantFrom(...days),
    until: fc.constantFrom(...days),
    files: fc.array(fc.record({ path: fc.constant('x'), state: fc.constantFrom(...fileStates) }), {
      maxLength: 2,
    }),
  })
  .map((each): CheckedAttestation => ({ ...each, statement: 's', person: 'p', role: 'r' }));
const statement = fc
  .record({
    requirement: fc.constantFrom(...ids, '9'),
    framework: fc.constantFrom('acme-1', 'acme-2'),
    until: fc.option(fc.constantFrom(...days), { nil: undefined }),
  })
  .map((each): NotApplicable => ({ ...each, reason: 'r', owner: 'o' }));

const world = fc.record({
  tallies: fc.record({ a: tally, b: tally, c: tally }),
  params: fc.record({ a: fc.nat({ max: 3 }), b: fc.nat({ max: 3 }), c: fc.nat({ max: 3 }) }),
  links: fc.uniqueArray(link, { maxLength: 8, selector: (l) => `${l.control} ${l.requirement}` }),
  attestations: fc.array(attestation, { maxLength: 3 }),
  notApplicable: fc.array(statement, { maxLength: 3 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const isControl = (id: string): id is (typeof controls)[number] =>
  controls.some((each) => each === id);

const judge = ({ tallies, params, links, ...rest }: World) =>
  judgeFramework(
    { framework, mappings: [{ framework: 'acme-1', links }] },
    {
      tallyOf: (id) => (isControl(id) ? tallies[id] : undefined),
      paramsOf: (id) => (isControl(id) ? { max: params[id] } : {}),
      at,
      ...rest,
    },
  );

/** The rules once more, as a person would read them out, with no code of the roll-up. */
function expected(of: World, id: string): RequirementStatus {
  const live = of.links.flatMap((each) => {
    if (each.requirement !== id || !isControl(each.control)) return [];
    if (!isLive(each, { max: of.params[each.control] })) return [];
    return [{ shows: each.shows, breaks: each.breaks, ...of.tallies[each.control] }];
  });
  const attested = of.attestations.some(
    (each) =>
      each.framework === 'acme-1' &&
      each.requirement === id &&
      attestationState(each, at) === 'current',
  );
  const above = id.includes('.') ? [id, '1'] : [id];
  const stated = of.notApplicable.some(
    (each) =>
      each.framework === 'acme-1' && above.includes(each.requirement) && isInForce(each, at),
  );
  type Live = (typeof live)[number];
  const any = (among: readonly Live[], count: (each: Tally) => number) =>
    among.some((each) => count(each) > 0);
  const said = (each: Tally) =>
    each.pass + each.fail + each.waived + each.unknown + each.error + each.manual;
  const breaking = live.filter(({ breaks }) => breaks === 'breaks');
  const weakening = live.filter(({ breaks }) => breaks === 'weakens');
  const showing = live.filter(({ shows }) => shows !== 'context');
  const open = new Set([...breaking, ...showing]);
  const failed = any([...breaking, ...weakening], (each) => each.fail + each.waived);
  if (stated && !failed) return 'not-applicable';
  if (any(breaking, (each) => each.fail)) return 'not-satisfied';
  if (any([...open], (each) => each.unknown + each.error)) return 'undetermined';
  if ([...open].some((each) => said(each) + each.notApplicable === 0)) return 'undetermined';
  if (!attested && any([...open], (each) => each.manual)) return 'undetermined';
  if (any(breaking, (each) => each.waived)) {
    return any(breaking, (each) => each.waived - each.compensated)
      ? 'accepted-with-waiver'
      : 'accepted-with-compensating-control';
  }
  if (any(weakening, (each) => each.fail)) return 'weakened';
  if (live.length === 0) return attested ? 'attested' : 'not-assessed';
  const deciding = [...new Set([...open, ...weakening])];
  const judged = deciding.length > 0 ? deciding : live;
  if (!any(judged, said)) return attested ? 'attested' : 'not-tested';
  const passing = showing.filter(
    (each) => each.pass + each.manual > 0 && !(each.fail + each.waived),
  );
  if (passing.length === 0) return attested ? 'attested' : 'context-only';
  const whole = attested || passing.some(({ shows }) => shows === 'all');
  return whole && !any(deciding, (each) => each.fail + each.waived) ? 'satisfied' : 'supported';
}

describe('the roll-up of a framework, whatever the findings and whatever people stated', () => {
  const shuffled = <T>(items: readonly T[]) =>
    fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

  it('follows the rules, requirement by requirement', () => {
    fc.assert(
      fc.property(world, (of) => {
        const statuses = judge(of).requirements.map(({ id, status }) => [id, status]);
        expect(statuses).toEqual(ids.map((id) => [id, expected(of, id)]));
      }),
      { numRuns: 1000 },
    );
  });
  it('comes out the same in any order of links, attestations and statements', () => {
    const pairs = world.chain((of) =>
      fc.record({
        of: fc.constant(of),
        links: shuffled(of.links),
        attestations: shuffled(of.attestations),
        notApplicable: shuffled(of.notApplicable),
      }),
    );
    fc.assert(
      fc.property(pairs, ({ of, ...order }) => {
        const statuses = (each: World) =>
          judge(each).requirements.map(({ id, status, group }) => [id, status, group]);
        expect(statuses({ ...of, ...order })).toEqual(statuses(of));
      }),
    );
  });
  it('never calls satisfied that of which no pass shows all, unless a current attestation stands', () => {
    fc.assert(
      fc.property(world, (of) => {
        const links = of.links.map((each) =>
          each.shows === 'all' ? { ...each, shows: 'part' as const } : each,
        );
        const satisfied = judge({ ...of, links }).requirements.filter(
          ({ status, attestation: by }) => status === 'satisfied' && by === undefined,
        );
        expect(satisfied).toEqual([]);
      }),
    );
  });
  it('never lets a statement hide a failure: it is a conflict, and the failure decides', () => {
    fc.assert(
      fc.property(world, (of) => {
        const hidden = judge(of).requirements.filter(({ id, status, statement: by }) => {
          const without = expected({ ...of, notApplicable: [] }, id);
          return (by?.conflict === true || without === 'not-satisfied') && status !== without;
        });
        expect(hidden).toEqual([]);
      }),
    );
  });
  it('counts each requirement once, groups left out', () => {
    fc.assert(
      fc.property(world, (of) => {
        const { requirements, summary } = judge(of);
        const counted = requirements.filter(({ group }) => !group).length;
        expect(Object.values(summary).reduce((sum, count) => sum + count, 0)).toBe(counted);
      }),
    );
  });
});
