import { expect, it } from 'vitest';
import { at, readLines, sourcesOf } from '../../../src/collectors/gathering/fact-lines.ts';
import { isMissing, UnreadPart } from '../../../src/collectors/gathering/partial-facts.ts';

const answer = { Config: { User: 'app', Labels: { a: 'b' } } };
type Answer = typeof answer;

const lines = {
  kind: 'container',
  user: at('/Config/User', ({ Config }: Answer) => Config.User),
  parts: { none: at('', (): undefined => undefined), list: ['x'] },
  labels: at('/Config/Labels', ({ Config }: Answer) => Config.Labels, { '/*': '/Config/Labels/*' }),
  changes: at('', () => 0, {}, '/containers/{id}/changes'),
  broken: at('/Gone', (): string => {
    throw new UnreadPart({ reason: 'malformed', detail: 'it is not there' });
  }),
};

it('lines give the facts that they read, leave out what is undefined, and make a gap of what was not read', () => {
  const { broken, ...read } = readLines<Answer, unknown>(lines, answer);
  expect(read).toEqual({
    kind: 'container',
    user: 'app',
    parts: { list: ['x'] },
    labels: { a: 'b' },
    changes: 0,
  });
  expect(isMissing(broken)).toBe(true);
});

it('lines say where each fact stands; what has no place of its own stands in the whole answer', () => {
  const endpoint = '/containers/{id}/json';
  expect(sourcesOf(endpoint, lines)).toEqual({
    '': { kind: 'api', endpoint, pointer: '' },
    '/user': { kind: 'api', endpoint, pointer: '/Config/User' },
    '/labels': { kind: 'api', endpoint, pointer: '/Config/Labels' },
    '/labels/*': { kind: 'api', endpoint, pointer: '/Config/Labels/*' },
    '/changes': { kind: 'api', endpoint: '/containers/{id}/changes', pointer: '' },
    '/broken': { kind: 'api', endpoint, pointer: '/Gone' },
  });
});

it('an error that is no unread part is thrown on', () => {
  const failing = {
    a: at('', () => {
      throw new TypeError('a defect');
    }),
  };
  expect(() => readLines<Answer, unknown>(failing, answer)).toThrow('a defect');
});
