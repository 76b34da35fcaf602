import { expect, test } from 'vitest';
import { PlimsollError } from '../../../src/index.ts';
import { fileError } from '../../../src/files/file-error.ts';
import { attempt, unreadFile } from '../../../src/collectors/gathering/unread-gap.ts';

const errno = (code: string): Error => Object.assign(new Error(code), { code });

test.each([
  ['EACCES', 'file-denied', 'denied'],
  ['EPERM', 'file-denied', 'denied'],
  ['ENOENT', 'file-not-found', 'unavailable'],
  ['ENOTDIR', 'file-not-found', 'unavailable'],
  ['ESRCH', 'file-not-found', 'unavailable'],
  ['ELOOP', 'file-unreadable', 'unavailable'],
  ['EIO', 'file-unreadable', 'unavailable'],
])('%s is %s, and as a gap %s', (code, meaning, reason) => {
  expect(fileError('/etc/x', errno(code))).toMatchObject({ code: meaning });
  expect(unreadFile('/etc/x', errno(code))).toMatchObject({
    reason,
    source: { kind: 'file', path: '/etc/x' },
  });
});

test('its words stand in both languages', () => {
  expect(unreadFile('/etc/x', errno('EACCES')).detail).toEqual({
    en: '/etc/x may not be read by this user.',
    zh: '当前用户无权读取 /etc/x。',
  });
  expect(unreadFile('/etc/x', errno('ENOENT')).detail).toEqual({
    en: 'There is no /etc/x.',
    zh: '不存在 /etc/x。',
  });
  const other = fileError('/etc/y', errno('ENOENT'));
  expect(unreadFile('/etc/x', other).detail).toHaveProperty('zh', '不存在 /etc/y。');
  expect(unreadFile('/etc/x', errno('EIO')).detail).toEqual({
    en: '/etc/x could not be read: EIO.',
    zh: '无法读取 /etc/x：EIO。',
  });
});

test('an error of this package keeps its code and words', () => {
  const error = new PlimsollError('file-unreadable', 'It is too long.');
  expect(fileError('/etc/x', error)).toBe(error);
  expect(unreadFile('/etc/x', error)).toMatchObject({
    reason: 'malformed',
    detail: 'It is too long.',
  });
});

test('a defect is not taken for an unreadable file', async () => {
  const defect = (): never => {
    throw new TypeError('a defect');
  };
  await expect(attempt('/etc/x', defect)).rejects.toThrow(TypeError);
});
