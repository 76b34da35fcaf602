import type { VexFacts } from '../../core/subjects/vex.ts';
import { namesPackage } from './names-package.ts';
import { unfitness, type Said, type Unfit } from './unfit-statement.ts';

/** A vulnerability in a package of an image. */
export interface Known {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly purl: string | null;
}

/** What statements say of one vulnerability. */
export interface Word {
  /** Who sets it aside; `null` when nobody does. */
  readonly by: string | null;
  /** Statements that would, and are not applied. */
  readonly unfit: readonly Unfit[];
}

/** The statements of all documents, by each id of the vulnerability that they are about. */
export function statementsOf(documents: readonly VexFacts[]): ReadonlyMap<string, readonly Said[]> {
  const byId = new Map<string, Said[]>();
  for (const { format, author, statements } of documents) {
    for (const statement of statements) {
      for (const id of new Set([statement.vulnerability, ...statement.aliases])) {
        const known = byId.get(id);
        if (known) known.push({ format, author, statement });
        else byId.set(id, [{ format, author, statement }]);
      }
    }
  }
  return byId;
}

const namesImage = (said: string, digests: readonly string[]): boolean => {
  const digest = /sha256(?::|%3A)([0-9a-f]{64})/i.exec(said)?.[1]?.toLowerCase();
  return digest !== undefined && digests.includes(`sha256:${digest}`);
};

/** Whether a statement is of the package, in an image with these digests. */
const isAbout = (
  { products, subcomponents }: Said['statement'],
  purl: string | null,
  digests: readonly string[],
): boolean =>
  products.some((each) => namesPackage(each, purl) || namesImage(each, digests)) &&
  (subcomponents.length === 0 || subcomponents.some((each) => namesPackage(each, purl)));

/**
 * Who says that a vulnerability does not count in an image: the author of the statement about it that was
 * made last, when it says `not-affected` or `fixed`. Of two made at one time, and of those without a time, the
 * one that lets it count wins. One that is not fit to set it aside is passed over; one that lets it count
 * needs no fitness, since that it counts is what holds without any.
 */
export function setAsideBy(
  of: Known,
  digests: readonly string[],
  statements: ReadonlyMap<string, readonly Said[]>,
  collectedAt: string,
): Word {
  const said = [of.id, ...of.aliases]
    .flatMap((id) => statements.get(id) ?? [])
    .filter(({ statement }) => isAbout(statement, of.purl, digests))
    .map((each) => {
      const { status, saidAt } = each.statement;
      const counts = status === 'affected' || status === 'under-investigation';
      return {
        author: each.author,
        counts,
        unfit: counts ? null : unfitness(each, collectedAt),
        time: saidAt === null ? Number.NEGATIVE_INFINITY : Date.parse(saidAt),
      };
    });
  const fit = said.filter(({ unfit }) => unfit === null);
  const last = fit.reduce((latest, { time }) => Math.max(latest, time), Number.NEGATIVE_INFINITY);
  const newest = fit.filter(({ time }) => time === last);
  return {
    by: newest.some(({ counts }) => counts) ? null : (newest[0]?.author ?? null),
    unfit: said.flatMap(({ unfit }) => unfit ?? []),
  };
}
