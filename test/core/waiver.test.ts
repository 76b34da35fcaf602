import { describe, expect, it } from 'vitest';
import {
  byNameOnly,
  coversSubject,
  endsSoon,
  lengthOf,
  waiverSchema,
  waiverState,
  type Waiver,
} from '../../src/core/statements/waiver.ts';
import { subjectOf } from '../support/judge.ts';

const waiver: Waiver = {
  control: 'workload-not-privileged',
  scope: { subject: 'abc' },
  reason: 'a driver needs it',
  owner: 'platform',
  approver: 'security',
  from: '2026-11-01',
  until: '2026-11-30',
};

describe('the days of a waiver', () => {
  it.each([
    ['2026-10-31T23:59:59Z', 'not-yet'],
    ['2026-11-01T00:00:00Z', 'live'],
    ['2026-11-30T23:59:59.999Z', 'live'],
    ['2026-12-01T00:00:00Z', 'expired'],
  ])('at %s it is %s', (at, state) => {
    expect(waiverState(waiver, at)).toBe(state);
  });
});

describe('how long a waiver holds', () => {
  it('counts both its ends', () => {
    expect(lengthOf(waiver)).toBe(30);
    expect(lengthOf({ ...waiver, until: waiver.from })).toBe(1);
  });

  it.each([
    ['2026-11-15T00:00:00Z', 30, 'live'],
    ['2026-11-15T00:00:00Z', 29, 'too-long'],
    ['2026-10-01T00:00:00Z', 29, 'too-long'],
    ['2026-12-01T00:00:00Z', 29, 'expired'],
  ])('at %s, where %i days are allowed, it is %s', (at, limit, state) => {
    expect(waiverState(waiver, at, limit)).toBe(state);
  });

  it('ends soon within 30 days', () => {
    expect(endsSoon(waiver, '2026-10-31T23:00:00Z')).toBe(true);
    expect(endsSoon(waiver, '2026-10-30T00:00:00Z')).toBe(false);
  });
});

describe('a scope by name', () => {
  it.each<[Waiver['scope'], boolean]>([
    [{ name: 'web' }, true],
    [{ name: 'web', target: 'unix:///run/docker.sock' }, true],
    [{ name: 'web', subject: 'abc' }, false],
    [{ subject: 'abc' }, false],
  ])('%j: %s', (scope, expected) => {
    expect(byNameOnly({ ...waiver, scope })).toBe(expected);
  });
});

describe('the scope of a waiver', () => {
  const facts = {
    labels: { team: 'blue', tier: 'web' },
    image: { id: 'sha256:aa', digest: 'sha256:bb' },
    compose: { project: 'shop', service: 'web' },
    service: { id: 'svc', name: 'shop_web' },
  };
  const subject = subjectOf('workload', facts, { id: 'abc', name: 'web-1' });
  const covers = (scope: Waiver['scope']): boolean =>
    coversSubject({ ...waiver, scope }, subject, subject);

  it.each<[Waiver['scope'], boolean]>([
    [{ subject: 'abc' }, true],
    [{ subject: 'abd' }, false],
    [{ labels: { team: 'blue' } }, true],
    [{ labels: { team: 'blue', tier: 'db' } }, false],
    [{ labels: { toString: 'blue' } }, false],
    [{ imageDigest: 'sha256:aa' }, true],
    [{ imageDigest: 'sha256:bb' }, true],
    [{ imageDigest: 'sha256:cc' }, false],
    [{ compose: { project: 'shop', service: 'web' } }, true],
    [{ compose: { project: 'shop', service: 'db' } }, false],
    [{ service: 'svc' }, true],
    [{ name: 'web-1' }, true],
    [{ subject: 'abc', name: 'other' }, false],
  ])('%j: %s', (scope, expected) => {
    expect(covers(scope)).toBe(expected);
  });

  it('does not cover what could not be read', () => {
    const unread = subjectOf('workload', {}, { id: 'abc' });
    expect(coversSubject({ ...waiver, scope: { imageDigest: 'sha256:aa' } }, unread, unread)).toBe(
      false,
    );
  });

  it.each([
    ['an empty scope', { scope: {} }],
    ['an end before its beginning', { until: '2026-10-01' }],
    ['no end', { until: undefined }],
    ['no owner', { owner: '' }],
    ['a date that is none', { from: '2026-02-30' }],
  ])('refuses %s', (_, change) => {
    expect(waiverSchema.safeParse({ ...waiver, ...change }).success).toBe(false);
  });
});
