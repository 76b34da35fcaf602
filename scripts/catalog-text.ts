import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'oxfmt';

const controls = path.join(import.meta.dirname, '..', 'src', 'controls');

/** The built-in catalog. */
export const catalogFile = path.join(controls, 'registry', 'builtin.ts');

/** Folders of controls, in the order in which reports have them. */
const folders = [
  'host',
  'engine',
  'workload',
  'image',
  'image-scan',
  'dockerfile',
  'network',
  'volume',
  'swarm',
  'swarm-node',
  'secret',
  'registry-service',
] as const;

/** Folders that hold no controls. */
const others = ['blocks', 'registry'];

/** The built-in catalog as it has to be: every control that there is a file of. */
export async function catalogText(): Promise<string> {
  const strange = readdirSync(controls).filter(
    (name) => ![...folders, ...others].some((known) => known === name),
  );
  if (strange.length > 0) throw new Error(`Folders without a place: ${strange.join(', ')}`);
  const found = folders.flatMap((folder) =>
    readdirSync(path.join(controls, folder))
      .map((file) => path.basename(file, '.ts'))
      .toSorted()
      .map((id) => ({
        from: `../${folder}/${id}.ts`,
        name: nameIn(path.join(controls, folder, `${id}.ts`)),
      })),
  );
  const { code } = await format(
    catalogFile,
    `// Made by npm run catalog from the files of the controls.
import { version } from '../../../package.json';
import { defineCatalog, type Catalog } from '../../core/controls/catalog.ts';
${found.map(({ name, from }) => `import { ${name} } from '${from}';`).join('\n')}
import { withPeriods } from './control-periods.ts';

const written = defineCatalog({
  id: 'plimsoll',
  version,
  controls: [${found.map(({ name }) => name).join(', ')}],
});

/** Any control of the built-in catalog; leaving out nothing gives the union this name, by which the compiler then calls it. */
export type BuiltinControl = Exclude<(typeof written)['controls'][number], never>;

/** The built-in catalog. */
export const builtin: Catalog<BuiltinControl> = withPeriods<BuiltinControl>(written);
`,
    { printWidth: 100, singleQuote: true },
  );
  return code;
}

/** What the file of a control exports. */
function nameIn(file: string): string {
  const [, name] = /^export const (\w+) = define/m.exec(readFileSync(file, 'utf8')) ?? [];
  if (name === undefined) throw new Error(`${file} exports no control`);
  return name;
}
