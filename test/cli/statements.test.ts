import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAssessment, type Assessment } from '../../src/index.ts';
import { runWarmCli } from '../support/warm-cli.ts';
import { snapshotOf, subjectOf, target } from '../support/judge.ts';
import { temporaryRoot } from '../support/temporary-root.ts';
import { compliantWorkload } from '../fixtures/workload.ts';

const failing = subjectOf('workload', { ...compliantWorkload, privileged: true }, { id: 'bad' });
const snapshot = JSON.stringify(snapshotOf([failing]));

/** A folder with a snapshot and these files, in which the command line runs. */
function project(files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryRoot({ '/snapshot.json': snapshot, ...files });
  const run = (...args: string[]) => runWarmCli(args, { cwd: folder });
  return {
    folder,
    run,
    write: (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path: string) => readFileSync(join(folder, path), 'utf8'),
    assess: async (...args: string[]): Promise<Assessment> => {
      const { stdout, stderr } = await run(
        'assess',
        'snapshot.json',
        '-o',
        '-',
        '--fail-on',
        'none',
        ...args,
      );
      if (stdout === '') throw new Error(stderr);
      return parseAssessment(JSON.parse(stdout));
    },
  };
}

const attestation = `framework: pci-dss-3.1
requirement: 12.1.1
statement: Done.
person: A. Person
role: Owner
date: 2026-01-01
until: 2026-12-31
`;
const waiver = `control: workload-not-privileged
scope: { subject: bad }
reason: A driver.
owner: A
approver: B
from: 2026-01-01
until: 2026-12-31
`;

describe('what does not count is said', () => {
  const files = {
    '/attestations/a.yaml': attestation.replace('12.1.1', '99.9.9'),
    '/waivers/expired.yaml': waiver.replace('until: 2026-12-31', 'until: 2026-02-01'),
    '/waivers/nothing.yaml': waiver.replace('subject: bad', 'subject: none'),
    '/plimsoll.config.mjs':
      "export default {notApplicable: [{framework: 'pci-dss-3.1', requirement: '88.8', reason: 'None.', owner: 'A', until: '2026-12-31'}]};\n",
  };
  const args = ['snapshot.json', '--framework', 'pci-dss-3.1', '--config', 'plimsoll.config.mjs'];

  it.each([
    [
      'en',
      [
        /^Waiver of workload-not-privileged: expired/m,
        /: Matches no failure that was read\.$/m,
        /pci-dss-3\.1 99\.9\.9: does not count/,
        /pci-dss-3\.1 88\.8: does not count/,
      ],
    ],
    [
      'zh',
      [
        /^workload-not-privileged 的风险接受：已过期/m,
        /未匹配到任何/,
        /pci-dss-3\.1 99\.9\.9 的声明：不计入/,
        /pci-dss-3\.1 88\.8 的声明：不计入/,
      ],
    ],
  ] as const)('in one line each, in %s', async (language, lines) => {
    const { run } = project(files);
    for (const command of [
      ['scan', ...args, '--lang', language],
      ['assess', ...args, '--lang', language, '-o', 'out.json'],
    ]) {
      const { stderr } = await run(...command);
      for (const line of lines) expect(stderr).toMatch(line);
      const quiet = await run(...command, '--quiet');
      for (const line of lines) expect(quiet.stderr).not.toMatch(line);
    }
  });
});

