import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  planFramework,
  type FrameworkLanguage,
} from '../../../src/authoring/scaffold/add-framework.ts';
import { writeChanges } from '../../../src/authoring/scaffold/file-change.ts';
import { chooseFrameworks } from '../../../src/scanning/frameworks/choose-frameworks.ts';
import { loadConfig } from '../../../src/cli/config/load-config.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

type Files = Readonly<Record<string, string>>;

const fresh = {
  id: 'acme-policy',
  title: { en: "Acme's policy: 1", zh: 'Acme 策略' },
  published: '2026-11',
};

const yaml = (id: string): string => `id: ${id}
title: x
edition: { version: '1', publisher: Acme, published: 2026 }
`;
const typescript = `import { defineFramework } from 'plimsoll';

const framework = defineFramework({
  id: 'acme-other',
  title: { en: 'x', zh: 'x' },
  edition: { version: '1', publisher: 'x', published: '2026', status: 'in-force', source: 'x' },
  requirements: [],
});

export const acmeOther = { framework, mappings: [] };
`;
const configOf = (imports: string, frameworks: string): string =>
  `import { definePlimsollConfig } from 'plimsoll';
${imports}
export default definePlimsollConfig({${frameworks}
  failOn: 'high',
});
`;

async function add(files: Files, language?: FrameworkLanguage) {
  const folder = temporaryRoot(files);
  const config = join(
    folder,
    Object.keys(files).find((name) => name.includes('plimsoll.config')) ?? '',
  );
  const { changes } = await planFramework(config, fresh, language);
  await writeChanges(changes);
  const { selected } = await chooseFrameworks(
    undefined,
    await loadConfig('found-if-trusted', config, folder),
  );
  return {
    changed: Object.fromEntries(changes.map(({ path, after }) => [relative(folder, path), after])),
    ids: selected.map(({ framework }) => framework.id),
    again: (await planFramework(config, fresh, language)).changes,
  };
}

const shapes: Readonly<
  Record<
    string,
    { files: Files; language?: FrameworkLanguage; made: string; list: string; holds: string }
  >
> = {
  'where there is none': {
    files: { 'plimsoll.config.ts': configOf('', '') },
    made: 'frameworks/acme-policy.yaml',
    list: 'plimsoll.config.ts',
    holds: "  failOn: 'high',\n  frameworks: ['./frameworks/acme-policy.yaml'],\n}",
  },
  'beside built-in ones and a file of its own': {
    files: {
      'infra/policies/other.yaml': yaml('acme-other'),
      'infra/plimsoll.config.ts': configOf(
        '',
        "\n  frameworks: [\n    'pci-dss-3.1',\n    './policies/other.yaml', // ours\n  ],",
      ),
      'package.json': '{}',
    },
    made: 'infra/policies/acme-policy.yaml',
    list: 'infra/plimsoll.config.ts',
    holds: "    './policies/other.yaml', // ours\n    './policies/acme-policy.yaml',\n  ],",
  },
  'in TypeScript where the others are': {
    files: {
      'policies/acme-other.ts': typescript,
      'plimsoll.config.ts': configOf(
        "import { acmeOther } from './policies/acme-other.js';\n",
        "\n  frameworks: ['pci-dss-3.1', acmeOther],",
      ),
    },
    made: 'policies/acme-policy.ts',
    list: 'plimsoll.config.ts',
    holds: "import { acmePolicy } from './policies/acme-policy.js';\n",
  },
  'in TypeScript where that is asked for, in a list of another file': {
    files: {
      'frameworks.ts': "export const frameworks = ['pci-dss-3.1'];\n",
      'plimsoll.config.ts': configOf(
        "import { frameworks } from './frameworks.ts';\n",
        '\n  frameworks,',
      ),
    },
    language: 'typescript',
    made: 'frameworks/acme-policy.ts',
    list: 'frameworks.ts',
    holds:
      "import { acmePolicy } from './frameworks/acme-policy.ts';\n\nexport const frameworks = ['pci-dss-3.1', acmePolicy];",
  },
  'among the exports of a file': {
    files: {
      'policies/acme-other.ts': typescript,
      'policies/index.ts': "export * from './acme-other.ts';\n",
      'plimsoll.config.ts': configOf(
        "import * as policies from './policies/index.ts';\n",
        '\n  frameworks: Object.values(policies),',
      ),
    },
    made: 'policies/acme-policy.ts',
    list: 'policies/index.ts',
    holds: "export * from './acme-policy.ts';\n",
  },
};

describe('a new framework', () => {
  it.each(Object.entries(shapes))('%s', async (_, { files, language, made, list, holds }) => {
    const { changed, ids, again } = await add(files, language);
    expect(Object.keys(changed)).toEqual(expect.arrayContaining([made, list]));
    expect(Object.keys(changed)).toHaveLength(3);
    expect(changed[list]).toContain(holds);
    expect(ids).toContain('acme-policy');
    expect(again).toEqual([]);
  });

  it('names its schema where an editor finds it, and has a test', async () => {
    const { changed } = await add(
      shapes['beside built-in ones and a file of its own']?.files ?? {},
    );
    expect(changed['infra/policies/acme-policy.yaml']).toContain(
      '$schema=../../node_modules/plimsoll/schemas/framework.schema.json\n',
    );
    expect(changed['test/acme-policy.test.ts']).toMatchInlineSnapshot(`
      "import assert from 'node:assert/strict';
      import { execFileSync } from 'node:child_process';
      import { test } from 'node:test';

      interface Explained {
        requirements: { id: string; nature: string }[];
        links: { requirement: string }[];
      }

      test('acme-policy', () => {
        const command = ['--no-install', 'plimsoll', 'explain', 'acme-policy', '--json'];
        const said = execFileSync('npx', command, { encoding: 'utf8' });
        const { requirements, links } = JSON.parse(said) as Explained;
        const unchecked = requirements.filter(
          ({ id, nature }) =>
            nature === 'technical' && !links.some((link) => link.requirement === id),
        );
        assert.deepEqual(unchecked, []);
      });
      "
    `);
  });

  it('is refused by a list that is computed', async () => {
    const folder = temporaryRoot({
      'plimsoll.config.ts': configOf('', '\n  frameworks: ["pci"].map((id) => `${id}-dss-3.1`),'),
    });
    await expect(planFramework(join(folder, 'plimsoll.config.ts'), fresh)).rejects.toThrow(
      /plimsoll\.config\.ts:4:15: the list of frameworks is \["pci"\]/,
    );
  });
});
