import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalJson, sha256 } from '../../../src/syntax/json/canonical-json.ts';

it('writes keys in order of their code units at every depth, without white space or what is undefined', () => {
  const value = { b: 1, a: { z: [{ y: 2, B: 3 }], é: 'ü', c: undefined }, 10: null, 9: true };
  expect(canonicalJson(value)).toBe('{"9":true,"10":null,"a":{"z":[{"B":3,"y":2}],"é":"ü"},"b":1}');
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
});

it('hashes a text as its UTF-8', () => {
  const bytes = Buffer.from('账户');
  expect(sha256('账户')).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(sha256(bytes)).toBe(sha256('账户'));
});