describe('statements beside the configuration', () => {
  it('are found by themselves, and count', async () => {
    const { assess } = project({ '/attestations/a.yaml': attestation, '/waivers/w.yaml': waiver });
    const assessment = await assess('--framework', 'pci-dss-3.1');
    expect(assessment.attestations).toMatchObject([
      { state: 'current', attestation: { place: 'attestations/a.yaml:1:1' } },
    ]);
    const { requirements = [] } = assessment.frameworks[0] ?? {};
    expect(requirements.find(({ id }) => id === '12.1.1')?.status).toBe('attested');
    expect(assessment.waivers).toMatchObject([{ state: 'live', accepts: 1 }]);
  });
  it('are named by the configuration from its own folder, beside those that stand in it', async () => {
    const { assess } = project({
      '/plimsoll.config.ts': `export default {
  frameworks: ['pci-dss-3.1'],
  attestations: ['people/**/*.yaml', ${JSON.stringify({
    framework: 'pci-dss-3.1',
    requirement: '12.2',
    statement: 'Done.',
    person: 'A',
    role: 'B',
    date: '2026-01-01',
    until: '2026-12-31',
    files: [{ path: 'none.pdf', sha256: 'a'.repeat(64) }],
  })}],
  waivers: ['w.yaml'],
};
`,
      '/people/deep/a.yaml': attestation,
      '/w.yaml': waiver,
    });
    const { attestations, waivers } = await assess();
    expect(attestations.map(({ state, attestation: by }) => [by.requirement, state])).toEqual([
      ['12.2', 'missing-file'],
      ['12.1.1', 'current'],
    ]);
    expect(waivers).toHaveLength(1);
  });
  const refused: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    [
      'a waiver of an unknown control',
      { '/waivers/w.yaml': waiver.replace('not-privileged', 'no-privileges') },
      /waivers\/w\.yaml:1:10: there is no control "workload-no-privileges"[\s\S]*workload-not-privileged/,
    ],
    [
      'an attestation of an unknown framework',
      { '/attestations/a.yaml': attestation.replace('3.1', '3.11') },
      /attestations\/a\.yaml:1:1: there is no framework "pci-dss-3\.11"/,
    ],
    [
      'a field that does not exist',
      { '/attestations/a.yaml': `${attestation}colour: red\n` },
      /attestations\/a\.yaml:8:1: colour/,
    ],
    [
      'a path that leads to nothing',
      { '/plimsoll.config.ts': "export default { waivers: ['wavers/*.yaml'] };\n" },
      /wavers\/\*\.yaml leads to no file/,
    ],
    [
      'a wrong waiver in the configuration',
      { '/plimsoll.config.ts': "export default { waivers: [{ control: 'x' }] };\n" },
      /waivers\[0\]/,
    ],
  ];
  it.each(refused)('refuse %s with the place', async (_, files, message) => {
    const { status, stderr } = await project(files).run('scan', 'snapshot.json');
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('plimsoll attest', () => {
  it('begins what only people can state, and never twice', async () => {
    const { run, folder } = project({ '/attestations/a.yaml': attestation });
    const first = await run('attest', 'pci-dss-3.1');
    expect([first.status, first.stderr.trim()]).toEqual([
      0,
      `Drafts written: ${first.stdout.trim().split('\n').length}`,
    ]);
    const written = readdirSync(join(folder, 'attestations/pci-dss-3.1'));
    expect(written).toContain('12.2.yaml');
    // It has a current attestation.
    expect(written).not.toContain('12.1.1.yaml');
    const again = await run('attest', 'pci-dss-3.1');
    expect([again.stdout, again.stderr]).toEqual(['', 'Drafts written: 0\n']);
  });
  it('writes drafts that are no error and count for nothing', async () => {
    const { run, assess } = project();
    await run('attest', 'pci-dss-3.1', '--quiet');
    const assessment = await assess('--framework', 'pci-dss-3.1');
    expect(assessment.attestations).toEqual([]);
    expect((await run('scan', 'snapshot.json')).stderr).toMatch(
      /still drafts and do not count: \d+/,
    );
  });
  it('begins one, in Chinese, which counts once it is filled in and sealed', async () => {
    const { run, read, write, assess, folder } = project({ '/policy.pdf': 'policy' });
    const { stdout } = await run(
      'attest',
      'pci-dss-3.1',
      '--requirement',
      '10.5.1',
      '--lang',
      'zh',
    );
    const path = stdout.trim().slice(folder.length + 1);
    expect(path).toBe('attestations/pci-dss-3.1/10.5.1.yaml');
    expect(read(path)).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/node_modules\/plimsoll\/schemas\/attestation\.schema\.json\n/,
    );
    expect(read(path)).toMatch(/# .*[\u4e00-\u9fff].*\ndraft: true\n/);
    const filled = read(path)
      .replace('draft: true\n', '')
      .replaceAll(/(statement|person|role): ""/g, '$1: done')
      .replace(/date: .*/, 'date: 2026-01-01')
      .replace(/until: .*/, 'until: 2026-12-31')
      .replace('files: []', 'files:\n  - path: ../../policy.pdf');
    write(path, filled);
    const stateOf = async () => (await assess('--framework', 'pci-dss-3.1')).attestations[0]?.state;
    expect(await stateOf()).toBe('file-unchecked');
    expect((await run('attest', '--seal')).stdout).toMatch(
      /10\.5\.1\.yaml: \.\.\/\.\.\/policy\.pdf [0-9a-f]{64}\n/,
    );
    expect(await stateOf()).toBe('current');
    expect((await run('attest', '--seal')).stdout).toBe('');
    write('policy.pdf', 'another policy');
    expect(await stateOf()).toBe('file-changed');
  });
  it('goes by the level, and to the folder that is named', async () => {
    const { run, folder } = project();
    const { status } = await run('attest', 'nist-800-53-r5@low', '-o', 'people');
    expect(status).toBe(0);
    expect((await run('attest', 'nist-800-53-r5@low', '-o', 'people')).stdout).toBe('');
    expect(readdirSync(folder)).not.toContain('attestations');
  });
  it('says what is near where the requirement does not exist', async () => {
    const { status, stderr } = await project().run(
      'attest',
      'pci-dss-3.1',
      '--requirement',
      '12.11',
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/The nearest: 12\.1/);
  });
  it('attests no heading, neither begun nor written', async () => {
    const { run, write } = project();
    const { status, stderr } = await run('attest', 'pci-dss-4.0.1', '--requirement', '1');
    expect([status, stderr]).toEqual([2, expect.stringContaining('[attestation-invalid]')]);
    expect(stderr).toContain('pci-dss-4.0.1 1 is a heading');
    expect(stderr).toContain('Attest what stands below it: 1.1, 1.2');
    write('attestations/1.yaml', attestation.replace('12.1.1', '"12"'));
    const assessed = await run(
      ...['assess', 'snapshot.json', '-o', '-', '--framework', 'pci-dss-3.1'],
    );
    expect([assessed.status, assessed.stdout]).toEqual([2, '']);
    expect(assessed.stderr).toContain('attestations/1.yaml:1:1: pci-dss-3.1 12 is a heading');
  });

  it('wants a framework', async () => {
    expect((await project().run('attest')).stderr).toMatch(/plimsoll list frameworks/);
  });
});

describe('the system under assessment', () => {
  it('leaves out what does not belong, and says so', async () => {
    const { run, assess } = project({
      '/plimsoll.config.ts': `export default { system: { name: 'Shop', scope: 'The shop.', components: ['ledger'] } };\n`,
    });
    const assessment = await assess();
    expect(assessment.system?.outside).toMatchObject([
      { subject: { id: 'bad' }, reason: 'workload' },
    ]);
    expect(assessment.summary.tally.fail).toBe(0);
    expect((await run('scan', 'snapshot.json')).stdout).toContain(
      'Subjects outside the system: 1.',
    );
  });
  it('knows its targets as the snapshot names them', async () => {
    const { assess } = project({
      '/plimsoll.config.ts': `export default { system: { name: 'Shop', scope: 'The shop.', targets: [${JSON.stringify(target)}] } };\n`,
    });
    expect((await assess()).system?.outside).toEqual([]);
  });
  it('shows a statement of not-applicable that a failure contradicts', async () => {
    const { assess } = project({
      '/plimsoll.config.ts': `export default {
  frameworks: ['cis-docker-1.8.0'],
  notApplicable: [{ framework: 'cis-docker-1.8.0', requirement: '5', reason: 'None.', owner: 'A' }],
};\n`,
    });
    const { notApplicable, frameworks } = await assess();
    expect(notApplicable[0]?.conflicts).toContain('5.5');
    const stated =
      frameworks[0]?.requirements.filter(({ statement }) => statement?.conflict === false) ?? [];
    expect(new Set(stated.map(({ status }) => status))).toEqual(new Set(['not-applicable']));
  });
});
