import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseAssessment } from '../../src/index.ts';
import { runWarmCli } from '../support/warm-cli.ts';
import { snapshotOf, subjectOf } from '../support/judge.ts';
import { temporaryRoot } from '../support/temporary-root.ts';
import { compliantWorkload } from '../fixtures/workload.ts';

const snapshot = JSON.stringify(snapshotOf([subjectOf('workload', compliantWorkload)]));
const acme = `id: acme
title: Acme
edition: { version: 1, publisher: Acme, published: 2026-01 }
levels: [{ id: gold, title: Gold, includes: [gold] }]
requirements:
  - id: 8.1.4.2 d)
    title: { en: Least privilege, zh: 最小权限 }
    levels: [gold]
    controls:
      - { control: workload-not-privileged, shows: all, breaks: breaks, reason: { en: Why, zh: 因为 } }
      - { control: workload-pids-limit, shows: all, breaks: breaks, reason: Why, guard: { param: max, atMost: 1 } }
  - id: L3.CE.入侵防范 f)
    title: Intrusions
    nature: organisational
`;

function project(files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryRoot({ '/snapshot.json': snapshot, '/acme.yaml': acme, ...files });
  return { folder, run: (...args: string[]) => runWarmCli(args, { cwd: folder }) };
}

describe('a framework in a file', () => {
  it('is judged by, at its level, and reported in every format', async () => {
    const { run, folder } = project();
    const { stdout, status } = await run(
      'scan',
      'snapshot.json',
      '--framework',
      './acme.yaml@gold',
      '--json',
      '--fail-on',
      'none',
    );
    expect(status).toBe(0);
    expect(parseAssessment(JSON.parse(stdout)).frameworks).toMatchObject([
      {
        id: 'acme',
        level: 'gold',
        requirements: [{ id: '8.1.4.2 d)', status: 'satisfied' }, { status: 'not-assessed' }],
      },
    ]);
    await run('scan', 'snapshot.json', '--framework', 'acme.yaml', '--format', 'html', '-o', 'out');
    expect(readFileSync(join(folder, 'out/report-acme-en.html'), 'utf8')).toContain(
      'Least privilege',
    );
  });
  it('is known by its id where the configuration names it, from its own folder', async () => {
    const { run } = project({
      '/etc/plimsoll.config.ts': "export default { frameworks: ['../acme.yaml'] };\n",
    });
    const { stdout } = await run(
      'explain',
      'acme:8.1.4.2 d)',
      '--config',
      'etc/plimsoll.config.ts',
    );
    expect(stdout).toContain('workload-not-privileged');
  });
  it('may be what TypeScript made', async () => {
    const { run } = project({
      '/plimsoll.config.ts': `import { builtin, defineFramework, defineMapping, definePlimsollConfig } from 'plimsoll';
const framework = defineFramework({
  id: 'mine', title: { en: 'Mine', zh: '我的' },
  edition: { version: '1', publisher: 'Me', published: '2026', status: 'in-force', source: 'me' },
  requirements: [{ id: '1', parent: null, title: { en: 'One', zh: '一' }, nature: 'technical', levels: [], confidence: 'verified' }],
});
const mapping = defineMapping(framework, builtin, [
  { control: 'workload-not-privileged', requirement: '1', shows: 'all', breaks: 'breaks', reason: { en: 'Why', zh: '因为' } },
]);
export default definePlimsollConfig({ frameworks: [{ framework, mappings: [mapping] }] });
`,
    });
    const { stdout } = await run('scan', 'snapshot.json', '--json', '--fail-on', 'none');
    expect(parseAssessment(JSON.parse(stdout)).frameworks).toMatchObject([
      { id: 'mine', requirements: [{ status: 'satisfied' }] },
    ]);
  });
  const refused: readonly [string, string, RegExp][] = [
    [
      'a control that is not there',
      acme.replace('workload-not-privileged', 'workload-x'),
      /acme\.yaml:10:20: the catalog has no control workload-x/,
    ],
    [
      'a framework that it cannot extend',
      `${acme.split('levels:')[0] ?? ''}extends: pci-dss-3.11\n`,
      /acme\.yaml:4:10: There is no framework[\s\S]*pci-dss-3\.1/,
    ],
    [
      'itself as what it extends',
      `${acme.split('levels:')[0] ?? ''}extends: ./acme.yaml\n`,
      /acme\.yaml:4:10: it extends itself/,
    ],
    [
      'the id of a built-in one',
      acme.replace('id: acme', 'id: pci-dss-3.1'),
      /built-in framework pci-dss-3\.1 already/,
    ],
    [
      'a value of a link that does not exist',
      acme.replace('shows: all', 'shows: most'),
      /acme\.yaml:10:52: requirements\[0\]\.controls\[0\]\.shows/,
    ],
    [
      'the strength of earlier releases, with what to write instead',
      acme.replace('shows: all, breaks: breaks', 'strength: partial'),
      /acme\.yaml:10:55: requirements\[0\]\.controls\[0\]\.strength: strength is replaced by shows and breaks.*for partial, shows: part, breaks: breaks or weakens/,
    ],
    [
      'a link that does not say what a failure breaks',
      acme.replace('shows: all, breaks: breaks', 'shows: all'),
      /acme\.yaml:10:\d+: requirements\[0\]\.controls\[0\]\.breaks/,
    ],
  ];
  it.each(refused)('is refused for %s', async (_, text, message) => {
    const { run } = project({ '/acme.yaml': text });
    const { status, stderr } = await run('scan', 'snapshot.json', '--framework', './acme.yaml');
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
  });
});

