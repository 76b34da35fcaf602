import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  kindNames,
  planControl,
  planFramework,
  writeChanges,
  type ProjectPlan,
} from '../../src/authoring.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a command left behind. */
interface Run {
  readonly status: number;
  readonly said: string;
}

/** Runs a command as a person does, in a folder. */
const run = (cwd: string, command: string, ...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    // Vitest tells every child that it is a test; Node's own runner would say less for it.
    const { NODE_ENV: _, VITEST: __, NODE_OPTIONS: ___, ...env } = process.env;
    execFile(
      command,
      [...args],
      { cwd, env: { ...env, NO_COLOR: '1' }, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        const code: unknown = error === null ? 0 : error.code;
        resolve({ status: typeof code === 'number' ? code : -1, said: stdout + stderr });
      },
    );
  });

const quick = [
  '--omit=optional',
  '--prefer-offline',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
];

describe('an empty folder, and the package as it is published', () => {
  let folder = '';
  let project = '';
  let begun: Run;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-zero-'));
    project = await mkdtemp(join(folder, 'acme-'));
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
    expect(await run(root, 'npm', ...pack)).toMatchObject({ status: 0 });
    const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
    const installed = await run(project, 'npm', 'install', ...quick, join(folder, tarball));
    expect([installed.said, installed.status]).toEqual([installed.said, 0]);
    begun = await run(
      project,
      'npx',
      '--no-install',
      'plimsoll',
      'init',
      '--yes',
      '--ci',
      'github',
    );
    const completed = await run(project, 'npm', 'install', ...quick);
    expect([completed.said, completed.status]).toEqual([completed.said, 0]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const works = async (...command: readonly string[]): Promise<string> => {
    const [program = '', ...args] = command;
    const { status, said } = await run(project, program, ...args);
    expect([said, status]).toEqual([said, 0]);
    return said;
  };
  const add = async (plan: Promise<ProjectPlan>): Promise<void> => {
    await writeChanges((await plan).changes);
  };

  it('are a project whose first control passes its test and judges what was recorded', async () => {
    expect(begun).toEqual({ status: 0, said: expect.stringContaining('npm install') as string });
    expect(await works('npm', 'test')).toMatch(/pass 1\s[^]*fail 0/);
    const snapshot = 'node_modules/plimsoll/examples/recorded/snapshot.json';
    const scan = ['npx', '--no-install', 'plimsoll', 'scan', snapshot, '--fail-on', 'none'];
    const said = await works(...scan);
    expect(said).toContain('workload-owner-labelled');
    expect(said).toContain('CIS Docker Benchmark 1.8.0');
  });

  it('type-check with a control of every kind and a framework of either language', async () => {
    const config = join(project, 'plimsoll.config.ts');
    const title = { en: "The team's own", zh: '自有' };
    for (const kind of kindNames) {
      await add(planControl(config, { id: `${kind}-of-ours`, kind, severity: 'low', title }));
    }
    const published = '2026-11';
    await add(planFramework(config, { id: 'acme-policy', title, published }));
    await add(planFramework(config, { id: 'acme-rules', title, published }, 'typescript'));
    await works('npm', 'run', 'check');
    // What it prints of itself is what was added.
    const listed = await works('npx', '--no-install', 'plimsoll', 'config', '--json');
    expect(listed).toContain('compose-project-of-ours');
    await works('node', '--import', 'jiti/register', '--test', 'test/acme-policy.test.ts');
  });
});
