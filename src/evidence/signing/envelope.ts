import { z } from 'zod';

/**
 * A DSSE envelope around an in-toto statement.
 *
 * @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
 * @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 */
export const envelopeSchema = z.strictObject({
  payloadType: z.literal('application/vnd.in-toto+json'),
  payload: z.base64(),
  signatures: z
    .array(
      z.strictObject({
        /** Absent when the signer did not say which key it used. */
        keyid: z.string().optional(),
        sig: z.base64(),
      }),
    )
    .min(1),
});

/** A DSSE envelope around an in-toto statement. */
export type Envelope = Readonly<z.output<typeof envelopeSchema>>;

/** What an in-toto statement about a bundle is called: what `cosign --type` is given. */
export const predicateType = 'urn:plimsoll:predicate:bundle:1';

/** The standard type of a statement about the result of tests. */
export const resultType = 'https://in-toto.io/attestation/test-result/v0.1';

/** The type of every in-toto statement of this version. */
export const statementType = 'https://in-toto.io/Statement/v1';

/** The statement within: that the manifest with this hash is the bundle's. */
export const statementSchema = z.object({
  _type: z.literal(statementType),
  subject: z
    .array(z.object({ name: z.string(), digest: z.object({ sha256: z.string() }) }))
    .length(1),
  predicateType: z.enum([predicateType, resultType]),
  predicate: z.record(z.string(), z.unknown()),
});
