import type { VexFacts } from '../../core/subjects/vex.ts';

/** A vulnerability in a package of an image. */
export interface Known {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly purl: string | null;
}

type Statement = VexFacts['statements'][number];

/** What remains of a package URL without qualifiers and subpath. */
const plain = (purl: string): string => purl.split(/[?#]/)[0] ?? purl;

/** Whether a package URL of a statement is that of the package: one without a version means all of them. */
function namesPackage(said: string, purl: string | null): boolean {
  if (purl === null || !said.startsWith('pkg:')) return false;
  const [own, other] = [plain(purl), plain(said)];
  return own === other || (!other.includes('@') && own.startsWith(`${other}@`));
}

const namesImage = (said: string, digests: readonly string[]): boolean => {
  const digest = /sha256(?::|%3A)([0-9a-f]{64})/i.exec(said)?.[1]?.toLowerCase();
  return digest !== undefined && digests.includes(`sha256:${digest}`);
};

function isAbout(statement: Statement, of: Known, digests: readonly string[]): boolean {
  const ids = [of.id, ...of.aliases];
  if (![statement.vulnerability, ...statement.aliases].some((id) => ids.includes(id))) return false;
  const { products, subcomponents } = statement;
  if (products.some((each) => namesPackage(each, of.purl))) return true;
  return (
    products.some((each) => namesImage(each, digests)) &&
    (subcomponents.length === 0 || subcomponents.some((each) => namesPackage(each, of.purl)))
  );
}

/**
 * Who says that a vulnerability does not count in an image: the author of the statement about it that was
 * made last, when it says `not-affected` or `fixed`; `null` when nobody does. Of two made at one time, and
 * of those without a time, the one that lets it count wins.
 */
export function setAsideBy(
  of: Known,
  digests: readonly string[],
  documents: readonly VexFacts[],
): string | null {
  const said = documents.flatMap(({ author, statements }) =>
    statements
      .filter((each) => isAbout(each, of, digests))
      .map(({ status, saidAt }) => ({
        author: author === '' ? '?' : author,
        counts: status === 'affected' || status === 'under-investigation',
        time: saidAt === null ? Number.NEGATIVE_INFINITY : Date.parse(saidAt),
      })),
  );
  const last = Math.max(...said.map(({ time }) => time));
  const newest = said.filter(({ time }) => time === last);
  return newest.some(({ counts }) => counts) ? null : (newest[0]?.author ?? null);
}
