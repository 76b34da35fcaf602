import { relative } from 'node:path';
import type { SourcePlace } from '../../authoring.ts';
import type { ConfigPath } from '../../index.ts';

/** How a file is called in messages: from the working folder where it lies below it, else in full. */
export function sayFile(path: string): string {
  const near = relative(process.cwd(), path);
  return near === '' || near.startsWith('..') ? path : near;
}

/** Where a part of a configuration is written, `file:line:column`. It loads a compiler, so ask when needed. */
export async function sayPlaceIn(file: string, path: ConfigPath): Promise<string> {
  const { placeInConfig } = await import('../../authoring.ts');
  return sayPlace(placeInConfig(file, path));
}

/** A place as compilers write it: `file:line:column`. */
export const sayPlace = ({ file, line, column }: SourcePlace): string =>
  [sayFile(file), ...(line === undefined ? [] : [line, column])].join(':');
