import type { PamAction, PamControl } from './parse-pam-service.ts';

/** One module of a stack, with where the stack goes on when the substack that it is in ends. */
export interface StackedModule {
  readonly module: string;
  readonly control: PamControl;
  readonly words: readonly string[];
  /** Place in the stack behind the substack; absent of what is in none. */
  readonly endsAt?: number;
}

/** Modules that ask for a password and compare it. */
const passwordModules: readonly string[] = [
  'pam_unix.so',
  'pam_unix_auth.so',
  'pam_sss.so',
  'pam_ldap.so',
  'pam_krb5.so',
  'pam_winbind.so',
  'pam_systemd_home.so',
  'pam_radius_auth.so',
  'pam_tacplus.so',
];

/** The module that counts failures, and refuses where there were too many. */
export const lockModule = 'pam_faillock.so';

/** Whether a module compares a password. */
export const takesPassword = ({ module }: Pick<StackedModule, 'module'>): boolean =>
  passwordModules.includes(module);

/**
 * Whether a stack locks an account after failures: on every way through it, whatever the other modules return, it asks
 * pam_faillock before a password is compared, and has it count when all passwords were wrong.
 *
 * @see https://man7.org/linux/man-pages/man8/pam_faillock.8.html
 */
export function locksAfterFailures(stack: readonly StackedModule[]): boolean {
  const known = new Map<string, boolean>();
  const walk = (at: number, asked: boolean, failed: boolean): boolean => {
    const key = `${at} ${asked} ${failed}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const locks = step(at, asked, failed);
    known.set(key, locks);
    return locks;
  };
  const step = (at: number, asked: boolean, failed: boolean): boolean => {
    const here = stack[at];
    // At the end, a failure that was not counted is one that nobody knows of.
    if (here === undefined) return !failed;
    const on = (action: PamAction, nowAsked = asked, nowFailed = failed): boolean => {
      const next = goesTo(action, at, here.endsAt);
      return next === undefined ? !nowFailed : walk(next, nowAsked, nowFailed);
    };
    if (here.module === lockModule) {
      if (here.words.includes('authfail')) return true;
      const { success, failure } = here.control;
      const refuses = failure === 'bad' || failure === 'die';
      return on(success, asked || (here.words.includes('preauth') && refuses));
    }
    if (takesPassword(here)) return asked && on(here.control.failure, asked, true);
    if (here.module === 'pam_deny.so') return on(here.control.failure);
    if (here.module === 'pam_permit.so') return on(here.control.success);
    // What lets somebody in by itself has no wrong password to count.
    const letsIn = here.control.success === 'done' && here.endsAt === undefined;
    return (letsIn || on(here.control.success)) && on(here.control.failure);
  };
  return walk(0, false, false);
}

/** The place that a stack goes on at; `undefined` where it ends. */
function goesTo(action: PamAction, at: number, endsAt: number | undefined): number | undefined {
  if (typeof action === 'number') return at + 1 + action;
  return action === 'die' || action === 'done' ? endsAt : at + 1;
}
