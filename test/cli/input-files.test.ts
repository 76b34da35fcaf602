import { generateKeyPairSync } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cliPath } from '../support/cli.ts';
import { runWarmCli } from '../support/warm-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-inputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => runWarmCli(args, { cwd: folder });

/** Files of every kind that may be named by mistake, and what an error calls each. */
const files = {
  'missing.json': 'There is no file missing.json',
  folder: 'folder is a folder',
  fifo: 'fifo is not a regular file',
  null: 'null is not a regular file',
  'empty.json': 'empty.json is empty',
  'doc.pdf': 'doc.pdf is a PDF',
  'page.html': 'page.html is an HTML page',
  'sheet.xlsx': 'sheet.xlsx is a zip archive',
  'image.tar.gz': 'image.tar.gz is a tar archive or compressed data',
  'deployment.yaml': 'deployment.yaml is a Kubernetes manifest',
  'compose.yaml': 'compose.yaml is a Compose file',
  Dockerfile: 'Dockerfile is a Dockerfile',
  'key.pem': 'key.pem is a key or certificate in PEM',
  'snap.json': 'snap.json is a snapshot',
  'ass.json': 'ass.json is an assessment',
  'base.json': 'base.json is a baseline',
  'b.plimsoll': 'b.plimsoll is a bundle',
  'led.db': 'led.db is a ledger or another SQLite database',
  'broken.json': 'broken.json',
  'other.json': 'other.json',
} as const;

type Name = keyof typeof files;

/** Each place in which a command takes a file, and the kinds that it may be. */
const places: readonly (readonly [string, (file: string) => readonly string[], readonly Name[]])[] =
  [
    ['assess', (file) => ['assess', file, '-o', '-'], ['snap.json', 'b.plimsoll']],
    ['report', (file) => ['report', file], ['ass.json', 'b.plimsoll']],
    [
      'bundle',
      (file) => ['bundle', file, '--snapshot', 'snap.json', '-o', 'new.plimsoll'],
      ['ass.json', 'b.plimsoll'],
    ],
    [
      'bundle --snapshot',
      (file) => ['bundle', 'ass.json', '--snapshot', file, '-o', 'new.plimsoll'],
      ['snap.json', 'b.plimsoll'],
    ],
    [
      'verify',
      (file) => ['verify', file],
      ['b.plimsoll', 'led.db', 'broken.json', 'other.json', 'empty.json'],
    ],
    [
      'verify --key',
      (file) => ['verify', 'b.plimsoll', '--key', file],
      ['key.pem', 'broken.json', 'other.json'],
    ],
    [
      'verify --timestamp-ca',
      (file) => ['verify', 'b.plimsoll', '--timestamp-ca', file],
      ['key.pem', 'broken.json', 'other.json'],
    ],
    ['replay', (file) => ['replay', file], ['b.plimsoll']],
    ['diff', (file) => ['diff', file, 'ass.json'], ['ass.json', 'b.plimsoll']],
    [
      'crosswalk',
      (file) => ['crosswalk', 'cis-docker-1.6.0', 'cis-docker-1.8.0', file],
      ['snap.json', 'ass.json', 'b.plimsoll'],
    ],
    [
      'scan',
      (file) => ['scan', file],
      ['folder', 'image.tar.gz', 'compose.yaml', 'Dockerfile', 'snap.json', 'b.plimsoll'],
    ],
    ['scan --baseline', (file) => ['scan', 'snap.json', '--baseline', file], ['base.json']],
    [
      'scan --sign',
      (file) => ['scan', 'snap.json', '--bundle', 'new.plimsoll', '--sign', file],
      ['key.pem'],
    ],
    ['docs --since', (file) => ['docs', '--since', file, '-o', 'site'], []],
  ];

beforeAll(async () => {
  const write = (name: string, content: string | Uint8Array): void => {
    writeFileSync(join(folder, name), content);
  };
  mkdirSync(join(folder, 'folder'));
  execFileSync('mkfifo', [join(folder, 'fifo')]);
  symlinkSync('/dev/null', join(folder, 'null'));
  write('empty.json', '');
  write('doc.pdf', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'));
  write('page.html', '<!doctype html>\n<title>a</title>\n');
  write(
    'sheet.xlsx',
    Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      Buffer.alloc(26),
      Buffer.from('[Content_Types].xml'),
    ]),
  );
  write('image.tar.gz', Buffer.from('1f8b0800000000000003', 'hex'));
  write(
    'deployment.yaml',
    '# a comment\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n',
  );
  write('compose.yaml', 'services:\n  a:\n    image: a:1\n');
  write('Dockerfile', '# a comment\nFROM alpine:3.20\n');
  write('snap.json', readFileSync('examples/recorded/snapshot.json'));
  write('base.json', '{"kind":"plimsoll/baseline","version":"1.1","tool":"x","failures":[]}\n');
  write('broken.json', '[1,2');
  write('other.json', '{"a":1}');
  const { privateKey } = generateKeyPairSync('ed25519');
  write('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }));
  for (const words of [
    ['assess', 'snap.json', '-o', 'ass.json', '--fail-on', 'none'],
    ['bundle', 'ass.json', '--snapshot', 'snap.json', '-o', 'b.plimsoll', '--format', 'csv'],
    ['scan', 'snap.json', '--ledger', 'led.db', '--fail-on', 'none', '--quiet'],
  ]) {
    const { status, stderr } = await run(...words);
    if (status !== 0) throw new Error(stderr);
  }
});