describe('plimsoll explain', () => {
  it('says what feeds a requirement, how strongly, why, on which condition, and what is needed', async () => {
    const { run } = project();
    const { stdout } = await run('explain', './acme.yaml:8.1.4.2 d)');
    expect(stdout).toMatch(/workload-not-privileged {2}a pass shows all, a failure breaks it/);
    expect(stdout).toMatch(
      /workload-pids-limit {2}a pass shows all, a failure breaks it \(max ≤ 1\)/,
    );
    expect(stdout).toContain('does not count: the parameters in force are too loose');
    expect(stdout).toContain('Nothing in the container layer, when these pass');
  });
  it('says the same to a program, and to a reader of Chinese', async () => {
    const { run } = project();
    const { stdout } = await run('explain', './acme.yaml:8.1.4.2 d)', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      framework: 'acme',
      id: '8.1.4.2 d)',
      controls: [
        { id: 'workload-not-privileged', shows: 'all', breaks: 'breaks', standing: 'counts' },
        { id: 'workload-pids-limit', guard: { param: 'max', atMost: 1 }, standing: 'too-loose' },
      ],
    });
    expect((await run('explain', './acme.yaml:8.1.4.2 d)', '--lang', 'zh')).stdout).toContain(
      '最小权限',
    );
  });
  it.each(['L3.CE.入侵防范 f)', 'l3.ce.入侵防范f)', 'L3.CE.入侵防范 f）'])(
    'finds %s',
    async (id) => {
      const { run } = project();
      const { stdout } = await run('explain', `./acme.yaml:${id}`);
      expect(stdout).toContain('Intrusions');
      expect(stdout).toContain('plimsoll attest acme --requirement "L3.CE.入侵防范 f)"');
    },
  );
  it.each([
    ['pci-dss-3.1:2.2.11', /The nearest: 2\.2\.1/],
    ['pci-dss-4.0.1:A1.1.5', /A1\.1\.[1-4]/],
    ['./acme.yaml:8.1.4.2', /8\.1\.4\.2 d\)/],
  ])('names what is near %s', async (id, near) => {
    const { status, stderr } = await project().run('explain', id);
    expect(status).toBe(2);
    expect(stderr).toMatch(near);
  });
  it.each([
    ['pci-dss-3.1:9.1.1', /no container platform can show it/],
    ['pci-dss-3.1:12.1.1', /no control is mapped to it/],
    ['pci-dss-3.1:2.2.1', /supported at best/],
    ['pci-dss-3.1:12', /this heading groups the requirements below it/],
  ])('says what %s still needs', async (id, needed) => {
    expect((await project().run('explain', id)).stdout).toMatch(needed);
  });
});

