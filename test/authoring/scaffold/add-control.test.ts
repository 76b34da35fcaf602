import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/cli/config/load-config.ts';
import { planControl } from '../../../src/authoring/scaffold/add-control.ts';
import { writeChanges } from '../../../src/authoring/scaffold/file-change.ts';
import { PlimsollError } from '../../../src/index.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

type Files = Readonly<Record<string, string>>;

/** A control of a project, as its author left it. */
const controlFile = (name: string, id: string, subject = 'workload'): string =>
  `import { defineControl, ${subject} } from 'plimsoll';

export const ${name} = defineControl({
  id: '${id}',
  subject: ${subject},
  severity: 'low',
  title: { en: 'a', zh: '甲' },
  rationale: { en: 'a', zh: '甲' },
  remediation: { en: 'a', zh: '甲' },
  references: ['https://example.org/'],
  check: () => true,
});
`;

const a = { 'controls/a.ts': controlFile('a', 'acme-a') };
const b = { 'controls/b.ts': controlFile('b', 'acme-b') };

const fresh = {
  id: 'workload-has-labelled-owner',
  kind: 'workload',
  severity: 'medium',
  title: { en: 'Has labelled owner', zh: '标明负责人' },
} as const;

/** Adds a control to a project on the disk and gives back what became of its files. */
async function add(files: Files, control: Parameters<typeof planControl>[1] = fresh) {
  const folder = temporaryRoot(files);
  const config = Object.keys(files).find((name) => name.includes('plimsoll.config')) ?? '';
  const { changes } = await planControl(join(folder, config), control);
  await writeChanges(changes);
  const loaded = await loadConfig('found-if-trusted', undefined, join(folder, config, '..'));
  return {
    folder,
    changed: Object.fromEntries(changes.map(({ path, after }) => [relative(folder, path), after])),
    ids: loaded.catalog?.controls.map(({ id }) => id) ?? [],
    again: (await planControl(join(folder, config), control)).changes,
  };
}

const configOf = (imports: string, catalog: string): string =>
  `import { builtin, definePlimsollConfig, extendCatalog } from 'plimsoll';
${imports}
export default definePlimsollConfig({
  catalog: ${catalog},
});
`;

interface Shape {
  readonly files: Files;
  /** The file that lists the controls, and parts of it afterwards. */
  readonly list: string;
  readonly holds: readonly string[];
  /** Other files than the usual two that are made. */
  readonly made?: readonly string[];
  /** Layout that the file is held to by Prettier. */
  readonly layout?: prettier.Options;
}

const line =
  "import { workloadHasLabelledOwner } from './controls/workload-has-labelled-owner.ts';\n";

