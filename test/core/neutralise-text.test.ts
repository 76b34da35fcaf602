import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert, token } from '../../src/core/neutralise-text.ts';

const options = { max: 1000, more: (hidden: number) => `[${hidden} more]` };
const show = (text: string): string => inert(text, options);

describe('inert', () => {
  it.each([
    ['a terminal escape', '\u001B[31mred', '⟨U+001B⟩[31mred'],
    ['an eight-bit control', '\u009B1m', '⟨U+009B⟩1m'],
    ['a right-to-left override', 'a\u202Efdp', 'a⟨U+202E⟩fdp'],
    ['an isolate', '\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩'],
    ['NUL', 'a\u0000b', 'a⟨U+0000⟩b'],
    ['a lone high surrogate', 'a\uD800b', 'a⟨U+D800⟩b'],
    ['a lone low surrogate at the end', 'a\uDC00', 'a⟨U+DC00⟩'],
    ['a zero-width space', 'a\u200Bb', 'a⟨U+200B⟩b'],
    ['a soft hyphen', 'a\u00ADb', 'a⟨U+00AD⟩b'],
    ['a tag character', 'a\u{E0041}', 'a⟨U+E0041⟩'],
    ['a private-use character', '\uE000', '⟨U+E000⟩'],
    ['a non-character', '\uFFFE', '⟨U+FFFE⟩'],
    ['a Hangul filler', 'a\u3164b', 'a⟨U+3164⟩b'],
    ['a line separator', 'a\u2028b', 'a⟨U+2028⟩b'],
    ['a line feed in a name', 'a\nb', 'a⟨U+000A⟩b'],
  ])('shows %s', (_, text, expected) => {
    expect(show(text)).toBe(expected);
  });

  it.each(['plain', '支付网关', 'naïve café', '❤️ 👩', 'עברית', '<b>&"\'</b>', '#strong[x] $1$'])(
    'leaves %s as it is',
    (text) => {
      expect(show(text)).toBe(text);
    },
  );

  it('shows the marks of a pile from the fifth on', () => {
    expect(show('z\u0300\u0301\u0302\u0303')).toBe('z\u0300\u0301\u0302\u0303');
    expect(show('z\u0300\u0301\u0302\u0303\u0304')).toContain('⟨U+0304⟩');
  });

  it('lets lines and tabs stay in prose, and nothing else', () => {
    const prose = inert('a\n\tb\r\u001B', { ...options, prose: true });
    expect(prose).toBe('a\n\tb⟨U+000D⟩⟨U+001B⟩');
  });

  it('cuts what is too long and says by how much', () => {
    expect(inert('x'.repeat(100_000), { ...options, max: 10 })).toBe('xxxxxxxxxx… [99990 more]');
  });

  it('never halves a pair of surrogates', () => {
    expect(inert('ab🚀cd', { ...options, max: 3 })).toBe('ab… [4 more]');
    expect(inert('ab🚀cd', { ...options, max: 4 })).toBe('ab🚀… [2 more]');
  });

  it('lets nothing through that acts, whatever the text', () => {
    const acting = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = show(text);
        expect(shown).not.toMatch(acting);
        expect(show(shown)).toBe(shown);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        expect(show(String.fromCharCode(...units))).not.toMatch(acting);
      }),
    );
  });
});

describe('token', () => {
  it('writes at least four digits', () => {
    expect(token('\u0007')).toBe('⟨U+0007⟩');
    expect(token('\u{10FFFF}')).toBe('⟨U+10FFFF⟩');
  });
});
