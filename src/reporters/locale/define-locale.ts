import { PlimsollError } from '../../core/errors.ts';
import { text, type Language, type Text } from '../../core/text.ts';
import type { builtinKinds } from '../../core/subjects/kinds.ts';
import { messages, type MessageId } from '../words/messages.ts';
import { dateWriter, type DateParts } from './dates.ts';
import { builtinLocales, isBuiltin, type Locale } from './locale.ts';

type Kind = (typeof builtinKinds)[number]['kind'];

interface Words {
  /** A language tag of BCP 47, such as `de` or `pt-BR`; it becomes part of file names. Not `en` and not `zh`. */
  readonly id: string;
  /** What its speakers call it: `Deutsch`. */
  readonly name: string;
  /** The language of what it has no words for; `en` when absent. */
  readonly base?: Language;
  /** How people call each kind of subject; a kind that is left out goes by its name in the base language. */
  readonly kinds?: Readonly<Partial<Record<Kind, string>>>;
  /**
   * Texts of controls, standards and checks, by their wording in the base language. What is left out appears in the
   * base language, and the cover says how many titles do.
   */
  readonly texts?: Readonly<Record<string, string>>;
  /** Between thousands; a narrow space when absent. */
  readonly thousands?: string;
  /** Writes a month, a day or an instant; ISO 8601 when absent. */
  readonly date?: (parts: DateParts) => string;
}

/** The reports in one more language: every message, so that one that is missing does not compile. */
export interface WholeLocale extends Words {
  readonly incomplete?: false;
  readonly messages: Readonly<Record<MessageId, string>>;
}

/** A beginning: what is missing stands in the base language, and the cover of every document says how much that is. */
export interface IncompleteLocale extends Words {
  readonly incomplete: true;
  readonly messages: Readonly<Partial<Record<MessageId, string>>>;
}

/** As many ids are named by an error. */
const shownIds = 5;

/**
 * Adds a language to the reports, in one file. Messages are typed by id; `{name}` is a slot, and a translation has the
 * slots of its original.
 *
 * @throws PlimsollError `locale-invalid` for messages that are missing, unknown, empty or have other slots, and for an
 * id that is no language tag
 * @example
 * export const german = defineLocale({ id: 'de', name: 'Deutsch', incomplete: true, messages: { 'status.pass': 'Bestanden' } });
 */
export function defineLocale(definition: WholeLocale | IncompleteLocale): Locale {
  const { id, name, base = 'en', kinds = {}, texts = {}, thousands = '\u202F' } = definition;
  if (!isTag(id)) {
    throw invalid(
      id,
      text(
        'its id is not a BCP 47 language tag, such as de or pt-BR',
        '其 id 不是 BCP 47 语言标签，如 de 或 pt-BR',
      ),
    );
  }
  if (isBuiltin({ ...builtinLocales.en, id })) {
    throw invalid(id, text('the package contains this language already', '本软件包已有该语言'));
  }
  const given = new Map<string, string>(
    Object.entries(definition.messages).filter(([, said]) => typeof said === 'string'),
  );
  checkMessages(id, given, definition.incomplete === true);
  const own = builtinLocales[base];
  return {
    id,
    name,
    base,
    messages: { ...own.messages, ...Object.fromEntries(given) },
    kinds: { ...own.kinds, ...kinds },
    texts,
    thousands,
    date: definition.date ? dateWriter(definition.date) : (iso) => iso,
    missing: Object.keys(messages).length - given.size,
  };
}

function checkMessages(id: string, given: ReadonlyMap<string, string>, incomplete: boolean): void {
  const known = new Map(Object.entries(messages));
  const refuse = (what: Text, ids: readonly string[]): void => {
    if (ids.length === 0) return;
    const shown = ids.slice(0, shownIds).join(', ');
    const more = ids.length - shownIds;
    throw invalid(
      id,
      text(
        `${what.en}: ${shown}${more > 0 ? `, and ${more} more` : ''}`,
        `${what.zh}：${shown}${more > 0 ? `，另有 ${more} 条` : ''}`,
      ),
    );
  };
  refuse(
    text('there are no such messages', '没有这些文字'),
    [...given.keys()].filter((each) => !known.has(each)),
  );
  const lacking = [...known.keys()].filter((each) => !given.has(each));
  refuse(text('messages are missing', '缺少文字'), incomplete ? [] : lacking);
  const entries = [...given];
  refuse(
    text('messages are empty', '文字为空'),
    entries.filter(([, said]) => said.trim() === '').map(([each]) => each),
  );
  refuse(
    text('messages have other slots than the original', '文字的占位与原文不同'),
    entries
      .filter(([each, said]) => slotsIn(said) !== slotsIn(known.get(each)?.en ?? ''))
      .map(([each]) => each),
  );
}

const slotsIn = (message: string): string =>
  [...new Set(Array.from(message.matchAll(/\{(\w+)\}/g), ([, name = '']) => name))]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join();

function isTag(id: string): boolean {
  try {
    return /^[a-z]{2,3}\b/.test(id) && Intl.getCanonicalLocales(id)[0] === id;
  } catch {
    // It is how Intl says that a text is no tag.
    return false;
  }
}

const invalid = (id: string, why: Text): PlimsollError =>
  new PlimsollError(
    'locale-invalid',
    text(
      `The language ${JSON.stringify(id)} cannot be used: ${why.en}.`,
      `语言 ${JSON.stringify(id)} 不能使用：${why.zh}。`,
    ),
    {
      hint: text(
        'Give defineLocale every message, or set incomplete: true, which the cover of each document then mentions.',
        '请为 defineLocale 给出全部文字，或设 incomplete: true，各文档的封面会注明。',
      ),
    },
  );
