import { timingSafeEqual } from 'node:crypto';
import { believedAddresses } from './believed-addresses.ts';
import { readConsoleAccess, tokenHash, type ConsoleRole, type ConsoleToken } from './access.ts';
import { createSessions } from './session.ts';

/** Who is looking. */
export interface Person {
  readonly name: string;
  readonly role: ConsoleRole;
  /** Whether a session of the console's own can be ended. */
  readonly canLeave: boolean;
}

/** What a request says about who makes it. */
export interface Claim {
  readonly headers: Headers;
  /** The value of the console's cookie. */
  readonly cookie: string | undefined;
  /** Address of the other end of the connection, never what a header says. */
  readonly address: string | undefined;
  readonly now: Date;
}

/** What knows people. */
export interface Doorkeeper {
  readonly identify: (claim: Claim) => Person | undefined;
  /** A session for the owner of a token; `undefined` where the token is none. */
  readonly signIn: (token: string, now: Date) => string | undefined;
}

/**
 * Makes what knows people by their tokens, their sessions, and the word of a proxy.
 *
 * @throws PlimsollError `config-invalid`
 */
export function createDoorkeeper(access: unknown): Doorkeeper {
  const { tokens, proxy } = readConsoleAccess(access);
  const sessions = createSessions();
  const isBelieved = believedAddresses(proxy?.trusted ?? []);

  // All are compared, each in constant time, so that an answer takes as long whichever it is.
  const byHash = (hash: string, now: Date): ConsoleToken | undefined => {
    const given = Buffer.from(hash, 'hex');
    let found: ConsoleToken | undefined;
    for (const each of tokens) {
      const kept = Buffer.from(each.hash, 'hex');
      if (given.length === kept.length && timingSafeEqual(given, kept)) found = each;
    }
    return found?.until !== undefined && Date.parse(found.until) <= now.getTime()
      ? undefined
      : found;
  };

  const byProxy = ({ headers, address }: Claim): Person | undefined => {
    if (!proxy || !isBelieved(address)) return undefined;
    const name = headers.get(proxy.user)?.trim() ?? '';
    // Two headers of one name arrive as one with a comma: one of them is not the proxy's.
    if (name === '' || name.length > 200 || name.includes(',')) return undefined;
    const groups = (headers.get(proxy.groups) ?? '').split(',').map((group) => group.trim());
    const isOf = (wanted: readonly string[]): boolean =>
      wanted.some((each) => groups.includes(each));
    if (isOf(proxy.auditors)) return { name, role: 'auditor', canLeave: false };
    if (proxy.readers && !isOf(proxy.readers)) return undefined;
    return { name, role: 'reader', canLeave: false };
  };

  return {
    identify: (claim) => {
      const { headers, cookie, now } = claim;
      const bearer = /^Bearer ([\w-]{1,200})$/i.exec(headers.get('authorization') ?? '')?.[1];
      const session = cookie === undefined ? undefined : sessions.read(cookie, now);
      const hash = bearer === undefined ? session : tokenHash(bearer);
      const token = hash === undefined ? undefined : byHash(hash, now);
      if (token) return { name: token.name, role: token.role, canLeave: bearer === undefined };
      return byProxy(claim);
    },
    signIn: (token, now) => {
      const hash = tokenHash(token.trim());
      return byHash(hash, now) && sessions.make(hash, now);
    },
  };
}
