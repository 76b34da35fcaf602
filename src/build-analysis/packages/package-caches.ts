import { cachesOfBuilders } from './caches-of-builders.ts';
import { cachesOfLanguages } from './caches-of-languages.ts';
import { cachesOfSystems } from './caches-of-systems.ts';
import type { PackageCache } from './package-cache.ts';

/** The caches that are known. */
export const packageCaches: readonly PackageCache[] = [
  ...cachesOfSystems,
  ...cachesOfLanguages,
  ...cachesOfBuilders,
];

const programs = packageCaches.flatMap(({ of }) => of.map((name) => name.replace(/\W/g, '\\$&')));

/** What a script that starts any of their programs holds; most hold none of it, and need not be followed. */
export const packagePrograms = new RegExp(`(?:\\b|-m)(?:${programs.join('|')})(?![a-z])`);
