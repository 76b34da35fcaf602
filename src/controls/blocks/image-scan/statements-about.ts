import { namesPackage, partsOf, type PackageUrl } from './names-package.ts';
import type { Said } from './unfit-statement.ts';

/** Statements about one vulnerability, indexed by their product: a document may hold very many. */
export interface StatementsAbout {
  /** Those of the image as a whole, in their order. */
  readonly image: readonly Placed[];
  /** Those of a package in the image, in their order. */
  readonly ofPackage: (purl: string) => readonly Placed[];
}

/** A statement and its place among all of the vulnerability. */
export interface Placed {
  readonly said: Said;
  readonly place: number;
}

/** One whose package URLs have to be compared. */
interface Candidate extends Placed {
  /** `null` where one of them is the image. */
  readonly products: readonly PackageUrl[] | null;
  /** As they are written; empty where it is of the products as a whole. */
  readonly parts: readonly string[];
}

/** Sorts the statements about one vulnerability by their product, in an image with these digests. */
export function statementsAbout(
  statements: readonly Said[],
  digests: readonly string[],
): StatementsAbout {
  const image: Placed[] = [];
  const candidates = new Map<string, Candidate[]>();
  const put = (urls: readonly PackageUrl[], candidate: Candidate): void => {
    for (const key of new Set(urls.map(keyOf))) {
      const known = candidates.get(key);
      if (known) known.push(candidate);
      else candidates.set(key, [candidate]);
    }
  };
  for (const [place, said] of statements.entries()) {
    // Both are read of each, since both decide whether it is about anything in the image.
    const { products, subcomponents } = said.statement;
    if (products.some((each) => namesImage(each, digests))) {
      if (subcomponents.length === 0) image.push({ said, place });
      else put(urlsIn(subcomponents), { said, place, products: null, parts: subcomponents });
    } else {
      const urls = urlsIn(products);
      put(urls, { said, place, products: urls, parts: subcomponents });
    }
  }
  return {
    image,
    ofPackage(purl) {
      const own = partsOf(purl);
      if (own === null) return [];
      const keys = new Set([keyOf(own), keyOf({ ...own, version: '' })]);
      const found = new Set([...keys].flatMap((key) => candidates.get(key) ?? []));
      return [...found].filter((each) => isAbout(each, own)).sort((a, b) => a.place - b.place);
    },
  };
}

const keyOf = ({ path, version }: PackageUrl): string => `${path}@${version}`;

const urlsIn = (written: readonly string[]): readonly PackageUrl[] =>
  written.flatMap((each) => partsOf(each) ?? []);

function isAbout({ products, parts }: Candidate, own: PackageUrl): boolean {
  if (products !== null && !products.some((each) => namesPackage(each, own))) return false;
  // A part that is no package URL is one that no package is.
  return parts.length === 0 || urlsIn(parts).some((each) => namesPackage(each, own));
}

/** The colon may be spelt `%3A`, and by programs that do not know a package URL from plain text once more: `%253A`. */
function namesImage(said: string, digests: readonly string[]): boolean {
  const digest = /sha256(?::|%(?:25)*3A)([0-9a-f]{64})/i.exec(said)?.[1]?.toLowerCase();
  return digest !== undefined && digests.includes(`sha256:${digest}`);
}
