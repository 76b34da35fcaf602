import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { locateSources, type ControlSources } from '../../../src/authoring.ts';
import { projects, words, type Files } from '../../support/write-project.ts';

const write = projects();

const locate = (files: Files): Promise<ControlSources> =>
  locateSources(path.join(write(files), 'plimsoll.config.ts'));

const imports =
  "import { all, defineControl, defineManualControl, workload, z } from 'plimsoll';\n";
const control = (id: string, check = '(w) => !w.privileged'): string => `defineControl({
  id: ${id}, subject: workload,
  ${words}
  check: ${check}, /* here */
})`;

/** One way to write a control, the file in which it is found, at the line that is marked, and those that it depends on. */
const shapes: readonly (readonly [
  what: string,
  files: Files,
  at: string,
  on: readonly string[],
])[] = [
  [
    'in the configuration itself',
    { 'plimsoll.config.ts': `${imports}export const own = ${control("'acme-own'")};` },
    'plimsoll.config.ts',
    [],
  ],
  [
    'under another name of the function, in a file beside',
    {
      'plimsoll.config.ts': "import own from './controls/own.ts';\nexport default [own];",
      'controls/own.ts': `import { defineControl as define, workload } from 'plimsoll';\nexport default ${control("'acme-own'").replace('defineControl', 'define')};`,
    },
    'controls/own.ts',
    [],
  ],
  [
    'through a namespace',
    {
      'plimsoll.config.ts': `import * as plimsoll from 'plimsoll';\nexport const own = plimsoll.${control("'acme-own'")};`,
    },
    'plimsoll.config.ts',
    [],
  ],
  [
    'through two re-exports, with a helper behind one',
    {
      'plimsoll.config.ts': "import { own } from './all.ts';\nexport default [own];",
      'all.ts': "export * from './more.ts';",
      'more.ts': "export { mine as own } from './own.ts';",
      'own.ts': `${imports}import { bad } from './helpers/all.ts';\nexport const mine = ${control("'acme-own'", '(w) => !bad(w)')};`,
      'helpers/all.ts': "export * from './bad.ts';\nexport * from './unused.ts';",
      'helpers/bad.ts': "import { limit } from './limit';\nexport const bad = (w) => w.x > limit;",
      'helpers/limit.ts': 'export const limit = 4;',
      'helpers/unused.ts': 'export const unused = 1;',
    },
    'own.ts',
    ['helpers/bad.ts', 'helpers/limit.ts'],
  ],
  [
    'with an id from a constant of another file',
    {
      'plimsoll.config.ts': `${imports}import { ids, prefix } from './ids.ts';\nexport const own = ${control('`${prefix}-${ids.own}`')};`,
      'ids.ts':
        "export const prefix = 'acme' as const;\nexport const ids = { own: 'o' + 'wn' } as const;",
    },
    'plimsoll.config.ts',
    [],
  ],
  [
    'with its words spread into it, and an id written short',
    {
      'plimsoll.config.ts': `${imports}const id = 'acme-own';
const base = { id: 'acme-other', subject: workload };
const own = defineControl({ ...base, id, ${words}
  check(w) { return !w.privileged; }, /* here */
});
export default own;`,
    },
    'plimsoll.config.ts',
    [],
  ],
  [
    'as another one with a stricter check',
    {
      'plimsoll.config.ts': `${imports}import { base } from './base.js';
export const own = defineControl({ ...base, check: all((w) => !w.privileged) /* here */ });`,
      'base.ts': `import { workload } from 'plimsoll';
export const base = { id: 'acme-own', subject: workload, check: () => true };`,
    },
    'plimsoll.config.ts',
    [],
  ],
  [
    "by an author's own function, whose check it is",
    {
      'plimsoll.config.ts': `import { forbids } from './forbids.ts';
import { privileged } from './facts.ts';
export const controls = [
  forbids('acme-own', privileged), /* here */
];`,
      'facts.ts': 'export const privileged = (w) => w.privileged;',
      'forbids.ts': `${imports}export const forbids = (id, fact) => ${control('id', '(w) => !fact(w)')};`,
    },
    'plimsoll.config.ts',
    ['facts.ts', 'forbids.ts'],
  ],
  [
    "through an author's own function that adds words",
    {
      'plimsoll.config.ts': `import { house } from './house.ts';
export const own = house({
  id: 'acme-own',
  check: (w) => !w.privileged, /* here */
});`,
      'house.ts': `${imports}export function house({ id, ...rest }) {
  return defineControl({ id, subject: workload, ...rest });
}`,
    },
    'plimsoll.config.ts',
    ['house.ts'],
  ],
  [
    'with a check that a function gives, and what that was called with',
    {
      'plimsoll.config.ts': `${imports}import { forbids } from './forbids.ts';
import { fact } from './fact.ts';
export const own = defineControl({ id: 'acme-own', subject: workload, ${words}
  ...forbids((w) => fact(w)), /* here */
});`,
      'fact.ts': 'export const fact = (w) => w.privileged;',
      'forbids.ts': 'export function forbids(pick) { return { check: (w) => !pick(w) }; }',
    },
    'plimsoll.config.ts',
    ['fact.ts', 'forbids.ts'],
  ],
  [
    'for a person',
    {
      'plimsoll.config.ts': `${imports}
export const own = defineManualControl({ id: 'acme-own', subject: workload, question: { en: 'Is it?', zh: '是否？' } }); /* here */`,
    },
    'plimsoll.config.ts',
    [],
  ],
  [
    'with data from a file of JSON',
    {
      'plimsoll.config.ts': `${imports}import allowed from './allowed.json';
export const own = ${control("'acme-own'", '(w) => allowed.includes(w.image)')};`,
      'allowed.json': '["a", "b"]',
    },
    'plimsoll.config.ts',
    ['allowed.json'],
  ],
  [
    'with types alone from another file',
    {
      'plimsoll.config.ts': `${imports}import { type Fact } from './types.ts';
export const own = ${control("'acme-own'", '(w: Fact) => !(w as Fact).privileged')};`,
      'types.ts': 'export interface Fact { privileged: boolean }',
    },
    'plimsoll.config.ts',
    [],
  ],
];

