import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadConfig } from '../../../src/cli/config/load-config.ts';
import { placeIn } from '../../../src/scanning/config/place-in.ts';
import { PlimsollError } from '../../../src/index.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

/** A project with these files, in the working folder for as long as the test runs. */
function project(files: Readonly<Record<string, string>>) {
  const folder = realpathSync(temporaryRoot(files));
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
  return folder;
}

const load = (named?: string, below = '') =>
  loadConfig('found-if-trusted', named, join(process.cwd(), below));

const failure = async (named?: string): Promise<string> => {
  try {
    await load(named);
  } catch (error) {
    if (error instanceof PlimsollError) return `[${error.code}] ${error.message}\n${error.hint}`;
    throw error;
  }
  return 'nothing failed';
};

const control = (id: string): string => `defineControl({
  id: '${id}', subject: workload, severity: 'low',
  title: { en: 'a', zh: '甲' }, rationale: { en: 'a', zh: '甲' }, remediation: { en: 'a', zh: '甲' },
  references: ['https://example.org/'], check: (w) => !w.privileged,
})`;

/** A shareable configuration as it is published: compiled, ESM alone, and it extends another package. */
const acme = {
  'node_modules/plimsoll-config-acme/package.json': JSON.stringify({
    name: 'plimsoll-config-acme',
    type: 'module',
    exports: {
      '.': { types: './index.d.ts', import: './dist/index.js' },
      './strict': './strict.ts',
    },
  }),
  'node_modules/plimsoll-config-acme/dist/index.js': `import { builtin, defineControl, definePlimsollConfig, extendCatalog, workload } from 'plimsoll';
export const own = ${control('acme-own')};
export default definePlimsollConfig({
  extends: ['@acme/plimsoll-config'],
  catalog: extendCatalog(builtin, {
    id: 'acme', add: [own],
    tailor: { 'workload-pids-limit': { params: { max: 256 }, reason: 'small', by: 'J. Doe' } },
  }),
  frameworks: ['cis-docker-1.8.0@1', '../frameworks/acme.yaml'],
  waivers: ['../waivers/*.yaml'],
  failOn: 'medium',
  branding: { organisation: 'Acme', accent: '#000000' },
});
`,
  'node_modules/plimsoll-config-acme/strict.ts': `import type { PlimsollConfig } from 'plimsoll';
export default { strict: true } satisfies PlimsollConfig;
`,
  'node_modules/@acme/plimsoll-config/package.json': JSON.stringify({
    name: '@acme/plimsoll-config',
    main: 'index.js',
  }),
  'node_modules/@acme/plimsoll-config/index.js':
    "module.exports = { failOn: 'low', language: 'zh', frameworks: ['pci-dss-3.1'] };\n",
};

