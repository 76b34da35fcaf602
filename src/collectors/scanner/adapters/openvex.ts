import { z } from 'zod';
import { parseWith } from '../../../core/read-with.ts';
import type { Adapter } from './adapter.ts';
import { digestIn, listOf, optionalInstant, optionalText } from './report-shapes.ts';

const identified = z.object({
  '@id': optionalText,
  identifiers: z.record(z.string(), z.string()).nullish(),
  hashes: z.record(z.string(), z.string()).nullish(),
});

const product = z.union([
  z.string().transform((id) => ({ '@id': id, identifiers: null, hashes: null, subcomponents: [] })),
  identified.extend({ subcomponents: listOf(z.union([z.string(), identified])) }),
]);

const documentSchema = z.object({
  '@context': z.string().startsWith('https://openvex.dev/ns'),
  author: optionalText,
  timestamp: optionalInstant,
  statements: z.array(
    z.object({
      vulnerability: z.union([
        z.string().transform((name) => ({ name, aliases: [] as string[] })),
        z.object({ name: z.string().min(1), aliases: listOf(z.string()) }),
      ]),
      products: listOf(product),
      subcomponents: listOf(z.union([z.string(), identified])),
      status: z.enum(['not_affected', 'affected', 'fixed', 'under_investigation']),
      justification: optionalText,
      impact_statement: optionalText,
      timestamp: optionalInstant,
      last_updated: optionalInstant,
    }),
  ),
});

const statuses = {
  not_affected: 'not-affected',
  affected: 'affected',
  fixed: 'fixed',
  under_investigation: 'under-investigation',
} as const;

/**
 * OpenVEX.
 *
 * @see https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md
 */
export const openvex: Adapter = {
  title: 'OpenVEX',
  recognises: (document) => {
    const context = document['@context'];
    return typeof context === 'string' && context.startsWith('https://openvex.dev/ns');
  },
  read(document, subjects = []) {
    const { author, timestamp, statements } = parseWith(documentSchema, document);
    // The product of a statement that names none, by https://github.com/openvex/spec/blob/main/ATTESTING.md
    const attested = subjects.length > 0 ? [{ attested: [...subjects], subcomponents: [] }] : [];
    return {
      scans: [],
      vex: [
        {
          format: 'openvex',
          author: author.trim().toLowerCase() === nobody ? '' : author,
          statements: statements.flatMap((each, place) =>
            // Each product has parts of its own, and what is said of one's is not said of another's.
            (each.products.length > 0 ? each.products : attested).map((one) => ({
              vulnerability: each.vulnerability.name,
              aliases: each.vulnerability.aliases,
              products: 'attested' in one ? one.attested : [...new Set(idsOf(one))],
              subcomponents: [
                ...new Set(
                  [...each.subcomponents, ...one.subcomponents].flatMap((part) =>
                    idsOfPart(typeof part === 'string' ? { '@id': part } : part),
                  ),
                ),
              ],
              status: statuses[each.status],
              justification: [each.justification, each.impact_statement].filter(Boolean).join(': '),
              saidAt: each.last_updated ?? each.timestamp ?? timestamp,
              at: `/statements/${place}`,
            })),
          ),
        },
      ],
    };
  },
};

interface Identified {
  readonly '@id': string;
  readonly identifiers?: Readonly<Record<string, string>> | null | undefined;
  readonly hashes?: Readonly<Record<string, string>> | null | undefined;
}

/** Package URLs, and digests of what is not known by one. */
function idsOf({ '@id': id, identifiers, hashes }: Identified): readonly string[] {
  const hash = hashes?.['sha-256'] ?? '';
  return [identifiers?.['purl'] ?? id, digestIn(`sha256:${hash}`) ?? ''].filter(
    (each) => each !== '',
  );
}

/** As the ids of a product; a part with none of them stays one, since no part at all would mean the whole product. */
function idsOfPart(part: Identified): readonly string[] {
  const ids = idsOf(part);
  return ids.length > 0 ? ids : [Object.values(part.identifiers ?? {})[0] ?? ''];
}

/** Whom the programs of OpenVEX name when they are given nobody. */
const nobody = 'unknown author';
