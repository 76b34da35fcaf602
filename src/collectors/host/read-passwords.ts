import type { Host } from '../../core/subjects/host/host.ts';
import { readPasswd, readShadow, type ShadowLine } from '../files/accounts.ts';
import { readText } from '../files/read-text.ts';
import { fromReading } from '../gathering/partial-facts.ts';
import { absent } from '../../files/file-error.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';

type Passwords = NonNullable<Host['passwords']>;

/** The system's own, and the vendor's where there is none. */
const defaultFiles = ['/etc/login.defs', '/usr/etc/login.defs'] as const;

/**
 * Reads which accounts have a password and how long it may stay. Nothing of a hash is kept. An account whose line of
 * passwd points to shadow, and that has none there, is let in by none.
 *
 * @see https://man7.org/linux/man-pages/man5/shadow.5.html
 */
export const readPasswords = async (
  root: string,
): Promise<Reading<{ readonly accounts: Passwords['accounts']; readonly newMaxDays: unknown }>> => {
  const newMaxDays = fromReading(await readNewMaxDays(root));
  return attempt('/etc/shadow', async () => {
    const accounts = await readPasswd(root);
    const isAsked = accounts.some(({ password }) => password === 'shadow');
    // Without the file none is right.
    const lines = isAsked ? await readShadow(root).catch(noneIfAbsent) : [];
    // The first line on a name counts.
    const byName = new Map(lines.toReversed().map((line) => [line.name, line] as const));
    return { accounts: accounts.map((account) => stateOf(account, byName)), newMaxDays };
  });
};

function noneIfAbsent(error: unknown): readonly ShadowLine[] {
  if (absent(error)) return [];
  throw error;
}

function stateOf(
  { name, password }: Awaited<ReturnType<typeof readPasswd>>[number],
  shadow: ReadonlyMap<string, ShadowLine>,
): Passwords['accounts'][number] {
  if (password !== 'shadow') return { name, state: password, maxDays: null };
  const line = shadow.get(name);
  return { name, state: line?.password ?? 'locked', maxDays: line?.maxDays ?? null };
}

/** What `PASS_MAX_DAYS` gives to new accounts; without it, they get no bound. */
const readNewMaxDays = (root: string): Promise<Reading<number | null>> =>
  attempt(defaultFiles[0], async () => {
    for (const path of defaultFiles) {
      try {
        const lines = (await readText(root, path)).split('\n');
        const found = lines.flatMap((line) => {
          const [, value] = /^\s*PASS_MAX_DAYS\s+"?(-?\d{1,9})"?\s*$/.exec(line) ?? [];
          return value === undefined ? [] : [Number(value)];
        });
        const last = found.at(-1);
        return last === undefined || last < 0 ? null : last;
      } catch (error) {
        if (!absent(error)) throw error;
      }
    }
    return null;
  });
