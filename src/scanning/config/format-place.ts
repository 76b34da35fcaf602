import type { SourcePlace } from '../../authoring/scaffold/place-of.ts';
import type { ConfigPath } from '../../core/config/parse-config.ts';
import { nameFrom } from '../../syntax/paths/system-paths.ts';

/** How a file is called in messages: from the working folder where it lies below it, else in full. */
export const formatFile = (path: string): string => nameFrom(process.cwd(), path);

/** Where a part of a configuration is written, `file:line:column`. It loads a compiler, so ask when needed. */
export async function formatPlaceIn(file: string, path: ConfigPath): Promise<string> {
  const { placeInConfig } = await import('../../authoring/scaffold/place-in-config.ts');
  return formatPlace(placeInConfig(file, path));
}

/** A place as compilers write it: `file:line:column`. */
export const formatPlace = ({ file, line, column }: SourcePlace): string =>
  [formatFile(file), ...(line === undefined ? [] : [line, column])].join(':');
