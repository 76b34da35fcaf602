import { join, relative } from 'node:path';
import { parse as editorconfigOf } from 'editorconfig';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { writeChanges } from '../../../src/authoring/scaffold/file-change.ts';
import type { InitAnswers, Pipeline } from '../../../src/authoring/scaffold/init/answers.ts';
import { packageName } from '../../../src/authoring/scaffold/init/package-json.ts';
import { packageManagerOf } from '../../../src/authoring/scaffold/init/package-manager.ts';
import { planInit, settleInit } from '../../../src/authoring/scaffold/init/plan-init.ts';
import { loadConfig } from '../../../src/cli/config/load-config.ts';
import { loadAttestations, loadWaivers } from '../../../src/scanning/statements/load-statements.ts';
import { builtin } from '../../../src/index.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

type Files = Readonly<Record<string, string>>;

const answers: InitAnswers = {
  frameworks: ['cis-docker-1.8.0@1', 'pci-dss-4.0.1'],
  language: 'en',
  pipeline: 'github',
  today: '2028-02-29',
};

/** Begins a project in a folder with these files; what exists is overwritten where that is said. */
async function init(
  files: Files,
  change: Partial<InitAnswers> = {},
  overwrite: readonly string[] = [],
) {
  const folder = temporaryRoot(files);
  const plan = await planInit(folder, { ...answers, ...change });
  const { changes, kept } = settleInit(
    plan,
    folder,
    new Set(overwrite.map((name) => join(folder, name))),
  );
  await writeChanges(changes);
  return {
    folder,
    plan,
    written: Object.fromEntries(changes.map(({ path, after }) => [relative(folder, path), after])),
    kept: kept.map((path) => relative(folder, path)),
  };
}

const usual = [
  '.editorconfig',
  '.github/workflows/plimsoll.yml',
  '.gitignore',
  'attestations/example.yaml',
  'controls/workload-owner-labelled.ts',
  'package.json',
  'plimsoll.config.ts',
  'test/workload-owner-labelled.test.ts',
  'tsconfig.json',
  'waivers/example.yaml',
];

/** What an `.editorconfig` would change in a file. */
async function untidy(path: string, text: string): Promise<readonly string[]> {
  const { indent_style, indent_size, end_of_line } = await editorconfigOf(path);
  const lineBreak = end_of_line === 'crlf' ? '\r\n' : '\n';
  const found: string[] = [];
  if (!text.endsWith(lineBreak)) found.push('the end');
  if (text.replaceAll(lineBreak, '').match(/[\r\n]/)) found.push('line breaks');
  for (const line of text.split(lineBreak)) {
    const [indent = ''] = /^\s*/.exec(line) ?? [];
    if (/\s$/.test(line)) found.push(`${line}: trailing space`);
    const steps = indent_style === 'tab' ? /^\t*$/ : new RegExp(`^(?: {${Number(indent_size)}})*$`);
    if (!steps.test(indent)) found.push(`${line}: indent`);
  }
  return found;
}