const shapes: Readonly<Record<string, Shape>> = {
  'a list on one line': {
    files: {
      ...a,
      'plimsoll.config.ts': configOf(
        "import { a } from './controls/a.ts';\n",
        'extendCatalog(builtin, { add: [a] })',
      ),
    },
    list: 'plimsoll.config.ts',
    holds: [
      `import { a } from './controls/a.ts';\n${line}`,
      'catalog: extendCatalog(builtin, { add: [a, workloadHasLabelledOwner] }),',
    ],
  },
  'an empty list': {
    files: { 'plimsoll.config.ts': configOf('', 'extendCatalog(builtin, { add: [] })') },
    list: 'plimsoll.config.ts',
    holds: [`from 'plimsoll';\n${line}`, 'add: [workloadHasLabelledOwner] }'],
  },
  'an empty list with a comment': {
    files: {
      'plimsoll.config.ts': configOf(
        '',
        'extendCatalog(builtin, {\n    add: [\n      // ours come here\n    ],\n  })',
      ),
    },
    list: 'plimsoll.config.ts',
    holds: ['      // ours come here\n      workloadHasLabelledOwner,\n    ],'],
  },
  'no catalog at all': {
    files: {
      'plimsoll.config.ts':
        "import { definePlimsollConfig } from 'plimsoll';\n\nexport default definePlimsollConfig({\n  failOn: 'high',\n});\n",
    },
    list: 'plimsoll.config.ts',
    holds: [
      `import { definePlimsollConfig, builtin, extendCatalog } from 'plimsoll';\n${line}`,
      "failOn: 'high',\n  catalog: extendCatalog(builtin, { add: [workloadHasLabelledOwner] }),\n}",
    ],
  },
  'the built-in catalog by its name': {
    files: {
      'plimsoll.config.ts':
        "import { builtin, definePlimsollConfig } from 'plimsoll';\n\nexport default definePlimsollConfig({\n  catalog: builtin,\n  failOn: 'high',\n});\n",
    },
    list: 'plimsoll.config.ts',
    holds: [
      "import { builtin, definePlimsollConfig, extendCatalog } from 'plimsoll';",
      'catalog: extendCatalog(builtin, { add: [workloadHasLabelledOwner] })',
    ],
  },
  'a catalog that tailors alone': {
    files: {
      'plimsoll.config.ts': configOf(
        '',
        `extendCatalog(builtin, {
    id: 'acme',
    tailor: { 'workload-pids-limit': { severity: 'low', reason: 'x', by: 'y' } },
  })`,
      ),
    },
    list: 'plimsoll.config.ts',
    holds: ["by: 'y' } },\n    add: [workloadHasLabelledOwner],\n  }),"],
  },
  'a catalog that tailors what adds': {
    files: {
      ...a,
      'plimsoll.config.ts': configOf(
        "import { a } from './controls/a.ts';\n\nconst acme = extendCatalog(builtin, { id: 'acme', add: [a] });\n",
        "extendCatalog(acme, { omit: { 'workload-pids-limit': { reason: 'x', by: 'y' } } })",
      ),
    },
    list: 'plimsoll.config.ts',
    holds: ["{ id: 'acme', add: [a, workloadHasLabelledOwner] });"],
    layout: { printWidth: 120 },
  },
  'a list on several lines, with comments, no semicolons, no trailing comma and double quotes': {
    files: {
      ...a,
      ...b,
      'plimsoll.config.ts': `import { builtin, extendCatalog } from "plimsoll"
import { a } from "./controls/a"
import { b } from "./controls/b"

export default {
    catalog: extendCatalog(builtin, {
        add: [
            // the first
            a, // since 2024
            /* and */ b // the last
        ]
    })
}
`,
    },
    list: 'plimsoll.config.ts',
    holds: [
      'import { b } from "./controls/b"\nimport { workloadHasLabelledOwner } from "./controls/workload-has-labelled-owner"\n\n',
      'a, // since 2024\n            /* and */ b, // the last\n            workloadHasLabelledOwner\n        ]',
    ],
    layout: { semi: false, singleQuote: false, tabWidth: 4, trailingComma: 'none' },
  },
  'a list in order, with tabs and Windows line ends': {
    files: {
      ...a,
      'controls/x.ts': controlFile('x', 'acme-x'),
      'controls/z.ts': controlFile('z', 'acme-z'),
      'plimsoll.config.ts': `import { builtin, extendCatalog } from 'plimsoll';
import { a } from './controls/a.js';
import { x } from './controls/x.js';
import { z } from './controls/z.js';

export default {
	catalog: extendCatalog(builtin, {
		add: [
			a,
			x, // crossed
			// the last of all
			z,
		],
	}),
};
`.replaceAll('\n', '\r\n'),
    },
    list: 'plimsoll.config.ts',
    holds: [
      "/controls/a.js';\r\nimport { workloadHasLabelledOwner } from './controls/workload-has-labelled-owner.js';\r\nimport { x }",
      '\t\t\ta,\r\n\t\t\tworkloadHasLabelledOwner,\r\n\t\t\tx, // crossed\r\n',
    ],
    layout: { useTabs: true, endOfLine: 'crlf' },
  },
  'a list as const that satisfies a type, in a variable': {
    files: {
      ...a,
      'plimsoll.config.ts': `import { builtin, definePlimsollConfig, extendCatalog, type AnyControl } from 'plimsoll';
import { a } from './controls/a.ts';

const controls = [a] as const satisfies readonly AnyControl[];
const config = definePlimsollConfig({ catalog: extendCatalog(builtin, { add: controls }) });

export default config;
`,
    },
    list: 'plimsoll.config.ts',
    holds: [
      'const controls = [a, workloadHasLabelledOwner] as const satisfies readonly AnyControl[];',
    ],
  },
  'a list of another file, by shorthand': {
    files: {
      ...a,
      'controls/index.ts': "import { a } from './a.ts';\n\nexport const add = [a];\n",
      'plimsoll.config.ts': configOf(
        "import { add } from './controls/index.ts';\n",
        "extendCatalog(builtin, { id: 'acme', add })",
      ),
    },
    list: 'controls/index.ts',
    holds: [
      "import { workloadHasLabelledOwner } from './workload-has-labelled-owner.ts';\n",
      'export const add = [a, workloadHasLabelledOwner];',
    ],
  },
  'a default export of another file, through a re-export under another name': {
    files: {
      ...a,
      'controls/list.ts': "import { a } from './a';\n\nexport default [a];\n",
      'controls/index.ts': "export { default as ours } from './list';\n",
      'plimsoll.config.ts': configOf(
        "import { ours } from './controls';\n",
        'extendCatalog(builtin, { add: Object.freeze(ours) })',
      ),
    },
    list: 'controls/list.ts',
    holds: [
      "import { workloadHasLabelledOwner } from './workload-has-labelled-owner';\n",
      'export default [a, workloadHasLabelledOwner];',
    ],
  },
  'lists spread by kind, through export *': {
    files: {
      'controls/workload/a.ts': controlFile('a', 'acme-a'),
      'controls/image/b.ts': controlFile('b', 'acme-b', 'image'),
      'controls/workload/index.ts': "import { a } from './a.ts';\n\nexport const first = [a];\n",
      'controls/image/index.ts': "import { b } from './b.ts';\n\nexport const second = [b];\n",
      'controls/index.ts':
        "export * from './image/index.ts';\nexport * from './workload/index.ts';\n",
      'plimsoll.config.ts': configOf(
        "import { first, second } from './controls/index.ts';\n",
        'extendCatalog(builtin, { add: [...second, ...first] })',
      ),
    },
    list: 'controls/workload/index.ts',
    holds: ['export const first = [a, workloadHasLabelledOwner];'],
    made: ['controls/workload/workload-has-labelled-owner.ts'],
  },
  'lists spread by name, of which one is empty': {
    files: {
      'controls/b.ts': controlFile('b', 'acme-b', 'image'),
      'plimsoll.config.ts': configOf(
        "import { b } from './controls/b.ts';\n\nconst workloadControls = [] as const;\nconst imageControls = [b];\n",
        'extendCatalog(builtin, { add: [...workloadControls, ...imageControls, b] })',
      ).replace(', b] }', '] }'),
    },
    list: 'plimsoll.config.ts',
    holds: ['const workloadControls = [workloadHasLabelledOwner] as const;'],
  },
  'lists spread beside others, none of which is for the kind': {
    files: {
      ...a,
      'controls/b.ts': controlFile('b', 'acme-b', 'image'),
      'plimsoll.config.ts': configOf(
        "import { a } from './controls/a.ts';\nimport { b } from './controls/b.ts';\n\nconst images = [b];\n",
        'extendCatalog(builtin, { add: [a, ...images] })',
      ),
    },
    list: 'plimsoll.config.ts',
    holds: ['{ add: [a, ...images, workloadHasLabelledOwner] }'],
  },
  'the exports of a file': {
    files: {
      ...a,
      ...b,
      'controls/index.ts': "export * from './a.ts';\nexport * from './b.ts';\n",
      'plimsoll.config.ts': configOf(
        "import * as controls from './controls/index.ts';\n",
        'extendCatalog(builtin, { add: Object.values(controls) })',
      ),
    },
    list: 'controls/index.ts',
    holds: ["export * from './b.ts';\nexport * from './workload-has-labelled-owner.ts';\n"],
  },
  'the exports of a file, by name': {
    files: {
      ...a,
      'controls/index.ts': "export { a } from './a.ts';\n",
      'plimsoll.config.ts': configOf(
        "import * as controls from './controls/index.ts';\n",
        'extendCatalog(builtin, { add: Object.values(controls) })',
      ),
    },
    list: 'controls/index.ts',
    holds: ["export { workloadHasLabelledOwner } from './workload-has-labelled-owner.ts';\n"],
  },
  'the values of an object': {
    files: {
      ...a,
      'plimsoll.config.ts': configOf(
        "import { a } from './controls/a.ts';\n\nconst controls = { a };\n",
        'extendCatalog(builtin, { add: Object.values(controls) })',
      ),
    },
    list: 'plimsoll.config.ts',
    holds: ['const controls = { a, workloadHasLabelledOwner };'],
  },
  'a list that is filtered and sorted': {
    files: {
      ...a,
      'plimsoll.config.ts': configOf(
        "import { a } from './controls/a.ts';\n",
        "extendCatalog(builtin, {\n    add: [a].filter(({ severity }) => severity !== 'high').toSorted(() => 0),\n  })",
      ),
    },
    list: 'plimsoll.config.ts',
    holds: ['add: [a, workloadHasLabelledOwner].filter('],
    layout: { printWidth: 120 },
  },
  'a catalog of its own, from the package as a whole': {
    files: {
      ...a,
      'plimsoll.config.ts': `import * as plimsoll from 'plimsoll';
import { a } from './controls/a.ts';

const catalog = plimsoll.defineCatalog({ id: 'acme', version: '1', controls: [a] });

export default plimsoll.definePlimsollConfig({ catalog });
`,
    },
    list: 'plimsoll.config.ts',
    holds: ['controls: [a, workloadHasLabelledOwner] });'],
    layout: { printWidth: 120 },
  },
  'inline controls, and a line that grows too long': {
    files: {
      ...a,
      ...b,
      'plimsoll.config.ts': configOf(
        "import { a as theFirstOfAllOurControls } from './controls/a.ts';\nimport { b as theSecondOfThem } from './controls/b.ts';\n\nconst controls = [theFirstOfAllOurControls, theSecondOfThem];\n",
        'extendCatalog(builtin, { add: controls })',
      ),
    },
    list: 'plimsoll.config.ts',
    holds: [
      'const controls = [\n  theFirstOfAllOurControls,\n  theSecondOfThem,\n  workloadHasLabelledOwner,\n];',
    ],
    layout: { printWidth: 80 },
  },
  'a name that something else bears': {
    files: {
      'plimsoll.config.ts': configOf(
        '\nconst workloadHasLabelledOwner = true;\n',
        'extendCatalog(builtin, { add: workloadHasLabelledOwner ? [] : [] })',
      )
        .replace('workloadHasLabelledOwner ? [] : []', '[]')
        .replace('});', '  strict: workloadHasLabelledOwner,\n});'),
    },
    list: 'plimsoll.config.ts',
    holds: [
      'import { workloadHasLabelledOwner as workloadHasLabelledOwnerControl } from',
      'add: [workloadHasLabelledOwnerControl]',
    ],
    layout: { printWidth: 120 },
  },
  JavaScript: {
    files: {
      'controls/a.js': controlFile('a', 'acme-a'),
      'plimsoll.config.mjs': configOf(
        "import { a } from './controls/a.js';\n",
        'extendCatalog(builtin, { add: [a] })',
      ),
    },
    list: 'plimsoll.config.mjs',
    holds: ["from './controls/workload-has-labelled-owner.js';", '[a, workloadHasLabelledOwner]'],
    made: ['controls/workload-has-labelled-owner.js', 'test/workload-has-labelled-owner.test.js'],
  },
  'paths of tsconfig.json': {
    files: {
      ...a,
      'tsconfig.json': JSON.stringify({
        compilerOptions: { module: 'nodenext', paths: { '#ours/*': ['./controls/*'] } },
      }),
      'package.json': JSON.stringify({ imports: { '#ours/*': './controls/*' } }),
      'controls/list.ts': "import { a } from './a.js';\n\nexport const list = [a];\n",
      'plimsoll.config.ts': configOf(
        "import { list } from '#ours/list.ts';\n",
        'extendCatalog(builtin, { add: list })',
      ),
    },
    list: 'controls/list.ts',
    holds: ["import { workloadHasLabelledOwner } from './workload-has-labelled-owner.js';"],
  },
};

