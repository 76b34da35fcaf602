import { expect, test } from 'vitest';
import { unreported } from '../../../src/scanning/watch/unreported.ts';

const answer = (value: unknown) => ({ value });
const before = new Map<string, unknown>([
  ['/containers/a/json', answer({ Name: 'a', ExecIDs: ['1'], State: { Health: { Log: [1] } } })],
  ['/containers/b/json', answer({ Name: 'b' })],
  ['/networks/n', answer({ Labels: { a: '1', b: '2' } })],
  ['/info', answer({ Containers: 1 })],
  ['/containers/a/changes', answer([])],
]);

test('what changed, came or went without an event is named', () => {
  const after = new Map([
    ...before,
    ['/containers/b/json', answer({ Name: 'c' })],
    ['/containers/d/json', answer({})],
    ['/info', answer({ Containers: 2 })],
    ['/containers/a/changes', answer([1])],
  ]);
  after.delete('/networks/n');
  expect(unreported(before, after, () => false)).toEqual([
    '/containers/b/json',
    '/containers/d/json',
    '/networks/n',
  ]);
  expect(unreported(before, after, (name) => name.startsWith('/containers/b'))).toEqual([
    '/containers/d/json',
    '/networks/n',
  ]);
});

test('commands that ended, health checks and the order of members are no change', () => {
  const after = new Map([
    ...before,
    ['/containers/a/json', answer({ State: { Health: { Log: [2] } }, Name: 'a', ExecIDs: null })],
    ['/networks/n', answer({ Labels: { b: '2', a: '1' } })],
  ]);
  expect(unreported(before, after, () => false)).toEqual([]);
});
