import { exportName } from './export-name.ts';
import { literal, restyle, type TextStyle } from './text-style.ts';

/** What a framework is begun with. */
export interface NewFramework {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  /** When it is published, ISO 8601: a year, a month or a day. */
  readonly published: string;
}

const requirementTitle = {
  en: 'Containers run with no more rights than they need',
  zh: '容器仅以所需的最小权限运行',
};
const reason = {
  en: 'A privileged container has all rights.',
  zh: '特权容器拥有全部权限。',
};

/** A framework with its mapping as a YAML file; `schema` is the path of its JSON Schema. */
export function frameworkYaml(
  { id, title, published }: NewFramework,
  schema: string,
  { lineBreak }: TextStyle,
): string {
  const said = (text: string): string => JSON.stringify(text);
  return `# yaml-language-server: $schema=${schema}
id: ${id}
title:
  en: ${said(title.en)}
  zh: ${said(title.zh)}
edition:
  version: '1'
  publisher: 'TODO: who publishes it'
  published: '${published}'

# To extend a standard, name it here and write the differences below: extends: pci-dss-4.0.1
requirements:
  - id: '1'
    title:
      en: ${requirementTitle.en}
      zh: ${requirementTitle.zh}
    # The controls that give evidence for it: plimsoll list controls
    controls:
      - control: workload-not-privileged
        shows: part # what a pass shows: all, part or context
        breaks: breaks # what a failure does to it: breaks, weakens or nothing
        reason:
          en: ${reason.en}
          zh: ${reason.zh}
`.replaceAll('\n', lineBreak);
}

/** The same in TypeScript, where an id that does not exist does not compile. */
export function frameworkTypeScript(framework: NewFramework, style: TextStyle): string {
  const { id, title, published } = framework;
  const q = (text: string): string => literal(text, style);
  return restyle(
    `import { builtin, defineFramework, defineMapping } from ${q('plimsoll')};

const framework = defineFramework({
  id: ${q(id)},
  title: { en: ${q(title.en)}, zh: ${q(title.zh)} },
  edition: {
    version: ${q('1')},
    publisher: ${q('TODO: who publishes it')},
    published: ${q(published)},
    status: ${q('in-force')},
    source: ${q('TODO: where it is kept')},
  },
  requirements: [
    {
      id: ${q('1')},
      parent: null,
      title: {
        en: ${q(requirementTitle.en)},
        zh: ${q(requirementTitle.zh)},
      },
      nature: ${q('technical')},
      levels: [],
      confidence: ${q('verified')},
    },
  ],
});

const mapping = defineMapping(framework, builtin, [
  {
    control: ${q('workload-not-privileged')},
    requirement: ${q('1')},
    shows: ${q('part')},
    breaks: ${q('breaks')},
    reason: {
      en: ${q(reason.en)},
      zh: ${q(reason.zh)},
    },
  },
]);

export const ${exportName(id, 'Framework')} = { framework, mappings: [mapping] };
`,
    style,
  );
}

/** A test of either: that it loads, and that some control gives evidence for all that it asks of a machine. */
export function frameworkTestText(
  { id }: Pick<NewFramework, 'id'>,
  runner: string,
  typed: boolean,
  style: TextStyle,
): string {
  const q = (text: string): string => literal(text, style);
  const type = `

interface Explained {
  requirements: { id: string; nature: string }[];
  links: { requirement: string }[];
}`;
  return restyle(
    `import assert from ${q('node:assert/strict')};
import { execFileSync } from ${q('node:child_process')};
import { test } from ${q(runner)};${typed ? type : ''}

test(${q(id)}, () => {
  const command = [${q('--no-install')}, ${q('plimsoll')}, ${q('explain')}, ${q(id)}, ${q('--json')}];
  const said = execFileSync(${q('npx')}, command, { encoding: ${q('utf8')} });
  const { requirements, links } = JSON.parse(said)${typed ? ' as Explained' : ''};
  const unchecked = requirements.filter(
    ({ id, nature }) =>
      nature === ${q('technical')} && !links.some((link) => link.requirement === id),
  );
  assert.deepEqual(unchecked, []);
});
`,
    style,
  );
}
