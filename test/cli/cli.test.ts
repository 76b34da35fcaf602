import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runWarmCli } from '../support/warm-cli.ts';
import { snapshotOf, subjectOf, target } from '../support/judge.ts';
import { parseAssessment } from '../../src/index.ts';
import { compliantWorkload } from '../fixtures/workload.ts';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-cli-'));
  const subjects = [
    subjectOf('workload', compliantWorkload, { id: 'good' }),
    subjectOf(
      'workload',
      { ...compliantWorkload, privileged: true },
      { id: 'bad', name: 'bad-one' },
    ),
  ];
  await writeFile(at('snapshot.json'), JSON.stringify(snapshotOf(subjects)));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('every error names the next step', () => {
  const cases: readonly [string, readonly string[], RegExp][] = [
    ['an unknown command', ['scna'], /scan/],
    [
      'an unknown framework',
      ['scan', 'SNAPSHOT', '--framework', 'cis-docker-1.88'],
      /cis-docker-1\.8\.0/,
    ],
    [
      'a scanner for malware that is none',
      ['scan', 'unix:///nowhere/docker.sock', '--malware', 'clam'],
      /clamd:\/run\/clamav\/clamd\.ctl, clamd:\/\/HOST:3310, clamscan, yara:RULES\.yar/,
    ],
    [
      'a scanner for malware for a file that is not there',
      ['scan', '/nonexistent/image.tar', '--malware', 'clamd'],
      /There is no file \/nonexistent\/image\.tar/,
    ],
    [
      'a scanner for malware for a snapshot',
      ['scan', 'SNAPSHOT', '--malware', 'clamd'],
      /Leave out --malware/,
    ],
    [
      'an unknown level',
      ['scan', 'SNAPSHOT', '--framework', 'cis-docker-1.8.0@9'],
      /cis-docker-1\.8\.0@1/,
    ],
    ['an unknown format', ['scan', 'SNAPSHOT', '--format', 'docx'], /html/],
    ['an unknown severity', ['scan', 'SNAPSHOT', '--fail-on', 'huge'], /critical/],
    ['an unknown scheme', ['scan', 'http://localhost'], /plimsoll list targets/],
    ['an empty target', ['scan', ''], /plimsoll list targets/],
    ['a file that is not there', ['assess', 'nowhere.json', '-o', '-'], /plimsoll collect/],
    ['a file that is no snapshot', ['assess', 'package.json', '-o', '-'], /plimsoll collect/],
    ['a file that is not JSON', ['assess', 'README.md', '-o', '-'], /not JSON/],
    ['an assessment that is a snapshot', ['report', 'SNAPSHOT'], /plimsoll assess/],
    [
      'a configuration that is not there',
      ['list', 'controls', '--config', 'nowhere.ts'],
      /--config/,
    ],
    ['a subject that was not read', ['record', 'SNAPSHOT', '--name', 'web', '-o', '-'], /bad-one/],
    ['an unknown control', ['explain', 'workload-privileged'], /workload-not-privileged/],
    ['an unknown requirement', ['explain', 'pci-dss-3.1:99'], /plimsoll explain pci-dss-3\.1/],
    ['no engine at the socket', ['scan', 'unix:///nowhere/docker.sock'], /→/],
    ['an unknown context', ['scan', 'context:nowhere'], /→/],
    ['a snapshot beside other targets', ['scan', 'SNAPSHOT', 'host:/'], /→/],
  ];
  it.each(cases)('%s', async (_, args, hint) => {
    const run = await runWarmCli(
      args.map((arg) => (arg === 'SNAPSHOT' ? at('snapshot.json') : arg)),
    );
    expect(run.stderr).toMatch(hint);
    expect(run.status).toBe(2);
    expect(run.stderr).not.toContain('    at ');
  });
});

