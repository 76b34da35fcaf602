import { basename } from './base-name.ts';
import { code, fetcherNames, programs, shellNames, starts, type Program } from './programs.ts';

/** What people call a function or a script that tries again what stands behind it: `retry 3 apt-get update`. */
const again = /^(?:\w+[_-])?retry(?:\.sh)?$/;
const tries: Program = { starts: true, numbers: true };

/** What loads a program by its path: `/lib64/ld-linux-x86-64.so.2 /bin/chmod`. */
const loader = /^ld-[\w-]+\.so(?:\.\d+)?$/;
const loads: Program = starts(/^--(?:library-path|preload|argv0|inhibit-rpath|audit)$/);

/** A shell by its name that nobody listed; what it reads may be no language of a shell that is read here. */
const unlistedShell = /^(?!ssh$|rsh$|sh$)\w{1,6}sh\d*$/;
const unlisted: Program = { ...code(/^-\w*c$|^--eval(?:=|$)/), script: /^-\w*c$/ };

/** Many programs have the same options to run a text in a language of their own. */
const evaluates: Program = { code: /^--eval(?:=|$)/ };

/** What a program does with its words, by its name or path, a version behind it left out. */
export function programCalled(path: string): Program {
  const name = basename(path).replace(/\.exe$/i, '');
  const known = programs.get(name) ?? programs.get(name.replace(/-?\d[\d.]*$/, ''));
  if (known) return known;
  if (again.test(name)) return tries;
  if (loader.test(name)) return loads;
  return unlistedShell.test(name) && !shellNames.test(name) ? unlisted : evaluates;
}

const withoutVersion = (name: string): string => name.replace(/-?\d[\d.]*$/, '').replace(/js$/, '');

/** A program that runs or fetches something, where a file of another name is it: `ln -s /bin/sh /bin/jq`. */
export function programStoodIn(path: string, other: string): string | undefined {
  const name = basename(path);
  if (withoutVersion(name) === withoutVersion(basename(other))) return undefined;
  if (shellNames.test(name) && shellNames.test(basename(other))) return undefined;
  const isKnown = programs.has(name) || programs.has(withoutVersion(name));
  return isKnown || shellNames.test(name) || fetcherNames.has(name) ? path : undefined;
}
