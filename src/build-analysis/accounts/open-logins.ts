import { isOpenStack, permits } from '../../syntax/pam/open-stack.ts';
import { textsOfSed } from '../commands/sed-texts.ts';
import { writtenBy, type Written } from '../files/written-files.ts';
import type { AccountStep } from './account-changes.ts';

/** The files of PAM that say how a service finds out who asks. */
const services = /^\/etc\/pam\.(?:conf|d\/[^/]+)$/;

/** Whether something that is written may be one of them. */
export const isPamWrite = ({ path, below }: Pick<Written, 'path' | 'below'>): boolean =>
  services.test(path) || (below && path === '/etc/pam.d');

/** Whether a step has PAM let everybody in, as `auth sufficient pam_permit.so` in the file of a service does. */
export const letsEverybodyIn = (step: AccountStep): boolean =>
  writtenBy(step.script, step.folder, step.valueOf).some(
    ({ path, put }) => services.test(path) && asksNothing(put),
  );

function asksNothing(put: Written['put']): boolean {
  if (put.as === 'unknown') return false;
  const texts = put.as === 'text' ? [put.text] : textsOfSed(put.words);
  // What an edit puts in the place of another module is its name alone.
  return texts.some((text) => text.trim() === permits || isOpenStack(text));
}
