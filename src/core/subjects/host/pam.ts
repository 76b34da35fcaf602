import { z } from 'zod';

/** What PAM asks of passwords. What no file sets is what its modules take by themselves. */
export const pam = z.object({
  /** Services by which people log in and become root and whose modules compare a password. */
  logins: z.array(
    z.object({
      /** Name of the service, `sshd`. */
      service: z.string(),
      /** Whether an account is locked after failed logins, on every way through its modules. */
      locks: z.boolean(),
      /** How many failures in a row lock it; 0 is never. */
      failuresAtMost: z.number().int().nonnegative(),
      /** Seconds within which they count. */
      withinSeconds: z.number().int().nonnegative(),
      /** Seconds for which it stays locked; 0 is until somebody unlocks it. */
      lockedSeconds: z.number().int().nonnegative(),
      /** File of the service. */
      file: z.string(),
    }),
  ),
  /** Services by which a password is changed. */
  changes: z.array(
    z.object({
      /** Name of the service, `passwd`. */
      service: z.string(),
      /** How many characters a new password has at least, what its kinds of characters spare counted off; 0 is not looked at. */
      minLength: z.number().int().nonnegative(),
      /** How many kinds of characters (small, capital, digits, others) it has at least; 0 is not looked at. */
      minKinds: z.number().int().min(0).max(4),
      /** How many earlier passwords it may not be; 0 is none. */
      remembered: z.number().int().nonnegative(),
      /** File of the service. */
      file: z.string(),
    }),
  ),
});
