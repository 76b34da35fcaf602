import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { brokenByFailure, shownByPass } from '../../src/frameworks.ts';
import { builtin } from '../../src/index.ts';
import { runWarmCli } from '../support/warm-cli.ts';

const itemSchema = z.object({
  id: z.string(),
  kind: z.string(),
  severity: z.string(),
  manual: z.boolean(),
  params: z.record(z.string(), z.unknown()),
  parameters: z.object({
    properties: z.record(z.string(), z.looseObject({ description: z.string() })),
  }),
  mappings: z.array(
    z.object({
      framework: z.string(),
      requirement: z.string(),
      shows: z.enum(shownByPass),
      breaks: z.enum(brokenByFailure),
    }),
  ),
});

const list = async (...options: readonly string[]) => {
  const { stdout, stderr, status } = await runWarmCli(['list', 'controls', ...options, '--json']);
  expect([stderr, status]).toEqual(['', 0]);
  return z.array(itemSchema).parse(JSON.parse(stdout));
};

describe('plimsoll list controls', () => {
  it('as JSON has parameters with their words and defaults, and mappings', async () => {
    const items = await list();
    expect(
      items.map(({ id }) => id),
      'Where only a new control is missing, dist is old: npm run build',
    ).toEqual(builtin.controls.map(({ id }) => id));
    const item = items.find(({ id }) => id === 'workload-pids-limit');
    expect(item?.parameters.properties['max']).toMatchObject({ type: 'integer', default: 4096 });
    expect(item?.parameters.properties['max']?.description).toContain('processes');
    expect(item?.mappings).toContainEqual({
      framework: 'cis-docker-1.8.0',
      requirement: '5.29',
      shows: 'all',
      breaks: 'weakens',
    });
  });

  it('describes parameters in the language that was asked for', async () => {
    const [item] = (await list('--lang', 'zh')).filter(({ id }) => id === 'workload-pids-limit');
    expect(item?.parameters.properties['max']?.description).toMatch(/[\u4e00-\u9fff]/);
  });

  it('chooses by kind and severity', async () => {
    const items = await list('--kind', 'host', '--severity', 'critical');
    expect(items.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual(
      items.map(() => 'host critical'),
    );
    expect(items.map(({ id }) => id)).toContain('host-engine-socket-mode');
  });

  it('chooses by framework, and by its level', async () => {
    const all = (await list('--framework', 'cis-docker-1.8.0')).map(({ id }) => id);
    const swarm = (await list('--framework', 'cis-docker-1.8.0@swarm')).map(({ id }) => id);
    expect(swarm).toContain('swarm-autolock');
    expect(swarm).not.toContain('workload-not-privileged');
    expect(all).toEqual(expect.arrayContaining(swarm));
    expect(all.length).toBeGreaterThan(swarm.length);
  });

  it('shows the worst first', async () => {
    const { stdout } = await runWarmCli(['list', 'controls', '--kind', 'workload']);
    const severities = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/)[1]);
    expect(severities[0]).toBe('critical');
    expect(severities.at(-1)).toBe('low');
  });

  it.each([
    [['controls', '--kind', 'conteiner'], /workload, image/],
    [['controls', '--severity', 'huge'], /critical/],
    [['controls', '--framework', 'cis-docker'], /cis-docker-1\.8\.0/],
    [
      ['contrls'],
      /There is no list called "contrls"\.[^]*The nearest: controls\. There are: controls, /,
    ],
    [['toString'], /There are: controls, /],
    [['formats', '--kind', 'host'], /plimsoll list controls/],
  ])('list %j says what there is', async (words, hint) => {
    const { status, stdout, stderr } = await runWarmCli(['list', ...words]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(hint);
  });
});

describe('plimsoll list frameworks', () => {
  const lineOf = async (id: string, language: string): Promise<string> => {
    const { stdout } = await runWarmCli(['list', 'frameworks', '--lang', language]);
    return stdout.split('\n').find((line) => line.startsWith(`${id} `)) ?? '';
  };

  it('says of a retired edition which one to use, in both languages', async () => {
    expect(await lineOf('pci-dss-3.1', 'en')).toContain('retired: use pci-dss-4.0.1 ');
    expect(await lineOf('jrt-0122-2014', 'zh')).toContain('已废止，请改用 jrt-0122-2018 ');
    expect(await lineOf('jrt-0122-2018', 'en')).toContain(' in force ');
    expect(await lineOf('jrt-0122-2018', 'zh')).toContain(' 现行 ');
  });
  it('says how many ids are to be verified', async () => {
    expect(await lineOf('jrt-0122-2018', 'en')).toContain('3 of 17 ids to verify');
    expect(await lineOf('jrt-0122-2018', 'zh')).toContain('17 个编号中 3 个待核实');
    expect(await lineOf('pci-dss-4.0.1', 'en')).toContain(' ids verified ');
  });
  it('has both for programs, too', async () => {
    const { stdout } = await runWarmCli(['list', 'frameworks', '--json']);
    const items = z
      .array(
        z.object({
          id: z.string(),
          edition: z.object({ status: z.string() }),
          useInstead: z.string().optional(),
          retirement: z.object({ en: z.string(), zh: z.string() }).optional(),
          confidence: z.record(z.string(), z.number()),
        }),
      )
      .parse(JSON.parse(stdout));
    const inForce = items.filter(({ edition }) => edition.status === 'in-force');
    expect(inForce.filter((each) => each.useInstead ?? each.retirement)).toEqual([]);
    for (const { edition, useInstead, retirement } of items) {
      if (edition.status === 'in-force') continue;
      expect(inForce.map(({ id }) => id)).toContain(useInstead);
      expect(retirement?.en).toMatch(/ Use [a-z].* instead\.$/);
      expect(retirement?.zh).toMatch(/请改用 [a-z].*。$/);
    }
    expect(items.find(({ id }) => id === 'jrt-0122-2018')?.confidence).toEqual({
      verified: 14,
      derived: 3,
    });
  });
});

