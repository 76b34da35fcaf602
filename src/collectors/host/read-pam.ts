import type { z } from 'zod';
import type { pam } from '../../core/subjects/host/pam.ts';
import { text } from '../../core/text.ts';
import {
  lockModule,
  locksAfterFailures,
  takesPassword,
} from '../../syntax/pam/locks-after-failures.ts';
import type { PamAction } from '../../syntax/pam/parse-pam-service.ts';
import {
  missing,
  more,
  sourced,
  type Missing,
  type More,
  type Partly,
  type Sourced,
} from '../gathering/partial-facts.ts';
import { attempt, unread, type Unread } from '../gathering/unread-gap.ts';
import { hasPam, readStack, type PlacedModule } from './read-pam-services.ts';
import { numberOf, settingsOf } from './read-pam-settings.ts';

type Pam = z.output<typeof pam>;
type Login = Pam['logins'][number];
type Change = Pam['changes'][number];

/** By which people log in, and by which an account becomes root. */
const loginServices = ['login', 'sshd', 'su', 'sudo'] as const;

/** By which people change their passwords. */
const changeServices = ['passwd'] as const;

/** Modules that do the same with settings that are not read. */
const otherLocks: readonly string[] = ['pam_tally.so', 'pam_tally2.so', 'pam_abl.so'];
const otherQuality: readonly string[] = ['pam_passwdqc.so'];

/** Reads what PAM asks of passwords; `null` where the host has no PAM. */
export async function readPam(root: string): Promise<Missing | Sourced<Partly<Pam> | null>> {
  const source = { kind: 'file', path: '/etc/pam.d' } as const;
  const there = await attempt('/etc/pam.d', () => hasPam(root));
  if ('unread' in there) return missing(there.unread);
  if (!there.value) return sourced(null, source);
  const logins: (Sourced<Login> | More)[] = [];
  for (const service of loginServices) {
    const login = await readLogin(root, service);
    if (login) logins.push('reason' in login ? more(login) : placed(login));
  }
  const changes: (Sourced<Change> | More)[] = [];
  for (const service of changeServices) {
    const change = await readChange(root, service);
    if (change) changes.push('reason' in change ? more(change) : placed(change));
  }
  return sourced({ logins, changes }, source);
}

const placed = <T extends { readonly file: string }>(fact: T): Sourced<T> =>
  sourced(fact, { kind: 'file', path: fact.file });

async function readLogin(root: string, service: string): Promise<Login | Unread | null> {
  const found = await readStack(root, service, 'auth');
  if (found === null || 'reason' in found) return found;
  const { file, stack } = found;
  if (!stack.some(takesPassword)) return null;
  const locks = locksAfterFailures(stack);
  const other = stack.find(({ module }) => otherLocks.includes(module));
  if (!locks && other) return unsupported(other);
  const lines = stack.filter(({ module }) => module === lockModule);
  let failuresAtMost = Number.POSITIVE_INFINITY;
  let withinSeconds = Number.POSITIVE_INFINITY;
  let lockedSeconds = 0;
  for (const line of lines) {
    const settings = await settingsOf(root, line, '/etc/security/faillock.conf');
    if ('reason' in settings) return settings;
    const deny = numberOf(settings, 'deny', 3);
    const within = numberOf(settings, 'fail_interval', 900);
    const locked = numberOf(settings, 'unlock_time', 600, { never: 0 });
    if (typeof deny !== 'number') return deny;
    if (typeof within !== 'number') return within;
    if (typeof locked !== 'number') return locked;
    // Of lines that differ, the one that lets most pass.
    failuresAtMost = loosest(failuresAtMost, deny);
    withinSeconds = Math.min(withinSeconds, within);
    lockedSeconds = lines[0] === line ? locked : shortest(lockedSeconds, locked);
  }
  return {
    service,
    locks: locks && failuresAtMost > 0,
    failuresAtMost: finite(failuresAtMost),
    withinSeconds: finite(withinSeconds),
    lockedSeconds,
    file,
  };
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0);

const loosest = (one: number, other: number): number => {
  if (!Number.isFinite(one)) return other;
  return one === 0 || other === 0 ? 0 : Math.max(one, other);
};

const shortest = (one: number, other: number): number =>
  one === 0 ? other : other === 0 ? one : Math.min(one, other);

async function readChange(root: string, service: string): Promise<Change | Unread | null> {
  const found = await readStack(root, service, 'password');
  if (found === null || 'reason' in found) return found;
  const { file, stack } = found;
  const other = stack.find(({ module }) => otherQuality.includes(module));
  if (other) return unsupported(other);
  const quality = await qualityOf(root, stack);
  if ('reason' in quality) return quality;
  const remembered = await rememberedBy(root, stack);
  if (typeof remembered !== 'number') return remembered;
  return { service, ...quality, remembered, file };
}

/** Whether what a module refuses is refused. */
const refuses = (action: PamAction): boolean => action === 'bad' || action === 'die';

/** Kinds of characters that spare others of the length, or where negative are asked for. */
const credits = ['dcredit', 'ucredit', 'lcredit', 'ocredit'] as const;

/** A length below this counts as this. */
const shortestAsked = 6;

async function qualityOf(
  root: string,
  stack: readonly PlacedModule[],
): Promise<Pick<Change, 'minLength' | 'minKinds'> | Unread> {
  const nothing = { minLength: 0, minKinds: 0 };
  const module = stack.find(
    (each) => /^pam_(?:pwquality|cracklib)\.so$/.test(each.module) && refuses(each.control.failure),
  );
  if (module === undefined) return nothing;
  const isOld = module.module === 'pam_cracklib.so';
  // The older module reads no file.
  const settings = await settingsOf(
    root,
    module,
    isOld ? undefined : '/etc/security/pwquality.conf',
  );
  if ('reason' in settings) return settings;
  const numbers: Record<string, number> = {};
  const defaults = { minlen: isOld ? 9 : 8, minclass: 0, enforcing: 1 };
  for (const [name, own] of [
    ...Object.entries(defaults),
    ...credits.map((credit) => [credit, isOld ? 1 : 0] as const),
  ]) {
    const number = numberOf(settings, name, own);
    if (typeof number !== 'number') return number;
    numbers[name] = number;
  }
  if (numbers['enforcing'] === 0) return nothing;
  const of = credits.map((name) => numbers[name] ?? 0);
  const spared = of.reduce((sum, credit) => sum + Math.max(credit, 0), 0);
  const asked = of.filter((credit) => credit < 0).length;
  const minLength = Math.max(Math.max(numbers['minlen'] ?? 0, shortestAsked) - spared, 1);
  return { minLength, minKinds: Math.min(Math.max(numbers['minclass'] ?? 0, asked), 4) };
}

async function rememberedBy(
  root: string,
  stack: readonly PlacedModule[],
): Promise<number | Unread> {
  let most = 0;
  for (const module of stack) {
    const isHistory = module.module === 'pam_pwhistory.so' && refuses(module.control.failure);
    if (!isHistory && module.module !== 'pam_unix.so') continue;
    const settings = await settingsOf(
      root,
      module,
      isHistory ? '/etc/security/pwhistory.conf' : undefined,
    );
    if ('reason' in settings) return settings;
    const number = numberOf(settings, 'remember', isHistory ? 10 : 0);
    if (typeof number !== 'number') return number;
    most = Math.max(most, number);
  }
  return most;
}

const unsupported = ({ module, file, line }: PlacedModule): Unread =>
  unread(
    'unsupported',
    text(`${module} is used, and its settings are not read`, `使用了 ${module}，未读取其设置`),
    { kind: 'file', path: file, line },
  );
