import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountChanges } from '../../../src/build-analysis/accounts/account-changes.ts';
import { writtenBy } from '../../../src/build-analysis/files/written-files.ts';

const writes = (script: string, folder: string | null = null) =>
  writtenBy(script, folder, (name) => (name === 'D' ? '/etc' : undefined)).map(
    ({ path, below, put }) => [
      below ? `${path}/…` : path,
      put.as === 'text' ? put.text : put.as === 'edit' ? put.words[0] : '?',
    ],
  );

describe('the files that a script writes', () => {
  it.each([
    ['echo a > /x', [['/x', 'a\n']]],
    ['cd /etc; echo a >> x', [['/etc/x', 'a\n']]],
    ['cd /etc/x && echo a > ../y', [['/etc/y', 'a\n']]],
    ['echo a > $D/x', [['/etc/x', 'a\n']]],
    ['D=/srv; echo a > "$D/x"', [['/srv/x', 'a\n']]],
    ["printf '%s-%d\\n' a 1 b > /x", [['/x', 'a-1\nb-0\n']]],
    [
      'echo a$V | tee /x /y',
      [
        ['/x', 'a\u{FFFC}\n'],
        ['/y', 'a\u{FFFC}\n'],
      ],
    ],
    ['cat > /x <<E\na\nE', [['/x', expect.stringContaining('a') as string]]],
    ['echo YQo= | base64 -d > /x', [['/x', 'a\n']]],
    ['sort /a > /x', [['/x', '?']]],
    [
      'echo a > /t; cp /t /x',
      [
        ['/t', 'a\n'],
        ['/x', 'a\n'],
      ],
    ],
    [
      'echo a > /t; cat /t - < /dev/null > /x',
      [
        ['/t', 'a\n'],
        ['/x', '?'],
      ],
    ],
    ['cp -t /etc a', [['/etc/a', '?']]],
    [
      'cp a b /srv/',
      [
        ['/srv/a', '?'],
        ['/srv/b', '?'],
      ],
    ],
    ['cp -r root/. /', [['//…', '?']]],
    ['mv a /etc', [['/etc/a', '?']]],
    ['install -d /x', []],
    ['install -m 644 a /x', [['/x', '?']]],
    ['ln -s a /x', [['/x', '?']]],
    ['dd if=a of=/x', [['/x', '?']]],
    ['echo a | dd of=/x', [['/x', 'a\n']]],
    [
      'sed -i s/a/b/ /x',
      [
        ['s/a/b/', 'sed'],
        ['/x', 'sed'],
      ].slice(1),
    ],
    ['sed s/a/b/ /x', []],
    ['tar -xf a.tar -C /x', [['/x/…', '?']]],
    ['unzip a.zip -d /x', [['/x/…', '?']]],
    ['curl -o /x https://example.org', [['/x', '?']]],
    ["sh -c 'echo a > /x'", [['/x', 'a\n']]],
  ])('%s', (script, expected) => {
    expect(writes(script).filter(([path]) => path?.startsWith('/'))).toEqual(expected);
  });

  /** Every way to write what nobody knows, by the path of the file. */
  const ways: readonly ((path: string) => string)[] = [
    (path) => `generate > ${path}`,
    (path) => `generate | tee -a ${path}`,
    (path) => `cp /tmp/x ${path}`,
    (path) => `mv /tmp/x ${path}`,
    (path) => `install -m 644 /tmp/x ${path}`,
    (path) => `ln -sf /tmp/x ${path}`,
    (path) => `dd if=/tmp/x of=${path}`,
    (path) => `sed -i -f /tmp/x ${path}`,
    (path) => `perl -pi -e 's/9/0/' ${path}`,
    (path) => `curl -o ${path} https://example.org/x`,
    (path) => `cat /tmp/x >> ${path}`,
    (path) => `echo "app:x:$ID:0::/:" >> ${path}`,
    (path) => `echo "$LINE:x:0:0::/:" >> ${path}`,
    (path) => `printf 'app:x:%s:0\n' "$ID" >> ${path}`,
  ];
  const places: readonly ((write: (path: string) => string) => [string, string | null])[] = [
    (write) => [write('/etc/passwd'), null],
    (write) => [write('/etc/../etc/./passwd'), null],
    (write) => [write('passwd'), '/etc'],
    (write) => [write('../etc/passwd'), '/srv'],
    (write) => [`cd /etc && ${write('passwd')}`, null],
    (write) => [`cd / && ${write('etc/passwd')}`, '/srv'],
    (write) => [`D=/etc; ${write('$D/passwd')}`, null],
  ];

  it('leave open what number an account has, however it is written, and wherever the path begins', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ways),
        fc.constantFrom(...places),
        fc.constantFrom('', 'useradd -u 10 app; ', 'true && '),
        (way, place, before) => {
          const [script, folder] = place(way);
          const step = { script: before + script, folder, valueOf: () => undefined };
          expect([script, accountChanges(step, 'app').numberZero]).toEqual([script, 'open']);
        },
      ),
      { numRuns: 300 },
    );
  });
});
