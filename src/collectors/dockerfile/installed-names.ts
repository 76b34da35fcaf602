import type { Instruction } from './split-instructions.ts';

/** A command that installs what it is given, to its end. */
const installs =
  /(?:\b(?:install|reinstall|add|groupinstall|localinstall|install_packages|install-packages|clean-install)|\s-S\w{0,8})\s([^;&|\n]{1,10000})/g;

const variable = /\$\{?([A-Za-z_]\w{0,100})/g;

/** Variables that hold names of packages, as a RUN installs what they hold. */
export const installedNames = (instructions: readonly Instruction[]): ReadonlySet<string> =>
  new Set(
    instructions.flatMap(({ keyword, rest, heredocs }) =>
      keyword !== 'RUN' && keyword !== 'ONBUILD'
        ? []
        : [rest, ...heredocs.map(({ body }) => body)].flatMap((script) =>
            script.includes('$') ? namesIn(script) : [],
          ),
    ),
  );

const namesIn = (script: string): readonly string[] =>
  Array.from(script.replaceAll(/\\\r?\n/g, ' ').matchAll(installs)).flatMap(([, given = '']) =>
    Array.from(given.matchAll(variable), ([, name = '']) => name),
  );

/** Names of packages with the versions that are asked for, and variables for some of them. */
export const arePackages = (value: string): boolean =>
  value.length <= 10_000 &&
  value
    .split(/\s+/)
    .every((word) =>
      /^(?:[a-z0-9@][\w.+:/@~=<>^-]{0,100}|\$\{?\w+\}?|-{1,2}[a-z][\w-]*)?$/i.test(word),
    );
