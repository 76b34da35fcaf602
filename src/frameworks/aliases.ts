import { text, type Text } from '../core/text.ts';

/**
 * Other spellings of a framework, each with what to say about it. They are written as names are compared:
 * in lower case, without slashes, with a hyphen for each space.
 */
export const aliasesFor = (id: string, spellings: readonly string[]): Record<string, Text> =>
  Object.fromEntries(
    spellings.map((spelling) => [
      spelling,
      text(`${spelling} is taken for ${id}.`, `${spelling} 按 ${id} 处理。`),
    ]),
  );

/** Spellings of a number that is a known misprint of a standard's, `number`. */
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