describe('a configuration that extends others', () => {
  it('from packages, a file and an object is merged by the rules', async () => {
    const folder = project({
      ...acme,
      'base.config.ts': "export default { extends: './deeper/base.ts', ledger: 'scans.db' };\n",
      'deeper/base.ts': "export default { ledger: 'deep.db', waivers: ['accepted'] };\n",
      'own.ts': `import { defineControl, workload } from 'plimsoll';
export const mine = ${control('team-own')};
`,
      'plimsoll.config.ts': `import { builtin, definePlimsollConfig, extendCatalog } from 'plimsoll';
import { mine } from './own.ts';
const imported = { extends: ['plimsoll-config-acme'], waiverLimits: { critical: 30 } } as const;
export default definePlimsollConfig({
  extends: ['plimsoll-config-acme', 'plimsoll-config-acme/strict', './base.config.ts', imported],
  catalog: extendCatalog(builtin, {
    id: 'team', add: [mine],
    omit: { 'workload-health-check': { reason: 'jobs', by: 'me' } },
  }),
  frameworks: ['cis-docker-1.8.0@2', './team.yaml'],
  branding: { accent: '#ffffff' },
});
`,
    });
    const config = await load(undefined, '.');
    expect(config.layers.map(({ chain }) => chain)).toEqual([
      ['plimsoll-config-acme', '@acme/plimsoll-config'],
      ['plimsoll-config-acme'],
      ['plimsoll-config-acme/strict'],
      ['./base.config.ts', './deeper/base.ts'],
      ['./base.config.ts'],
      ['extends[3]'],
      [],
    ]);
    const shared = join(folder, 'node_modules/plimsoll-config-acme');
    expect(config).toMatchObject({
      folder,
      failOn: 'medium',
      language: 'zh',
      strict: true,
      ledger: join(folder, 'scans.db'),
      frameworks: [
        'pci-dss-3.1',
        join(shared, 'frameworks/acme.yaml'),
        'cis-docker-1.8.0@2',
        './team.yaml',
      ],
      waivers: [join(shared, 'waivers/*.yaml'), join(folder, 'deeper/accepted')],
      waiverLimits: { critical: 30 },
      branding: { organisation: 'Acme', accent: '#ffffff' },
    });
    const ids = config.catalog?.controls.map(({ id }) => id) ?? [];
    expect(ids.slice(-2)).toEqual(['acme-own', 'team-own']);
    expect(ids).not.toContain('workload-health-check');
    expect(config.catalog?.lineage.map((each) => `${each.catalog} ${each.control}`)).toEqual([
      'acme workload-pids-limit',
      'team workload-health-check',
    ]);
    const places = ['failOn', 'language', 'waiverLimits/critical', 'frameworks/2'].map((path) =>
      placeIn(
        config,
        path.split('/').map((each) => (/^\d+$/.test(each) ? Number(each) : each)),
      ),
    );
    expect(await Promise.all(places)).toEqual([
      'node_modules/plimsoll-config-acme/dist/index.js:15:3',
      // What module.exports gives has no places.
      'node_modules/@acme/plimsoll-config/index.js',
      'plimsoll.config.ts:3:71',
      'plimsoll.config.ts:10:16',
    ]);
  });

  it('shares one instance of what several import', async () => {
    project({
      'own.ts': `import { defineControl, workload } from 'plimsoll';
export const mine = ${control('team-own')};
`,
      'base.ts': `import { builtin, extendCatalog } from 'plimsoll';
import { mine } from './own.ts';
export default { catalog: extendCatalog(builtin, { add: [mine] }) };
`,
      'plimsoll.config.ts': `import { builtin, extendCatalog } from 'plimsoll';
import { mine } from './own.ts';
export default { extends: ['./base.ts'], catalog: extendCatalog(builtin, { add: [mine] }) };
`,
    });
    const ids = (await load()).catalog?.controls.map(({ id }) => id) ?? [];
    expect(ids.filter((id) => id === 'team-own')).toEqual(['team-own']);
  });

  const cases: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    [
      'a package that is not there',
      { 'plimsoll.config.ts': "export default {\n  extends: ['plimsoll-config-none'],\n};\n" },
      /^\[config-not-found\] plimsoll\.config\.ts:2:13: .*"plimsoll-config-none".*\n.*npm install/,
    ],
    [
      'a circle',
      {
        'plimsoll.config.ts': "export default { extends: ['./a.ts'] };\n",
        'a.ts': "export default { extends: './b.ts' };\n",
        'b.ts': "export default {\n  extends: ['./a.ts'] };\n",
      },
      /^\[config-invalid\] b\.ts:2:13: .*this one → \.\/a\.ts → \.\/b\.ts → \.\/a\.ts/,
    ],
    [
      'itself',
      { 'plimsoll.config.ts': "export default { extends: ['./plimsoll.config'] };\n" },
      /circle|extends itself/,
    ],
    [
      'a mistake in what is extended by way of another',
      {
        'plimsoll.config.ts': "export default { extends: ['./a.ts'] };\n",
        'a.ts': "export default { extends: './b.ts' };\n",
        'b.ts':
          "const base = {\n  failOn: 'hgh',\n} as const;\nexport default { ...base, failon: 'low' };\n",
      },
      /b\.ts:2:3: failOn: .*\nb\.ts:4:27: failon: there is no such field \(did you mean failOn\?\)\nExtended through: \.\/a\.ts → \.\/b\.ts\./,
    ],
    [
      'a mistake in an object that is extended',
      {
        'shared.ts': "export const shared = {\n  strict: 'yes',\n};\n",
        'plimsoll.config.ts':
          "import { shared } from './shared';\nexport default { extends: [shared] };\n",
      },
      /shared\.ts:2:3: strict: /,
    ],
    [
      'two controls of one id',
      {
        'base.ts': `import { builtin, defineControl, extendCatalog, workload } from 'plimsoll';
export default { catalog: extendCatalog(builtin, { add: [${control('team-own')}] }) };
`,
        'plimsoll.config.ts': `import { builtin, defineControl, extendCatalog, workload } from 'plimsoll';
export default { extends: ['./base.ts'], catalog: extendCatalog(builtin, { add: [${control('team-own')}] }) };
`,
      },
      /^\[catalog-duplicate-control\] plimsoll\.config\.ts:2:42: .*team-own.*\.\/base\.ts/,
    ],
  ];
  it.each(cases)('refuses %s', async (_, files, said) => {
    project(files);
    expect(await failure()).toMatch(said);
  });
});

