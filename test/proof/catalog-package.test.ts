import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAssessment, type Assessment } from '../../src/index.ts';
import { mustRun, packInto, runIn } from '../support/packed.ts';

const root = join(import.meta.dirname, '../..');
const compiler = join(root, 'node_modules/typescript/lib/tsc.js');

/** A team that takes over what the company's package settles, and settles something more. */
const config = (
  waived: string,
): string => `import { definePlimsollConfig, extendCatalog } from 'plimsoll';
import acme, { catalog } from 'plimsoll-catalog-acme';

export default definePlimsollConfig({
  extends: acme,
  catalog: extendCatalog(catalog, {
    id: 'payments',
    tailor: {
      'acme-own-registry': {
        params: { registries: ['registry.example.org'] },
        reason: 'Ours moves in spring.',
        by: 'Chen Jing',
      },
    },
    omit: { 'host-container-os': { reason: 'The hosts are given to us.', by: 'Chen Jing' } },
  }),
  waivers: [
    {
      control: '${waived}',
      scope: { name: 'ci-runner' },
      reason: 'It is replaced in spring',
      owner: 'R. Roe',
      approver: 'J. Doe',
      from: '2026-01-01',
      until: '2030-03-31',
    },
  ],
});
`;

const tsconfig = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2023',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  },
  include: ['*.ts'],
};

describe('a catalog as a package', { timeout: 240_000 }, () => {
  let folder = '';
  let team = '';
  let assessment: Assessment;

  /** Installs what is packed of this project, and beside it what is built and packed of the example. */
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-catalog-'));
    team = join(folder, 'team');
    const [catalog, packed] = [join(folder, 'catalog'), join(folder, 'packed')];
    await Promise.all([team, packed].map((each) => mkdir(each)));
    await mustRun(team, 'npm', 'install', await packInto(folder));
    await cp(join(root, 'examples/catalog-package'), catalog, { recursive: true });
    await symlink(join(team, 'node_modules'), join(catalog, 'node_modules'));
    await mustRun(catalog, process.execPath, compiler, '-p', 'tsconfig.build.json');
    await mustRun(team, 'npm', 'install', await packInto(packed, catalog));
    await writeFile(join(team, 'plimsoll.config.ts'), config('acme-own-registry'));
    await writeFile(join(team, 'tsconfig.json'), JSON.stringify(tsconfig));
    const snapshot = 'node_modules/plimsoll/examples/recorded/snapshot.json';
    await plimsoll('assess', snapshot, '--fail-on', 'none', '-o', 'assessment.json');
    assessment = parseAssessment(JSON.parse(await readFile(join(team, 'assessment.json'), 'utf8')));
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const plimsoll = (...args: readonly string[]): Promise<string> =>
    mustRun(team, 'npx', '--no-install', 'plimsoll', ...args);

  it('judges by its controls, with the parameters that the team has set', () => {
    const passed = assessment.findings.filter(
      ({ controlId, status }) => controlId.startsWith('acme-') && status === 'pass',
    );
    expect(passed.map(({ controlId, subject }) => [controlId, subject.name])).toEqual([
      ['acme-own-registry', 'shop-db'],
    ]);
    expect(passed[0]?.observations).toContainEqual(
      expect.objectContaining({
        path: '/image/reference',
        value: 'registry.example.org/shop/db:2.4',
      }),
    );
    const ids = new Set(assessment.findings.map(({ controlId }) => controlId));
    expect([...ids].filter((id) => /workload-registry-allowed|container-os/.test(id))).toEqual([]);
  });

  it('tells who changed what from which catalog, and why', async () => {
    expect(assessment.catalog.lineage).toEqual([
      {
        control: 'workload-pids-limit',
        change: 'tailored',
        reason: 'No service of ours runs more than forty processes.',
        by: 'Wang Fang',
        catalog: 'acme',
      },
      {
        control: 'workload-registry-allowed',
        change: 'omitted',
        reason: 'acme-own-registry asks for more.',
        by: 'Wang Fang',
        catalog: 'acme',
      },
      {
        control: 'acme-own-registry',
        change: 'tailored',
        reason: 'Ours moves in spring.',
        by: 'Chen Jing',
        catalog: 'payments',
      },
      {
        control: 'host-container-os',
        change: 'omitted',
        reason: 'The hosts are given to us.',
        by: 'Chen Jing',
        catalog: 'payments',
      },
    ]);
    await plimsoll('report', 'assessment.json', '--format', 'html', '-o', 'report');
    const html = await readFile(join(team, 'report/report-acme-policy-en.html'), 'utf8');
    for (const said of ['Wang Fang', 'Ours moves in spring.', 'acme-own-registry asks']) {
      expect(html).toContain(said);
    }
  });

  it('rolls its findings up to its framework', () => {
    const policy = assessment.frameworks.find(({ id }) => id === 'acme-policy');
    expect(policy?.requirements.map(({ id, status }) => [id, status])).toEqual([
      ['4.1', 'not-satisfied'],
      ['4.2', 'not-satisfied'],
      ['4.3', 'not-satisfied'],
    ]);
  });

  const named = ['--config', 'plimsoll.config.ts'];

  it('makes its document', async () => {
    const document = ['--document', 'acme-owners', '--format', 'html', '--lang', 'zh'];
    await plimsoll('report', 'assessment.json', ...document, '-o', 'owners', ...named);
    const html = await readFile(
      join(team, 'owners/report-acme-policy-acme-owners-zh.html'),
      'utf8',
    );
    expect(html).toContain('责任人报告');
    expect(html).toContain('It is replaced in spring');
  });

  it('speaks its language', async () => {
    const report = ['report', 'assessment.json', '--format', 'html', '--lang', 'de'];
    await plimsoll(...report, '-o', 'de', ...named);
    const html = await readFile(join(team, 'de/report-acme-policy-de.html'), 'utf8');
    for (const said of ['<html lang="de">', 'Prüfumfang', 'Container-Richtlinie von Acme']) {
      expect(html).toContain(said);
    }
  });

  it('has types that know its controls', async () => {
    await writeFile(join(team, 'wrong.config.ts'), config('acme-own-registrie'));
    const { status, said } = await runIn(team, process.execPath, compiler);
    expect([status, said.match(/error TS/g)]).toEqual([2, ['error TS']]);
    expect(said).toMatch(/^wrong\.config\.ts.*Did you mean '"acme-own-registry"'\?$/m);
  });
});
