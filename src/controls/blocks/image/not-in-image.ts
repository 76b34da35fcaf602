import type { Check } from '../../../core/controls/check.ts';
import { all, orElse } from '../../../core/controls/combinators.ts';
import type { ImageFacts } from '../../../core/subjects/image.ts';

/**
 * Whether something does not lie in an image, by its programs and by its packages. Either may fail; where only one was
 * read, it decides; where neither was, what the build steps say is not enough to pass.
 */
export const notInImage = <P>(
  program: Check<ImageFacts, P>,
  inPackages: Check<ImageFacts, P>,
): Check<ImageFacts, P> => all(orElse(program, inPackages), orElse(inPackages, program));
