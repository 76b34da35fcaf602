import {
  evaluate,
  combinator,
  type Check,
  type CheckContext,
} from '../../../core/controls/check.ts';
import { each } from '../../../core/controls/combinators.ts';
import { spellEndpoint } from '../../../syntax/addresses/addresses.ts';
import type { EngineFacts } from '../../../core/subjects/engine.ts';
import { text } from '../../../core/text.ts';
import { notApplicable, type Verdict } from '../../../core/controls/verdict.ts';

/** One TCP socket of an engine's API. */
export type Listener = EngineFacts['listeners'][number];

/** What a listener agrees to in TLS. */
export type Handshake = NonNullable<Listener['handshake']>;

/** A listener as messages call it. */
export const spellListener = ({ address, port }: Listener): string => spellEndpoint(address, port);

/** Applies where the API speaks TLS on some TCP port. That it should not be in the clear is for another control. */
export const speaksTls: Check<EngineFacts> = (e) =>
  e.listeners.some(({ handshake }) => handshake !== null) ||
  notApplicable(text('The API speaks TLS on no TCP port', 'API 未在任何 TCP 端口上提供 TLS'));

const noHandshake = text('No part of a handshake was seen', '未观察到握手内容');

/**
 * Judges every part of every handshake that `select` lists; what is in the clear has none. A part that could not
 * be read settles itself alone.
 *
 * @param judge is called with the listener that the part belongs to
 */
export const eachInHandshakes = <Part, P>(
  select: (handshake: Handshake) => readonly Part[],
  judge: (part: Part, listener: Listener, ctx: CheckContext<P>) => boolean | Verdict,
): Check<EngineFacts, P> =>
  each(
    (e) => e.listeners,
    combinator((listener, ctx) => {
      const of = each<Listener, Part, P>(
        (one) => (one.handshake === null ? [] : select(one.handshake)),
        (part, context) => judge(part, listener, context),
        noHandshake,
      );
      return evaluate(of, listener, ctx);
    }),
    noHandshake,
  );
