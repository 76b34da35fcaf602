import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cachesLeft } from '../../../src/build-analysis/packages/caches-left.ts';
import { modesIn } from '../../../src/build-analysis/files/file-modes.ts';
import { runFiles } from '../../../src/build-analysis/downloads/follow-files.ts';
import { packagesOf } from '../../../src/build-analysis/packages/installed-packages.ts';
import { refreshesAlone } from '../../../src/build-analysis/packages/refreshes-alone.ts';
import { runsFetched } from '../../../src/controls/blocks/runs-fetched.ts';
import { skipsVerification } from '../../../src/build-analysis/downloads/skips-verification.ts';
import { startedPrograms } from '../../../src/build-analysis/programs/started-programs.ts';
import { upgradesAll } from '../../../src/build-analysis/packages/upgrades-all.ts';
import { usesSudo } from '../../../src/build-analysis/programs/uses-sudo.ts';
import { grantsEverybody } from '../../../src/build-analysis/accounts/windows-grants.ts';
import { hasVersion } from '../../../src/knowledge/release-tags.ts';
import { longestScript } from '../../../src/syntax/shell/parse-shell.ts';
import { becomesSecretFile, isSecretFile } from '../../../src/knowledge/secret-files.ts';

const questions: readonly ((script: string) => unknown)[] = [
  (script) => cachesLeft(script, [script]),
  modesIn,
  packagesOf,
  refreshesAlone,
  runsFetched,
  skipsVerification,
  (script) => runFiles([{ script, folder: script, added: [{ path: script }] }], () => undefined),
  (script) => startedPrograms(['sh', '-c', script]),
  upgradesAll,
  (script) => usesSudo(script) ?? false,
  grantsEverybody,
  hasVersion,
  isSecretFile,
  (script) => becomesSecretFile('x', script),
];

const words = fc.constantFrom(
  ...['apt-get', 'install', 'update', '-y', 'curl', '|', 'sh', '-c', '$(', ')', '(', '`', '"', "'"],
  ...['<<E', 'E', '\n', ';', '&&', '||', '{', '}', 'if', 'fi', '#', '\\', '>', '/etc/sudoers'],
  ...[
    'chmod',
    '777',
    'iex',
    'iwr',
    'pip',
    '-m',
    'python3',
    'rpm',
    'pub',
    '.key',
    'sudo',
    '$x',
    'icacls',
    '/grant',
    'Everyone:F',
  ],
);

it('answers whatever a script holds', () => {
  const scripts = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
    fc.array(words, { maxLength: 40 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(scripts, (script) => {
      expect(questions.filter((ask) => ask(script) === undefined)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

/** What has been known to make a reader go over the same text again and again. */
const repeated = [
  ...['iex ', 'curl -k', 'pub', '-1', 'a-', '$(', '((', '"', '{ ', '<<E\n', 'sh -c "', '[', '\\\n'],
  ...['sed s/', 'find -exec ', 'GOSUMDB="', 'pip --trusted-host', 'echo insecure>.curlrc '],
  ...[
    'env ',
    'sh -c ',
    'service ',
    'xargs sh -c ',
    '.gnupg/',
    '/keyrings/',
    'amd64-',
    'chmod +',
    'sudo ',
    '-m',
    'apt-get install ',
    'x=',
    '| sh ',
    '`',
    'pacman -S',
    'gem install ',
    'yum install -$',
    'pip install git+',
    'npm i -g git@',
    'icacls /grant Everyone:(OI)',
    'icacls x /grant ',
    'firebase-adminsdk',
    'GOFLAGS= ',
    'irm ',
    'irm | ',
    'choco --',
    'echo a::0:>/etc/passwd;',
    'v=$(curl x);<(echo $v);',
  ],
];

const list = Array.from({ length: 199 }, (_, at) => `a${at}`).join(' ');

it.each([
  `a='${list}';${'apk add $a;'.repeat(5_000)}`,
  `a='${list}';apk add ${'$a '.repeat(20_000)}`,
  `a='${list}';${'a="$a x";'.repeat(5_000)}`,
])('fills in what a variable holds in no time', (script) => {
  const started = process.cpuUsage();
  for (const ask of questions) ask(script);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(3);
});

it.each(repeated)('reads %j as often as a script holds it in no time', (part) => {
  const script = part.repeat(Math.floor(longestScript / part.length));
  const started = process.cpuUsage();
  for (const ask of questions) ask(script);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(3);
});
