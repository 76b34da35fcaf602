import { z } from 'zod';
import type { AnyControl } from '../../core/controls/control.ts';
import type { Text } from '../../core/text.ts';

/** What the source of a control and the control itself both have: the words that its author wrote, in one order. */
const wordsOf = (controls: readonly AnyControl[]): readonly string[] => [
  ...new Set(
    controls.flatMap(
      ({ title, failingTitle, rationale, remediation, question, references, params }) => [
        ...[title, failingTitle, rationale, remediation, question].flatMap(textsOf),
        ...references,
        ...Object.values<z.core.$ZodType>(params.shape).flatMap((param) =>
          textsOf(z.globalRegistry.get(param)),
        ),
      ],
    ),
  ),
];

/** The texts of both languages. */
const textsOf = (words: Text | Record<string, unknown> | undefined): readonly string[] =>
  [words?.en, words?.zh].filter((each) => typeof each === 'string');

/** Texts by path, with a number in the place of each word that the controls have: the package need not hold it twice. */
export function withoutWords(
  files: Readonly<Record<string, string>>,
  controls: readonly AnyControl[],
): Record<string, string> {
  const numbers = new Map(wordsOf(controls).map((word, at) => [word, at]));
  // A literal with an escape in it is not what the control says, and stays.
  const literal = /(?<=')[^'\\\n]{8,}(?=')/g;
  const marked = (text: string): string =>
    text.replace(literal, (word) => {
      const at = numbers.get(word);
      return at === undefined ? word : `\0${at}\0`;
    });
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, marked(text)]));
}

/** The texts as they were before {@link withoutWords}, with the same controls. */
export function withWords(
  files: Readonly<Record<string, string>>,
  controls: readonly AnyControl[],
): Record<string, string> {
  const words = wordsOf(controls);
  const whole = (text: string): string =>
    text.replace(/\0(\d+)\0/g, (_, at: string) => words[Number(at)] ?? '');
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, whole(text)]));
}
