import { dirname, join } from 'node:path';
import { z } from 'zod';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { readRegularSync } from '../../files/regular-file.ts';

/** The npm package that a file belongs to. */
export interface NpmPackage {
  /** Its folder. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  /** Whether it names Plimsoll among what it needs: then its controls are looked for in it. */
  readonly needsPlimsoll: boolean;
}

const names = z.record(z.string(), z.unknown()).optional();
const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  dependencies: names,
  peerDependencies: names,
  devDependencies: names,
});

/** Finds the nearest package above each file; one without a name and a version is none, as a folder of a build. */
export function packageFinder(): (file: string) => NpmPackage | undefined {
  const known = new Map<string, NpmPackage | undefined>();
  const inFolder = (folder: string): NpmPackage | undefined => {
    if (known.has(folder)) return known.get(folder);
    const above = dirname(folder);
    const found = readPackage(folder) ?? (above === folder ? undefined : inFolder(above));
    known.set(folder, found);
    return found;
  };
  return (file) => inFolder(dirname(file));
}

function readPackage(folder: string): NpmPackage | undefined {
  let manifest: unknown;
  try {
    manifest = parseJsonText(readRegularSync(join(folder, 'package.json')).toString());
  } catch {
    // There is none here, or nothing that says whose files these are.
    return undefined;
  }
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success) return undefined;
  const { name, version, dependencies, peerDependencies, devDependencies } = parsed.data;
  const needs = { ...dependencies, ...peerDependencies, ...devDependencies };
  return { folder, name, version, needsPlimsoll: 'plimsoll' in needs };
}
