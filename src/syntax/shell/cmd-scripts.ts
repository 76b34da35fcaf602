/** The script that cmd of Windows has behind `/c`; what it reads from a pipe is none. Paths are read with slashes. */
export function cmdScripts(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => /^\/[ckr]$/i.test(word));
  return at < 0
    ? []
    : [
        words
          .slice(at + 1)
          .join(' ')
          .replaceAll('\\', '/'),
      ];
}
