import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/core/text.ts';
import { builtinLocales } from '../../../src/reporters/locale/locale.ts';
import { speaker } from '../../../src/reporters/locale/translate.ts';
import { messages } from '../../../src/reporters/words/messages.ts';

const all = Object.entries(messages);
const slotsOf = (message: string): readonly string[] =>
  Array.from(message.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? '').toSorted();

describe('the words of the reports', () => {
  it('have each id once, over all topics', () => {
    const folder = new URL('../../../src/reporters/words/', import.meta.url);
    const ids = readdirSync(folder).flatMap((file) =>
      Array.from(
        readFileSync(new URL(file, folder), 'utf8').matchAll(
          /^ {2}'([^']+)': (?:\{|reasonWords)/gm,
        ),
        ([, id]) => id,
      ),
    );
    expect(ids).toHaveLength(all.length);
    expect(new Set(ids)).toEqual(new Set(all.map(([id]) => id)));
  });

  it.each(all)('%s has the same slots in every language', (_, message) => {
    expect(slotsOf(message.zh)).toEqual(slotsOf(message.en));
  });

  it.each(all)('%s leaves the conclusion to the assessor', (_, message) => {
    expect(message.en).not.toMatch(/complian|compliant/i);
    expect(message.zh).not.toContain('合规');
  });

  const inChinese = all.filter(
    ([id, { zh }]) => id !== 'scope.comma' && /\p{Script=Han}/u.test(zh),
  );
  it.each(inChinese)('%s has Chinese punctuation in Chinese', (_, { zh }) => {
    expect(zh).not.toMatch(/\p{Script=Han}\s*[,;:?!()]|[,;:?!(]\s*\p{Script=Han}/u);
  });
});

describe('speaker', () => {
  it('fills slots and groups the digits of numbers', () => {
    expect(speaker('en')('result.of', { count: 3, total: 1_234_567 })).toBe('3 of 1,234,567');
    expect(speaker('zh')('result.of', { count: 12, total: 1000 })).toBe('12 / 1,000');
  });

  it('takes what fills a slot as it is', () => {
    expect(speaker('en')('notice.superseded', { id: '{id} $& $1' })).toContain('{id} $& $1');
  });

  it('asks for every slot, and for none where there is none', () => {
    // @ts-expect-error a slot is left out
    speaker('en')('result.of', { count: 3 });
    // @ts-expect-error there is no such slot
    speaker('en')('section.scope', { count: 3 });
    // @ts-expect-error there is no such message
    expect(() => speaker('en')('no.such-message')).toThrow(TypeError);
  });

  it('speaks every language', () => {
    expect(languages.map((language) => speaker(language)('section.scope'))).toEqual([
      'What was assessed',
      '评估范围',
    ]);
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-24T12:00:59.123Z', '24 November 2026, 12:00 UTC', '2026年11月24日 12:00（UTC）'],
    ['2026-01-05', '5 January 2026', '2026年1月5日'],
    ['2015-04', 'April 2015', '2015年4月'],
    ['some day', 'some day', 'some day'],
  ])('writes %s', (iso, en, zh) => {
    expect(builtinLocales.en.date(iso)).toBe(en);
    expect(builtinLocales.zh.date(iso)).toBe(zh);
  });
});