describe('plimsoll explain', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-explain-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints what the page has', async () => {
    const { stdout } = await runWarmCli(['explain', 'workload-pids-limit']);
    for (const part of [
      'Why it matters',
      'disruption × open',
      '--pids-limit',
      'whole number, > 0',
      '4096',
      'cis-docker-1.8.0:5.29',
      '(max ≤ 32767)',
      'https://docs.docker.com/',
    ]) {
      expect(stdout).toContain(part);
    }
  });

  it('has everything for programs, too', async () => {
    const { stdout } = await runWarmCli(['explain', 'host-engine-socket-mode', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'host-engine-socket-mode',
      rating: { impact: 'takeover', exposure: 'open' },
      params: { allowed: 0o660 },
      parameters: { properties: { allowed: { type: 'integer', default: 0o660 } } },
    });
  });

  it.each([
    ['workload-privileged', 'workload-not-privileged'],
    ['privileged', 'workload-not-privileged'],
    ['workload-pid-limit', 'workload-pids-limit'],
    ['cis-docker-1.8', 'cis-docker-1.8.0'],
  ])('%s suggests or takes %s', async (typed, meant) => {
    const { stdout, stderr } = await runWarmCli(['explain', typed]);
    expect(stdout + stderr).toContain(meant);
  });

  it('tells a tailored value from the default, and a severity that a catalog set', async () => {
    const file = join(folder, 'tailored.ts');
    await writeFile(
      file,
      `import { builtin, extendCatalog } from 'plimsoll';
export default { catalog: extendCatalog(builtin, { tailor: {
  'workload-pids-limit': { params: { max: 256 }, severity: 'high', reason: 'small', by: 'me' },
} }) };
`,
    );
    const { stdout, stderr } = await runWarmCli([
      'explain',
      'workload-pids-limit',
      '--config',
      file,
    ]);
    expect(stderr).toBe(`Configuration: ${file}\n`);
    expect(stdout).toContain('256 (default 4096)');
    expect(stdout).toContain('high, set by this catalog; the control’s own severity is medium');
  });

  it('shows the code of a check, with what it uses, by file and line', async () => {
    const { stdout, stderr } = await runWarmCli(['explain', 'host-tls-ca-owner', '--code']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^src\/controls\/host\/host-tls-ca-owner\.ts:\d+$/m);
    expect(stdout).toMatch(/^ {2}\d+ {4}check: ownedByRoot\(/m);
    expect(stdout).toMatch(/^src\/controls\/blocks\/host\/file-owner\.ts$/m);
    expect(stdout).toContain('export const ownedByRoot =');
    expect(stdout).not.toContain('rationale');
    const other = await runWarmCli(['explain', 'workload-pids', '--code']);
    expect([other.status, other.stderr]).toEqual([
      2,
      expect.stringContaining('workload-pids-limit'),
    ]);
  });

  it('shows the code of a control of one’s own, also as JSON', async () => {
    const file = join(folder, 'own.ts');
    await writeFile(
      file,
      `import { builtin, defineControl, definePlimsollConfig, extendCatalog, workload } from 'plimsoll';
const own = defineControl({
  id: 'acme-own', subject: workload, severity: 'high',
  title: { en: 'Own', zh: '自有' }, rationale: { en: 'Own', zh: '自有' },
  remediation: { en: 'Own', zh: '自有' }, references: ['https://example.org/'],
  check: (w) => !w.privileged,
});
export default definePlimsollConfig({ catalog: extendCatalog(builtin, { id: 'acme', add: [own] }) });
`,
    );
    const args = ['explain', 'acme-own', '--code', '--config', file];
    const { stdout } = await runWarmCli(args);
    expect(stdout).toMatch(/^own\.ts:6$/m);
    expect(stdout).toMatch(/^ {3}6 {4}check: \(w\) => !w\.privileged,$/m);
    const { source, lines } = JSON.parse(
      (await runWarmCli([...args, '--json'])).stdout,
    ) as object & {
      source: object;
      lines: object;
    };
    expect(source).toMatchObject({ from: 'project', file: 'own.ts', line: 6, imports: [] });
    expect(lines).toEqual([{ file: 'own.ts', from: 6, to: 6 }]);
  });
});
