import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/load-commands.ts';
import { runCli } from '../support/cli.ts';
import { addFile } from '../support/temporary-root.ts';
import { runWarmCli } from '../support/warm-cli.ts';

/** A run of every command over evidence that came in one folder; one that is added must be added here. */
const runs: Readonly<Record<string, readonly string[]>> = {
  scan: ['scan snapshot.json', 'scan . --fail-on none', 'scan snapshot.json --watch'],
  collect: ['collect Dockerfile -o -'],
  watch: ['watch host:/'],
  admission: ['admission check snapshot.json'],
  fleet: ['fleet try --for 1'],
  agent: ['agent status --data agent'],
  hub: ['hub hosts --data hub'],
  assess: ['assess snapshot.json -o -'],
  record: ['record snapshot.json --kind workload -o -'],
  report: ['report assessment.json', 'report evidence.plimsoll --format html,pdf -o out'],
  bundle: ['bundle assessment.json --snapshot snapshot.json -o again.plimsoll'],
  verify: ['verify evidence.plimsoll --key key.pub', 'verify plimsoll.db'],
  replay: ['replay evidence.plimsoll'],
  list: ['list controls', 'list frameworks'],
  explain: ['explain workload-pids-limit', 'explain workload-pids-limit --code'],
  crosswalk: ['crosswalk pci-dss-3.1 pci-dss-4.0.1 snapshot.json'],
  attest: ['attest pci-dss-3.1 -o drafts'],
  export: ['export pci-dss-3.1 --as catalog'],
  history: ['history --ledger plimsoll.db'],
  trend: ['trend --ledger plimsoll.db'],
  period: ['period --ledger plimsoll.db --from 2026-01-01 --to 2026-12-31'],
  diff: ['diff assessment.json evidence.plimsoll', 'diff 1 latest --ledger plimsoll.db'],
  ledger: [
    'ledger verify --ledger plimsoll.db',
    'ledger show 1 --ledger plimsoll.db',
    'ledger prune --keep-days 3650 --ledger plimsoll.db',
  ],
  access: ['access host:/'],
  config: ['config'],
  init: ['init fresh --yes'],
  new: ['new control workload-owned'],
  lint: ['lint'],
  docs: ['docs -o site'],
  completion: ['completion bash'],
};

const configuration = 'plimsoll.config.ts';

/** Code that leaves its name behind when it runs, as an attacker's would do worse. */
const leaves = (name: string): string =>
  `require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'ran'))}, ${JSON.stringify(`${name}\n`)});\n`;

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ran = (): string =>
  existsSync(join(folder, 'ran')) ? readFileSync(join(folder, 'ran'), 'utf8') : '';
const words = (line: string): readonly string[] => line.split(' ');
const place = { cwd: folder };

/** What the folder holds beside the evidence: everything that some program takes for code or for its settings. */
const hostile = (): Readonly<Record<string, string>> => ({
  [configuration]: `${leaves(configuration)}export default {};\n`,
  'package.json': JSON.stringify({
    type: 'module',
    plimsoll: './evil.cjs',
    imports: { '#*': './evil.cjs' },
  }),
  'evil.cjs': leaves('evil.cjs'),
  '.env': 'NODE_OPTIONS=--require=./evil.cjs\nPLIMSOLL_SAFE_DIRECTORY=*\n',
  '.npmrc': 'node-options=--require=./evil.cjs\n',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      paths: { plimsoll: ['./evil.cjs'], '*': ['./evil.cjs'] },
      plugins: [{ name: './evil.cjs' }],
    },
  }),
  'jiti.config.js': leaves('jiti.config.js'),
  'locales/en.js': leaves('locales/en.js'),
  'frameworks/pci-dss-3.1.js': leaves('frameworks/pci-dss-3.1.js'),
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/config': `[core]\n\tfsmonitor = sh -c 'echo fsmonitor >> ${join(folder, 'ran')}'\n\thooksPath = .git\n`,
  '.git/objects/x': '',
  '.git/refs/x': '',
  ...Object.fromEntries(
    ['plimsoll', 'kysely', 'libsql', 'pg', 'jiti', 'zod', 'yaml', 'ts-morph', 'dockerode'].flatMap(
      (name) => [
        [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.cjs' })],
        [`node_modules/${name}/index.cjs`, leaves(name)],
      ],
    ),
  ),
});

