import { mark } from './mark.ts';
import { findSecrets, type Found } from '../../syntax/secrets/find-secrets.ts';
import { canBeSecret } from '../../syntax/secrets/can-be-secret.ts';
import { isSecretName } from '../../syntax/secrets/secret-names.ts';

/** `${NAME:-word}`, `${NAME+word}`. */
const withDefault = /\$\{(\w+):?[-+]([^}]{1,500})\}/g;

/** What looks like a secret in a text by itself, or stands for a variable with the name of one: as written, and as meant. */
export const secretsIn = (text: string): readonly string[] => {
  const found = findSecrets(text).flatMap((each) => saidBy(each, text));
  return [...found, ...defaultsIn(text)];
};

/** What variables with the names of secrets have where they are not set. */
export const defaultsIn = (text: string): readonly string[] =>
  text.includes('${')
    ? Array.from(text.matchAll(withDefault)).flatMap(([, name = '', word = '']) =>
        isSecretName(name) && canBeSecret(name, word) ? [word] : [],
      )
    : [];

/** What a stretch of a text says, as it is written and without its quotes. */
export const saidBy = ({ start, end, value }: Found, text: string): readonly string[] => {
  const written = text.slice(start, end);
  const bare = value ?? written.replace(/^(["'])(.*)\1$/s, '$2');
  return bare === written ? [written] : [written, bare];
};

/**
 * A comment as it may be shown; nothing is left of one that speaks of secrets at all, since what stands in it follows
 * no form: it may be an old line of the file.
 */
export function maskComment(comment: string): string {
  const words = comment.match(/[A-Za-z][\w.-]*/g) ?? [];
  return words.some(isSecretName) || secretsIn(comment).length > 0 ? `# ${mark}` : comment;
}
