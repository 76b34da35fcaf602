/**
 * The declarations of a door with the messages of the reports cut down to their slots: what a caller's types need of
 * a message is its id and the names of its slots. Its words, in two languages, would be half of all declarations.
 */
export const slotsOnly = (declarations: string): string =>
  declarations.replace(/declare const messages: \{[^]*?\n\};/, (messages) =>
    messages
      .replace(/\n *readonly zh: .*/g, '')
      .replace(/readonly (\S+): \{\s*readonly en: (".*");\s*\};/g, '$1: { en: $2 };')
      .replace(
        /(en: )"(.*)"/g,
        (_, head: string, words: string) => `${head}"${(words.match(/\{\w+\}/g) ?? []).join('')}"`,
      ),
  );
