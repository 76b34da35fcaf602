import { languages, type Language, type PlimsollConfig, type Wording } from '../../index.ts';

let typed: string | undefined;
let spoken: Language = 'en';

const isLanguage = (id: string | undefined): id is Language =>
  languages.some((each) => each === id);

/** Hears from the words that were typed, before anything parses them, in which language errors are to be said. */
export function hearLanguage(words: readonly string[]): void {
  typed = valueOf(words)?.split(',')[0]?.trim();
  spoken = isLanguage(typed) ? typed : 'en';
}

function valueOf(words: readonly string[]): string | undefined {
  for (const [at, word] of words.entries()) {
    if (word === '--') return undefined;
    const [, option, value] = /^(--lang|--language)(?:=(.*))?$/s.exec(word) ?? [];
    if (option !== undefined) return value ?? words[at + 1];
  }
  return undefined;
}

/** The same once a configuration is known: of a language of its own, that on which it is built; where none was typed, its own. */
export function hearConfig({ language, locales = [] }: PlimsollConfig): void {
  if (isLanguage(typed)) return;
  spoken =
    locales.find(({ id }) => id === typed)?.base ??
    (typed === undefined ? language : undefined) ??
    spoken;
}

/** The language of what is said on stderr: that of `--lang`, else that of the configuration, else English. */
export const spokenLanguage = (): Language => spoken;

/** Words for the person at the command line, in the language of this run. */
export const inSpoken = (said: Wording): string => (typeof said === 'string' ? said : said[spoken]);
