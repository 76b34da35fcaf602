import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How large a project of a team's own is. */
export interface ProjectSize {
  readonly controls: number;
  readonly frameworks: number;
}

const root = path.join(import.meta.dirname, '..');

/** What `plimsoll init` writes for a project's types. */
const tsconfig = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023'],
    module: 'preserve',
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: ['node'],
  },
  include: ['**/*.ts'],
};

/** Kinds of subject with a check of each that reads facts, takes a parameter or is made of blocks, in turn. */
const shapes: readonly ((at: number) => {
  readonly imports: string;
  readonly body: string;
  readonly before?: string;
})[] = [
  () => ({
    imports: 'defineControl, workload',
    body: `subject: workload,
  check: (w) => !w.privileged && w.resources.pidsLimit > 0,`,
  }),
  (at) => ({
    imports: 'defineControl, workload',
    before: `import { z } from 'zod';\n`,
    body: `subject: workload,
  params: z.object({ max: z.number().int().positive().default(${at + 1}) }),
  check: (w, { params }) => w.resources.pidsLimit <= params.max,`,
  }),
  () => ({
    imports: 'all, defineControl, each, not, workload',
    before: `import { isNonRoot } from 'plimsoll/blocks';\n`,
    body: `subject: workload,
  check: all(
    isNonRoot,
    not((w) => w.privileged),
    each((w) => w.mounts, (mount) => mount.readOnly),
  ),`,
  }),
  () => ({
    imports: 'defineControl, engine, fail',
    body: `subject: engine,
  check: (e) => e.rootless || fail({ en: e.version, zh: e.version }),`,
  }),
  () => ({
    imports: 'defineControl, image',
    body: `subject: image,
  check: (i) => i.user.uid !== 0,`,
  }),
  () => ({
    imports: 'defineControl, each, host',
    body: `subject: host,
  check: each((h) => h.mounts, (mount) => mount.mountPoint !== '/tmp'),`,
  }),
];

const idOf = (at: number): string => `acme-control-${at}`;

function controlFile(at: number): string {
  const shape = shapes[at % shapes.length]?.(at);
  if (!shape) throw new Error('there is no shape');
  return `import { ${shape.imports} } from 'plimsoll';
${shape.before ?? ''}
export const control${at} = defineControl({
  id: '${idOf(at)}',
  severity: 'high',
  title: { en: 'Control ${at}', zh: '控制项 ${at}' },
  rationale: { en: 'Because it is so.', zh: '事实如此。' },
  remediation: { en: 'Do it.', zh: '照做。' },
  references: ['https://docs.docker.com/engine/security/'],
  ${shape.body}
});
`;
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** A catalog that adds all controls to the built-in ones, and tailors some. */
function catalogFile({ controls }: ProjectSize): string {
  return `import { builtin, extendCatalog } from 'plimsoll';
${range(controls)
  .map((at) => `import { control${at} } from './controls/control-${at}.ts';`)
  .join('\n')}

export const catalog = extendCatalog(builtin, {
  id: 'acme',
  add: [${range(controls)
    .map((at) => `control${at}`)
    .join(', ')}],
  tailor: {
    'workload-pids-limit': { params: { max: 256 }, reason: 'Small services', by: 'J. Doe' },
    'workload-memory-limit': { severity: 'critical', reason: 'One host', by: 'J. Doe' },
  },
});
`;
}

/** A framework with a requirement for each control of the project, and one for a built-in one. */
function frameworkFile(at: number, { controls }: ProjectSize): string {
  const requirement = (id: string): string =>
    `{ id: '${id}', parent: null, title: { en: '${id}', zh: '${id}' }, nature: 'technical', levels: [], confidence: 'verified' },`;
  const link = (control: string, id: string): string =>
    `{ control: '${control}', requirement: '${id}', shows: 'part', breaks: 'breaks', reason },`;
  return `import { defineFramework, defineMapping } from 'plimsoll';
import { catalog } from '../catalog.ts';

const reason = { en: 'It is what is asked.', zh: '即所要求者。' };

const framework = defineFramework({
  id: 'acme-policy-${at}',
  title: { en: 'Policy ${at}', zh: '制度 ${at}' },
  edition: { version: '1', publisher: 'Acme', published: '2026-01', status: 'in-force', source: 'own' },
  requirements: [
    ${range(controls)
      .map((each) => requirement(`R-${each}`))
      .join('\n    ')}
    ${requirement('R-more')}
  ],
});

const mapping = defineMapping(framework, catalog, [
  ${range(controls)
    .map((each) => link(idOf(each), `R-${each}`))
    .join('\n  ')}
  ${link('workload-not-privileged', 'R-more')}
]);

export const policy${at} = { framework, mappings: [mapping] };
`;
}

/** The configuration, with a waiver of a control of the project. */
function configFile({ frameworks }: ProjectSize): string {
  return `import { definePlimsollConfig } from 'plimsoll';
import { catalog } from './catalog.ts';
${range(frameworks)
  .map((at) => `import { policy${at} } from './frameworks/policy-${at}.ts';`)
  .join('\n')}

export default definePlimsollConfig({
  catalog,
  frameworks: [${range(frameworks)
    .map((at) => `policy${at}`)
    .join(', ')}],
  waivers: [
    {
      control: '${idOf(0)}',
      scope: { name: 'legacy-batch' },
      reason: 'It is replaced in spring',
      owner: 'R. Roe',
      approver: 'J. Doe',
      from: '2026-11-01',
      until: '2027-03-31',
    },
  ],
});
`;
}

function write(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Writes a project with nothing in it but what every project has: its packages, the built one among them. */
export function writeEmptyProject(folder: string): void {
  write(folder, 'tsconfig.json', JSON.stringify(tsconfig));
  write(folder, 'package.json', JSON.stringify({ name: 'acme', private: true, type: 'module' }));
  write(folder, 'empty.ts', 'export {};\n');
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules', 'plimsoll'));
  for (const name of ['zod', '@types']) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
}

/** Writes the project of a team that has many controls and frameworks of its own. */
export function writeOwnProject(folder: string, size: ProjectSize): void {
  writeEmptyProject(folder);
  for (const at of range(size.controls)) {
    write(folder, `controls/control-${at}.ts`, controlFile(at));
  }
  for (const at of range(size.frameworks)) {
    write(folder, `frameworks/policy-${at}.ts`, frameworkFile(at, size));
  }
  write(folder, 'catalog.ts', catalogFile(size));
  write(folder, 'plimsoll.config.ts', configFile(size));
}
