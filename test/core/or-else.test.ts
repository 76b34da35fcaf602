import { describe, expect, it } from 'vitest';
import { orElse } from '../../src/core/controls/combinators.ts';
import { unknown, type Verdict } from '../../src/core/controls/verdict.ts';
import { judge } from '../support/judge.ts';
import { thingControl, thingFacts, type Thing } from './tiny.ts';

const denied = (path: string) => ({ path, reason: 'denied' as const, detail: 'test' });

const statusOf = (first: (thing: Thing) => boolean | Verdict, ...paths: readonly string[]) =>
  judge(
    thingControl(orElse(first, (thing) => thing.count > 0)),
    { ...thingFacts, count: 1 },
    { gaps: paths.map(denied) },
  ).status;

describe('orElse', () => {
  it('judges by the first where that was read, whatever the second says', () => {
    expect(statusOf(({ on }) => on === !on)).toBe('fail');
    expect(statusOf(({ on }) => on === !on, '/count')).toBe('fail');
  });
  it('judges by the second where the first could not be read', () => {
    expect(statusOf(({ on }) => on === !on, '/on')).toBe('pass');
  });
  it('is unknown where neither could be read', () => {
    expect(statusOf(({ on }) => on, '/on', '/count')).toBe('unknown');
  });
  it('leaves a first that says itself that it cannot tell', () => {
    expect(statusOf(() => unknown())).toBe('unknown');
  });
});
