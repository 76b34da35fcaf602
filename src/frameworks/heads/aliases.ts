import { text, type Text } from '../../core/text.ts';

const nothing = text('', '');

/**
 * Other spellings of a framework's id, each with what is said of it. They are written as names are compared:
 * in lower case, without slashes, with a hyphen for each space. `because` ends the sentence where the
 * spelling alone does not tell the edition; it begins with a comma.
 */
export const aliasesOf = (
  id: string,
  spellings: readonly string[],
  because: Text = nothing,
): Record<string, Text> =>
  Object.fromEntries(
    spellings.map((spelling) => [
      spelling,
      text(
        `${spelling} is taken for ${id}${because.en}.`,
        `${spelling} 按 ${id} 处理${because.zh}。`,
      ),
    ]),
  );

/** Spellings of `misprint`, a number that is no standard's and is known to be written for `number`. */
export const misprintsOf = (
  id: string,
  number: string,
  misprint: string,
  spellings: readonly string[],
): Record<string, Text> =>
  Object.fromEntries(
    spellings.map((spelling) => [
      spelling,
      text(
        `There is no standard ${misprint}: it is a known misprint of ${number}, and is taken for ${id}.`,
        `不存在编号为 ${misprint} 的标准，系 ${number} 的常见误写，按 ${id} 处理。`,
      ),
    ]),
  );