describe('plimsoll export', () => {
  it('writes a framework as OSCAL, which comes back as a framework and can be mapped', async () => {
    const { run } = project();
    expect(
      (await run('export', 'cis-docker-1.8.0', '--as', 'catalog', '-o', 'cis.json')).status,
    ).toBe(0);
    const { stdout, stderr } = await run(
      'scan',
      'snapshot.json',
      '--framework',
      './cis.json@swarm',
      // Nothing is mapped to it yet.
      '--only-mapped',
      'no',
      '--json',
      '--fail-on',
      'none',
    );
    expect(stderr).toBe('');
    const [framework] = parseAssessment(JSON.parse(stdout)).frameworks;
    expect([framework?.id, framework?.level]).toEqual(['cis-docker-1.8.0-imported', 'swarm']);
    expect(framework?.requirements.map(({ id }) => id)).toContain('7.1');
    const mapped = project({
      '/cis.json': readFileSync(join(project().folder, 'snapshot.json'), 'utf8'),
    });
    expect((await mapped.run('scan', 'snapshot.json', '--framework', './cis.json')).stderr).toMatch(
      /cis\.json is a snapshot, not a framework\./,
    );
  });
  it('links controls to an imported catalog from a file that extends it', async () => {
    const { run } = project({
      '/mine.yaml': `id: mine
title: Mine
edition: { version: 1, publisher: Me, published: 2026 }
extends: ./cis.json
links:
  - { control: workload-not-privileged, requirement: 5.5, shows: all, breaks: breaks, reason: Why }
`,
    });
    await run('export', 'cis-docker-1.8.0', '--as', 'catalog', '-o', 'cis.json');
    const { stdout } = await run(
      'scan',
      'snapshot.json',
      '--framework',
      './mine.yaml',
      '--json',
      '--fail-on',
      'none',
    );
    const { requirements = [] } = parseAssessment(JSON.parse(stdout)).frameworks[0] ?? {};
    expect(requirements.find(({ id }) => id === '5.5')?.status).toBe('satisfied');
  });
  it('says that OSCAL 1.1.3 has no mapping collection', async () => {
    const { run } = project();
    const { status, stderr } = await run(
      'export',
      'pci-dss-3.1',
      '--as',
      'mapping-collection',
      '--oscal',
      '1.1.3',
    );
    expect([status, stderr]).toEqual([2, expect.stringContaining('--oscal 1.2.3')]);
    expect((await run('export', 'controls', '--as', 'profile')).status).toBe(2);
    expect((await run('export', 'all', '--as', 'catalog')).stderr).toMatch(/is not one framework/);
  });
});

