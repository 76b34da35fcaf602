import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  kindNames,
  planControl,
  planFramework,
  writeChanges,
  type ProjectPlan,
} from '../../src/authoring.ts';
import { parseAssessment } from '../../src/index.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { describeWithRoot } from '../support/needs.ts';
import { mustRun, packInto } from '../support/packed.ts';
import { readSteps, type GuideStep } from '../support/guide-steps.ts';

/** The most that the packed package may take, in bytes, and installed without what is optional. */
const most = { packed: 2e6, installed: 75e6 };

/** Packages are installed and compiled, on machines that may be busy with other things. */
const patience = { timeout: 240_000 };

describe('an empty folder, and the package as it is published', patience, () => {
  const steps = readSteps('docs/first-control.md', 'test/proof/from-zero.test.ts');
  let folder = '';
  let project = '';
  let tarball = '';
  let node = '';
  const spent = { ms: 0, cpuMs: 0 };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-zero-'));
    project = join(folder, 'acme');
    await mkdir(project);
    tarball = await packInto(folder);
    node = await mustRun(folder, 'node', '--version');
  });
  afterAll(async () => {
    const seconds = (ms: number): string => (ms / 1e3).toFixed(1);
    process.stdout.write(
      `${node.trim()}, from zero to a report: ${seconds(spent.ms)} s, ${seconds(spent.cpuMs)} s of them computing\n`,
    );
    await rm(folder, { recursive: true, force: true });
  });

  const read = (name: string): Promise<string> => readFile(join(project, name), 'utf8');

  /** Does what a section of the guide says, and answers what its commands printed. */
  async function follow(section: string, env = ''): Promise<string> {
    const told = steps.filter((step) => step.section === section);
    expect(told.length).toBeGreaterThan(0);
    let said = '';
    for (const step of told) {
      if (step.file !== undefined) await writeFile(join(project, step.file), step.code);
      else said += await runStep(step, env);
    }
    return said;
  }

  /** Runs the commands of a step; the package is what was packed. */
  async function runStep({ code }: GuideStep, env: string): Promise<string> {
    const install = `npm install ${JSON.stringify(tarball)}\ndu -sb node_modules > ../installed`;
    const commands = code.replace(/^npm install plimsoll$/m, install);
    const started = performance.now();
    const said = await mustRun(
      project,
      'bash',
      '-c',
      `set -euo pipefail\n${env}\n${commands}\ntimes`,
    );
    spent.ms += performance.now() - started;
    spent.cpuMs += cpuOf(said);
    return said;
  }

  it('are small, and run nothing when they are installed', async () => {
    expect((await stat(tarball)).size).toBeLessThan(most.packed);
    const manifest = await mustRun(folder, 'tar', '-xzOf', tarball, 'package/package.json');
    const { scripts } = JSON.parse(manifest) as { scripts: Record<string, string> };
    const own = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    expect(own.filter((name) => Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('are a project whose first control passes its test', async () => {
    const said = await follow('A project');
    expect(said).toContain('created plimsoll.config.ts');
    expect(said).toMatch(/pass 1\s[^]*fail 0/);
    const installed = Number.parseInt(await readFile(join(folder, 'installed'), 'utf8'), 10);
    process.stdout.write(
      `packed: ${(await stat(tarball)).size} bytes, installed: ${installed} bytes\n`,
    );
    expect(installed).toBeLessThan(most.installed);
  });

  it('take a control of their own, with its test', async () => {
    const made = await follow('A control');
    expect(made).toContain('created controls/acme-host-etc.ts');
    const said = await follow('Its test');
    expect(said).toMatch(/pass 2\s[^]*fail 0/);
    expect(said).toContain('Nothing writes to /etc of the host');
    expect(await read('plimsoll.config.ts')).toContain('acmeHostEtc');
  });

  describeWithRoot('on a real engine', ['dockerd', 'docker', 'busybox'], () => {
    let engine: TestEngine;
    beforeAll(async () => {
      engine = await startEngine();
      const start = ['run', '--detach', '--network=none'];
      const mounted = ['--name=keeper', '--volume=/etc:/host-etc', engine.image, 'sleep', '600'];
      await engine.docker(...start, ...mounted);
      await engine.docker(...start, '--name=web', engine.image, 'sleep', '600');
    });
    afterAll(() => engine?.stop());

    it('end in a report within a minute', async () => {
      const said = await follow('A report', `export DOCKER_HOST=unix://${engine.socket}`);
      expect(said).toContain('acme-host-etc');
      const { findings } = parseAssessment(JSON.parse(await read('report/assessment.json')));
      const own = findings.filter(({ controlId }) => controlId === 'acme-host-etc');
      expect(own.map(({ subject, status }) => `${subject.name}: ${status}`).toSorted()).toEqual([
        'keeper: fail',
        'web: pass',
      ]);
      expect(own.find(({ status }) => status === 'fail')?.observations).toContainEqual(
        expect.objectContaining({ path: '/mounts/0/hostPath', value: '/etc' }),
      );
      // Of a processor that may have other things to do besides.
      expect(spent.cpuMs).toBeLessThan(60_000);
    });
  });

  it('judge what was recorded', async () => {
    const snapshot = 'node_modules/plimsoll/examples/recorded/snapshot.json';
    const scan = ['--no-install', 'plimsoll', 'scan', snapshot, '--all', '--fail-on', 'none'];
    const said = await mustRun(project, 'npx', ...scan);
    expect(said).toContain('workload-owner-labelled');
    expect(said).toContain('CIS Docker Benchmark 1.8.0');
  });

  const add = async (plan: Promise<ProjectPlan>): Promise<void> => {
    await writeChanges((await plan).changes);
  };

  it('type-check with a control of every kind and a framework of either language', async () => {
    const config = join(project, 'plimsoll.config.ts');
    const title = { en: "The team's own", zh: '自有' };
    for (const kind of kindNames) {
      await add(planControl(config, { id: `${kind}-of-ours`, kind, severity: 'low', title }));
    }
    const published = '2026-11';
    await add(planFramework(config, { id: 'acme-policy', title, published }));
    await add(planFramework(config, { id: 'acme-rules', title, published }, 'typescript'));
    await mustRun(project, 'npm', 'run', 'check');
    // What it prints of itself is what was added.
    const listed = await mustRun(project, 'npx', '--no-install', 'plimsoll', 'config', '--json');
    expect(listed).toContain('compose-project-of-ours');
    await mustRun(
      project,
      'node',
      '--import',
      'jiti/register',
      '--test',
      'test/acme-policy.test.ts',
    );
  });
});

/** Milliseconds that a shell's children took of the processor: the last line of `times`, `0m12.345s 0m1.234s`. */
function cpuOf(said: string): number {
  const found = [...said.matchAll(/^(\d+)m([\d.]+)s (\d+)m([\d.]+)s$/gm)].at(-1);
  if (!found) throw new Error(`the shell did not say how long it took: ${said}`);
  const [, minutes, seconds, systemMinutes, systemSeconds] = found.map(Number);
  return (
    ((minutes ?? 0) + (systemMinutes ?? 0)) * 60_000 +
    ((seconds ?? 0) + (systemSeconds ?? 0)) * 1000
  );
}
