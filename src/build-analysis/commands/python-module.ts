import { basename } from '../../syntax/shell/base-name.ts';

/** A version behind the name of a program, as a script spells it: `3.12`, `${PYTHON_VERSION}`. */
const version = String.raw`(?:[\d.]|\$(?:\w+(?!\w)|\{[^{}]*\}))*`;

/** The name of the interpreter, whichever Python it is of. */
export const python = new RegExp(`^python${version}$`);

const pip = new RegExp(`^pip${version}$`);

/** The option behind which a module stands, in the same word or the next one, also behind others: `-Im`. */
const moduleOption = /^-[bBdEIOPqsSuvx]*m(.*)$/s;
const switches = /^-[bBdEIOPqsSuvx]+$/;

/** The managers that Corepack starts. */
const ofCorepack = /^(?:yarn|yarnpkg|pnpm|pnpx|npm|npx)$/;

/**
 * A command without the interpreter that runs it as a module: `python3 -m pip install x` is `pip install x`, and so is
 * `pip3.12 install x`, since each Python has a pip of its own. Corepack starts `yarn install` behind its own name.
 */
export function withoutModule(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words;
  const program = basename(first);
  if (program === 'corepack' && ofCorepack.test(rest[0] ?? '')) return rest;
  if (pip.test(program)) return ['pip', ...rest];
  if (!python.test(program)) return words;
  const at = rest.findIndex((word) => !switches.test(word));
  const [, module] = moduleOption.exec(rest[at] ?? '') ?? [];
  if (module === undefined) return words;
  return module === '' ? rest.slice(at + 1) : [module, ...rest.slice(at + 1)];
}