describe('a new project', () => {
  it('has all of its files, and its configuration loads', async () => {
    const { folder, written, kept } = await init({});
    expect([Object.keys(written).toSorted(), kept]).toEqual([usual, []]);
    const config = await loadConfig('found-if-trusted', undefined, folder);
    expect(config).toMatchObject({
      frameworks: answers.frameworks,
      language: 'en',
      failOn: 'high',
    });
    expect(config.catalog?.controls.at(-1)?.id).toBe('workload-owner-labelled');
    // Nothing is waived or stated before somebody decides it.
    expect(await loadWaivers(config, config.catalog ?? builtin)).toEqual([]);
    expect(await loadAttestations(config)).toEqual({ attestations: [], drafts: [] });
  });

  it.each(['en', 'zh'] as const)(
    'has examples that hold once their signs are taken away: %s',
    async (language) => {
      const { folder, written } = await init({}, { language });
      const uncommented = (name: string): string =>
        (written[name] ?? '').replaceAll(/^# (?=\w+: )/gm, '').replace(/^yaml-language.*\n/, '');
      await writeChanges([
        {
          path: join(folder, 'waivers/real.yaml'),
          before: undefined,
          after: uncommented('waivers/example.yaml'),
        },
        {
          path: join(folder, 'attestations/real.yaml'),
          before: undefined,
          after: uncommented('attestations/example.yaml'),
        },
      ]);
      const config = await loadConfig('found-if-trusted', undefined, folder);
      expect(config.language).toBe(language);
      expect(await loadWaivers(config, config.catalog ?? builtin)).toMatchObject([
        { control: 'workload-not-privileged', from: '2028-02-29', until: '2029-02-28' },
      ]);
      expect((await loadAttestations(config)).attestations).toMatchObject([
        { framework: 'cis-docker-1.8.0', until: '2029-02-28' },
      ]);
    },
  );

  it('a second time changes nothing', async () => {
    const { folder } = await init({});
    const again = await planInit(folder, answers);
    expect([again.changes, again.conflicts]).toEqual([[], []]);
  });

  it('keeps what is there, and leaves its control out beside a configuration that stays', async () => {
    const files = {
      'plimsoll.config.ts': 'export default {};\n',
      'tsconfig.json': '{}\n',
      '.gitignore': 'node_modules',
    };
    const { written, kept } = await init(files, { pipeline: 'none' });
    expect(kept).toEqual(['plimsoll.config.ts', 'tsconfig.json']);
    expect(Object.keys(written).toSorted()).toEqual([
      '.editorconfig',
      '.gitignore',
      'attestations/example.yaml',
      'package.json',
      'waivers/example.yaml',
    ]);
    expect(written['.gitignore']).toBe('node_modules\nplimsoll-report/\n*.db\n');
  });

  it('overwrites what somebody said may be overwritten, and nothing else', async () => {
    const files = { 'plimsoll.config.ts': 'export default {};\n', 'tsconfig.json': '{}\n' };
    const { written, kept } = await init(files, {}, ['plimsoll.config.ts']);
    expect(kept).toEqual(['tsconfig.json']);
    expect(Object.keys(written)).toEqual(
      expect.arrayContaining(['plimsoll.config.ts', 'controls/workload-owner-labelled.ts']),
    );
  });

  it('refuses beside a configuration of another name, and a package.json that is none', async () => {
    await expect(init({ 'plimsoll.config.mjs': '' })).rejects.toThrow(/plimsoll\.config\.mjs/);
    await expect(init({ 'package.json': '{' })).rejects.toThrow(/package\.json is not JSON/);
    await expect(init({ 'package.json': '[]' })).rejects.toThrow(/package\.json is not an object/);
  });

  it.each([
    [
      'tabs, Windows line ends and double quotes',
      'indent_style = tab\nend_of_line = crlf\nquote_type = double\n',
    ],
    ['four spaces', 'indent_style = space\nindent_size = 4\n'],
    ['nothing but the end of files', 'insert_final_newline = true\n'],
  ])('is laid out as the .editorconfig above it says: %s', async (_, rules) => {
    const yaml = '[*.{yml,yaml}]\nindent_style = space\nindent_size = 2\n';
    const { folder, written } = await init({
      '.editorconfig': `root = true\n[*]\n${rules}${yaml}`,
    });
    expect(Object.keys(written)).not.toContain('.editorconfig');
    for (const [name, text] of Object.entries(written)) {
      if (rules.includes('indent_style')) {
        expect([name, await untidy(join(folder, name), text)]).toEqual([name, []]);
      }
    }
    const config = written['plimsoll.config.ts'] ?? '';
    expect(config.includes('"')).toBe(rules.includes('double'));
    expect((await loadConfig('found-if-trusted', undefined, folder)).failOn).toBe('high');
  });

  it('is clean by its own .editorconfig', async () => {
    const { folder, written } = await init({});
    for (const [name, text] of Object.entries(written)) {
      expect([name, await untidy(join(folder, name), text)]).toEqual([name, []]);
    }
  });
});

describe('its package.json', () => {
  it('gets what is missing, and keeps its layout, its scripts and its versions', async () => {
    const before = `{
    "name": "shop",
    "main": "index.js",
    "scripts": { "test": "mocha" },
    "devDependencies": {
        "@types/node": "24.0.0",
        "prettier": "^3",
        "typescript": "5.9.2"
    }
}
`;
    const { written, plan } = await init({ 'package.json': before });
    expect(written['package.json']).toMatchInlineSnapshot(`
      "{
          "name": "shop",
          "main": "index.js",
          "scripts": {
              "test": "mocha",
              "scan": "plimsoll scan",
              "report": "plimsoll scan --format html --out plimsoll-report",
              "check": "tsc --noEmit",
              "lint": "plimsoll lint",
              "plimsoll:test": "node --import jiti/register --test test/plimsoll/*.test.ts"
          },
          "devDependencies": {
              "@types/node": "24.0.0",
              "jiti": "^2.7.0",
              "prettier": "^3",
              "typescript": "5.9.2"
          }
      }
      "
    `);
    expect(plan.scripts).toMatchObject({ test: 'plimsoll:test', scan: 'scan' });
    expect(written['test/plimsoll/workload-owner-labelled.test.ts']).toContain("'../../controls/");
    expect(written['.github/workflows/plimsoll.yml']).toContain('npm run plimsoll:test\n');
  });

  it('leaves tests to Vitest where the project has it', async () => {
    const before = JSON.stringify({
      scripts: { test: 'vitest' },
      devDependencies: { vitest: '4' },
    });
    const { written, plan } = await init({ 'package.json': before });
    const { scripts, devDependencies } = JSON.parse(written['package.json'] ?? '') as Record<
      string,
      object
    >;
    expect(Object.keys(scripts ?? {})).toEqual(['test', 'scan', 'report', 'check', 'lint']);
    expect(devDependencies).not.toHaveProperty('jiti');
    expect(plan.scripts.test).toBe('test');
    expect(written['test/workload-owner-labelled.test.ts']).toContain("from 'vitest';");
  });

  it('is made a module where it is nothing yet', async () => {
    const { written } = await init({
      'package.json': '{"dependencies":{"plimsoll":"file:x.tgz"}}',
    });
    const manifest = JSON.parse(written['package.json'] ?? '') as Record<string, object>;
    expect(manifest).toMatchObject({ type: 'module', scripts: { scan: 'plimsoll scan' } });
    expect(manifest['devDependencies']).not.toHaveProperty('plimsoll');
  });

  it('has a name that npm takes', () => {
    expect(['/x/Our Compliance!', '/x/2026', '/', '/x/shop-'].map(packageName)).toEqual([
      'our-compliance',
      'compliance',
      'compliance',
      'shop',
    ]);
  });
});

describe('its pipeline', () => {
  const paths: Readonly<Record<Pipeline, string | undefined>> = {
    github: '.github/workflows/plimsoll.yml',
    gitlab: '.gitlab-ci.yml',
    jenkins: 'Jenkinsfile',
    none: undefined,
  };
  it.each(Object.entries(paths))('for %s runs types, rules and tests', async (pipeline, path) => {
    // The keys of the table.
    const { written } = await init({ 'pnpm-lock.yaml': '' }, { pipeline: pipeline as Pipeline });
    const text = path === undefined ? '' : (written[path] ?? '');
    if (path === undefined) {
      expect(Object.keys(written)).toHaveLength(usual.length - 1);
      return;
    }
    const steps = [
      'pnpm install --frozen-lockfile',
      'pnpm run check',
      'pnpm run lint',
      'pnpm run test',
    ];
    const at = steps.map((step) => text.indexOf(step));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
    if (!path.endsWith('.yml')) return;
    expect(parseDocument(text).errors).toEqual([]);
    expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\//);
  });

  it('is spoken to as whoever installs packages here', () => {
    const folder = temporaryRoot({ 'yarn.lock': '', 'deep/x': '' });
    expect(packageManagerOf(join(folder, 'deep'), 'pnpm/9 node/v22').name).toBe('yarn');
    expect(packageManagerOf('/', 'pnpm/9.0.0 npm/? node/v22').name).toBe('pnpm');
    expect(packageManagerOf('/').name).toBe('npm');
  });
});
