import type { Place } from '../tree/nodes.ts';
import { spellOpen, standIn, standOpen, withoutOpen } from './required-variables.ts';
import { substitute, type Variables } from './substitute.ts';

/** Whether no part of an image's name is empty, as one is where a variable in it is not set: `/app:`. */
export const isWholeName = (name: string): boolean =>
  name !== '' && !/^[/:@]|[/:@]{2}|[/:@]$/.test(name);

/** Whether text at the end of an image's name holds a tag or a digest; a colon before a slash is that of a port. */
const holdsVersion = (text: string): boolean => /[:@]/.test(text.slice(text.lastIndexOf('/') + 1));

/**
 * Puts variables into the name of an image. One without a value is empty, unless that leaves a part of the name empty or
 * it would bring a tag: such a name keeps its open variables, for `spellOpen`.
 *
 * @throws SyntaxProblem
 */
export function fillName(text: string, variables: Variables, place: Place): string {
  const open = (name: string, other: string): string => standOpen(name, holdsVersion(other));
  const marked = substitute(text, variables, place, { needed: standIn, open });
  const filled = withoutOpen(marked);
  return isWholeName(spellOpen(filled)) ? filled : marked;
}

/**
 * Whether open variables leave the tag and the digest of a name as they are. Without a tag of its own it may be given
 * one, or not even end there.
 *
 * @param spelled with `${NAME}` for each of them
 */
export function hasCertainVersion(spelled: string): boolean {
  const last = spelled.slice(spelled.lastIndexOf('/') + 1);
  const version = /[:@].*$/s.exec(last)?.[0] ?? last;
  return !version.includes('${');
}
