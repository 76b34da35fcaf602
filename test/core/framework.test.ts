import { expect, it } from 'vitest';
import { PlimsollError } from '../../src/core/errors.ts';
import { defineFramework } from '../../src/core/frameworks/framework.ts';

const sound = {
  id: 'house',
  title: 'House rules',
  version: '1',
  edition: { publisher: 'Acme', published: '2026-01-01' },
  levels: [{ id: '1', title: 'All' }],
  defaultLevel: '1',
  requirements: [
    { id: 'A', title: 'A', parent: null, levels: [], assessable: false },
    { id: 'A.1', title: 'A.1', parent: 'A', levels: ['1'], assessable: true },
  ],
} as const;

type Definition = Parameters<typeof defineFramework>[0];

function problemOf(change: object): string {
  try {
    // What a file may say, whatever the types say.
    defineFramework({ ...sound, ...change } as unknown as Definition);
    return 'none';
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    return error.message;
  }
}

const [top, one] = sound.requirements;

it.each([
  ['a default level that is not among its own', { defaultLevel: '2' }, 'the default level 2 is'],
  ['a level that is not defined', { requirements: [top, { ...one, levels: ['3'] }] }, 'at level 3'],
  ['a parent that is not there', { requirements: [{ ...one, parent: 'B' }] }, 'is below B'],
  ['an id that stands twice', { requirements: [top, one, one] }, 'A.1 occurs twice'],
])('a framework with %s does not hold together', (_, change, says) => {
  expect(problemOf({})).toBe('none');
  expect(problemOf(change)).toContain(says);
});
