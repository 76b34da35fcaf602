import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankComments } from '../../../src/syntax/json/blank-comments.ts';

describe('JSON with comments', () => {
  it.each([
    ['{"a": 1, // one\n "b": 2}', { a: 1, b: 2 }],
    ['/* before */ {"a": [1, 2, ], /* c, ] */ }', { a: [1, 2] }],
    ['{"a": "// no, /* no */ ,}", }', { a: '// no, /* no */ ,}' }],
    ['{"a": "\\"//\\\\", "b": [ , ]}', undefined],
    ['\uFEFF{\t"a":\t1,\r\n}', { a: 1 }],
    ['{"a": 1,, }', undefined],
    ['{"a": 1} // end', { a: 1 }],
    ['{"a": 1, /* , */ // x\n /**/ }', { a: 1 }],
    ['{"a": 1 /* no end', undefined],
  ])('becomes JSON of the same length: %s', (text, value) => {
    const json = blankComments(text);
    expect(json).toHaveLength(text.length);
    expect(json.split('\n').map((line) => line.length)).toEqual(
      text.split('\n').map((line) => line.length),
    );
    if (value === undefined) expect(() => JSON.parse(json) as unknown).toThrow(SyntaxError);
    else expect(JSON.parse(json)).toEqual(value);
  });

  it('is left as it is where it is JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(blankComments(json)).toBe(json);
      }),
    );
  });

  it('is read in time that grows with it, whatever it holds', () => {
    for (const piece of ['/', '/*', '"', ',', ',]', '\t', '//', '\\"', '/**/']) {
      const text = piece.repeat(200_000);
      expect(blankComments(text)).toHaveLength(text.length);
    }
  });
});