describe('a new control', () => {
  it.each(Object.entries(shapes))('in %s', async (_, shape) => {
    const { changed, ids, again } = await add(shape.files);
    const made = shape.made ?? ['controls/workload-has-labelled-owner.ts'];
    expect(Object.keys(changed)).toEqual(expect.arrayContaining([...made, shape.list]));
    expect(Object.keys(changed)).toHaveLength(3);
    const text = changed[shape.list] ?? '';
    for (const part of shape.holds) expect(text).toContain(part);
    // All that stood there stands there still, in its order.
    const before = (shape.files[shape.list] ?? '').match(/\w+/g) ?? [];
    const after = text.match(/\w+/g) ?? [];
    let at = 0;
    for (const word of after) if (word === before[at]) at += 1;
    expect(before.slice(at)).toEqual([]);
    // It is in the catalog that is loaded, and a second time nothing changes.
    expect(ids.filter((id) => id === fresh.id)).toEqual([fresh.id]);
    expect(again).toEqual([]);
    const layout: prettier.Options = {
      parser: 'typescript',
      singleQuote: true,
      printWidth: 100,
      ...shape.layout,
    };
    const clean = await prettier.check(shape.files[shape.list] ?? '', layout);
    expect([clean, await prettier.check(text, layout)]).toEqual([true, true]);
  });

  it('comes with everything but its author’s words, and with a test', async () => {
    const { changed } = await add(shapes['a list on one line']?.files ?? {});
    expect(changed['controls/workload-has-labelled-owner.ts']).toMatchInlineSnapshot(`
      "import { defineControl, unknown, workload } from 'plimsoll';

      export const workloadHasLabelledOwner = defineControl({
        id: 'workload-has-labelled-owner',
        subject: workload,
        severity: 'medium',
        title: { en: 'Has labelled owner', zh: '标明负责人' },
        // TODO: say what is wrong where it fails, as a state. Reports head failures with it.
        failingTitle: {
          en: 'Not met: Has labelled owner',
          zh: '未满足：标明负责人',
        },
        rationale: {
          en: 'TODO: what an attacker or an accident gains when it fails.',
          zh: '待补充：不满足时攻击者或意外会带来什么后果。',
        },
        remediation: {
          en: 'TODO: what to do, with the command or the line to write.',
          zh: '待补充：如何整改，给出命令或配置行。',
        },
        references: ['https://docs.docker.com/engine/security/'],
        // TODO: judge what this control is about; the editor lists the facts after the dot. For example:
        // check: (w) => !w.privileged,
        check: () => unknown({ en: 'The check is not written', zh: '检查尚未编写' }),
      });
      "
    `);
    expect(changed['test/workload-has-labelled-owner.test.ts']).toMatchInlineSnapshot(`
      "import { test } from 'node:test';
      import { aWorkload, testControl } from 'plimsoll/testing';
      import { workloadHasLabelledOwner } from '../controls/workload-has-labelled-owner.ts';

      test('workload-has-labelled-owner', () => {
        testControl(workloadHasLabelledOwner, {
          pass: [aWorkload()],
          fail: [aWorkload({ privileged: true })],
        });
      });
      "
    `);
  });

  it('goes where those of its kind are, and its test where theirs are', async () => {
    const files = {
      'package.json': JSON.stringify({ devDependencies: { vitest: '4' } }),
      'infra/plimsoll.config.ts': configOf(
        "import { a } from '../src/controls/workload/a.ts';\n",
        'extendCatalog(builtin, { add: [a] })',
      ),
      'src/controls/workload/a.ts': controlFile('a', 'acme-a'),
      'test/controls/workload/a.test.ts': '',
    };
    const { changed } = await add(files);
    expect(Object.keys(changed)).toEqual([
      'src/controls/workload/workload-has-labelled-owner.ts',
      'test/controls/workload/workload-has-labelled-owner.test.ts',
      'infra/plimsoll.config.ts',
    ]);
    expect(changed['test/controls/workload/workload-has-labelled-owner.test.ts']).toContain(
      "import { test } from 'vitest';",
    );
    const image = await add(files, { ...fresh, id: 'image-signed', kind: 'image' });
    expect(Object.keys(image.changed)).toEqual([
      'src/controls/image/image-signed.ts',
      'test/controls/image/image-signed.test.ts',
      'infra/plimsoll.config.ts',
    ]);
  });

  const strange: Readonly<Record<string, [Files, RegExp]>> = {
    'a list that a function makes': [
      {
        ...a,
        'plimsoll.config.ts': configOf(
          "import { a } from './controls/a.ts';\n\nconst all = () => [a];\n",
          'extendCatalog(builtin, { add: all() })',
        ),
      },
      /plimsoll\.config\.ts:7:42: the list of controls is all\(\)/,
    ],
    'a catalog that a function makes': [
      {
        'catalog.ts': "import { builtin } from 'plimsoll';\nexport const make = () => builtin;\n",
        'plimsoll.config.ts': configOf("import { make } from './catalog.ts';\n", 'make()'),
      },
      /plimsoll\.config\.ts:5:12: the list of controls is make\(\)/,
    ],
    'a list that is chosen': [
      {
        'plimsoll.config.ts': configOf(
          '',
          "extendCatalog(builtin, { add: process.env['X'] ? [] : [] })",
        ),
      },
      /plimsoll\.config\.ts:4:42: the list of controls is process\.env/,
    ],
    'a configuration that is computed': [
      { 'plimsoll.config.ts': 'export default Object.assign({}, {});\n' },
      /plimsoll\.config\.ts:1:\d+: the configuration is/,
    ],
    'names that lead in a circle': [
      {
        'a.ts': "export { list } from './b.ts';\n",
        'b.ts': "export { list } from './a.ts';\n",
        'plimsoll.config.ts': configOf(
          "import { list } from './a.ts';\n",
          'extendCatalog(builtin, { add: list })',
        ),
      },
      /the list of controls is list/,
    ],
  };
  it.each(Object.entries(strange))(
    'is refused by %s, with nothing written',
    async (_, [files, said]) => {
      const folder = temporaryRoot(files);
      const refused = planControl(join(folder, 'plimsoll.config.ts'), fresh);
      await expect(refused).rejects.toThrow(said);
      await expect(refused).rejects.toSatisfy(
        (error) =>
          error instanceof PlimsollError && error.hint.includes('workloadHasLabelledOwner'),
      );
      for (const [name, text] of Object.entries(files)) {
        expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
      }
    },
  );

  it('has what is missing added, and nothing else', async () => {
    const files = shapes['a list on one line']?.files ?? {};
    const { changed } = await add(files);
    const without = Object.entries({ ...files, ...changed });
    for (const missing of Object.keys(changed)) {
      const rest = Object.fromEntries(without.filter(([name]) => name !== missing));
      const again =
        missing === 'plimsoll.config.ts' ? { ...rest, [missing]: files[missing] ?? '' } : rest;
      const folder = temporaryRoot(again);
      const { changes } = await planControl(join(folder, 'plimsoll.config.ts'), fresh);
      expect(changes.map(({ path }) => relative(folder, path))).toEqual([missing]);
    }
  });
});
