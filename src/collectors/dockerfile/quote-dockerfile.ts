import { createRedactor, ruleFor, type Redactor } from '../redaction/create-redactor.ts';
import { classOf } from '../redaction/closed-value.ts';
import { mark } from '../redaction/mark.ts';
import { defaultsIn, maskComment, saidBy, secretsIn } from '../redaction/mask-text.ts';
import { findSecrets } from '../../syntax/secrets/find-secrets.ts';
import { maskList } from '../redaction/mask-values.ts';
import { maskScript } from '../redaction/mask-words.ts';
import { expand } from '../../syntax/dockerfile/expand-variables.ts';
import { commandOf } from './health-check.ts';
import { pairs } from '../../syntax/dockerfile/pairs.ts';
import { parseDockerfile } from './parse-dockerfile.ts';
import {
  readInstruction,
  splitInstructions,
  type Instruction,
  type Split,
} from '../../syntax/dockerfile/split-instructions.ts';
import { readList } from '../../syntax/dockerfile/split-words.ts';

/** A secret that is shorter may stand in a line for something else, so that the whole instruction goes. */
const shortest = 4;

/**
 * The lines of a Dockerfile as they may be shown. Whatever its facts would drop is masked in them. What is left is read
 * again, and where anything in it would still be dropped nothing is shown.
 *
 * @param known what reading its facts has shown already: its instructions, and whether nothing was dropped from them
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
  let held = quoted.some((line, at) => line !== lines[at]);
  for (const instruction of instructions) {
    const { line, end } = instruction;
    const own = quoted.slice(line - 1, end);
    const inner = innerOf(instruction);
    const declares = inner.keyword === 'ENV' || inner.keyword === 'ARG';
    const { masked, secret } = declares
      ? maskDeclaration(inner, own, escape)
      : maskInstruction(instruction, own, escape, redactor);
    held ||= secret;
    if (masked !== own) quoted.splice(line - 1, own.length, ...masked);
  }
  // What ends the last line begins no other.
  if (quoted.at(-1) === '') quoted.pop();
  if ((known?.clean !== true || held) && !holdsNothing(quoted.join('\n'), path)) return undefined;
  return withoutValues(quoted, instructions);
}

/** An instruction as it may be shown, and whether a secret stood in it. */
interface MaskedInstruction {
  readonly masked: readonly string[];
  readonly secret: boolean;
}

/** The lines without what scripts and comments give to variables and options, unless it is of a closed type. */
function withoutValues(
  lines: readonly string[],
  instructions: readonly Instruction[],
): readonly string[] {
  const shown = lines.map((line) => (/^\s*#/.test(line) ? maskScript(line, () => mark) : line));
  for (const instruction of instructions) {
    const { line, end } = instruction;
    const inner = innerOf(instruction);
    if (!commands.has(inner.keyword)) continue;
    const own = shown.slice(line - 1, end);
    const masked = readList(commandOf(inner))
      ? maskList(own.join('\n'), () => mark)
      : maskScript(own.join('\n'), () => mark);
    const kept = masked.split('\n');
    shown.splice(
      line - 1,
      own.length,
      ...(kept.length === own.length ? kept : wholeMask(inner, own)),
    );
  }
  return shown;
}

/** Instructions that hold a command. */
const commands: ReadonlySet<string> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL']);

/** What ONBUILD has another build do is no other instruction. */
const innerOf = (instruction: Instruction): Instruction =>
  instruction.keyword === 'ONBUILD'
    ? { ...instruction, ...readInstruction(instruction.rest) }
    : instruction;

/** Masks the values of an ENV or ARG where they stand, unless they are of a closed type and no secret. */
function maskDeclaration(
  instruction: Instruction,
  lines: readonly string[],
  escape: string,
): MaskedInstruction {
  const text = lines.join('\n');
  let at = text.search(/\b(?:ENV|ARG)\b/i) + 3;
  let masked = text.slice(0, at);
  let secret = false;
  for (const [name, raw = ''] of pairs(instruction, escape)) {
    const meant = expand(raw, escape, () => undefined) ?? raw.replace(/^(["'])(.*)\1$/s, '$2');
    const isSecret = ruleFor(name, meant) !== undefined;
    secret ||= isSecret;
    if (raw === '' || (!isSecret && classOf(meant) !== 'other')) continue;
    const named = text.indexOf(name, at);
    const start = named < 0 ? -1 : text.indexOf(raw, named + name.length);
    // What is written in another way than it is meant cannot be found.
    if (start < 0) return { masked: wholeMask(instruction, lines), secret: true };
    masked += text.slice(at, start) + mark;
    at = start + raw.length;
  }
  masked += text.slice(at);
  if (secretsIn(masked).length > 0) return { masked: wholeMask(instruction, lines), secret: true };
  return { masked: masked === text ? lines : masked.split('\n'), secret };
}

function maskInstruction(
  instruction: Instruction,
  lines: readonly string[],
  escape: string,
  redactor: Redactor,
): MaskedInstruction {
  const secrets = secretsOf(instruction, lines, escape, redactor);
  if (secrets.length === 0) return { masked: lines, secret: false };
  const whole = wholeMask(instruction, lines);
  const text = lines.join('\n');
  // What is written in another way than it is meant cannot be found.
  if (secrets.some((forms) => !forms.some((form) => text.includes(form)))) {
    return { masked: whole, secret: true };
  }
  const forms = secrets.flat().toSorted((a, b) => b.length - a.length);
  const masked = lines.map((line) =>
    forms.reduce((left, secret) => left.replaceAll(secret, mark), line),
  );
  const rest = squeeze(masked.join('\n'), escape);
  const clear = forms.every(
    (secret) => secret.length >= shortest && !rest.includes(squeeze(secret, escape)),
  );
  return { masked: clear ? masked : whole, secret: true };
}

const wholeMask = ({ keyword }: Instruction, lines: readonly string[]): readonly string[] =>
  lines.map((_, at) => (at === 0 ? `${keyword} ${mark}` : `# ${mark}`));

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
  if (keyword === 'LABEL') {
    for (const [name, raw = ''] of pairs(instruction, escape)) {
      const meant = expand(raw, escape, () => null) ?? raw;
      if (ruleFor(name, meant) !== undefined) found.push([raw, meant]);
    }
  }
  const look = (text: string): void => {
    // As it is meant it may stand nowhere: what is hidden is found as it is written.
    for (const each of findSecrets(text)) found.push(saidBy(each, text));
    for (const secret of defaultsIn(text)) found.push([secret]);
  };
  for (const line of lines) look(endless(line));
  look(rest);
  for (const { value } of flags) look(value);
  for (const { body } of heredocs) look(body);
  const words = readList(commandOf(instruction));
  if (words === undefined) return found;
  const kept = redactor.words(words).value;
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
