import { describe, expect, it } from 'vitest';
import { collectHost } from '../../../src/collectors/host/collect-host.ts';
import { factsOf, hostRoot, subjectOf } from '../../support/host-root.ts';

const hash = `$y$j9T$${'a'.repeat(22)}$${'b'.repeat(43)}`;

const files = {
  '/etc/passwd':
    'root:x:0:0::/root:/bin/bash\nli:x:1000:1000::/home/li:/bin/bash\nopen::1001:1001::/:/bin/sh\nguest:x:1002:1002::/:\nold:abJnggxhB/yWI:1003:1003::/:/bin/false\nlost:x:1004:1004::/:/bin/sh\n',
  '/etc/shadow': `root:*:20000:0:99999:7:::\nli:${hash}:20000:0:60:7:::\nguest::20000::::::\n`,
};

describe('passwords', () => {
  it('are set, locked or none, and have an age', async () => {
    const { passwords, accounts } = await factsOf(hostRoot(files));
    expect(passwords).toEqual({
      accounts: [
        { name: 'root', state: 'locked', maxDays: 99_999 },
        { name: 'li', state: 'set', maxDays: 60 },
        { name: 'open', state: 'none', maxDays: null },
        { name: 'guest', state: 'none', maxDays: null },
        { name: 'old', state: 'set', maxDays: null },
        { name: 'lost', state: 'locked', maxDays: null },
      ],
      newMaxDays: null,
    });
    expect(accounts.map(({ shell }) => shell)).toEqual([
      '/bin/bash',
      '/bin/bash',
      '/bin/sh',
      '',
      '/bin/false',
      '/bin/sh',
    ]);
  });

  it('leave nothing of a hash in what is collected', async () => {
    const collected = JSON.stringify(subjectOf(await collectHost(hostRoot(files))));
    expect(collected).not.toContain('$y$');
    expect(collected).not.toContain('abJnggxhB');
  });

  it.each([
    ['PASS_MAX_DAYS\t90\n', 90],
    ['PASS_MAX_DAYS 90\nPASS_MAX_DAYS 60\n', 60],
    ['# PASS_MAX_DAYS 90\n', null],
    ['PASS_MAX_DAYS -1\n', null],
  ])('of new accounts have the age of %j', async (text, newMaxDays) => {
    const { passwords } = await factsOf(hostRoot({ '/etc/login.defs': text }));
    expect(passwords?.newMaxDays).toBe(newMaxDays);
  });
});
