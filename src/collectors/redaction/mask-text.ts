import { mark } from './mark.ts';
import { findSecrets } from '../../syntax/secrets/find-secrets.ts';
import { canBeSecret } from '../../syntax/secrets/can-be-secret.ts';
import { isSecretName } from '../../syntax/secrets/secret-names.ts';

/** `${NAME:-word}`, `${NAME+word}`. */
const withDefault = /\$\{(\w+):?[-+]([^}]{1,500})\}/g;

/** What looks like a secret in a text by itself, or stands for a variable with the name of one. */
export const secretsIn = (text: string): readonly string[] => {
  const found = findSecrets(text).map(({ start, end }) => text.slice(start, end));
  if (!text.includes('${')) return found;
  const defaults = Array.from(text.matchAll(withDefault)).flatMap(([, name = '', word = '']) =>
    isSecretName(name) && canBeSecret(name, word) ? [word] : [],
  );
  return [...found, ...defaults];
};

/**
 * A comment as it may be shown; nothing is left of one that speaks of secrets at all, since what stands in it follows
 * no form: it may be an old line of the file.
 */
export function maskComment(comment: string): string {
  const words = comment.match(/[A-Za-z][\w.-]*/g) ?? [];
  return words.some(isSecretName) || secretsIn(comment).length > 0 ? `# ${mark}` : comment;
}
