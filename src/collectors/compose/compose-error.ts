import { PlimsollError } from '../../core/errors.ts';
import { inLanguage, text, type Wording } from '../../core/text.ts';
import { spell, type Place } from './node.ts';

/** What is wrong with a Compose file, with the place at which it is. */
export const invalidAt = (
  place: Place,
  what: Wording,
  hint = '',
  cause?: PlimsollError,
): PlimsollError => {
  const at = spell(place);
  return new PlimsollError(
    'compose-invalid',
    text(`${at}: ${inLanguage(what, 'en')}`, `${at}: ${inLanguage(what, 'zh')}`),
    { hint, ...(cause ? { cause } : {}) },
  );
};
