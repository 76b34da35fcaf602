import type { Language } from '../../core/text.ts';
import type { FleetReader } from '../../evidence/fleet/open-fleet-store.ts';
import { localeOf } from '../../reporters/locale/locale.ts';
import { speaker, type Say } from '../../reporters/locale/translate.ts';
import { inert } from '../../core/neutralise-text.ts';
import type { Person } from '../access/identify.ts';
import type { Book } from './book.ts';
import { speakWords, type Word } from './console-words.ts';

/** What a page is written with. */
export interface View {
  readonly language: Language;
  readonly say: Say;
  readonly word: Word;
  /** Writes an instant for people, in UTC. */
  readonly date: (iso: string) => string;
  /** A text that a host sent, with nothing in it that acts on what stands around it. */
  readonly shown: (text: string) => string;
  /** The address of another page in the same language; what is empty or absent is left out. */
  readonly to: (path: string, query?: Query) => string;
  /** The address of this very page in another language. */
  readonly inOther: string;
  /** The address of what has no language. */
  readonly at: (path: string) => string;
  readonly book: Book;
  readonly store: FleetReader;
  /** Who looks; `undefined` before anybody has signed in. */
  readonly person: Person | undefined;
  /** Which page is marked in the navigation. */
  readonly here: string;
  readonly now: Date;
  /** Names of elements that are taken. */
  readonly placed: Set<string>;
}

/** Values of an address. */
export type Query = Readonly<Record<string, string | undefined>>;

/** What differs from page to page. */
export interface Viewing extends Pick<View, 'language' | 'book' | 'store' | 'person' | 'now'> {
  /** Where the console is mounted, without a slash at its end. */
  readonly base: string;
  /** The rest of the address after the language, with its query. */
  readonly rest: string;
}

/** Writes an address; what is empty or absent is left out. */
export function addressOf(path: string, query: Query = {}): string {
  const said = Object.entries(query).filter(
    (each): each is [string, string] => each[1] !== undefined && each[1] !== '',
  );
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`;
}

/** Makes a view. */
export function createView({ base, rest, language, ...given }: Viewing): View {
  const locale = localeOf(language);
  const say = speaker(locale);
  return {
    ...given,
    language,
    say,
    word: speakWords(language),
    date: locale.date,
    shown: (text) => inert(text, { max: 300, more: (hidden) => `… +${hidden}` }),
    to: (path, query) => `${base}/${language}${addressOf(path, query)}`,
    inOther: `${base}/${language === 'en' ? 'zh' : 'en'}${rest}`,
    at: (path) => `${base}${path}`,
    here: `/${rest.split(/[/?]/)[1] ?? ''}`,
    placed: new Set(['main']),
  };
}
