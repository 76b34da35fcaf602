import { execFile } from 'node:child_process';
import { createHash, createPrivateKey } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/index.ts';
import { checksSchema, openBundle, type OpenBundle } from '../../src/evidence.ts';
import { compliantWorkload } from '../fixtures/workload.ts';
import { newKeys } from '../fixtures/bundle.ts';
import type { CliRun } from '../support/cli.ts';
import { runWarmCli } from '../support/warm-cli.ts';
import { snapshotOf, subjectOf } from '../support/judge.ts';
import { describeWithPrograms } from '../support/needs.ts';
import { startTimestampAuthority } from '../support/timestamp-authority.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const run = (...args: readonly string[]): Promise<CliRun> => runWarmCli(args, { cwd: folder });
const open = async (name: string): Promise<OpenBundle> => openBundle(await readFile(at(name)));
const named = ['--config', 'plimsoll.config.ts'];
const minutes = 'The policy was reviewed.\n';

const configuration = (max: number): string => `
import { builtin, defineControl, definePlimsollConfig, extendCatalog, workload } from 'plimsoll';
import { isSafe } from './facts.ts';
const common = {
  subject: workload, severity: 'high' as const,
  title: { en: 'Own', zh: '自有' }, rationale: { en: 'Own', zh: '自有' },
  remediation: { en: 'Own', zh: '自有' }, references: ['https://example.org/'],
};
const own = defineControl({
  ...common,
  id: 'acme-own',
  check: (w) => isSafe(w),
});
const looped = ['loop'].map((name) =>
  defineControl({ ...common, id: \`acme-\${name}\`, check: (w) => w.privileged === false }));
export default definePlimsollConfig({
  catalog: extendCatalog(builtin, {
    id: 'acme', add: [own, ...looped],
    tailor: { 'workload-pids-limit': { params: { max: ${max} }, reason: 'small', by: 'me' } },
  }),
  frameworks: ['pci-dss-3.1', 'cis-docker-1.8.0@1'],
  waivers: [{
    control: 'acme-own', scope: { subject: 'bad' }, reason: 'driver', owner: 'a', approver: 'b',
    from: '2026-01-01', until: '2026-12-31',
  }],
});
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-bundle-'));
  const subjects = [
    subjectOf('workload', compliantWorkload, { id: 'good' }),
    subjectOf('workload', { ...compliantWorkload, privileged: true }, { id: 'bad' }),
  ];
  await writeFile(at('snapshot.json'), JSON.stringify(snapshotOf(subjects)));
  await writeFile(at('plimsoll.config.ts'), configuration(4096));
  await writeFile(at('newer.ts'), configuration(1));
  await writeFile(
    at('facts.ts'),
    "const password = 'hunter2222';\nexport const isSafe = (w) => w.privileged === false;\n",
  );
  await writeFile(at('minutes.txt'), minutes);
  await mkdir(at('attestations'));
  await writeFile(
    at('attestations/policy.yaml'),
    `framework: pci-dss-3.1
requirement: '12.1.1'
statement: It is reviewed each year.
person: Wang Fang
role: Head of security
date: 2026-03-20
until: 2027-03-19
files:
  - path: ../minutes.txt
    sha256: ${createHash('sha256').update(minutes).digest('hex')}