describe('where a control is defined', () => {
  it.each(shapes)('%s', async (_, files, at, on) => {
    const { controls, files: texts, ambiguous } = await locate(files);
    const [first, ...others] = controls['acme-own']?.files ?? [];
    expect(first).toBe(at);
    const lines = (files[at] ?? '').split('\n');
    expect(lines[(controls['acme-own']?.line ?? 0) - 1]).toContain('/* here */');
    expect(others).toEqual(on);
    expect(ambiguous).toEqual({});
    const named = Object.values(controls).flatMap((each) => each.files);
    expect(Object.keys(texts)).toEqual([...new Set(named)].sort());
    for (const [name, text] of Object.entries(texts)) expect(text).toBe(files[name]);
  });

  it('is not told where a loop makes it', async () => {
    const { controls } = await locate({
      'plimsoll.config.ts': `${imports}const names = process.argv;
export const all = names.map((id) => ${control('id')});
export const known = ${control("'acme-own'")};`,
    });
    expect(Object.keys(controls)).toEqual(['acme-own']);
  });

  it('is not told where two are', async () => {
    const { controls, ambiguous } = await locate({
      'plimsoll.config.ts': `${imports}import './other.ts';\nexport const own = ${control("'acme-own'")};`,
      'other.ts': `${imports}\nexport const own = ${control("'acme-own'")};`,
    });
    expect(controls).toEqual({});
    expect(ambiguous).toEqual({ 'acme-own': ['other.ts:3', 'plimsoll.config.ts:3'] });
  });

  it('is not told of a function of another package that bears the same name', async () => {
    const { controls } = await locate({
      'plimsoll.config.ts': `import { defineControl } from 'other';\nexport const own = ${control("'acme-own'")};`,
    });
    expect(controls).toEqual({});
  });

  it('is also told of what the configuration extends without importing it', async () => {
    const folder = write({
      'plimsoll.config.ts': "export default { extends: ['./base.ts'] };",
      'base.ts': `${imports}export default [${control("'acme-own'")}];`,
    });
    const [own, base] = ['plimsoll.config.ts', 'base.ts'].map((name) => path.join(folder, name));
    const { controls } = await locateSources(own ?? '', [base ?? '']);
    expect(controls['acme-own']?.files).toEqual(['base.ts']);
  });

  it('is never a path of the machine', async () => {
    const folder = write({
      'shared/own.ts': `${imports}export const own = ${control("'acme-own'")};`,
      'policy/plimsoll.config.ts': "export { own } from '../shared/own.ts';",
    });
    const sources = await locateSources(path.join(folder, 'policy/plimsoll.config.ts'));
    expect(sources.controls['acme-own']?.files).toEqual(['../shared/own.ts']);
    expect(JSON.stringify(sources)).not.toContain(folder);
  });
});

