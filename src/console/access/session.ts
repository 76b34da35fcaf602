import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds for which a session lasts: a working day. */
export const sessionSeconds = 8 * 3_600;

/** What makes and reads the values of a cookie. */
export interface Sessions {
  readonly make: (tokenHash: string, now: Date) => string;
  /** The hash of the token that it was made for; `undefined` for what was not made here, or has ended. */
  readonly read: (cookie: string, now: Date) => string | undefined;
}

/** Makes sessions under a key that lives as long as the process: they hold no secret, and end with it. */
export function createSessions(): Sessions {
  const key = randomBytes(32);
  const seal = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    make: (hash, now) => {
      const text = `${hash}.${now.getTime() + sessionSeconds * 1_000}`;
      return `${text}.${seal(text).toString('hex')}`;
    },
    read: (cookie, now) => {
      const [, text = '', hash = '', end = '', given = ''] =
        /^(([0-9a-f]{64})\.(\d{1,16}))\.([0-9a-f]{64})$/.exec(cookie) ?? [];
      if (text === '' || !timingSafeEqual(seal(text), Buffer.from(given, 'hex'))) return undefined;
      return Number(end) > now.getTime() ? hash : undefined;
    },
  };
}