describe('plimsoll crosswalk', () => {
  it('shows one snapshot by two editions', async () => {
    const { run } = project();
    const { stdout } = await run(
      'crosswalk',
      'cis-docker-1.6.0',
      'cis-docker-1.8.0',
      'snapshot.json',
    );
    expect(stdout).toMatch(/Newly required\n {2}new +2\.7 /);
    expect(stdout).toMatch(/moved +2\.11 \S.* 2\.12 /);
  });
  it('shows an assessment that was made against both, and refuses one that was not', async () => {
    const { run } = project();
    const made = (...frameworks: string[]) =>
      run(
        'assess',
        'snapshot.json',
        '-o',
        'a.json',
        '--fail-on',
        'none',
        ...frameworks.flatMap((each) => ['--framework', each]),
      );
    await made('pci-dss-3.1');
    const refused = await run('crosswalk', 'pci-dss-3.1', 'pci-dss-4.0.1', 'a.json');
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringContaining('was not made against pci-dss-4.0.1'),
    ]);
    await made('pci-dss-3.1', 'pci-dss-4.0.1');
    const { stdout } = await run('crosswalk', 'pci-dss-3.1', 'pci-dss-4.0.1', 'a.json', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      from: 'pci-dss-3.1',
      to: 'pci-dss-4.0.1',
      assessed: true,
    });
  });
  it('shows titles and no statuses where there is nothing to judge, in Chinese as well', async () => {
    const { run } = project();
    const { stdout } = await run('crosswalk', 'pci-dss-3.1', 'pci-dss-4.0.1', '--lang', 'zh');
    expect(stdout).toMatch(/放宽 +2\.2\.1 每台服务器/);
    const json = JSON.parse(
      (await run('crosswalk', 'pci-dss-3.1', 'pci-dss-4.0.1', '--json')).stdout,
    ) as { rows: object[] };
    expect(JSON.stringify(json.rows)).not.toContain('status');
  });
  it('says which end comes first, and which there are', async () => {
    const { run } = project();
    expect((await run('crosswalk', 'cis-docker-1.8.0', 'cis-docker-1.6.0')).stderr).toContain(
      'plimsoll crosswalk cis-docker-1.6.0 cis-docker-1.8.0',
    );
    expect((await run('crosswalk', 'cis-docker-1.8.0', 'pci-dss-3.1')).stderr).toContain(
      'pci-dss-3.1 → pci-dss-4.0.1',
    );
  });
});

describe('the example of an internal policy', () => {
  const run = (...args: string[]) =>
    runWarmCli(args, { cwd: join(import.meta.dirname, '../../examples/internal-policy') });
  let snapshotFile = '';
  beforeEach(() => {
    const bad = subjectOf('workload', { ...compliantWorkload, privileged: true });
    const folder = temporaryRoot({ '/snapshot.json': JSON.stringify(snapshotOf([bad])) });
    snapshotFile = join(folder, 'snapshot.json');
  });

  it('is whole: it extends, omits, adds, attests, waives and states', async () => {
    const { status, stdout, stderr } = await run(
      'scan',
      snapshotFile,
      '--json',
      '--fail-on',
      'none',
    );
    expect([status, stderr]).toEqual([
      0,
      'Configuration: plimsoll.config.ts\nWaiver of workload-single-function: expired; No longer in force: the failure counts again.\n',
    ]);
    const assessment = parseAssessment(JSON.parse(stdout));
    const [framework] = assessment.frameworks;
    expect(framework).toMatchObject({ id: 'acme-cards-2026', extends: 'pci-dss-4.0.1' });
    expect(framework?.changes?.map(({ change, requirement }) => [change, requirement])).toEqual([
      ['omitted', '9'],
      ['added', 'ACME 1'],
      ['added', 'ACME 2'],
    ]);
    const of = (id: string) => framework?.requirements.find((each) => each.id === id);
    expect(of('9.1')).toBeUndefined();
    expect(of('ACME 1')?.controls).toMatchObject([{ live: true }, { live: true }]);
    expect(of('ACME 2')).toMatchObject({ parent: '10', status: 'attested' });
    expect(of('2.3.1')).toMatchObject({ status: 'not-applicable', statement: { conflict: false } });
    expect(assessment.waivers).toHaveLength(1);
    expect(assessment.system?.name).toBe('Acme card platform');
  });
  it('explains itself', async () => {
    expect((await run('explain', 'acme-cards-2026:ACME 1')).stdout).toContain(
      'workload-single-function',
    );
    expect((await run('explain', 'acme-cards-2026')).stdout).toMatch(/9 {2}left out/);
  });
  it('uses the words of the standard that it extends', async () => {
    expect((await run('scan', snapshotFile)).stdout).toMatch(/Not in Place/);
  });
});
