import { parsePamService } from '../../syntax/pam/parse-pam-service.ts';
import { textsOfSed } from '../commands/sed-texts.ts';
import { writtenBy, type Written } from '../files/written-files.ts';
import type { AccountStep } from './account-changes.ts';

/** The files of PAM that say how a service finds out who asks. */
const services = /^\/etc\/pam\.(?:conf|d\/[^/]+)$/;

/** The module that is content with anybody. */
const content = 'pam_permit.so';

/** Whether a step has PAM let everybody in, as `auth sufficient pam_permit.so` in the file of a service does. */
export const letsEverybodyIn = (step: AccountStep): boolean =>
  writtenBy(step.script, step.folder, step.valueOf).some(
    ({ path, put }) => services.test(path) && asksNothing(put),
  );

function asksNothing(put: Written['put']): boolean {
  if (put.as === 'unknown') return false;
  const texts = put.as === 'text' ? [put.text] : textsOfSed(put.words);
  // What an edit puts in the place of another module is its name alone.
  return texts.some((text) => text.trim() === content || isOpenStack(text));
}

/** The same with actions in brackets, of which one may not have been kept. */
const endsInBrackets = /^\s*-?auth\s+\[[^\n]*\bsuccess=done\b[^\n]*\bpam_permit\.so/m;

/** Whether such a module ends the question, or nothing else is asked. */
function isOpenStack(text: string): boolean {
  const asked = parsePamService(text).tree.flatMap((line) =>
    line.kind === 'module' && line.type === 'auth' ? [line] : [],
  );
  const open = asked.filter(({ module }) => module === content);
  return (
    endsInBrackets.test(text) ||
    open.some(({ control }) => control.success === 'done') ||
    (open.length > 0 && open.length === asked.length)
  );
}
