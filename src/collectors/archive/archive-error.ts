import { PlimsollError } from '../../core/errors.ts';

/** An archive, or a part of one, that is not what it should be; the words follow "it is not to be read:". */
export const malformed = (why: string, cause?: unknown): PlimsollError =>
  new PlimsollError('archive-invalid', `The archive is not to be read: ${why}.`, {
    hint: 'Save the image again with: docker save --output image.tar IMAGE',
    cause,
  });

/** An archive that asks for more than is given to one. */
export const tooMuch = (what: string): PlimsollError =>
  new PlimsollError('archive-too-large', `The archive was not read to its end: ${what}.`);
