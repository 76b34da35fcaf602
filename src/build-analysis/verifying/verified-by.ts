import {
  comparesSums,
  leavesPartOut,
  summers,
  tellsOfItself,
  verifiesSignature,
} from '../../knowledge/verification/verifiers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';
import { verifiedOnWindows } from '../commands/windows-files.ts';
import { compared, comparers } from './compared-sums.ts';
import type { KnownSums } from './known-sums.ts';
import { listed } from './listed-sums.ts';
import { foundGood } from './read-results.ts';
import { among, splitProgram, type Verified } from './verified.ts';

/** A program or a script of the project whose name promises a check. */
const saysSo = /verif|check-?sum/i;

/** How an interpreter is handed a script, and what computes a sum there. */
const interpreters = /^(?:python|perl|ruby|node|php)[\d.]*$/;
const inlineScript = /^-\w*[cer]$|^--eval$/;
const computes = /hash_file|hashlib|createHash|Digest::|sha(?:256|384|512)|openssl_verify/i;

/** What a command verifies, where its failure is heeded; `undefined` where it verifies nothing. */
export function verifiedBy(command: ShellCommand, known: KnownSums): Verified | undefined {
  const [name, rest] = splitProgram(command);
  if (rest.some((word) => tellsOfItself.test(word))) return undefined;
  if (summers.test(name) && rest.some((word) => comparesSums.test(word))) {
    return listed(command, rest, known);
  }
  if (verifiesSignature(name, rest)) {
    return leavesPartOut(name, rest) ? { ...among(rest), unsure: true } : among(rest);
  }
  const onWindows = verifiedOnWindows(command.words);
  if (onWindows !== undefined) return among(onWindows);
  if (comparers.has(name)) {
    const found = foundGood(command, (check) => verifiedBy(check, { ...known, readsSum: false }));
    return found ?? compared(command, known);
  }
  if (interpreters.test(name)) return computed(rest, command.bodies);
  return saysSo.test(name) ? { ...among(rest), unsure: true } : undefined;
}

/** What a script verifies that an interpreter is handed in place of a file. */
function computed(rest: readonly string[], bodies: readonly string[]): Verified | undefined {
  const at = rest.findIndex((word) => inlineScript.test(word));
  const scripts = at < 0 ? bodies : [rest[at + 1] ?? '', ...bodies];
  if (!scripts.some((script) => computes.test(script))) return undefined;
  return { ...among(scripts.flatMap((script) => script.split(/[^\w./$~+-]+/))), unsure: true };
}
