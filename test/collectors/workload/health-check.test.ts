import { expect, it } from 'vitest';
import { healthCheckOf, secretArguments } from '../../../src/collectors/workload/health-check.ts';
import { missing, settle } from '../../../src/collectors/gathering/partial-facts.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';

const unread = missing({ reason: 'unavailable', detail: 'the image was not read' });
const leaky = { Test: ['CMD-SHELL', 'curl -u me:hunter2x http://localhost/'], Interval: 0 };
const clean = { Test: ['CMD', 'true'], Interval: 0 };
const settled = (rules: Parameters<typeof secretArguments>[0], check: typeof leaky) =>
  settle({ found: secretArguments(rules, check, '/services/a', '/Spec/Healthcheck') });

it('keeps what a health check holds where the command was not read, and names it as the source', () => {
  const { facts, gaps, sources } = settled(unread, leaky);
  expect(facts).toEqual({ found: ['login-option'] });
  expect(gaps).toEqual([]);
  expect(sources).toMatchObject({ '/found': { pointer: '/Spec/Healthcheck/Test' } });
});

it('leaves it unread where the health check holds nothing', () => {
  expect(settled(unread, clean).gaps).toMatchObject([{ path: '/found', reason: 'unavailable' }]);
  expect(settled(['secret-name'], clean).facts).toEqual({ found: ['secret-name'] });
});

it('names both, at the place of the command', () => {
  const { facts, sources } = settled(['secret-name'], leaky);
  expect(facts).toEqual({ found: ['secret-name', 'login-option'] });
  expect(sources).toEqual({});
});

it.each([
  [['CMD', 'true'], 'set'],
  [['CMD-SHELL', 'true'], 'set'],
  [['NONE'], 'disabled'],
  [[], 'absent'],
  [['curl', '-f', 'x'], 'absent'],
  [['CMD'], 'absent'],
  [['CMD-SHELL', ' '], 'absent'],
])('takes %j as the engine does: %s', (Test, state) => {
  expect(healthCheckOf({ Test, Interval: 0 }, createRedactor(Buffer.alloc(32)))).toMatchObject({
    state,
    test: state === 'set' ? Test : [],
  });
});
