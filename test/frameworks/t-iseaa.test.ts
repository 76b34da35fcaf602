import { expect, it } from 'vitest';
import { requirementsAt } from '../../src/core/frameworks/framework.ts';
import { tIseaa0042023 } from '../../src/frameworks/t-iseaa-004-2023/t-iseaa-004-2023.ts';

const { requirements } = tIseaa0042023;
const isBuilt = (id: string): boolean => id.startsWith('L3.');

it('has the 33 requirements of level 3, and of the other levels the chapter', () => {
  expect(requirements.filter(({ id }) => / [a-i]\)$/.test(id))).toHaveLength(33);
  expect(requirements.filter(({ id }) => !isBuilt(id)).map(({ id }) => id)).toEqual([
    '6',
    '7',
    '8',
    '9',
    '10',
  ]);
});
it('trusts no number that was built', () => {
  for (const { id, confidence } of requirements) {
    expect(confidence).toBe(isBuilt(id) ? 'unverified' : 'verified');
  }
});
it('says so where a reader of a report sees it', () => {
  expect(tIseaa0042023.note?.zh).toContain('并非标准原文编号');
});
it('judges level 3 unless told otherwise, and tells that the others were not at hand', () => {
  expect(tIseaa0042023.defaultLevel).toBe('3');
  for (const { id, note } of tIseaa0042023.levels) {
    expect(note === undefined).toBe(id === '3');
    expect(requirementsAt(tIseaa0042023, id).length).toBe(id === '3' ? requirements.length - 4 : 1);
  }
});
