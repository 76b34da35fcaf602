import { describe, expect, it } from 'vitest';
import { isReference } from '../../../src/syntax/image-reference/is-reference.ts';
import { parse } from '../../fixtures/dockerfile.ts';

const gapsOf = (text: string) => parse(text).gaps.map(({ path, reason }) => `${path} ${reason}`);

describe('what a stage takes from a stage', () => {
  it.each([
    ['its own name', 'FROM a:1 AS b\nCOPY --from=b /x /y', '/copies/0/from'],
    ['its own number', 'FROM a:1\nCOPY --from=0 /x /y', '/copies/0/from'],
    ['a later name', 'FROM a:1\nCOPY --from=b /x /y\nFROM a:1 AS B', '/copies/0/from'],
    ['a later number', 'FROM a:1\nCOPY --from=1 /x /y\nFROM a:1', '/copies/0/from'],
    ['a number that no stage has', 'FROM a:1\nCOPY --from=7 /x /y', '/copies/0/from'],
    [
      'a name that it shares',
      'FROM a:1 AS b\nFROM a:1 AS b\nCOPY --from=b /x /y',
      '/copies/0/from',
    ],
    [
      'a mount of its own',
      'FROM a:1 AS b\nRUN --mount=from=b,target=/m ls',
      '/runs/0/mounts/0/from',
    ],
  ])('is a gap where it is %s', (_, text, path) => {
    expect(gapsOf(text)).toContain(`${path} malformed`);
  });
  it('does not say that a builder refuses a later one', () => {
    const [gap] = parse('FROM a:1\nCOPY --from=b /x /y\nFROM a:1 AS b').gaps;
    expect(JSON.stringify(gap?.detail)).toContain('which is not followed');
  });
  it.each([
    'FROM a:1 AS b\nFROM a:1\nCOPY --from=b /x /y',
    'FROM a:1 AS b\nFROM a:1\nCOPY --from=0 /x /y',
    'FROM a:1 AS b\nFROM a:1 AS b\nFROM a:1\nCOPY --from=B /x /y',
    'FROM a:1\nCOPY --from=b:1 /x /y',
    // The stages of another build.
    'FROM a:1\nONBUILD COPY --from=0 /x /y',
  ])('is known: %j', (text) => {
    expect(gapsOf(text)).toEqual([]);
  });
});

describe('the name of an image', () => {
  it.each([
    ...[
      'a',
      'a/b',
      'a.b/c',
      'localhost/a',
      'host:5000/a/b:1',
      'a__b',
      'a--b',
      'A.b/c',
      '[::1]:5000/a',
    ],
    ...['a:1', 'a:_', 'a:V1-x.y', `a@sha256:${'0a'.repeat(32)}`, `a:1@sha512:${'0a'.repeat(64)}`],
  ])('may be %s', (name) => {
    expect(isReference(name)).toBe(true);
  });
  it.each([
    ...[
      '',
      ':',
      'a:',
      'a@',
      ':1',
      '@x',
      'A',
      'a/B',
      'a//b',
      '/a',
      'a/',
      '-a',
      'a_',
      'a...b',
      'a b',
    ],
    ...['a:-', `a:${'x'.repeat(129)}`, 'a@sha256:0a', `a:@sha256:${'0a'.repeat(32)}`, 'a:1:2'],
    'a-'.repeat(100_000),
  ])('is not %s', (name) => {
    expect(isReference(name)).toBe(false);
  });
});