describe('a configuration that is wrong', () => {
  const cases: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    [
      'in a field, behind a name, a spread and an import',
      {
        'limits.ts': 'export const limits = {\n  critical: 30,\n  high: -1,\n};\n',
        'plimsoll.config.ts': `import { definePlimsollConfig } from 'plimsoll';
import { limits } from './limits.js';
const waivers = [
  'waivers',
  ...['more', 5 as never],
];
const config = { waivers, waiverLimits: limits } as const;
export default definePlimsollConfig(config);
`,
      },
      /plimsoll\.config\.ts:5:15: waivers\[2\].*\nlimits\.ts:3:3: waiverLimits\.high: /s,
    ],
    [
      'by a control that is not complete',
      {
        'own.ts': `import { defineControl, workload } from 'plimsoll';

export const own = defineControl({
  id: 'Acme Own',
} as never);
`,
        'plimsoll.config.ts': "import { own } from './own.ts';\nexport default { own };\n",
      },
      /^\[control-invalid\] \S*\/own\.ts:3(?::\d+)?: /,
    ],
    [
      'by an import that leads nowhere',
      { 'plimsoll.config.ts': "\nimport x from './nope.ts';\nexport default x;\n" },
      /^\[config-invalid\] \S*\/plimsoll\.config\.ts:2:16: Cannot find module/,
    ],
    [
      'by the text of a file that it imports',
      {
        'own.ts': 'export const a = 1;\nexport const b = [,,;\n',
        'plimsoll.config.ts': "import { b } from './own.ts';\nexport default b;\n",
      },
      /^\[config-invalid\] \S*\/own\.ts:2:\d+: Unexpected token/,
    ],
    ['since it exports nothing', { 'plimsoll.config.ts': 'export default 5;\n' }, /definePlimsoll/],
  ];
  it.each(cases)('%s is told with file and line', async (_, files, said) => {
    project(files);
    expect(await failure()).toMatch(said);
  });
});

describe('before a configuration that was found is run, what it leads to is looked at', () => {
  const said = "import { appendFileSync } from 'node:fs';\nappendFileSync('ran', '.');\n";
  const files = {
    'plimsoll.config.ts': `${said}import { deep } from './lib/deep';
import other = require('./lib/other.cjs');
const later = () => import(/* later */ './lib/later.mjs');
export { also } from './lib/also.ts';
export default { extends: ['./base.ts', 'plimsoll-config-acme'], strict: deep && other && !!later };\n`,
    'lib/deep.ts': "export { deep } from './deeper.js';\n",
    'lib/deeper.js': 'exports.deep = true;\n',
    'lib/other.cjs': 'module.exports = true;\n',
    'lib/later.mjs': 'export default 1;\n',
    'lib/also.ts': 'export const also = 1;\n',
    'base.ts': 'export default {};\n',
    'node_modules/plimsoll-config-acme/package.json': '{"main":"index.cjs"}',
    'node_modules/plimsoll-config-acme/index.cjs': 'module.exports = {};\n',
  };
  const led = Object.keys(files).filter((path) => !path.endsWith('.json'));

  it.each(led)('%s', async (path) => {
    const folder = project(files);
    await load();
    expect(readFileSync('ran', 'utf8')).toBe('.');
    chmodSync(path, 0o666);
    expect(await failure()).toContain(`[config-untrusted] The configuration ${join(folder, path)}`);
    // What is extended is known when what extends it has run.
    const isExtended = path === 'base.ts' || path.startsWith('node_modules/');
    expect(readFileSync('ran', 'utf8')).toBe(isExtended ? '..' : '.');
    expect(await failure('plimsoll.config.ts')).toBe('nothing failed');
  });
});

describe('loadConfig', () => {
  it('finds the nearest file upwards, and does without one', async () => {
    const folder = project({
      'plimsoll.config.mjs': "export default { failOn: 'low' };\n",
      'deep/er/x.txt': '',
    });
    expect(await load(undefined, 'deep/er')).toMatchObject({ folder, failOn: 'low' });
    expect(await loadConfig('found-if-trusted', undefined, '/')).toEqual({
      folder: '/',
      readsBeside: true,
      layers: [],
      origins: new Map(),
    });
    expect(await failure('none.ts')).toMatch(/^\[config-not-found\]/);
  });

  it('looks for none where it is told not to, or a command never does', async () => {
    const folder = project({ 'plimsoll.config.mjs': "export default { failOn: 'low' };\n" });
    const none = { folder, readsBeside: false, layers: [], origins: new Map() };
    for (const use of ['found-if-trusted', 'never-unless-named', 'none'] as const) {
      expect(await loadConfig(use, false, folder)).toEqual(none);
    }
    expect(await loadConfig('never-unless-named', undefined, folder)).toEqual(none);
    expect(await loadConfig('never-unless-named', 'plimsoll.config.mjs', folder)).toMatchObject({
      failOn: 'low',
      readsBeside: true,
    });
  });

  it('names its files by what they are called, with their hashes', async () => {
    project({
      'plimsoll.config.mjs': "export default { extends: ['./a.mjs', { strict: true }] };\n",
      'a.mjs': "export default { failOn: 'low' };\n",
    });
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect((await load()).files).toEqual([
      { file: './a.mjs', sha256: sha256("export default { failOn: 'low' };\n") },
      {
        file: 'plimsoll.config.mjs',
        sha256: sha256("export default { extends: ['./a.mjs', { strict: true }] };\n"),
      },
    ]);
  });

  it('reads a file again that was changed', async () => {
    const { writeFile } = await import('node:fs/promises');
    project({ 'plimsoll.config.ts': "export default { failOn: 'low' };\n" });
    expect((await load()).failOn).toBe('low');
    await writeFile('plimsoll.config.ts', "export default { failOn: 'none' };\n");
    expect((await load()).failOn).toBe('none');
  });
});
