import { describe, expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { parse } from '../fixtures/dockerfile.ts';
import { judge } from '../support/judge.ts';
import { leftOut } from './left-out.ts';
import { measureRules } from './measure-findings.ts';

describe('what is left out on purpose', () => {
  it.each(leftOut)('is not found, or it would have to be taken off the list: $script', (each) => {
    const control = builtin.controls.find(({ id }) => id === each.control);
    expect(control?.id).toBe(each.control);
    if (control === undefined) return;
    const { facts } = parse(`FROM a:1\nRUN ${each.script}`);
    expect(judge(control, facts).status).not.toBe('fail');
  });
});

it('scores each control by itself', () => {
  const [one, two, three] = ['a', 'b', 'c'].map((file) => ({ control: 'x', file }));
  expect(
    one && two && three && measureRules({ expected: [one, two], found: [one, three] }),
  ).toEqual([{ control: 'x', expected: 2, found: 2, precision: 0.5, recall: 0.5 }]);
  const other = { control: 'y', file: 'a' };
  expect(measureRules({ expected: [], found: [other] })).toEqual([
    { control: 'y', expected: 0, found: 1, precision: 0, recall: 1 },
  ]);
});
