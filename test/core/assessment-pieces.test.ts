import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessmentJson } from '../../src/core/assessment/assessment-json.ts';
import { parseAssessmentPieces } from '../../src/core/assessment/assessment-pieces.ts';
import type { Assessment } from '../../src/core/assessment/assessment.ts';
import { parseAssessment } from '../../src/core/assessment/parse-assessment.ts';
import { limitAssessment } from '../../src/core/assessment/limit-assessment.ts';
import { createListSplitter } from '../../src/core/assessment/list-splitter.ts';
import { sampleAssessment } from '../fixtures/assessment.ts';
import { hostileAssessment } from '../fixtures/hostile.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = (text: string, size = 7): Promise<Assessment> =>
  parseAssessmentPieces(cut(bytesOf(text), size));

const sample = sampleAssessment();
const stale = limitAssessment(
  {
    ...sample,
    findings: sample.findings.map((finding) => ({ ...finding, stale: true as const })),
  },
  { subjects: ['*'] },
);

describe('an assessment read in pieces', () => {
  it.each([
    ['the sample', sample],
    ['a stale one', stale],
    ['a hostile one', hostileAssessment()],
    ['one without findings', limitAssessment(sample, { controls: ['none-of-them'] })],
  ])('is what it is when read whole: %s', async (_, of) => {
    for (const text of [assessmentJson(of), JSON.stringify(of)]) {
      for (const size of [1 << 10, 7919, 1 << 22]) {
        expect(await read(text, size)).toStrictEqual(parseAssessment(JSON.parse(text)));
      }
    }
  });

  it('says which finding is none', async () => {
    const text = JSON.stringify({ ...sample, findings: [...sample.findings.slice(0, 1), {}] });
    await expect(read(text)).rejects.toMatchObject({
      code: 'assessment-invalid',
      message: expect.stringContaining('findings[1].controlId') as string,
    });
  });

  it.each(['', '{', '[]x', '{"findings":[}', '{"findings":[1}', '{"findings":[]', '\uFEFF{}'])(
    'is refused where it is no JSON: %j',
    async (text) => {
      await expect(read(text)).rejects.toThrow(
        /empty|ends too early|must stand|behind its end|assessment/,
      );
    },
  );
});

/** Puts together what the splitter took apart, a few characters at a time. */
function rejoined(text: string, size: number): unknown {
  const splitter = createListSplitter('list');
  const items: unknown[] = [];
  for (let at = 0; at < text.length; at += size) {
    for (const item of splitter.push(text.slice(at, at + size))) items.push(JSON.parse(item));
  }
  const rest = JSON.parse(splitter.rest()) as Record<string, unknown>;
  return Array.isArray(rest['list']) ? { ...rest, list: items } : rest;
}

describe('the splitter of a list', () => {
  it('takes apart any object into what it holds, wherever the text is cut', () => {
    const object = fc.record({
      before: fc.jsonValue(),
      list: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
      after: fc.record({ list: fc.array(fc.jsonValue()), '"list":[': fc.string() }),
    });
    fc.assert(
      fc.property(
        object,
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(0, 2),
        (of, size, by) => {
          const text = JSON.stringify(of, null, by);
          expect(rejoined(text, size)).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  it.each(['[1,]', '[,1]', '[,]', '[1 2]', '[1}', '[[1}]', '{"a":1]', '["x'])(
    'makes JSON of nothing that is none: %s',
    (list) => {
      expect(() => rejoined(`{"list":${list}}`, 3)).toThrow(SyntaxError);
    },
  );

  it('knows a list whose name is written with escapes, and refuses a second one', () => {
    expect(rejoined('{"li\\u0073t":[1]}', 2)).toEqual({ list: [1] });
    expect(() => rejoined('{"list":[1],"list":[2]}', 2)).toThrow('occurs twice');
  });
});
