import { describe, expect, it } from 'vitest';
import { atLeastVersion } from '../../src/syntax/compare-versions.ts';

describe('atLeastVersion', () => {
  it.each([
    ['29.0.0', '29.0.0', true],
    ['29.0', '29.0.0', true],
    ['v29.1.0', '29.0.9', true],
    ['29.10.0', '29.9.0', true],
    ['28.5.2', '29.0.0', false],
    ['26.1.5+dfsg1-9+deb13u1', '26.1.5', true],
    ['18.09.1-ce', '18.09.1', true],
    ['29.0.0-rc.1', '29.0.0', false],
    ['29.0.0-rc.1', '29.0.0-beta.2', true],
    ['29.0.1-rc.1', '29.0.0', true],
    ['dev', '29.0.0', null],
    ['29.0.0', 'newest', null],
    ['', '1', null],
  ] as const)('%s against %s', (version, minimum, expected) => {
    expect(atLeastVersion(version, minimum)).toBe(expected);
  });
});
