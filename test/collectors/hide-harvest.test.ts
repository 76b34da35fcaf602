import { expect, it } from 'vitest';
import { hideOutcomes } from '../../src/collectors/collect/hide-harvest.ts';
import type { Outcome } from '../../src/collectors/gathering/collector-result.ts';

const token = `ghp_${'a1B2c3D4'.repeat(5)}`;
const key = Buffer.alloc(32);

const outcomeOf = (facts: Record<string, unknown>, id = 'one'): Outcome => ({
  harvest: {
    target: { id, kind: 'engine', machine: id, description: '', access: '' },
    subjects: [{ kind: 'box', id, name: id, target: id, facts, gaps: [] }],
    population: [],
    gaps: [],
    origins: {},
    redactions: {},
  },
});

const factsIn = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ harvest }) => harvest.subjects[0]?.facts);

it('counts a secret once, however deep it stands', () => {
  const [hidden] = hideOutcomes([outcomeOf({ a: { b: { c: { d: [{ e: token }] } } } })], key);
  expect(JSON.stringify(hidden)).not.toContain(token);
  expect(hidden?.harvest.redactions).toEqual({ 'github-token': 1 });
});

it('hides a secret wherever it stands, and leaves what has none as it is', () => {
  const list = [{ words: ['a long word without a secret'] }];
  const facts = { [token]: 1, list, named: { [`${token} `]: token } };
  const shown = factsIn(hideOutcomes([outcomeOf(facts), outcomeOf({ list }, 'two')], key));
  expect(JSON.stringify(shown)).not.toContain(token);
  expect(shown.map((each) => each?.['list'])).toEqual([list, list]);
  expect(shown[1]?.['list']).toBe(list);
});

it('hides a secret in each of several lists that are alike', () => {
  const shared = [`see https://user:${token}@example.com/`];
  const shown = factsIn(hideOutcomes([outcomeOf({ shared }), outcomeOf({ shared }, 'two')], key));
  expect(JSON.stringify(shown)).not.toContain(token);
  expect(shown[0]).toEqual(shown[1]);
});
