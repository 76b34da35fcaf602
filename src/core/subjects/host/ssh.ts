import { z } from 'zod';

/** What OpenSSH’s server lets whom do, by its files. */
export const ssh = z.object({
  /**
   * What holds for everybody first, then what holds for those of each `Match`, as it is for them. In each, what no file
   * sets is what sshd takes by itself.
   */
  scopes: z.array(
    z.object({
      /** What the `Match` asks for, `User backup`; `''` is everybody. */
      match: z.string(),
      /** How root may log in; `prohibit-password` is with a key. */
      rootLogin: z.enum(['yes', 'prohibit-password', 'forced-commands-only', 'no']),
      /** Whether a password is asked for and taken. */
      passwords: z.boolean(),
      /** Whether PAM may ask for anything, a password among it. */
      keyboardInteractive: z.boolean(),
      /** Whether an account without a password may log in. */
      emptyPasswords: z.boolean(),
      /** Ways to log in, each a list such as `publickey,keyboard-interactive` all of which is asked; empty where any one will do. */
      methods: z.array(z.string()),
      /** Tries to log in on one connection at most. */
      triesAtMost: z.number().int().nonnegative(),
      /** Seconds in which a login must succeed; 0 is no limit. */
      graceSeconds: z.number().nonnegative(),
      /** Users and `%groups` that alone may log in, as patterns; empty where everybody may. */
      allowed: z.array(z.string()),
    }),
  ),
  /** Ciphers that it agrees to. */
  ciphers: z.array(z.string()),
  /** Message authentication codes that it agrees to. */
  macs: z.array(z.string()),
  /** Ways to exchange keys that it agrees to. */
  keyExchanges: z.array(z.string()),
});