describe('a configuration', () => {
  const scan = (config: string) =>
    runWarmCli([
      'scan',
      at('snapshot.json'),
      '--config',
      at(config),
      '--json',
      '--fail-on',
      'none',
    ]);

  it('that does not parse is told with file and line', async () => {
    await writeFile(at('broken.ts'), 'export default {\n  frameworks: [,\n};\n');
    const { status, stderr } = await scan('broken.ts');
    expect(status).toBe(2);
    expect(stderr).toMatch(/broken\.ts:[23]:\d+/);
  });

  it('that throws is told with file and line', async () => {
    await writeFile(
      at('throws.ts'),
      "const a = 1;\nthrow new Error('not today');\nexport default a;\n",
    );
    const { status, stderr } = await scan('throws.ts');
    expect(status).toBe(2);
    expect(stderr).toMatch(/throws\.ts:2:\d+/);
    expect(stderr).toContain('not today');
  });

  it('with a wrong field is told by the name of the field', async () => {
    await writeFile(at('wrong.ts'), "export default { failOn: 'enormous', colour: 'red' };\n");
    const { status, stderr } = await scan('wrong.ts');
    expect(status).toBe(2);
    expect(stderr).toContain('failOn');
    expect(stderr).toContain('colour');
  });

  it('brings its own controls, tailoring and waivers', async () => {
    await writeFile(
      at('own.ts'),
      `import { all, any, builtin, defineControl, definePlimsollConfig, each, extendCatalog, not, workload } from 'plimsoll';
const own = defineControl({
  id: 'acme-nothing-privileged',
  subject: workload,
  severity: 'critical',
  title: { en: 'Nothing privileged', zh: '禁止特权' },
  rationale: { en: 'Because', zh: '因为' },
  remediation: { en: 'Do not', zh: '不要' },
  references: ['https://example.org/'],
  check: all(not((w) => w.privileged), any((w) => w.readOnlyRootFilesystem, each((w) => w.mounts, (m) => m.readOnly))),
});
export default definePlimsollConfig({
  catalog: extendCatalog(builtin, {
    id: 'acme',
    add: [own],
    tailor: { 'workload-pids-limit': { params: { max: 1 }, reason: 'strict', by: 'me' } },
  }),
  waivers: [{
    control: 'acme-nothing-privileged', scope: { subject: 'bad' }, reason: 'driver', owner: 'a', approver: 'b',
    from: '2026-01-01', until: '2026-12-31',
  }],
});
`,
    );
    const { status, stdout, stderr } = await scan('own.ts');
    expect([status, stderr]).toEqual([0, `Configuration: ${at('own.ts')}\n`]);
    const assessment = parseAssessment(JSON.parse(stdout));
    const of = (control: string) =>
      assessment.findings.filter(({ controlId }) => controlId === control);
    expect(of('acme-nothing-privileged')).toMatchObject([
      { subject: { id: 'bad' }, status: 'fail', waiver: { owner: 'a' } },
      { subject: { id: 'good' }, status: 'pass' },
    ]);
    expect(of('workload-pids-limit').map(({ status: each }) => each)).toEqual(['fail', 'fail']);
    expect(assessment.catalog.lineage).toMatchObject([
      { control: 'workload-pids-limit', by: 'me' },
    ]);
  });
});

describe('exit codes', () => {
  it.each([
    [['--fail-on', 'critical'], 1],
    [['--fail-on', 'none'], 0],
    [[], 1],
  ])('%j ends with %i', async (options, status) => {
    const run = await runWarmCli(['scan', at('snapshot.json'), ...options]);
    expect(run.status).toBe(status);
  });

  it('strict makes unknown count', async () => {
    const gaps = [{ target, kind: 'workload', reason: 'denied', detail: 'no' }];
    await writeFile(at('unknown.json'), JSON.stringify({ ...snapshotOf([]), gaps }));
    expect((await runWarmCli(['scan', at('unknown.json')])).status).toBe(0);
    expect((await runWarmCli(['scan', at('unknown.json'), '--strict'])).status).toBe(1);
  });
});

