import { expect, it } from 'vitest';
import { fileOf } from '../../../src/reporters/places/file-of.ts';

const at = (line: number, value: unknown) => ({
  path: `/${line}`,
  value,
  source: { kind: 'file' as const, path: 'compose.yaml', line },
});
const message = { en: 'It holds a secret (login-option)', zh: '含有机密' };

it('is the place of the list whose item the message quotes', () => {
  const observations = [at(2, []), at(4, ['secret-name']), at(7, ['other', 'login-option'])];
  expect(fileOf({ observations, message })?.line).toBe(7);
});

it('is the first place where the message quotes nothing, however deep a list goes', () => {
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
  expect(fileOf({ observations: [at(2, 1), at(4, deep)], message })?.line).toBe(2);
});

it('is the place of a number that the message quotes, where the file says nothing of what was read first', () => {
  const source = { kind: 'file' as const, path: 'compose.yaml', line: 2, unset: true as const };
  const unset = { path: '/ipc', value: 'private', source };
  const size = at(7, 2048);
  const quoting = { en: 'It holds 2048 bytes', zh: '容量为 2048 字节' };
  expect(fileOf({ observations: [unset, size], message: quoting })?.line).toBe(7);
  expect(fileOf({ observations: [at(3, '/sshd'), size], message: quoting })?.line).toBe(3);
});

it('is no word within a longer one, and first what is nothing but the words', () => {
  const command = { en: 'It leaves: apt-get update', zh: '未清理：apt-get update' };
  const scripts = [at(2, 'apt-get update && rm x'), at(4, 'apt-get  update')];
  expect(fileOf({ observations: scripts, message: command })?.line).toBe(4);
  const device = { en: 'It binds /etc', zh: '绑定了 /etc' };
  expect(fileOf({ observations: [at(2, 'bind'), at(5, '/etc')], message: device })?.line).toBe(5);
});
