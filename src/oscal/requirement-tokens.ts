import { publishedCatalogs } from '../knowledge/published-catalogs.ts';

/** As much of a framework as its ids in OSCAL are made of. */
interface Identified {
  readonly id: string;
  readonly extends?: string | undefined;
  readonly requirements: readonly { readonly id: string }[];
}

/** Where a requirement stands in its catalog: a control, or an item of the statement of one. */
export interface Place {
  readonly control: string;
  /** The item of the statement; absent where it is the control itself. */
  readonly item?: string | undefined;
}

/** What OSCAL allows as an id, without the endings that parts of a control have. */
const isToken = (id: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}.\-_]*$/u.test(id) && !/_(?:smt|obj)$/.test(id);

/**
 * The id of each requirement as OSCAL has it: the publisher's own where it keeps a catalog in OSCAL, or where OSCAL allows it. Any
 * other has `r_` before it, since a token may not begin with a digit, and an underscore for each character that a token may not
 * have. Where two would fall together the later one gets a number.
 */
export function tokensOf(framework: Identified): ReadonlyMap<string, string> {
  const isPublished =
    publishedCatalogs.has(framework.id) || publishedCatalogs.has(framework.extends ?? '');
  const taken = new Set<string>();
  const tokens = new Map<string, string>();
  for (const { id } of framework.requirements) {
    const known = isPublished ? publishedToken(id) : id;
    const base = isToken(known) ? known : `r_${id.replaceAll(/[^\p{L}\p{N}.\-_]/gu, '_')}`;
    let token = base;
    for (let next = 2; taken.has(token); next += 1) token = `${base}.${next}`;
    taken.add(token);
    tokens.set(id, token);
  }
  return tokens;
}

/** `AC-2(4)` as NIST has it in OSCAL: `ac-2.4`. */
const publishedToken = (id: string): string =>
  /^[A-Z]{2}(?:-\d+(?:\(\d+\))?)?$/.test(id)
    ? id.toLowerCase().replace('(', '.').replace(')', '')
    : id;

/** The place of a requirement: `ac-1_smt.a` is an item of `ac-1` wherever that is one too. */
export function placeOf(token: string, known: ReadonlySet<string>): Place {
  const control = /^(.+?)_smt\../.exec(token)?.[1];
  return control !== undefined && known.has(control)
    ? { control, item: token }
    : { control: token };
}
