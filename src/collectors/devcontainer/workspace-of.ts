import { basename, dirname } from 'node:path';

/** The folder that a `devcontainer.json` is of: the one that `.devcontainer` stands in, or its own. */
export function workspaceOf(path: string): string {
  const folder = dirname(path);
  if (basename(folder) === '.devcontainer') return dirname(folder);
  const above = dirname(folder);
  return basename(above) === '.devcontainer' ? dirname(above) : folder;
}
