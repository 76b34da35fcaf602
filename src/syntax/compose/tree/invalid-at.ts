import { said, SyntaxProblem, type Said } from '../../problem.ts';
import { spell, type Place } from './nodes.ts';

/** What is wrong with a Compose file, with the place at which it is. */
export function invalidAt(
  place: Place,
  what: Said | string,
  hint = '',
  cause?: unknown,
): SyntaxProblem {
  const at = spell(place);
  const { en, zh } = typeof what === 'string' ? said(what, what) : what;
  return new SyntaxProblem('invalid', said(`${at}: ${en}`, `${at}: ${zh}`), { hint, cause });
}
