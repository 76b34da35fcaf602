import { readdirSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import type { Import } from './folder-circles.ts';

const project = path.join(import.meta.dirname, '..');

/** The files of TypeScript under a folder, as dependency-cruiser names modules. */
export function sourceFiles(root: string, folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
    .sort();
}

/** Holds the folder `src` of any tree to the rules of this project's house. */
export async function cruiseHouse(root: string): Promise<ICruiseResult> {
  const options = await extractDepcruiseOptions(path.join(project, '.dependency-cruiser.cjs'));
  const { output } = await cruise(['src'], { ...options, baseDir: root }, undefined, {
    tsConfig: extractTSConfig(path.join(project, 'tsconfig.json')),
  });
  if (typeof output === 'string') throw new TypeError('dependency-cruiser returned text');
  return output;
}

/** Every import within the house. */
export const importsIn = (result: ICruiseResult): readonly Import[] =>
  result.modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(({ resolved }) => resolved.startsWith('src/'))
      .map(({ resolved }) => ({ from: source, to: resolved })),
  );

/**
 * What dependency-cruiser did not read. Where it cannot load a TypeScript compiler that it knows, it
 * reads nothing, finds nothing wrong and reports success.
 */
export function unread(result: ICruiseResult, root: string): readonly string[] {
  const read = new Set(result.modules.map((module) => module.source));
  return sourceFiles(root, 'src').filter((file) => !read.has(file));
}