describe.each(places)('a file of another kind for %s', (_, words, allowed) => {
  const others = Object.entries(files).filter(([name]) => !allowed.includes(name as Name));

  it.each(others)('%s is named, with what it is and the next step', async (name, said) => {
    const { status, stderr } = await run(...words(name));
    expect(stderr).toContain(said);
    expect(stderr).toMatch(/^ {2}→ \S.{8,}/m);
    expect(stderr).not.toMatch(/ {4}at |BUNDLE|EISDIR/);
    expect(status).toBe(2);
  });
});

it.each([
  [['report', 'snap.json'], 'plimsoll assess snap.json -o assessment.json'],
  [['diff', 'snap.json', 'ass.json'], 'plimsoll assess snap.json -o assessment.json'],
  [['replay', 'ass.json'], 'plimsoll bundle ass.json --snapshot snapshot.json'],
  [['scan', 'ass.json'], 'plimsoll report ass.json'],
  [['scan', 'deployment.yaml'], 'plimsoll list targets'],
  [['scan', 'snap.json', '--baseline', 'missing.json'], '--write-baseline'],
  [['verify', 'missing.plimsoll'], '--bundle evidence.plimsoll'],
  [['scan', 'snap.json', '--framework', './missing.yaml'], 'plimsoll list frameworks'],
  [['verify', 'b.plimsoll', '--key', 'key.pem'], 'openssl pkey -in key.pem -pubout'],
  [['scan', 'snap.json', '--framework', './snap.json'], 'plimsoll list frameworks'],
  [['list', 'controls', '--config', 'folder'], '--config'],
  [['list', 'controls', '--config', 'doc.pdf'], 'plimsoll.config.ts'],
  [['history', '--ledger', 'folder'], 'folder/plimsoll.db'],
  [['list', 'controls', '--config', 'fifo'], 'plimsoll.config.ts'],
  [['scan', 'snap.json', '--framework', './fifo'], 'plimsoll list frameworks'],
  [['scan', 'compose.yaml', '--compose-env-file', 'fifo'], 'regular file'],
  [['history', '--ledger', 'fifo'], 'fifo'],
  [['verify', 'fifo'], 'regular file'],
  [['lint', 'fifo'], 'files with controls'],
])('%j leads on', async (words, next) => {
  const { status, stderr } = await run(...words);
  expect([status, stderr]).toEqual([2, expect.stringContaining(next)]);
});

it.each(['missing.json', 'broken.json', 'doc.pdf'])(
  'says what is wrong with %s, also where other targets are named beside it',
  async (file) => {
    const { status, stderr } = await run('scan', 'host:/nowhere', file, '--format', 'json');
    expect(status).toBe(2);
    expect(stderr).toContain(files[file as Name]);
    expect(stderr).not.toContain('scanned alone');
  },
);

it('reads what a shell hands over as a pipe', () => {
  const { status, stdout } = spawnSync(
    'bash',
    [
      '-c',
      `node ${cliPath} report <(cat ass.json) --format ndjson && node ${cliPath} report /dev/stdin --format ndjson < <(cat ass.json)`,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stdout.match(/assessment\.ndjson$/gm)).toHaveLength(2);
});

it('leaves an empty file that is no ledger as it is', async () => {
  for (const words of [['history'], ['trend'], ['ledger', 'verify']]) {
    expect((await run(...words, '--ledger', 'empty.json')).status).toBe(2);
    expect(readFileSync(join(folder, 'empty.json'))).toHaveLength(0);
  }
});

it.each([
  ['a truncated one', (bytes: Buffer) => bytes.subarray(0, -40)],
  ['one without its second half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  [
    'one with another byte',
    (bytes: Buffer) =>
      Buffer.concat([bytes.subarray(0, 5000), Buffer.from('X'), bytes.subarray(5001)]),
  ],
  ['one with more behind it', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('more')])],
])('verify gives one verdict on a damaged bundle, %s, and says it once', async (_, damage) => {
  writeFileSync(join(folder, 'damaged.plimsoll'), damage(readFileSync(join(folder, 'b.plimsoll'))));
  for (const [lang, verdict, other] of [
    ['en', 'NOT intact', /signature|collected|nothing was damaged|\bintact\b(?<!NOT intact)/],
    ['zh', '不完整', /签名|采集时间|未损坏/],
  ] as const) {
    const { status, stdout } = await run('verify', 'damaged.plimsoll', '--lang', lang);
    const [head = '', ...problems] = stdout.trimEnd().split('\n');
    expect(head).toBe(`damaged.plimsoll: ${verdict}`);
    expect(problems.length).toBeGreaterThan(0);
    for (const line of problems) expect(line).toMatch(/^ {2}✗ /);
    expect(stdout).not.toMatch(other);
    expect(status).toBe(1);
  }
});
