import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';

const kept = (...words: readonly string[]) => createRedactor().command(words).value;

describe('the words of a command', () => {
  it.each([
    ['unbuffer -p sshd -D'],
    ['unbuffer -p sudo chmod 4755 /x'],
    ['tini -- nice unbuffer -p /usr/sbin/sshd'],
  ])(
    'keep the program that another one starts, whatever option stands before it: %s',
    (command) => {
      expect(kept(...command.split(' ')).join(' ')).toBe(command);
    },
  );

  it('lose a secret in any part of them', () => {
    const words = kept('sudo', '-p', 'hunter22', 'env', 'PASSWORD=hunter23', 'mysql', '-phunter24');
    expect(words.join(' ')).not.toMatch(/hunter/);
    expect(words).toHaveLength(7);
  });
});
