import { managerNames } from '../shell/manager-verbs.ts';
import type { Instruction } from './split-instructions.ts';

/** A variable that stands for a program. */
const program =
  /(?:^|[;&|(\n]|\b(?:then|do|else|exec|sudo))[ \t]{0,64}["']?\$\{?([A-Za-z_]\w{0,100})\}?["']?(?=[\s;&|)]|$)/g;

/** A command that installs what it is given, to its end. */
const installs =
  /(?:\b(?:install|reinstall|add|groupinstall|localinstall|install_packages|install-packages|clean-install)|\s-S\w{0,8})\s([^;&|\n]{1,10000})/g;

/** A package manager with its subcommand. */
const manages = new RegExp(
  String.raw`\b(?:${managerNames})((?:[ \t]{1,64}(?:-[^\s;&|]{0,100}|["']?\$\{?\w{1,100}\}?["']?)){1,20})`,
  'g',
);

const variable = /\$\{?([A-Za-z_]\w{0,100})/g;

/** Variables that hold part of a script: names of packages that a RUN installs, and programs that it starts. */
export const codeNames = (instructions: readonly Instruction[]): ReadonlySet<string> =>
  new Set(
    instructions.flatMap(({ keyword, rest, heredocs }) =>
      keyword !== 'RUN' && keyword !== 'ONBUILD'
        ? []
        : [rest, ...heredocs.map(({ body }) => body)].flatMap((script) =>
            script.includes('$') ? namesIn(script) : [],
          ),
    ),
  );

/** The same of one script. */
export function namesIn(written: string): readonly string[] {
  const script = written.replaceAll(/\\\r?\n/g, ' ');
  return [
    ...Array.from(script.matchAll(program), ([, name = '']) => name),
    ...[installs, manages]
      .flatMap((each) => Array.from(script.matchAll(each)))
      .flatMap(([, given = '']) => Array.from(given.matchAll(variable), ([, name = '']) => name)),
  ];
}

/** Names of programs, of packages with the versions that are asked for, and variables for some of them. */
export const isCode = (value: string): boolean =>
  value.length <= 10_000 &&
  value
    .split(/\s+/)
    .every((word) =>
      /^(?:[a-z0-9@][\w.+:/@~=<>^-]{0,100}|\$\{?\w+\}?|-{1,2}[a-z][\w-]*)?$/i.test(word),
    );
