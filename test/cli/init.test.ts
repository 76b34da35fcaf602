import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWarmCli } from '../support/warm-cli.ts';
import { describeWithPrograms } from '../support/needs.ts';
import { addFile, temporaryRoot } from '../support/temporary-root.ts';
import { keys, runAtTerminal } from '../support/terminal.ts';

const { enter, down, space, interrupt } = keys;

describeWithPrograms('plimsoll init at a terminal', ['python3'], () => {
  it('asks for the standards and their levels, in the language that was chosen first', async () => {
    const cwd = temporaryRoot();
    const { status, screen } = await runAtTerminal(
      ['init', 'team'],
      [
        ['Language of reports', down + enter],
        ['需要满足哪些标准', enter],
        ['哪个级别', down + enter],
        ['流水线', down + enter],
      ],
      { cwd },
    );
    expect([screen, status]).toEqual([expect.stringContaining('created team/package.json'), 0]);
    expect(screen).toMatch(
      /cd team\s+npm install --save-dev plimsoll-\S+\s+npm test\s+npx plimsoll scan/,
    );
    const config = readFileSync(join(cwd, 'team/plimsoll.config.ts'), 'utf8');
    expect(config).toContain("frameworks: ['cis-docker-1.8.0@2'],\n  language: 'zh',");
    expect(existsSync(join(cwd, 'team/.gitlab-ci.yml'))).toBe(true);
  });

  it('asks before it overwrites, file by file', async () => {
    const cwd = temporaryRoot({
      'plimsoll.config.ts': '// mine\nexport default {};\n',
      'tsconfig.json': '{}\n',
    });
    const options = ['--framework', 'soc2-tsc', '--lang', 'en', '--ci', 'none'];
    const { status, screen } = await runAtTerminal(
      ['init', ...options],
      [['may be overwritten', down + space + enter]],
      // Nor is a terminal lost on it that does not know its size.
      { cwd, columns: 0 },
    );
    expect([screen, status]).toEqual([expect.stringContaining('kept    plimsoll.config.ts'), 0]);
    expect(readFileSync(join(cwd, 'plimsoll.config.ts'), 'utf8')).toContain('// mine');
    expect(readFileSync(join(cwd, 'tsconfig.json'), 'utf8')).toContain('strict');
  });

  it('writes nothing when it is broken off', async () => {
    const cwd = temporaryRoot();
    const { status, screen } = await runAtTerminal(
      ['init', 'team'],
      [
        ['Language of reports', enter],
        ['Which standards', interrupt],
      ],
      { cwd },
    );
    expect([screen, status]).toEqual([expect.stringContaining('Nothing was written.'), 2]);
    expect(existsSync(join(cwd, 'team'))).toBe(false);
  });

  it('wants a terminal, or to be told not to ask', async () => {
    const cwd = temporaryRoot();
    const { status, stderr } = await runWarmCli(['init'], { cwd });
    expect([status, stderr]).toEqual([2, expect.stringContaining('plimsoll init --yes')]);
    const unknown = await runWarmCli(['init', '--yes', '--framework', 'pci-dss-9'], { cwd });
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('pci-dss-3.1')]);
    expect(existsSync(join(cwd, 'package.json'))).toBe(false);
  });
});

describe('plimsoll new', () => {
  let cwd = '';
  const config = 'plimsoll.config.ts';
  const text = (): string => readFileSync(join(cwd, config), 'utf8');
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'plimsoll-new-'));
    const files = {
      [config]: "export default {\n  failOn: 'none',\n};\n",
      'broken/plimsoll.config.ts': `import { builtin, extendCatalog } from 'plimsoll';
const add = [].concat([]);
add.length = 0;
export default { catalog: extendCatalog(builtin, { add: add.filter(() => false) }) };
`,
    };
    for (const [name, content] of Object.entries(files)) addFile(cwd, name, content);
  });
  afterAll(() => {
    rmSync(cwd, { recursive: true });
  });
  const run = (...args: readonly string[]) => runWarmCli(['new', ...args], { cwd });

  it('adds a control that is then explained, and a second time nothing', async () => {
    const first = await run(
      'control',
      'acme-owner-named',
      '--kind',
      'workload',
      '--title',
      'Owned',
    );
    expect([first.stderr, first.status]).toEqual([expect.stringContaining('npm test'), 0]);
    expect(first.stdout).toBe(
      'created controls/acme-owner-named.ts\ncreated test/acme-owner-named.test.ts\nchanged plimsoll.config.ts\n',
    );
    const explained = await runWarmCli(['explain', 'acme-owner-named'], { cwd });
    expect(explained.stdout).toContain('Owned');
    const before = text();
    const second = await run('control', 'acme-owner-named', '--kind', 'workload', '--json');
    expect(JSON.parse(second.stdout)).toEqual({ id: 'acme-owner-named', created: [], changed: [] });
    expect(text()).toBe(before);
  });

  it('writes what is wrong where it fails beside the rule, in the words that are given', async () => {
    const given = ['--title', 'Every container has a tier', '--title-zh', '每个容器均标明层级'];
    const failing = ['--failing-title', 'No tier', '--failing-title-zh', '未标明层级'];
    await run('control', 'workload-tiered', ...given, ...failing);
    expect(readFileSync(join(cwd, 'controls/workload-tiered.ts'), 'utf8')).toContain(
      `  title: { en: 'Every container has a tier', zh: '每个容器均标明层级' },
  failingTitle: {
    en: 'No tier',
    zh: '未标明层级',
  },
`,
    );
    const explained = await runWarmCli(['explain', 'workload-tiered', '--json'], { cwd });
    expect(JSON.parse(explained.stdout)).toMatchObject({ failingTitle: { en: 'No tier' } });
  });

  it('says what to do about an id that is taken, is none, or says no kind', async () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['control', 'workload-no-latest-tag'], /acme-workload-no-latest-tag --kind workload/],
      [['control', 'Owner'], /begins with a letter/],
      [['control', 'owner-named'], /--kind: workload, image/],
      [['framework', 'pci-dss-4.0.1'], /extends: pci-dss-4\.0\.1/],
    ];
    for (const [args, said] of cases) {
      const { status, stderr } = await run(...args);
      expect([status, stderr]).toEqual([2, expect.stringMatching(said)]);
    }
  });

  it('takes everything back when it did not arrive', async () => {
    const folder = join(cwd, 'broken');
    const before = readFileSync(join(folder, config), 'utf8');
    const { status, stderr } = await runWarmCli(['new', 'control', 'workload-owned'], {
      cwd: folder,
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('Nothing was changed')]);
    expect(readFileSync(join(folder, config), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'controls'))).toBe(false);
    expect(existsSync(join(folder, 'test'))).toBe(false);
  });

  it('wants a project', async () => {
    const { status, stderr } = await runWarmCli(['new', 'control', 'workload-x'], {
      cwd: temporaryRoot(),
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('plimsoll init')]);
  });
});
