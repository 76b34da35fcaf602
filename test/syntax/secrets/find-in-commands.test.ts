import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/syntax/secrets/find-secrets.ts';
import { fedSecrets, givenSecrets, harmless } from '../../support/secret-commands.ts';

const secret = 'hunter2';
const other = 'c0rrectHorse';

/** A text without what was found in it. */
const left = (text: string): string => {
  let rest = text;
  for (const { start, end } of findSecrets(text).toSorted((a, b) => b.start - a.start)) {
    rest = `${rest.slice(0, start)}[]${rest.slice(end)}`;
  }
  return rest;
};

describe('a secret that a program reads from its input', () => {
  it.each(fedSecrets)('%s', (written) => {
    const text = written.replaceAll('V', secret).replaceAll('W', other);
    const rest = left(text);
    expect(rest).not.toContain(secret);
    expect(rest).not.toContain(other);
  });
});

describe('a secret in the words of a program', () => {
  it.each(givenSecrets)('%s', (written) => {
    const text = written.replaceAll('V', secret);
    expect(left(text)).not.toContain(secret);
  });
});

describe('no secret', () => {
  it.each(harmless)('%s', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});

it.each([
  'echo a | passwd ',
  'echo a | docker --password-stdin |',
  'passwd <<< a ',
  'passwd <<E\n',
  'sudo -S $(',
  'sudo -S `',
  'sudo -S <(',
  'sudo -S "',
  "sudo -S '",
  'sudo -S "$(',
  '{ passwd; } | ',
  '( passwd | ',
  '; } passwd',
  'cat a > a; passwd < a;',
  'P=$P passwd -p$P ',
  'redis-cli auth a ',
  'mysql -p',
  'nmcli password ',
  'sh -c "mysql -pa" ',
  'printf %s%s passwd ',
  'printf passwd a ',
  '["passwd", ',
  'docker exec passwd ',
  'send "a" spawn pass ',
  '> pass',
  'x\\ \n passwd',
  '${passwd ',
])('reads a million times %s in a second or so', (written) => {
  const text = written.repeat(1_000_000 / written.length);
  // Of the processor: a clock also counts what else a busy machine does meanwhile.
  const before = process.cpuUsage();
  findSecrets(text);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000);
});
