import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesWildcard } from '../../src/syntax/matches-wildcard.ts';

describe('a pattern with wildcards', () => {
  it.each([
    ['web', 'web', true],
    ['web', 'web-1', false],
    ['web-*', 'web-1', true],
    ['*-1', 'web-1', true],
    ['w*-*', 'web-1', true],
    ['a*a', 'a', false],
    ['ab*bc', 'abc', false],
    ['*', '', true],
    ['w.b', 'web', false],
  ])('%s of %s', (pattern, text, matches) => {
    expect(matchesWildcard(pattern, text)).toBe(matches);
  });
  it('says what a regular expression says', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*') });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b') }), (pattern, text) => {
        const like = new RegExp(`^${pattern.replaceAll(/\*+/g, '.*')}$`);
        expect(matchesWildcard(pattern, text)).toBe(like.test(text));
      }),
    );
  });
});
