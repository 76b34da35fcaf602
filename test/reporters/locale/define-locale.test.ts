import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/reporters/documents/build-document.ts';
import { renderHtml } from '../../../src/reporters/html/render-html.ts';
import { defineLocale } from '../../../src/reporters/locale/define-locale.ts';
import { builtinLocales } from '../../../src/reporters/locale/locale.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { speaker } from '../../../src/reporters/locale/translate.ts';
import { messages } from '../../../src/reporters/words/messages.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { sampleFramework } from '../../fixtures/sample-framework.ts';

const total = Object.keys(messages).length;
const whole = { ...builtinLocales.en.messages, 'section.scope': 'Prüfumfang' };
const german = defineLocale({
  id: 'de',
  name: 'Deutsch',
  messages: whole,
  kinds: { engine: 'Container-Engine' },
  texts: { [sampleFramework.title.en]: 'Beispielstandard 1.0' },
  thousands: '.',
  date: ({ year, month, day = 1, time = '' }) => `${day}.${month}.${year} ${time}`,
});
const begun = defineLocale({
  id: 'de',
  name: 'Deutsch',
  base: 'zh',
  incomplete: true,
  messages: { 'status.pass': 'Bestanden' },
});
const pageIn = (language: typeof german) =>
  renderHtml(
    buildDocument(sampleAssessment(), { language, frameworkId: sampleFramework.id }),
  ).replaceAll(/\s+/g, ' ');

describe('a language of one’s own', () => {
  it('speaks, groups digits and writes dates', () => {
    const say = speaker(german);
    expect(say('section.scope')).toBe('Prüfumfang');
    expect(say('result.of', { count: 3, total: 1_234_567 })).toBe('3 of 1.234.567');
    expect(say.number(1200)).toBe('1.200');
    expect(german.date('2026-11-24T12:00:00Z')).toBe('24.11.2026 12:00');
    expect(german.date('some day')).toBe('some day');
  });

  it('is the language of the page, and the cover says which titles are not translated', () => {
    const page = pageIn(german);
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('<h2>Prüfumfang</h2>');
    expect(page).toContain('Beispielstandard 1.0');
    expect(page).toContain('Container-Engine: all');
    expect(page).toMatch(/\d+ of \d+ titles of controls and requirements are not translated/);
    expect(page).not.toContain('texts of the report itself');
  });

  it('that is begun stands in its base where it has no word, and the cover says how often', () => {
    expect(begun.missing).toBe(total - 1);
    const page = pageIn(begun);
    expect(page).toContain('评估范围');
    expect(page).toContain('Bestanden');
    expect(page).toContain(`报告自身的 ${total} 条用语中有 ${total - 1} 条尚无译文`);
  });

  it('is that of the PDF, and leaves formats for machines in the base', async () => {
    const assessment = sampleAssessment();
    const csv = await renderReport('csv', assessment, { language: begun });
    expect(csv).toBe(await renderReport('csv', assessment, { language: 'zh' }));
    const pdf = await renderReport('pdf', assessment, { language: german });
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Lang\s*\(de\)/);
  });

  it('is not built in, so that nothing is said of missing words in English or Chinese', () => {
    for (const language of ['en', 'zh'] as const) {
      const page = renderHtml(buildDocument(sampleAssessment(), { language }));
      expect(page).not.toMatch(/are not translated|尚无译文/);
    }
  });

  const { 'status.pass': _, ...lacking } = whole;
  const define = (messages: unknown, more: object = {}) => {
    const definition = { id: 'de', name: 'Deutsch', messages, ...more };
    // What a configuration in JavaScript may hand over.
    return () => defineLocale(definition as Parameters<typeof defineLocale>[0]);
  };
  it.each([
    ['a message is missing', define(lacking), 'messages are missing: status.pass'],
    ['an id is unknown', define({ ...whole, 'no.such': 'x' }), 'no such messages: no.such'],
    [
      'a message is empty',
      define({ ...whole, 'status.pass': ' ' }),
      'messages are empty: status.pass',
    ],
    [
      'a slot is lost, also of one that is begun',
      define({ 'result.of': '{count} von' }, { incomplete: true }),
      'other slots than the original: result.of',
    ],
    ['its id is no tag', define(whole, { id: '../de' }), 'not a BCP 47 language tag'],
    ['its id is that of English', define(whole, { id: 'en' }), 'contains this language already'],
  ])('is refused when %s', (_, defining, why) => {
    expect(defining).toThrow(why);
    expect(defining).toThrow(expect.objectContaining({ code: 'locale-invalid' }));
  });

  it('does not compile when a message is missing', () => {
    // @ts-expect-error status.pass is missing
    const unfinished = () => defineLocale({ id: 'de', name: 'Deutsch', messages: lacking });
    expect(unfinished).toThrow('status.pass');
  });
});
