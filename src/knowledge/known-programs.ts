import { remoteShells } from './remote-shells.ts';

/** Shells, by the name of their executable. */
export const shells: readonly string[] = [
  'ash',
  'bash',
  'busybox',
  'csh',
  'dash',
  'elvish',
  'fish',
  'ksh',
  'mksh',
  'nu',
  'oksh',
  'pwsh',
  'rbash',
  'sh',
  'tcsh',
  'yash',
  'zsh',
];

/** Programs that are looked for in an image, by their names: shells, and what lets people log in from elsewhere. */
export const knownPrograms: ReadonlySet<string> = new Set([...shells, ...remoteShells]);
