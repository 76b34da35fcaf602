import { PlimsollError } from '../../core/errors.ts';
import { spell, type Place } from './node.ts';

/** What is wrong with a Compose file, with the place at which it is. */
export const invalidAt = (
  place: Place,
  what: string,
  hint = '',
  cause?: PlimsollError,
): PlimsollError =>
  new PlimsollError('compose-invalid', `${spell(place)}: ${what}`, {
    hint,
    ...(cause ? { cause } : {}),
  });
