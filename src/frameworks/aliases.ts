import { text, type Text } from '../core/text.ts';

const nothing = text('', '');

/**
 * Other spellings of a framework's id, each with what is said of it. `because` ends the sentence where the
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
