import { all } from '../../../core/controls/combinators.ts';
import { image } from '../../../core/subjects/image.ts';
import { text } from '../../../core/text.ts';
import { fail } from '../../../core/controls/verdict.ts';
import { parseImageName, spelledOut } from '../../../syntax/image-reference/image-name.ts';
import { imageOf, type Pair } from './pair.ts';
import { differs, type Part, saidOr } from './part.ts';

/** A name without its digest, in one spelling. */
const tagged = (reference: string): string => spelledOut(reference.split('@', 1)[0] ?? '');

const nameLabel = text('image', '镜像');

/** By its name, or where it runs by an id, by a name that this image has. */
const reference: Part = {
  name: 'reference',
  agree: (pair, ctx) => {
    const [is, should] = [pair.running.image.reference, pair.intended.image.reference];
    if (tagged(is) === tagged(should)) return true;
    // Compose accepts a digest alone as well as a name with one.
    const pinned = parseImageName(should);
    if (pinned.tag === null && pinned.digest !== null && repositoryOf(is) === pinned.repository) {
      return true;
    }
    const bears =
      pair.running.image.registry === '' &&
      imageOf(pair, ctx)?.references.some((each) => spelledOut(each) === spelledOut(should));
    return bears === true || differs(nameLabel, is, should);
  },
};

const repositoryOf = (written: string): string => parseImageName(written).repository;

const digestLabel = text('image digest', '镜像摘要');

/** A digest of the file is the running one, by its name or by what the engine knows of it. */
const pinned: Part['agree'] = (pair, ctx) => {
  const { digest } = pair.intended.image;
  const { reference: is, digest: runs } = pair.running.image;
  if (digest === null || runs === digest) return true;
  if (runs === null) {
    const known = imageOf(pair, ctx)?.digests ?? [];
    if (known.some((each) => each.endsWith(`@${digest}`))) return true;
  }
  return differs(digestLabel, runs ?? is, digest);
};

/** What the file names leads to the image that runs, as far as its engine has an image of that name. */
const current: Part['agree'] = (pair, ctx) => {
  const { id, digest } = pair.running.image;
  // A digest leads to one image for ever.
  if (id === null || digest !== null) return true;
  const name = tagged(pair.intended.image.reference);
  const bears = (references: readonly string[]): boolean =>
    references.some((each) => spelledOut(each) === name);
  const own = ctx.find(image, id);
  if (own && bears(own.references)) return true;
  return (
    !ctx.all(image).some(({ references }) => bears(references)) ||
    fail(
      text(
        `image: ${name} leads to another image now than the one that runs`,
        `镜像：${name} 现指向的镜像与实际运行的不同`,
      ),
    )
  );
};

/** Whether it runs the image that the file names. */
export const imageParts: readonly Part[] = [
  reference,
  {
    name: 'digest',
    agree: all<Pair, unknown>(
      // Of what is built from the project, no file tells a digest.
      saidOr(
        ({ image: named }) => named.digest,
        pinned,
        () => true,
      ),
      (pair, ctx) =>
        tagged(pair.running.image.reference) !== tagged(pair.intended.image.reference) ||
        current(pair, ctx),
    ),
  },
];
