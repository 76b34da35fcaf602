import { expect, it } from 'vitest';
import { fileOf } from '../../../src/reporters/projection/file-of.ts';

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
