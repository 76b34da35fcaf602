/** The releases of OSCAL that are written, and checked against their schemas. */
export const oscalVersions = ['1.1.3', '1.2.1'] as const;

/** A release of OSCAL. */
export type OscalVersion = (typeof oscalVersions)[number];

/** The namespace of what OSCAL has no name for. */
export const oscalNamespace = 'urn:plimsoll:oscal';

/** The UUID from which the UUIDs of all OSCAL documents are made, itself a random one that was drawn once. */
export const oscalUuidNamespace = '6f1d3c52-0f6e-4d6b-9a57-2f0c0b7b8a41';

/** One property in our namespace; OSCAL refuses white space at either end. */
export const property = (name: string, value: string, rest: object = {}) => ({
  name,
  ns: oscalNamespace,
  value: value.trim(),
  ...rest,
});

/** The id of a control in the catalog of controls. */
export const controlToken = (id: string): string => `c_${id}`;

/**
 * The id of each requirement as OSCAL allows it: `r_` before it, since a token may not begin with a digit,
 * and an underscore for each character that a token may not have. Where two would fall together the later
 * one gets a number.
 */
export function tokensOf({
  requirements,
}: {
  readonly requirements: readonly { readonly id: string }[];
}): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const tokens = new Map<string, string>();
  for (const { id } of requirements) {
    const base = `r_${id.replaceAll(/[^\p{L}\p{N}.\-_]/gu, '_')}`;
    let token = base;
    for (let next = 2; taken.has(token); next += 1) token = `${base}.${next}`;
    taken.add(token);
    tokens.set(id, token);
  }
  return tokens;
}
