import type { GapReason } from '../../core/facts/gap.ts';
import { text, type Text } from '../../core/text.ts';
import { cipherSuites, modernSuites, olderSuites } from '../../syntax/tls/cipher-suites.ts';
import { sendHello, type TlsPlace } from './send-hello.ts';
import type { Agreement } from '../../syntax/tls/server-flight.ts';
import { tlsVersions, versionOf, type TlsVersion } from '../../syntax/tls/tls-versions.ts';

/** What a server agreed to when everything was offered to it. */
export interface TlsProbe {
  /** What it agreed to, in the order in which it was asked: TLS 1.3 first, then each older version. */
  readonly agreements: readonly Agreement[];
  /** Why not everything could be offered; `null` when everything was. */
  readonly unfinished: Unfinished | null;
}

/** Why not everything could be offered to a server. */
export interface Unfinished {
  readonly reason: GapReason;
  readonly why: Text;
}

/** Greetings to one server at most: as many as there are suites would be no server's. */
const greetingsAtMost = 120;

/** Milliseconds for all of them. */
const patience = 15_000;

/** Greets once; `undefined` where it was not agreed. */
type Greet = (version: TlsVersion, suites: readonly number[]) => Promise<Agreement | undefined>;

/**
 * Finds out what a server agrees to: every version, and every suite of TLS 1.3 and of the newest older
 * version. From what it is offered a server chooses one; that is taken out of the next offer, until it
 * refuses the rest. `null` where nothing was heard that is TLS.
 *
 * The suites of GM/T 0024 (TLCP) are spoken in a protocol of their own, which is not offered: of them
 * this tells nothing, neither that they are there nor that they are not.
 */
export async function probeTls(place: TlsPlace): Promise<TlsProbe | null> {
  const agreements: Agreement[] = [];
  const ends = Date.now() + patience;
  const state: { unfinished: Unfinished | null; spoken: boolean } = {
    unfinished: null,
    spoken: false,
  };
  let greetings = 0;
  const greet: Greet = async (version, suites) => {
    if (state.unfinished !== null) return undefined;
    if (greetings++ >= greetingsAtMost || Date.now() > ends) {
      state.unfinished = {
        reason: 'timeout',
        why: text(
          'it agreed to more than there was time to offer',
          '其接受的组合过多，未能在限定时间内全部尝试',
        ),
      };
      return undefined;
    }
    const answer = await sendHello(place, { version, suites });
    if (answer.kind === 'silent') {
      state.unfinished = { reason: answer.reason, why: answer.why };
    }
    if (answer.kind === 'refused') state.spoken = true;
    if (answer.kind !== 'agreed') return undefined;
    state.spoken = true;
    const { agreement } = answer;
    if (!suites.some((suite) => cipherSuites[suite] === agreement.suite)) {
      state.unfinished = {
        reason: 'malformed',
        why: text('it chose what it was not offered', '其选择了未提供的套件'),
      };
      return undefined;
    }
    agreements.push(agreement);
    return agreement;
  };
  await offerAll(greet, 'TLSv1.3', modernSuites);
  await offerOlder(greet);
  const { spoken, unfinished } = state;
  return spoken || unfinished !== null ? { agreements, unfinished } : null;
}

/** Offers suites until none is chosen any more. */
async function offerAll(
  greet: Greet,
  version: TlsVersion,
  suites: readonly number[],
): Promise<void> {
  let left = suites;
  while (left.length > 0) {
    const agreement = await greet(version, left);
    if (!agreement) return;
    left = without(left, agreement);
  }
}

/** An old greeting names the newest version alone, and is answered with the newest that both speak. */
async function offerOlder(greet: Greet): Promise<void> {
  let newest = true;
  let code: number = tlsVersions['TLSv1.2'];
  for (let version = versionOf(code); version; version = versionOf(code)) {
    const agreement = await greet(version, olderSuites);
    if (agreement && newest) {
      newest = false;
      await offerAll(greet, agreement.version, without(olderSuites, agreement));
    }
    code = (agreement ? Math.min(code, tlsVersions[agreement.version]) : code) - 1;
  }
}

const without = (suites: readonly number[], { suite }: Agreement): readonly number[] =>
  suites.filter((code) => cipherSuites[code] !== suite);