beforeAll(async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  addFile(folder, 'key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  addFile(folder, 'key.pub', publicKey.export({ type: 'spki', format: 'pem' }).toString());
  addFile(folder, 'Dockerfile', 'FROM scratch\n');
  copyFileSync('examples/recorded/snapshot.json', join(folder, 'snapshot.json'));
  const made = [
    'assess snapshot.json -o assessment.json --framework pci-dss-3.1 --fail-on none',
    'scan snapshot.json --quiet --fail-on none --framework pci-dss-3.1 --bundle evidence.plimsoll --sign key.pem',
    'scan snapshot.json --quiet --fail-on none --ledger plimsoll.db',
  ];
  for (const line of made) {
    const { status, stderr } = await runCli(words(line), place);
    if (status !== 0) throw new Error(`${line}: ${stderr}`);
  }
  for (const [path, text] of Object.entries(hostile())) addFile(folder, path, text);
});

beforeEach(() => rmSync(join(folder, 'ran'), { force: true }));

const lines = (use: string): readonly string[] =>
  Object.entries(commands).flatMap(([name, { config }]) =>
    config === use ? (runs[name] ?? []) : [],
  );

it('every command is among those that are run', () => {
  expect(Object.keys(runs)).toEqual(Object.keys(commands));
});

// Each run is a process of its own, and one of them typesets.
describe('in a folder of somebody else’s', { timeout: 180_000 }, () => {
  it.each([...lines('never-unless-named'), ...lines('none')])(
    'plimsoll %s runs nothing of it',
    async (line) => {
      const { status, stderr } = await runCli(words(line), place);
      expect(ran()).toBe('');
      expect(stderr).not.toContain('onfiguration');
      expect([0, 1]).toContain(status);
    },
  );

  it.each(lines('never-unless-named'))('plimsoll %s runs what is named', async (line) => {
    const { stderr } = await runWarmCli([...words(line), '--config', configuration], place);
    expect(ran()).toBe(`${configuration}\n`);
    expect(stderr.split(`Configuration: ${configuration}\n`)).toHaveLength(2);
  });

  it.each(lines('found-if-trusted'))(
    'plimsoll %s refuses what others could have written',
    async (line) => {
      chmodSync(join(folder, configuration), 0o666);
      const { status, stdout, stderr } = await runWarmCli(words(line), place);
      chmodSync(join(folder, configuration), 0o644);
      expect(ran()).toBe('');
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(
        /\[config-untrusted\] .*\/plimsoll\.config\.ts was found but not run: anyone can write to it: owner .*, mode 0666\.\n.*--config .*--no-config.*PLIMSOLL_SAFE_DIRECTORY=/,
      );
    },
  );

  it.each(lines('found-if-trusted'))('plimsoll %s --no-config runs nothing of it', async (line) => {
    const { stderr } = await runWarmCli([...words(line), '--no-config'], place);
    expect(ran()).toBe('');
    expect(stderr).not.toContain('config-untrusted');
    expect(stderr).not.toContain('Configuration: ');
  });

  it.each(lines('found-if-trusted'))('plimsoll %s says what it runs of one’s own', async (line) => {
    const { stderr } = await runWarmCli(words(line), place);
    // What is linted is read and not run.
    const isRun = !line.startsWith('lint');
    // A project that was added to is loaded again.
    expect(new Set(ran().split('\n'))).toEqual(new Set(isRun ? [configuration, ''] : ['']));
    expect(stderr.includes(`Configuration: ${configuration}\n`)).toBe(isRun);
  });
});

it('a configuration beside a bundle cannot make a stranger’s signature valid', async () => {
  const { publicKey } = generateKeyPairSync('ed25519');
  addFile(folder, 'other.pub', publicKey.export({ type: 'spki', format: 'pem' }).toString());
  const forging = `import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
crypto.verify = () => true;
syncBuiltinESMExports();
export default {};\n`;
  addFile(folder, 'box/plimsoll.config.mjs', forging);
  copyFileSync(join(folder, 'evidence.plimsoll'), join(folder, 'box/evidence.plimsoll'));
  const verify = ['verify', 'evidence.plimsoll', '--key', '../other.pub'];
  const { status, stdout } = await runCli(verify, { cwd: join(folder, 'box') });
  expect(stdout).toContain('NOT valid');
  expect(status).toBe(1);
});
