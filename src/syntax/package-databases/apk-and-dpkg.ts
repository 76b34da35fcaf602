import { isThere } from './debian-packages.ts';

/** The packages of an image, by its own database. */
export interface InstalledPackages {
  readonly manager: 'dpkg' | 'apk' | 'rpm' | null;
  /** Names, sorted, each once. */
  readonly installed: readonly string[];
}

/** Names of the packages in a database of apk. */
export const apkNames = (database: string): readonly string[] => fieldsOf(database, /^P:(.+)$/gm);

/**
 * Names of the installed packages in a status of dpkg.
 *
 * @param single whether it is one package's own, which is there because it is installed
 */
export function dpkgNames(database: string, single: boolean): readonly string[] {
  const parts = single
    ? [database]
    : database
        .split(/\n\n+/)
        .filter((part) => isThere.test(/^Status:(.*)$/im.exec(part)?.[1]?.trim() ?? ''));
  return parts.flatMap((part) => fieldsOf(part, /^Package:(.+)$/gim));
}

const fieldsOf = (database: string, pattern: RegExp): readonly string[] =>
  [...database.matchAll(pattern)].map(([, name = '']) => name.trim());

/** What packages may be called; anything else is no package. */
const packageName = /^[A-Za-z0-9][A-Za-z0-9+._@-]{0,127}$/;

/** Packages by their names, less what can be none. */
export const named = (
  manager: 'dpkg' | 'apk' | 'rpm',
  names: readonly string[],
): InstalledPackages => ({
  manager,
  installed: [...new Set(names.filter((name) => packageName.test(name)))].sort(),
});
