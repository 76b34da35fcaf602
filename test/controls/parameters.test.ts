import { describe, expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { describeParameters } from '../../src/core/controls/parameters.ts';

const parameters = builtin.controls.flatMap((control) =>
  describeParameters(control).map((parameter) => ({
    key: `${control.id}.${parameter.name}`,
    ...parameter,
  })),
);

describe('the parameters of the built-in controls', () => {
  it.each(parameters)('$key says what it means, in both languages', ({ key, words }) => {
    expect(words, `Add .meta({ en: '…', zh: '…' }) to ${key}, after its default`).not.toBeNull();
    expect(words?.en).toMatch(/[.)]$/);
    expect(words?.zh).toMatch(/[\u4e00-\u9fff].*[。）]$/u);
  });

  it.each(parameters)('$key has a type that JSON Schema can say', ({ schema }) => {
    expect(schema['type'] ?? schema['anyOf'] ?? schema['enum']).toBeDefined();
  });
});
