import { parsePamService } from './parse-pam-service.ts';

/** The module that is content with anybody. */
export const permits = 'pam_permit.so';

/** The same with actions in brackets, of which one may not have been kept. */
const endsInBrackets = /^\s*-?auth\s+\[[^\n]*\bsuccess=done\b[^\n]*\bpam_permit\.so/m;

/** Whether such a module ends the question in the file of a service, or nothing else is asked. */
export function isOpenStack(text: string): boolean {
  const asked = parsePamService(text).tree.flatMap((line) =>
    line.kind === 'module' && line.type === 'auth' ? [line] : [],
  );
  const open = asked.filter(({ module }) => module === permits);
  return (
    endsInBrackets.test(text) ||
    open.some(({ control }) => control.success === 'done') ||
    (open.length > 0 && open.length === asked.length)
  );
}