`,
  );
  for (const [name, newKey] of Object.entries(newKeys)) {
    const { privateKey, publicKey } = newKey();
    await writeFile(at(`${name}.pem`), privateKey);
    await writeFile(at(`${name}.pub`), publicKey);
  }
  for (const [bundle, key] of [
    ['first.plimsoll', 'Ed25519.pem'],
    ['second.plimsoll', 'Ed25519.pem'],
    ['p256.plimsoll', 'P-256.pem'],
  ] as const) {
    const scan = ['scan', 'snapshot.json', '--quiet', '--fail-on', 'none'];
    const { status, stderr } = await run(...scan, '--bundle', bundle, '--sign', key);
    if (status !== 0) throw new Error(stderr);
  }
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a bundle of a scan', () => {
  it('has the same bytes each time', async () => {
    const [first, second] = await Promise.all(
      ['first.plimsoll', 'second.plimsoll'].map((name) => readFile(at(name))),
    );
    expect(first?.equals(second ?? Buffer.of())).toBe(true);
  });

  it('has reports, the files of attestations, and the source of every check', async () => {
    const { manifest, read, readJson } = await open('first.plimsoll');
    const hash = createHash('sha256').update(minutes).digest('hex');
    expect(read(`attachments/${hash}`)?.toString()).toBe(minutes);
    expect(manifest.files.map(({ path }) => path)).toContain('reports/report-pci-dss-3.1-en.html');
    const checks = checksSchema.parse(readJson('checks.json'));
    const byId = new Map(checks.controls.map((each) => [each.id, each]));
    const runtime = checks.controls.filter(({ source }) => source.from === 'runtime');
    // What a loop makes is written nowhere: its compiled text is kept, and says so.
    expect(runtime.map(({ id }) => id)).toEqual(['acme-loop']);
    expect(runtime[0]?.source).toMatchObject({ why: 'not-found' });
    expect(JSON.stringify(runtime[0]?.source)).toContain('privileged');
    const source = { from: 'project', file: 'plimsoll.config.ts', line: 12, imports: ['facts.ts'] };
    expect(byId.get('acme-own')?.source).toMatchObject(source);
    expect(JSON.stringify(checks)).not.toContain(folder);
    expect(JSON.stringify(checks)).not.toContain('hunter2222');
    expect(byId.get('workload-pids-limit')?.params).toEqual({ max: 4096 });
    const texts = new Map(checks.files.map(({ path, text }) => [path, text]));
    const misplaced = checks.controls.filter(({ source }) => {
      if (source.from === 'runtime') return false;
      const line = texts.get(source.file)?.split('\n')[source.line - 1] ?? '';
      return !/^ {2}check|^ {2}\.\.\.fileWatched|= defineManualControl/.test(line);
    });
    expect(misplaced).toEqual([]);
  });

  it('is read where a file is read', async () => {
    const report = await run('report', 'first.plimsoll', '--framework', 'pci-dss-3.1');
    expect([report.status, report.stderr]).toEqual([0, '']);
    const assess = await run('assess', 'first.plimsoll', '-o', 'again.json', '--fail-on', 'none');
    expect(assess.status).toBe(0);
    expect((await run('scan', 'first.plimsoll', '--fail-on', 'none')).status).toBe(0);
  });

  it('is signed with a key from the environment, and not without a bundle', async () => {
    const key = await readFile(at('Ed25519.pem'), 'utf8');
    const scan = ['scan', 'snapshot.json', '--quiet', '--fail-on', 'none'];
    await runWarmCli([...scan, '--bundle', 'third.plimsoll'], {
      cwd: folder,
      env: { PLIMSOLL_SIGN_KEY: key },
    });
    expect(
      (await readFile(at('third.plimsoll'))).equals(await readFile(at('first.plimsoll'))),
    ).toBe(true);
    const { status, stderr } = await run(...scan, '--sign', 'Ed25519.pem');
    expect(status).toBe(2);
    expect(stderr).toMatch(/--bundle/);
  });
});

describe('verify', () => {
  it('ends with 0 for an intact one, with 1 and the place for a changed one', async () => {
    const intact = await run('verify', 'first.plimsoll', '--key', 'Ed25519.pub');
    expect(intact.status).toBe(0);
    expect(intact.stdout).toContain('cosign verify-blob-attestation --key Ed25519.pub');
    const bytes = await readFile(at('first.plimsoll'));
    const place = bytes.indexOf('"plimsoll/snapshot"');
    bytes[place] = 0x20;
    await writeFile(at('changed.plimsoll'), bytes);
    const changed = await run('verify', 'changed.plimsoll', '--json');
    expect(changed.status).toBe(1);
    expect(JSON.parse(changed.stdout)).toMatchObject({ intact: false });
    expect(changed.stdout).toContain('snapshot.json');
    const refused = await run('report', 'changed.plimsoll');
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('snapshot.json')]);
  });

  it('ends with 1 for another key, and with 2 where there is none', async () => {
    expect((await run('verify', 'first.plimsoll', '--key', 'P-256.pub')).status).toBe(1);
    expect((await run('verify', 'first.plimsoll', '--key', 'nowhere.pub')).status).toBe(2);
    const der = createPrivateKey(await readFile(at('Ed25519.pem'))).export({
      type: 'pkcs8',
      format: 'der',
    });
    await writeFile(at('Ed25519.der'), der);
    for (const key of ['Ed25519.pem', 'Ed25519.der']) {
      const { status, stdout, stderr } = await run('verify', 'first.plimsoll', '--key', key);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(
        /\[key-invalid\] Ed25519\.(pem|der): This is a private key.*\n.*-pubout/,
      );
    }
    expect((await run('verify', 'nowhere.plimsoll')).status).toBe(2);
  });
});

describe('replay', () => {
  it('with the same catalog gives the same bytes', async () => {
    const { status, stdout } = await run('replay', 'first.plimsoll', '--json', ...named);
    expect([status, JSON.parse(stdout)]).toEqual([0, { same: true, differences: [] }]);
  });

  it('without a configuration judges by what the bundle says of the built-in controls', async () => {
    const { status, stdout, stderr } = await run('replay', 'first.plimsoll', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      differences: [
        { cause: 'control-removed', id: 'acme-loop' },
        { cause: 'control-removed', id: 'acme-own' },
      ],
    });
    expect(stderr).toMatch(/^Your own controls are code, .* --config FILE\n$/);
    await writeFile(
      at('tailored.mjs'),
      `import { builtin, extendCatalog } from 'plimsoll';
