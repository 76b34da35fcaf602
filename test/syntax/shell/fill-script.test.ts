import { describe, expect, it } from 'vitest';
import { fillScript } from '../../../src/syntax/shell/fill-script.ts';

const filled = (value: string, script = 'chmod 755 $P'): string =>
  fillScript(script, 'sh', (name) => (name === 'P' ? value : undefined));

describe('the value of a variable in a script', () => {
  it.each(['/', '/a', '/usr/local/bin/', '/a.b/c-d', '4755', 'u+s', '1.2.3', 'true'])(
    '%s stands in its place',
    (value) => {
      expect(filled(value)).toBe(`chmod 755 ${value}`);
    },
  );

  it.each(['', 'a b', '/a b', '/a;rm', '//', 'https://user@host/x', 'hunter2'])(
    '%j is of no closed type, and is left out',
    (value) => {
      expect(filled(value)).toBe('chmod 755 $P');
    },
  );

  it.each(['/', '/a', '1.', 'https://a/', 'u+s,'])(
    'takes no longer than it is long: %s many times',
    (piece) => {
      const began = process.cpuUsage();
      for (const end of ['', '!', ' ']) {
        filled(`${piece}${'a/'.repeat(100)}${'a'.repeat(40)}${end}`);
      }
      for (const end of ['', '!']) filled(`${piece.repeat(80)}${end}`);
      const { user, system } = process.cpuUsage(began);
      expect(user + system).toBeLessThan(500_000);
      expect(filled(`${piece.repeat(80)}!`)).toBe('chmod 755 $P');
    },
  );
});
