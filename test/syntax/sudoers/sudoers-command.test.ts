import { describe, expect, it } from 'vitest';
import { inCommon } from '../../../src/syntax/sudoers/sudoers-command.ts';

describe('what two commands of sudoers have in common', () => {
  it.each([
    ['/bin/a', '/bin/a', 'all'],
    ['/bin/a x', 'ALL', 'all'],
    ['/bin/a x', '/bin/a', 'all'],
    ['/bin/a', '/bin/', 'all'],
    ['/bin/a x', '/bin/*', 'all'],
    ['sha224:aa== /bin/a', '/bin/a', 'all'],
    ['/bin/a', '/bin/a x', { part: '/bin/a x' }],
    ['/bin/', '/bin/a', { part: '/bin/a' }],
    ['/bin/* x', '/bin/a', { part: '/bin/a x' }],
    ['ALL', '/bin/a', { part: '/bin/a' }],
    ['/bin/a', '/bin/b', 'none'],
    ['/bin/a', '/sbin/', 'none'],
    ['/bin/a x', '/bin/a y', 'none'],
    ['/bin/a', '/b?n/x', 'none'],
    ['/bin/a', '/bin/[ab]', 'unknown'],
    ['/bin/[ab]', '/bin/a', 'unknown'],
    ['/bin/a*', '/bin/*b', 'unknown'],
    ['/bin/a x*', '/bin/a xy', 'unknown'],
    ['/bin/a', '^/bin/.*$', 'unknown'],
    ['/bin/a', 'sha224:aa== /bin/a', 'unknown'],
  ])('%s and %s', (own, listed, common) => {
    expect(inCommon(own, listed)).toEqual(common);
  });
});
