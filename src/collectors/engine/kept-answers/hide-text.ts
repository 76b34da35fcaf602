import { findSecrets } from '../../../syntax/secrets/find-secrets.ts';
import { canBeSecret } from '../../../syntax/secrets/can-be-secret.ts';
import { isSecretName } from '../../../syntax/secrets/secret-names.ts';

/** A text without what may be secret in it, and the rule by which something was dropped. */
export interface Hidden {
  readonly text: string;
  readonly rule?: string;
}

/** What stands in the place of a value that was dropped. */
export const markOf = (rule: string): string => `[redacted: ${rule}]`;

const dropped = (rule: string): Hidden => ({ text: markOf(rule), rule });

/** A variable or a build argument as either builder writes it into a history. */
const declared = /^(?:.{0,80}#\(nop\)\s+)?(?:ENV|ARG)\s+/s;
const declaration = /^((?:.{0,80}#\(nop\)\s+)?(?:ENV|ARG)\s+[\w.-]+)(?:[=\s]|$)/s;
/** The arguments of a build before the command that they were given to. */
const built = /^(?:RUN )?\|\d+ /;
const builtCommand = /^((?:RUN )?\|\d+) .*?( \/bin\/(?:ba|a|z)?sh -c .*)$/s;

/**
 * Drops a text as a whole where any rule finds a secret in it, since what follows a secret may be the rest of it; of
 * what sets variables, every value is dropped.
 *
 * @param name what the text stands under, where that may say what it is
 */
export function hideText(text: string, name = ''): Hidden {
  if (declared.test(text)) {
    const head = declaration.exec(text)?.[1];
    if (head === undefined) return dropped('environment');
    if (text.length === head.length) return { text };
    return { text: `${head}=${markOf('environment')}`, rule: 'environment' };
  }
  if (built.test(text)) {
    const [, head, command] = builtCommand.exec(text) ?? [];
    if (head === undefined || command === undefined || ruleOf(command) !== undefined) {
      return dropped('build-argument');
    }
    return { text: `${head} ${markOf('build-argument')}${command}`, rule: 'build-argument' };
  }
  const rule = ruleOf(text, name);
  return rule === undefined ? { text } : dropped(rule);
}

/** `NAME=value` with its value dropped, whatever it is. */
export function hideVariable(pair: string): Hidden {
  const at = pair.indexOf('=');
  if (at < 0) return hideText(pair);
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  if (value === '') return { text: pair };
  const rule = ruleOf(value, name) ?? 'environment';
  return { text: `${name}=${markOf(rule)}`, rule };
}

const setsVariable = /^(?:-e|--env|--build-arg)$/;
const variableFlag = /^(--(?:env|build-arg)=)(.+)$/s;

/**
 * A word of a command, which may be the secret of the flag before it. Of a flag that sets a variable, the value is
 * dropped like that of any variable.
 */
export function hideWord(word: string, before: string): Hidden {
  const flagged = variableFlag.exec(word);
  if (flagged) {
    const [, flag = '', pair = ''] = flagged;
    const { text, rule } = hideVariable(pair);
    return { text: `${flag}${text}`, ...(rule === undefined ? {} : { rule }) };
  }
  if (setsVariable.test(before) && /^[\w.-]+=/.test(word)) return hideVariable(word);
  const flag = /^--?([\w.-]+)$/.exec(before)?.[1] ?? '';
  const alone = hideText(word, word.startsWith('-') ? '' : flag);
  if (alone.rule !== undefined || before === '') return alone;
  const reaching = findSecrets(`${before} ${word}`).find(({ end }) => end > before.length + 1);
  return reaching ? dropped(reaching.rule) : alone;
}

/** What parts the options of a mount, a query or a connection string. */
const between = /[,;&\n]/;

function ruleOf(text: string, name = ''): string | undefined {
  if (name !== '' && isSecretName(name) && canBeSecret(name, text)) return 'secret-name';
  const [first] = findSecrets(text);
  if (first) return first.rule;
  if (!between.test(text)) return undefined;
  // In `a=b,password=c` the first name takes the rest for its value.
  for (const piece of text.split(between)) {
    const [found] = findSecrets(piece);
    if (found) return found.rule;
  }
  return undefined;
}