describe('the digest of a check', () => {
  const digest = async (files: Files): Promise<string | undefined> =>
    (await locate(files)).controls['acme-own']?.digest;
  const helper = 'const bad = (w) => w.privileged;';
  const own = (max = 4): string =>
    `export const own = ${control("'acme-own'", `(w) => !bad(w) && w.pids < ${max}`)};`;
  const whole = { 'plimsoll.config.ts': `${imports}${helper}\n${own()}` };

  it('stays where the check moves, and where something else changes', async () => {
    const beside = `${imports}// Another line.\nexport const failOn = 'low';\n${helper}\n${own()}`;
    const moved = {
      'plimsoll.config.ts': "export * from './own.ts';",
      'own.ts': `${imports}import { bad } from './bad.ts';\n${own()}`,
      'bad.ts': `export ${helper}`,
    };
    const first = await digest(whole);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await digest({ 'plimsoll.config.ts': beside })).toBe(first);
    expect(await digest(moved)).toBe(first);
  });

  it('changes with the check, and with what the check uses', async () => {
    const stricter = { 'plimsoll.config.ts': `${imports}${helper}\n${own(3)}` };
    const looser = helper.replace('w.privileged', 'false');
    const digests = [
      await digest(whole),
      await digest(stricter),
      await digest({ 'plimsoll.config.ts': `${imports}${looser}\n${own()}` }),
    ];
    expect(new Set(digests).size).toBe(3);
  });
});

describe('controls of npm packages', () => {
  const catalog = (needs: object): Files => ({
    'package.json': JSON.stringify({ name: 'acme-platform', version: '1.0.0' }),
    'plimsoll.config.ts':
      "import { catalog } from '@acme/controls/linux';\nexport default { catalog };",
    'node_modules/@acme/controls/package.json': JSON.stringify({
      name: '@acme/controls',
      version: '2.1.0',
      type: 'module',
      exports: { './linux': { types: './dist/index.d.ts', import: './dist/index.js' } },
      ...needs,
    }),
    'node_modules/@acme/controls/dist/index.d.ts': 'export declare const catalog: unknown;',
    'node_modules/@acme/controls/dist/index.js': `import { own } from './chunk.js';
import { helper } from 'left';
export const catalog = { controls: [own] };`,
    'node_modules/@acme/controls/dist/chunk.js': `${imports}var bad = (w) => w.privileged;
var own = ${control('"acme-own"', '(w) => !bad(w)')};
export { own };`,
    'node_modules/left/package.json': JSON.stringify({ name: 'left', version: '1.0.0' }),
    'node_modules/left/index.js': 'export const helper = 1;',
  });

  it('are found in what the package ships, under its name and version', async () => {
    const { controls } = await locate(catalog({ peerDependencies: { plimsoll: '^0.1.0' } }));
    expect(controls['acme-own']).toMatchObject({
      files: ['npm:@acme/controls@2.1.0/dist/chunk.js'],
      line: 8,
    });
  });

  it('are not looked for in a package that does not name Plimsoll', async () => {
    expect(await locate(catalog({}))).toMatchObject({ controls: {} });
  });
});
