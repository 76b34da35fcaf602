import { z } from 'zod';
import { deflateJson, inflateJson } from '../../syntax/json/deflated-json.ts';
import { envelopeAtMost, openedAtMost } from './bounds.ts';
import type { Body } from './snapshot-parts.ts';

const envelopeSchema = z.object({
  v: z.literal(1),
  /** Canonical JSON; these very characters are signed. */
  statement: z.string(),
  /** Ed25519 over DSSE's pre-authentication, in base64. */
  signature: z.base64(),
  /** What the statement has hashes of, as far as it is new. */
  bodies: z.array(z.string()),
  /** Whether the rest comes in the next. */
  more: z.boolean(),
});

/** What travels: a statement, its signature, and what is new of what it speaks of. */
export type Envelope = Readonly<z.output<typeof envelopeSchema>>;

/**
 * Reads an envelope.
 *
 * @throws Error for what is none
 */
export const openEnvelope = (bytes: Uint8Array): Envelope =>
  envelopeSchema.parse(inflateJson(bytes, openedAtMost));

/** A deflated body is about this part of its text; what is wrong about it costs a little more than one part. */
const usualShare = 4;

/** Packs a statement with its bodies, in as many parts as it needs. */
export function packEnvelopes(
  { statement, signature }: Pick<Envelope, 'statement' | 'signature'>,
  bodies: readonly Body[],
): readonly Uint8Array[] {
  const groups: string[][] = [[]];
  let size = statement.length;
  for (const { text } of bodies) {
    if (size + text.length > envelopeAtMost * usualShare && (groups.at(-1)?.length ?? 0) > 0) {
      groups.push([]);
      size = statement.length;
    }
    groups.at(-1)?.push(text);
    size += text.length;
  }
  return groups.flatMap((group, at) =>
    packed({ v: 1, statement, signature, bodies: group, more: at < groups.length - 1 }),
  );
}

/** One envelope, or two halves where it is too large. */
function packed(envelope: Envelope): readonly Uint8Array[] {
  const bytes = deflateJson(envelope);
  const { bodies, more } = envelope;
  if (bytes.length <= envelopeAtMost || bodies.length < 2) return [bytes];
  const half = bodies.length >> 1;
  return [
    ...packed({ ...envelope, bodies: bodies.slice(0, half), more: true }),
    ...packed({ ...envelope, bodies: bodies.slice(half), more }),
  ];
}
