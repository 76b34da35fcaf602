import { describe, expect, it } from 'vitest';
import { parseRootUid, readRootUid } from '../../../src/collectors/proc/user-map.ts';

const parse = (text: string) => parseRootUid(text, '/proc/9/uid_map');

describe('whom the host takes the root of a user namespace for', () => {
  it.each([
    ['         0          0 4294967295\n', 0],
    ['         0     100000      65536\n', 100_000],
    ['         0       1000          1\n         1     100000      65536\n', 1000],
    ['         1     100000      65536\n         0       1000          1\n', 1000],
    ['      1000       1000          1\n', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });
  it('is not guessed', () => {
    expect(() => parse('zero one two\n')).toThrow(
      expect.objectContaining({ code: 'file-unreadable' }),
    );
  });
  it('is told by the kernel', () => {
    expect(readRootUid(process.pid, '/proc')).toBeTypeOf('number');
    expect(() => readRootUid(4_194_305, '/proc')).toThrow(
      expect.objectContaining({ code: 'file-not-found' }),
    );
  });
});
