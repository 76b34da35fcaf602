import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isBelow,
  nameFrom,
  relativeName,
  slashed,
} from '../../../src/syntax/paths/system-paths.ts';

describe('names have slashes between them on every system', () => {
  it.each([
    [posix, '/work/app', '/work/app/web/Dockerfile', 'web/Dockerfile'],
    [win32, 'C:\\work\\app', 'C:\\work\\app\\web\\Dockerfile', 'web/Dockerfile'],
    [win32, 'c:\\work\\app', 'C:\\Work\\App\\web\\Dockerfile', 'web/Dockerfile'],
    [posix, '/work/app', '/work/other/x', '../other/x'],
    [win32, 'C:\\work\\app', 'C:\\work\\other\\x', '../other/x'],
    [win32, 'C:\\work', 'D:\\x\\y', 'D:/x/y'],
    [posix, '/work', '/work', ''],
    [win32, 'C:\\work', 'C:\\work', ''],
  ])('$sep: from %s to %s', (rules, folder, file, expected) => {
    expect(relativeName(folder, file, rules)).toBe(expected);
  });

  it.each([
    [posix, '/work', '/work/a/b.yaml', 'a/b.yaml'],
    [win32, 'C:\\work', 'C:\\work\\a\\b.yaml', 'a/b.yaml'],
    [posix, '/work', '/other/b.yaml', '/other/b.yaml'],
    [win32, 'C:\\work', 'C:\\other\\b.yaml', 'C:/other/b.yaml'],
    [win32, 'C:\\work', 'D:\\b.yaml', 'D:/b.yaml'],
    [win32, 'C:\\work', '\\\\server\\share\\b.yaml', '//server/share/b.yaml'],
    [posix, '/work', '/work', '/work'],
    [win32, 'C:\\', 'C:\\b.yaml', 'b.yaml'],
  ])('$sep: in %s, %s is called %s', (rules, folder, file, expected) => {
    expect(nameFrom(folder, file, rules)).toBe(expected);
  });

  it('leaves a backslash where it is a character of a name', () => {
    expect(slashed('a\\b', posix)).toBe('a\\b');
    expect(slashed('a\\b/c', win32)).toBe('a/b/c');
  });
});

describe('whether a path lies below a folder', () => {
  it.each([
    [posix, '/work/a', '/work', true],
    [win32, 'C:\\work\\a', 'C:\\work', true],
    [win32, 'c:\\Work\\a', 'C:\\work', true],
    [posix, '/Work/a', '/work', false],
    [posix, '/a', '/', true],
    [win32, 'C:\\a', 'C:\\', true],
    [win32, 'D:\\a', 'C:\\', false],
    [posix, '/workshop', '/work', false],
    [win32, 'C:\\workshop', 'C:\\work', false],
    [posix, '/work', '/work', true],
    [win32, 'C:\\work', 'c:\\work', true],
    [win32, '\\\\server\\share\\a', '\\\\server\\share\\', true],
  ])('$sep: %s in %s: %s', (rules, file, folder, expected) => {
    expect(isBelow(file, folder, rules)).toBe(expected);
  });
});