describe('what goes where', () => {
  it('JSON alone goes to stdout, and nothing beside it', async () => {
    const { stdout, stderr } = await runWarmCli(['scan', at('snapshot.json'), '--format', 'json']);
    expect(parseAssessment(JSON.parse(stdout)).findings.length).toBeGreaterThan(0);
    expect(stderr).toBe('');
  });

  it('reports go to the folder, and their paths to stdout', async () => {
    const { stdout } = await runWarmCli([
      'scan',
      at('snapshot.json'),
      '--framework',
      'all',
      '--format',
      'html,json',
      '--out',
      at('out'),
      '--lang',
      'zh',
    ]);
    for (const name of [
      'report-cis-docker-1.8.0-zh.html',
      'report-pci-dss-3.1-zh.html',
      'assessment.json',
    ]) {
      expect(stdout).toContain(at(`out/${name}`));
    }
  });

  it('no escape sequence leaves a run whose output is not a terminal', async () => {
    const { stdout, stderr } = await runWarmCli(['scan', at('snapshot.json')]);
    expect(stdout + stderr).not.toContain('\u001b');
  });

  it('collect, assess and report are three steps, each repeatable to the byte', async () => {
    const assess = () =>
      runWarmCli(['assess', at('snapshot.json'), '-o', '-', '--framework', 'all']);
    const [once, again] = [await assess(), await assess()];
    expect(again.stdout).toBe(once.stdout);
    await writeFile(at('assessment.json'), once.stdout);
    const report = (out: string) =>
      runWarmCli([
        'report',
        at('assessment.json'),
        '--format',
        'html',
        '--framework',
        'pci-dss-3.1',
        '-o',
        at(out),
      ]);
    expect((await report('one')).status).toBe(0);
    expect((await report('two')).status).toBe(0);
    const name = 'report-pci-dss-3.1-en.html';
    expect(await readFile(at(`two/${name}`), 'utf8')).toBe(
      await readFile(at(`one/${name}`), 'utf8'),
    );
  });
});

describe('the lists', () => {
  it.each(['controls', 'frameworks', 'formats', 'targets'])(
    'of %s, for people and for programs',
    async (what) => {
      const [people, programs] = [
        await runWarmCli(['list', what]),
        await runWarmCli(['list', what, '--json']),
      ];
      const items = z
        .array(z.object({ id: z.string() }).or(z.object({ form: z.string() })))
        .parse(JSON.parse(programs.stdout));
      expect(items.length).toBeGreaterThan(2);
      expect(people.stdout.trim().split('\n')).toHaveLength(items.length);
    },
  );

  it.each(['workload-no-engine-socket', 'cis-docker-1.8.0', 'pci-dss-3.1:2.2.1'])(
    'explain %s in both languages',
    async (id) => {
      const [english, chinese] = [
        await runWarmCli(['explain', id]),
        await runWarmCli(['explain', id, '--lang', 'zh']),
      ];
      expect([english.status, chinese.status]).toEqual([0, 0]);
      expect(chinese.stdout).toMatch(/[\u4e00-\u9fff]/);
      // Ids are as their standard writes them, in whatever language.
      const words = english.stdout.replaceAll(/[\w.-]+:\S*[\u4e00-\u9fff]\S*/g, '');
      expect(words).not.toMatch(/[\u4e00-\u9fff]/);
      expect(JSON.parse((await runWarmCli(['explain', id, '--json'])).stdout)).toBeTypeOf('object');
    },
  );

  it('every command has help with examples', async () => {
    for (const command of [
      'scan',
      'collect',
      'assess',
      'report',
      'list',
      'explain',
      'access',
      'attest',
      'crosswalk',
      'export',
    ]) {
      const { status, stdout } = await runWarmCli([command, '--help']);
      expect([command, status]).toEqual([command, 0]);
      expect(stdout).toContain('Examples:');
    }
  });
});
