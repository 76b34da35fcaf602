import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, scan } from '../../src/collect.ts';
import { loadConfig, loadFramework } from '../../src/config.ts';
import { selectFrameworks } from '../../src/frameworks.ts';
import { builtin, extendCatalog } from '../../src/index.ts';

const recorded = fileURLToPath(new URL('../../examples/recorded/snapshot.json', import.meta.url));

const compose = `services:
  web:
    image: nginx:1.27
    privileged: true
    pids_limit: 100
`;
const framework = `id: acme-policy
title: {en: Acme, zh: 某公司}
edition: {version: '1', publisher: Acme, published: 2026-01}
requirements:
  - id: A1
    title: {en: Nothing is privileged, zh: 不使用特权}
    controls:
      - {control: workload-not-privileged, shows: all, breaks: breaks, reason: {en: It is that., zh: 即该要求。}}
`;
const waiver = `control: workload-not-privileged
scope: {name: web}
reason: It loads a module.
owner: J. Doe
approver: M. Mustermann
from: '2020-01-01'
until: '2099-01-01'
`;
const configuration = `export default {
  targets: ['compose.yaml'],
  frameworks: ['./policy.yaml'],
  waivers: ['waivers-of-ours/*.yaml'],
};
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-scan-'));
  const files = {
    'compose.yaml': compose,
    Dockerfile: 'FROM debian:13\n',
    'policy.yaml': framework,
    'plimsoll.config.mjs': configuration,
    'waivers-of-ours/accepted.yaml': waiver,
  };
  await mkdir(join(folder, 'waivers-of-ours'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await cp(recorded, join(folder, 'snapshot.json'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const privileged = ({ assessment }: Awaited<ReturnType<typeof scan>>) =>
  assessment.findings.find(
    ({ controlId, subject }) =>
      controlId === 'workload-not-privileged' && subject.id.includes('web'),
  );

describe('a scan in one call', () => {
  it.each([
    ['a spelling', 'compose.yaml'],
    ['a list of them', ['compose.yaml']],
    ['several', ['compose.yaml', 'Dockerfile']],
    ['a prefix', 'compose:compose.yaml'],
    ['a folder', '.'],
    ['a recognised target', { kind: 'compose', files: ['compose.yaml'] } as const],
  ])('takes %s', async (_, targets) => {
    const result = await scan(targets, { cwd: folder });
    expect(result.failures).toEqual([]);
    expect(privileged(result)?.status).toBe('fail');
    expect(Date.parse(result.snapshot.collectedAt)).toBeGreaterThan(Date.now() - 60_000);
  });

  it.each(['Dockerfile', './Dockerfile', 'snapshot.json'])(
    'takes %s from the working folder that is given',
    async (target) => {
      const { snapshot, failures } = await scan(target, { cwd: folder });
      expect(failures).toEqual([]);
      expect(snapshot.subjects.length).toBeGreaterThan(0);
    },
  );

  it('names a target that cannot be read among the failures, and a gap stands for it', async () => {
    const { snapshot, failures, assessment } = await scan('unix:///nowhere/docker.sock');
    expect(failures).toMatchObject([{ error: { code: 'engine-unreachable' } }]);
    expect(snapshot.gaps).toHaveLength(1);
    expect(assessment.findings.some(({ status }) => status === 'pass')).toBe(false);
  });

  it('takes a client of an engine', async () => {
    const docker = {
      modem: {
        dial: (_: unknown, done: (error: Error) => void) => done(new Error('no engine here')),
      },
    };
    const { failures } = await scan({ docker, name: 'mine' });
    expect(failures).toMatchObject([{ target: 'mine' }]);
  });

  it('refuses what is no target', async () => {
    await expect(scan('nonsense:here')).rejects.toMatchObject({ code: 'target-unknown' });
    await expect(scan('policy.yaml', { cwd: folder })).rejects.toMatchObject({
      code: 'target-unknown',
    });
    await expect(scan(['snapshot.json', 'compose.yaml'], { cwd: folder })).rejects.toMatchObject({
      code: 'option-invalid',
    });
  });

  it('judges by frameworks however they are given', async () => {
    const own = await loadFramework('./policy.yaml', { cwd: folder });
    const loaded = await selectFrameworks(['pci-dss-3.1', own]);
    for (const frameworks of [['pci-dss-3.1', './policy.yaml'], ['pci-dss-3.1', own], loaded]) {
      const { assessment } = await scan('compose.yaml', { cwd: folder, frameworks });
      expect(assessment.frameworks.map(({ id }) => id).toSorted()).toEqual([
        'acme-policy',
        'pci-dss-3.1',
      ]);
    }
    const { assessment } = await scan('compose.yaml', { cwd: folder, frameworks: [own] });
    expect(assessment.frameworks[0]?.requirements).toMatchObject([
      { id: 'A1', status: 'not-satisfied' },
    ]);
  });

  it('goes by a configuration, and options win over it', async () => {
    const config = await loadConfig(undefined, { cwd: folder });
    const byConfig = await scan(undefined, { config, cwd: folder });
    expect(byConfig.snapshot.targets.map(({ id }) => id)).toEqual(['compose:compose.yaml']);
    expect(byConfig.assessment.frameworks.map(({ id }) => id)).toEqual(['acme-policy']);
    expect(privileged(byConfig)?.waiver).toBeDefined();
    expect(byConfig.assessment.configuration).toMatchObject([{ file: 'plimsoll.config.mjs' }]);
    const named = await scan('Dockerfile', {
      config: 'plimsoll.config.mjs',
      cwd: folder,
      frameworks: ['nist-800-190'],
    });
    expect(named.snapshot.targets.map(({ kind }) => kind)).toEqual(['dockerfile']);
    expect(named.assessment.frameworks.map(({ id }) => id)).toEqual(['nist-800-190']);
  });

  it('runs no configuration that it was not given', async () => {
    const { assessment } = await scan('compose.yaml', { cwd: folder });
    expect(assessment.configuration).toBeUndefined();
    expect(assessment.frameworks).toEqual([]);
  });

  it('takes a configuration that is written beside it', async () => {
    const catalog = extendCatalog(builtin, {
      id: 'acme',
      omit: { 'workload-not-privileged': { reason: 'Seen to.', by: 'J. Doe' } },
    });
    const result = await scan('compose.yaml', { cwd: folder, config: { catalog } });
    expect(privileged(result)).toBeUndefined();
    const config = { extends: './base.ts' };
    await expect(scan('compose.yaml', { cwd: folder, config })).rejects.toMatchObject({
      code: 'config-invalid',
    });
  });

  it('adds waivers to those of the configuration, as values and as files', async () => {
    await writeFile(join(folder, 'accepted.yaml'), waiver);
    const result = await scan('compose.yaml', { cwd: folder, waivers: ['accepted.yaml'] });
    expect(privileged(result)?.waiver).toBeDefined();
    await expect(
      scan('compose.yaml', { cwd: folder, waivers: [{ control: 'nope' }] as never }),
    ).rejects.toMatchObject({ code: 'config-invalid' });
    await expect(
      scan('compose.yaml', { cwd: folder, frameworks: ['pci-dss-99'] }),
    ).rejects.toMatchObject({ code: 'framework-unknown' });
  });

  it('takes a date and an environment', async () => {
    const now = new Date('2026-01-02T03:04:05Z');
    await writeFile(join(folder, 'variable.yaml'), 'services: {web: {image: "${IMAGE}"}}\n');
    const { snapshot } = await scan('variable.yaml', {
      cwd: folder,
      now,
      env: { IMAGE: 'debian:13' },
    });
    expect(snapshot.collectedAt).toBe('2026-01-02T03:04:05.000Z');
    expect(JSON.stringify(snapshot.subjects)).toContain('debian:13');
  });
});

describe('a collection', () => {
  it('takes the same spellings, and needs nothing else', async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      const { snapshot, failures } = await collect({ targets: '.' });
      expect(failures).toEqual([]);
      expect(snapshot.targets.map(({ kind }) => kind).toSorted()).toEqual([
        'compose',
        'dockerfile',
      ]);
    } finally {
      process.chdir(before);
    }
  });

  it('reads nothing where the list of targets is empty', async () => {
    expect((await collect({ targets: [] })).snapshot.targets).toEqual([]);
  });
});
