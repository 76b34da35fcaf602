import { absent } from '../../files/file-error.ts';
import type { Reading } from '../gathering/unread-gap.ts';
import { readText } from '../files/read-text.ts';
import { readSudoRules, type Sudo } from './read-sudo-rules.ts';
import { findSudoPolicy } from './sudo-policy.ts';

/**
 * Reads the rules of sudo with everything that they include. If any part cannot be read or understood, nothing is
 * claimed of the whole. Without a file of them there is no sudo, and so there are no rules.
 */
export async function readSudoers(root: string): Promise<Reading<Sudo>> {
  const { places, elsewhere } = await findSudoPolicy(root);
  const [main = ''] = places[0] ?? [];
  const policies: Sudo[] = [];
  for (const path of await presentFiles(root, places)) {
    const policy = await readSudoRules(root, path);
    if ('unread' in policy) return policy;
    policies.push(policy.value);
  }
  // Of several sudos, the one that logs least is the one by which nobody sees what was run.
  const { logFile, syslogDisabled, outputLogged } =
    policies.toSorted((a, b) => logged(a) - logged(b))[0] ?? {};
  const allowedUnlogged = policies.find((policy) => policy.allowedUnlogged)?.allowedUnlogged;
  const value: Sudo = {
    rules: policies.flatMap(({ rules }) => rules),
    elsewhere,
    ...(logFile ? { logFile } : {}),
    ...(syslogDisabled ? { syslogDisabled } : {}),
    ...(outputLogged ? { outputLogged } : {}),
    ...(allowedUnlogged ? { allowedUnlogged } : {}),
  };
  return { value, source: { kind: 'file', path: main } };
}

const logged = ({ syslogDisabled, logFile, outputLogged }: Partial<Sudo>): number =>
  syslogDisabled === undefined ? 2 : outputLogged || (logFile && logFile.value !== '') ? 1 : 0;

/** Of each list the first file that is there; what cannot be read is there. */
async function presentFiles(
  root: string,
  places: readonly (readonly string[])[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const list of places) {
    for (const path of list) {
      const missing = await readText(root, path).then(() => false, absent);
      if (missing) continue;
      found.add(path);
      break;
    }
  }
  return [...found];
}
