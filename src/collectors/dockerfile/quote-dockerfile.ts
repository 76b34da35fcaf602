import { createRedactor, mark, ruleFor, type Redactor } from '../secrets/create-redactor.ts';
import { maskComment, secretsIn } from '../secrets/mask-text.ts';
import { expand } from './expand.ts';
import { commandOf } from './health-check.ts';
import { pairs } from './pairs.ts';
import { parseDockerfile } from './parse-dockerfile.ts';
import { splitInstructions, type Instruction, type Split } from './split-instructions.ts';
import { readList } from './split-words.ts';

/** A secret that is shorter may stand in a line for something else, so that the whole instruction goes. */
const shortest = 4;

/**
 * The lines of a Dockerfile as they may be shown. Whatever its facts would drop is masked in them. What is left is
 * read again, and where anything in it would still be dropped nothing is shown.
 *
 * @param known what reading its facts has told already: its instructions, and whether nothing was dropped from them
 */
export function quoteDockerfile(
  text: string,
  path: string,
  known?: { readonly split: Split; readonly clean: boolean },
): readonly string[] | undefined {
  const { instructions, escape } = known?.split ?? splitInstructions(text, path);
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const redactor = createRedactor();
  const quoted = lines.map((line) => (/^\s*#/.test(line) ? maskComment(line) : line));
  for (const instruction of instructions) {
    const { line, end } = instruction;
    const own = quoted.slice(line - 1, end);
    const masked = maskInstruction(instruction, own, escape, redactor);
    if (masked !== own) quoted.splice(line - 1, own.length, ...masked);
  }
  // What ends the last line begins no other.
  if (quoted.at(-1) === '') quoted.pop();
  const changed = quoted.some((line, at) => line !== lines[at]);
  return (known?.clean === true && !changed) || holdsNothing(quoted.join('\n'), path)
    ? quoted
    : undefined;
}

function maskInstruction(
  instruction: Instruction,
  lines: readonly string[],
  escape: string,
  redactor: Redactor,
): readonly string[] {
  const secrets = secretsOf(instruction, lines, escape, redactor);
  if (secrets.length === 0) return lines;
  const whole = lines.map((_, at) => (at === 0 ? `${instruction.keyword} ${mark}` : `# ${mark}`));
  const text = lines.join('\n');
  // What is written in another way than it is meant cannot be found.
  if (secrets.some((forms) => !forms.some((form) => text.includes(form)))) return whole;
  const forms = secrets.flat().toSorted((a, b) => b.length - a.length);
  const masked = lines.map((line) =>
    forms.reduce((left, secret) => left.replaceAll(secret, mark), line),
  );
  const rest = squeeze(masked.join('\n'), escape);
  const clear = forms.every(
    (secret) => secret.length >= shortest && !rest.includes(squeeze(secret, escape)),
  );
  return clear ? masked : whole;
}

/** A text without what may break a line. */
const squeeze = (text: string, escape: string): string =>
  text.replaceAll(escape, '').replaceAll(/\s+/g, '');

/** A line without the mark that it goes on. */
const endless = (line: string): string => line.replace(/[\\`][ \t]*$/, '');

/** Everything in an instruction that its facts would drop, each in the forms that it has: as written, as meant. */
function secretsOf(
  instruction: Instruction,
  lines: readonly string[],
  escape: string,
  redactor: Redactor,
): readonly (readonly string[])[] {
  const { keyword, rest, flags, heredocs } = instruction;
  const found: (readonly string[])[] = [];
  if (keyword === 'ENV' || keyword === 'ARG' || keyword === 'LABEL') {
    for (const [name, raw = ''] of pairs(instruction, escape)) {
      const meant = expand(raw, escape, () => null) ?? raw;
      if (ruleFor(name, meant) !== undefined) found.push([raw, meant]);
    }
  }
  const look = (text: string): void => {
    for (const secret of secretsIn(text)) found.push([secret]);
  };
  for (const line of lines) look(endless(line));
  look(rest);
  for (const { value } of flags) look(value);
  for (const { body } of heredocs) look(body);
  const words = readList(commandOf(instruction));
  if (words === undefined) return found;
  const kept = redactor.command(words).value;
  for (const [at, word] of words.entries()) if (kept[at] !== word) found.push([word]);
  return found;
}

function holdsNothing(text: string, path: string): boolean {
  const redactor = createRedactor();
  try {
    parseDockerfile(text, path, redactor);
  } catch {
    // What no longer reads as a Dockerfile cannot be held to its own rules.
    return false;
  }
  return Object.keys(redactor.counts()).length === 0;
}
