import {
  isSwitches,
  namesRevision,
  needsOption,
  takesFreeValue,
} from '../../knowledge/commands/option-values.ts';
import { redactionMarks } from '../../core/facts/redaction-marks.ts';
import { switchesOff } from '../../knowledge/verification/switches-off.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { classOf, isMode } from './closed-value.ts';
import { createKnownTexts } from '../../syntax/secrets/known-texts.ts';

/** What stands where a value stood, by the value. */
export type MarkOf = (value: string) => string;

/** Whether a value is part of a script that a variable holds, by the name of that. */
type IsCode = (name: string, value: string) => boolean;
const nothing: IsCode = () => false;

/** A value as it may be kept: as it is where it is of a closed type, else its mark. */
export function shownValue(value: string, markOf: MarkOf): string {
  const bare = unquoted(value);
  if (classOf(bare) !== 'other' || isSwitches(bare)) return value;
  const written = bare.replace(redactionMarks, '').replace(expansion, '');
  if (written === '') return value;
  // What is known only when it runs is no value.
  return [markOf(bare), ...(bare.match(expansion) ?? [])].join(' ');
}

/** What a shell puts in: a variable, or what a command prints. */
const expansion = /\$(?:\(\)|\w{1,64}|\{\w{1,64}\}|(?![\w{(]))/g;

const unquoted = (value: string): string => /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;

/** `NAME=value`, `--name=value`; what compares with two signs is neither. */
const assignment = /^((?:--?)?[A-Za-z_][\w.:-]{0,100})(\+?=)(?!=)(.+)$/s;

/** What a script stands behind in one word. */
const takesScript = /^-\w{0,8}c$|^CMD-SHELL$/;

/** An option that may have its value in the next word. */
const option = /^--?[A-Za-z][\w.-]*$/;

/** Programs that start the program behind them, and words that stand before one in a script or a history. */
const starters = new Set(
  'RUN CMD CMD-SHELL ENTRYPOINT HEALTHCHECK SHELL exec env sudo doas nice time nohup command builtin gosu su-exec setpriv tini dumb-init then do else if elif while until ! {'.split(
    ' ',
  ),
);

/** The program that a command starts, by the words of it. */
function programOf(words: readonly string[]): string {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    // Whom sudo and its kind start a program as.
    if (word === '-u' || word === '-g') at += 1;
    else if (!word.startsWith('-') && !word.includes('=') && !starters.has(basename(word))) {
      return basename(word)
        .toLowerCase()
        .replace(/\.exe$/, '')
        .replace(/(?<=[a-z])[\d.]+$/, '');
    }
  }
  return '';
}

/** Scripts within the words of scripts. */
const deepest = 3;

/**
 * The words of a command as they may be kept: what is given to variables and options is masked unless it is of a closed
 * type, or of a kind that controls need. Words that stand for themselves stay: they are free text.
 */
export function maskWords(
  words: readonly string[],
  markOf: MarkOf,
  isCode: IsCode = nothing,
  depth = 0,
): readonly string[] {
  let program: string | undefined;
  return words.map((word, at) => {
    if (word === '' || isMode(word)) return word;
    if (word.includes('://') && word.includes('?')) return maskQuery(word, markOf);
    const before = words[at - 1] ?? '';
    if (takesScript.test(before) && /\s/.test(word)) {
      return maskScript(word, markOf, isCode, depth + 1);
    }
    const [, name = '', sign = '', value = ''] = assignment.exec(word) ?? [];
    if (name !== '') {
      if (needsOption(name) || isCode(name, value)) return word;
      if (namesRevision((program ??= programOf(words)), name)) return word;
      if (/^\$\(.+\)$/s.test(value)) {
        return name + sign + maskScript(value, markOf, isCode, depth + 1);
      }
      const shown = shownValue(value, markOf);
      if (shown === value) return word;
      // What leaves a check out stays seen to do so.
      const kept = switchesOff(word) ? maskScript(value, markOf, isCode, depth + 1) : shown;
      return name + sign + kept;
    }
    if (
      at > 0 &&
      option.test(before) &&
      !/^[-+]/.test(word) &&
      takesFreeValue((program ??= programOf(words)), before)
    ) {
      return shownValue(word, markOf);
    }
    return /\s/.test(word) ? maskScript(word, markOf, isCode, depth + 1) : word;
  });
}

const query = /([?&][\w.-]{1,100}=)([^&\s"'#]+)/g;

/** The commit that an address of a repository is held to. */
const commitInQuery = /^[?&](?:ref|rev)=[0-9a-f]{40}$/;

/** An address without the values of its query. */
const maskQuery = (word: string, markOf: MarkOf): string =>
  word.replace(query, (whole, name: string, value: string) =>
    commitInQuery.test(whole) ? whole : name + shownValue(value, markOf),
  );

/** The parts of a script: what breaks a command, blank space, and words with their quotes. */
const parts =
  /((?:\\\r?\n|[ \t\r])+)|([\n;&|()`]+)|((?:\[redacted [0-9a-f]{16}\]|\[|"(?:[^"\\]|\\[^])*"|'[^']*'|\\[^\n]|[^\s;&|()`"'\\[]+)+)|([^])/g;

/** A script, or a line of the history of an image, as it may be kept; what is not masked stays to the letter. */
export function maskScript(
  script: string,
  markOf: MarkOf,
  isCode: IsCode = nothing,
  depth = 0,
): string {
  if (depth > deepest || !/[=-]/.test(script) || unmasked.has(script)) return script;
  const shown = maskParts(script, markOf, isCode, depth);
  // Neither what is code nor what is deeper within another script has more of it masked.
  if (shown === script && depth === 0 && isCode === nothing) unmasked.add(script);
  return shown;
}

/** Scripts in which nothing is masked: for a build step, what it runs and each of its lines are shown. */
const unmasked = createKnownTexts({ texts: 1024, characters: 4096 });

function maskParts(script: string, markOf: MarkOf, isCode: IsCode, depth: number): string {
  let shown = '';
  let raw: string[] = [];
  let spaces: string[] = [];
  const flush = (): void => {
    const words = raw.map(meant);
    const kept = maskWords(words, markOf, isCode, depth);
    for (const [at, each] of raw.entries()) {
      shown += kept[at] === words[at] ? each : rewritten(each, kept[at] ?? '');
      shown += spaces[at] ?? '';
    }
    raw = [];
    spaces = [];
  };
  parts.lastIndex = 0;
  for (let match = parts.exec(script); match; match = parts.exec(script)) {
    const [, space, end, word, other] = match;
    if (word !== undefined || other !== undefined) {
      // What follows a word without a space goes on with it.
      if (raw.length > spaces.length) raw[raw.length - 1] += word ?? other ?? '';
      else raw.push(word ?? other ?? '');
    } else if (space !== undefined) {
      if (raw.length === 0) shown += space;
      else spaces.push(space);
    } else {
      flush();
      // A word may have held a script, which was gone through as well.
      parts.lastIndex = match.index + match[0].length;
      shown += end ?? '';
    }
  }
  flush();
  return shown;
}

/** A word without its quotes. */
const meant = (raw: string): string =>
  /["'\\]/.test(raw)
    ? raw.replace(/"((?:[^"\\]|\\[^])*)"|'([^']*)'|\\([^])/g, (_, double, single, escaped) =>
        String(double ?? single ?? escaped),
      )
    : raw;

/** A word that was masked, in the quotes and over as many lines as it was written. */
function rewritten(raw: string, kept: string): string {
  const quote = /^(["'])/.exec(raw)?.[1];
  const whole = quote !== undefined && raw.endsWith(quote) && !kept.includes(quote);
  const lines = (raw.match(/\n/g)?.length ?? 0) - (kept.match(/\n/g)?.length ?? 0);
  return (whole ? quote + kept + quote : kept) + '\n'.repeat(Math.max(0, lines));
}
