import { describe, expect, it } from 'vitest';
import { sudoAllows } from '../../../../src/controls/blocks/host/sudo-command.ts';

describe('sudoAllows', () => {
  const answers = {
    ALL: 'yes',
    '/usr/bin/docker': 'yes',
    '  /usr/bin/docker ps ': 'yes',
    '/usr/*/docker': 'yes',
    '/usr/bin/*': 'yes',
    // A star stops at a slash, and what lies right there was not looked up.
    '/usr/*': 'unclear',
    '/usr/x*': 'no',
    '/opt/tools/': 'unclear',
    '/opt/*/docker': 'yes',
    '/usr/bin/dock\\er': 'yes',
    'sha224:aa==, sha256:bb== /usr/bin/docker': 'yes',
    'sha224 : aa== /usr/bin/docker': 'yes',
    '/usr/bin/docker-x': 'no',
    '!ALL': 'no',
    'sudoedit /etc/hosts': 'no',
    ALLOWED: 'unclear',
  } as const;
  for (const [command, answer] of Object.entries(answers)) {
    it(`${command}: ${answer}`, () => {
      expect(sudoAllows(command, ['docker'])).toBe(answer);
    });
  }
});
