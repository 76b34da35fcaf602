import { describe, expect, it } from 'vitest';
import { sudoAllows } from '../../../src/controls/host/sudo-command.ts';

describe('sudoAllows', () => {
  const answers = {
    ALL: 'yes',
    '/usr/bin/docker': 'yes',
    '  /usr/bin/docker ps ': 'yes',
    '/usr/*/docker': 'yes',
    '/usr/bin/*': 'yes',
    // A star stops at a slash.
    '/usr/*': 'no',
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
