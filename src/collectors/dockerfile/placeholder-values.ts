/** What says of itself that it only stands where a secret will be. */
const saysSo = /^(?:[a-z0-9]+[-_.])*(?:placeholder|dummy)(?:[-_.][a-z0-9]+)*$/i;

/** What may stand before a variable that a shell sets: the end of a command, a word that leads to one, or another. */
const before =
  /(?:^|[;&|(){}\n]|(?<![\w-])(?:then|do|else|export|env)|(?<!\S)[A-Za-z_]\w*=\S*)[ \t]*[A-Za-z_]\w*=["']?$/;

/** As much of what stands before a value as the name of its variable and the one before it need. */
const nearby = 512;

/**
 * Whether a value that a step of a build gives a variable only stands in for a secret, as `SECRET_KEY_BASE=dummy rails
 * assets:precompile` has it: it says so itself, and is gone with the step. An ENV or a file would keep it, and a service
 * would take it for the secret.
 *
 * @param script what the step runs
 */
export function standsIn(script: string, start: number, end: number): boolean {
  const value = script.slice(start, end).replace(/^(["'])(.*)\1$/, '$2');
  return saysSo.test(value) && before.test(script.slice(Math.max(0, start - nearby), start));
}
