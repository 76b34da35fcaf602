import type { Language, Text } from '../../core/text.ts';
import { speaker, writeDate, type Say } from '../say.ts';
import type { MessageId } from '../words.ts';
import { messages } from '../words.ts';
import { inert } from './inert.ts';

/** The one way in which words and values enter a report: in its language, and harmless. */
export interface Voice {
  readonly language: Language;
  readonly say: Say;
  /** Says a message that the data names; a name that no message has comes back as it is. */
  readonly sayOr: (id: string, otherwise: string) => string;
  /** A name, an id, a path: one line, short. */
  readonly name: (text: string) => string;
  /** A value that was read: one line. */
  readonly value: (text: string) => string;
  /** A sentence of an author or a person, which may hold several lines. */
  readonly prose: (text: string) => string;
  readonly text: (text: Text) => string;
  readonly date: (iso: string) => string;
}

/** Longest name, value and prose that are shown, in UTF-16 units. */
const longest = { name: 200, value: 1000, prose: 4000 } as const;

const isMessage = (id: string): id is MessageId => Object.hasOwn(messages, id);

/** Makes the voice of a report in a language. */
export function createVoice(language: Language): Voice {
  const say = speaker(language);
  const more = (count: number): string => say('title.truncated', { count });
  const name = (text: string): string => inert(text, { max: longest.name, more });
  const prose = (text: string): string => inert(text, { max: longest.prose, more, prose: true });
  return {
    language,
    say,
    sayOr: (id, otherwise) => (isMessage(id) ? messages[id][language] : name(otherwise)),
    name,
    value: (text) => inert(text, { max: longest.value, more }),
    prose,
    text: (text) => prose(text[language]),
    date: (iso) => name(writeDate(iso, language)),
  };
}
