/** Whether a word is a whole commit, or one that a variable may hold. */
export const namesCommit = (word: string): boolean =>
  /^[0-9a-f]{40}(?:[0-9a-f]{24})?$|\$/.test(word);