const by = { reason: 'small', by: 'me' };
const once = extendCatalog(builtin, { id: 'acme', version: '7', tailor: {
  'workload-pids-limit': { params: { max: 1 }, severity: 'critical', ...by },
  'workload-not-privileged': { holds: 30, ...by },
} });
export default {
  catalog: extendCatalog(once, { omit: { 'workload-health-check': by } }),
  frameworks: ['pci-dss-3.1'],
};\n`,
    );
    const made = await run(
      ...['scan', 'snapshot.json', '--quiet', '--fail-on', 'none', '--config', 'tailored.mjs'],
      ...['--bundle', 'tailored.plimsoll'],
    );
    expect(made.status).toBe(0);
    expect((await run('replay', 'tailored.plimsoll', '--json')).stdout).toContain('"same": true');
    const { configuration: files } = (await open('tailored.plimsoll')).readJson(
      'assessment.json',
    ) as Assessment;
    expect(files).toMatchObject([{ file: 'tailored.mjs' }]);
  });

  it('with a newer configuration says what differs and why', async () => {
    const { status, stdout } = await run(
      'replay',
      'first.plimsoll',
      '--config',
      'newer.ts',
      '--json',
    );
    expect(status).toBe(1);
    const { differences } = JSON.parse(stdout) as { differences: { cause: string; id: string }[] };
    expect(differences.filter(({ cause }) => cause !== 'framework')).toEqual([
      {
        cause: 'parameters',
        id: 'workload-pids-limit',
        detail: '{"max":4096} → {"max":1}',
        changed: 2,
      },
    ]);
  });
});

describe('a bundle of saved files', () => {
  it('is made of those that belong together, and says that it has no answers', async () => {
    const assess = ['assess', 'snapshot.json', '-o', 'saved.json', '--fail-on', 'none', '--quiet'];
    expect((await run(...assess)).status).toBe(0);
    const made = await run(
      ...['bundle', 'saved.json', '--snapshot', 'snapshot.json', '-o', 'saved.plimsoll'],
      ...['--sign', 'Ed25519.pem', '--quiet'],
    );
    expect([made.status, made.stderr]).toEqual([0, '']);
    expect((await open('saved.plimsoll')).manifest.answers).toBe('not-kept');
    expect(
      (await readFile(at('saved.plimsoll'))).equals(await readFile(at('first.plimsoll'))),
    ).toBe(true);
    expect((await run('replay', 'saved.plimsoll', ...named)).status).toBe(0);
  });

  it('is refused for those that do not', async () => {
    const bundle = ['bundle', 'saved.json', '--snapshot', 'other.json', '-o', 'other.plimsoll'];
    const other = [subjectOf('workload', compliantWorkload, { id: 'good' })];
    await writeFile(at('other.json'), JSON.stringify(snapshotOf(other)));
    const { status, stderr } = await run(...bundle);
    expect([status, stderr]).toEqual([2, expect.stringContaining('another assessment')]);
  });

  it('is held to the day that the assessment was made for', async () => {
    const assess = ['assess', 'snapshot.json', '-o', 'later.json', '--fail-on', 'none', '--quiet'];
    await run(...assess, '--at', '2027-02-01');
    const bundle = ['bundle', 'later.json', '--snapshot', 'snapshot.json', '-o', 'later.plimsoll'];
    expect((await run(...bundle)).status).toBe(0);
    expect((await run('replay', 'later.plimsoll', ...named)).status).toBe(0);
  });
});

describe('verify of a ledger', () => {
  it('does what ledger verify does', async () => {
    const scan = ['scan', 'snapshot.json', '--quiet', '--fail-on', 'none'];
    expect((await run(...scan, '--ledger', 'kept.db')).status).toBe(0);
    const plain = await run('verify', 'kept.db');
    expect(plain.status).toBe(0);
    expect(plain.stdout).toBe((await run('ledger', 'verify', '--ledger', 'kept.db')).stdout);
    expect((await run('verify', 'kept.db', '--key', 'Ed25519.pub')).status).toBe(2);
  });
});

describeWithPrograms('a time-stamp', ['openssl'], () => {
  const scan = ['scan', 'snapshot.json', '--quiet', '--fail-on', 'none'];

  it('is asked for, kept and verified, and told where it fails', async () => {
    const { url, ca, server } = await startTimestampAuthority(at('tsa'));
    const stamped = [...scan, '--bundle', 'stamped.plimsoll', '--sign', 'Ed25519.pem'];
    const made = await run(...stamped, '--timestamp-url', url);
    server.close();
    expect([made.status, made.stderr]).toEqual([0, '']);
    const verify = ['verify', 'stamped.plimsoll', '--key', 'Ed25519.pub'];
    const { status, stdout } = await run(...verify, '--timestamp-ca', ca);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/time-stamp: 20\d\d-.*Z, O=Test, CN=Test time-stamps \(issued under/),
    ]);
    expect((await run(...verify)).stdout).toContain('--timestamp-ca');
    expect((await run('report', 'stamped.plimsoll')).status).toBe(0);
    const late = [...scan, '--bundle', 'late.plimsoll', '--sign', 'Ed25519.pem'];
    const gone = await run(...late, '--timestamp-url', url);
    expect([gone.status, gone.stderr]).toEqual([
      2,
      expect.stringContaining('time-stamp authority'),
    ]);
    const none = await run('verify', 'first.plimsoll', '--timestamp-ca', ca);
    expect([none.status, none.stdout]).toEqual([
      1,
      expect.stringContaining('manifest.tsr: There is no time-stamp.'),
    ]);
  });

  it('is not made without a bundle', async () => {
    const { status, stderr } = await run(...scan, '--timestamp-url', 'http://127.0.0.1:9/');
    expect([status, stderr]).toEqual([2, expect.stringContaining('--bundle')]);
  });
});

describeWithPrograms('cosign, without a network', ['cosign', 'openssl', 'unzip'], () => {
  const shell = (command: string): Promise<{ stdout: string; stderr: string }> =>
    promisify(execFile)('unshare', ['-rn', 'sh', '-c', command], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder },
    });

  it.each([
    ['first.plimsoll', 'Ed25519.pub'],
    ['p256.plimsoll', 'P-256.pub'],
  ])('accepts %s as it is, and refuses another manifest', async (bundle, key) => {
    const { stdout } = await run('verify', bundle, '--key', key, '--json');
    const { cosign } = JSON.parse(stdout) as { cosign: string };
    expect((await shell(cosign)).stderr).toContain('Verified OK');
    const standard = cosign
      .replaceAll('manifest.dsse.json', 'test-result.dsse.json')
      .replace(/--type \S+/, '--type https://in-toto.io/attestation/test-result/v0.1');
    expect((await shell(standard)).stderr).toContain('Verified OK');
    const [, verify = ''] = cosign.split(' && ');
    const manifest = await readFile(at('manifest.json'), 'utf8');
    await writeFile(at('manifest.json'), manifest.replace('"bytes": ', '"bytes":  '));
    await expect(shell(verify)).rejects.toThrow(/digest/);
  });

  it('accepts a bundle by the command that its reports print', async () => {
    await writeFile(at('KEY.pub'), await readFile(at('Ed25519.pub')));
    await writeFile(at('evidence.plimsoll'), await readFile(at('first.plimsoll')));
    const made = await run(
      ...['report', 'first.plimsoll', '--quiet', '--format', 'html', '-o', 'of-bundle'],
    );
    expect([made.status, made.stderr]).toEqual([0, '']);
    const name = 'report-pci-dss-3.1-en.html';
    const ofBundle = await readFile(at(join('of-bundle', name)), 'utf8');
    const within = (await open('first.plimsoll')).read(`reports/${name}`);
    const hash = createHash('sha256').update(await readFile(at('first.plimsoll')));
    expect(ofBundle).toContain(hash.digest('hex'));
    for (const page of [ofBundle, Buffer.from(within ?? []).toString()]) {
      const [, command = ''] = /<pre[^>]*>([^<]*cosign[^<]*)<\/pre>/.exec(page) ?? [];
      expect((await shell(command.replaceAll('&amp;', '&'))).stderr).toContain('Verified OK');
    }
  });

  it('accepts what a command signed', async () => {
    const scan = ['scan', 'snapshot.json', '--quiet', '--fail-on', 'none'];
    const signer = 'openssl dgst -sha256 -sign P-256.pem';
    await run(...scan, '--bundle', 'signer.plimsoll', '--signer', signer);
    const { status, stdout } = await run(
      'verify',
      'signer.plimsoll',
      '--key',
      'P-256.pub',
      '--json',
    );
    expect(status).toBe(0);
    const { cosign } = JSON.parse(stdout) as { cosign: string };
    expect((await shell(cosign)).stderr).toContain('Verified OK');
  });
});
