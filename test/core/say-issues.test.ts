import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Misfit, parseWith, readWith } from '../../src/core/read-with.ts';
import { own, sayProblems } from '../../src/core/say-issues.ts';
import type { Text } from '../../src/core/text.ts';

function saidOf(schema: z.ZodType, value: unknown): Text {
  const read = readWith(schema, value);
  if (read.success) throw new Error('the schema takes it');
  return sayProblems(read.problems);
}

const shape = z.object({ kind: z.literal('file'), path: z.string(), size: z.int() });
const forms = z.union([z.string().min(1), shape, z.object({ kind: z.literal('link') })]);
const tagged = z.discriminatedUnion('kind', [shape, z.object({ kind: z.literal('link') })]);

const cases: readonly [string, z.ZodType, unknown, en: string, zh: string][] = [
  ['is missing', z.object({ a: z.string() }), {}, 'a: is missing', 'a：缺失'],
  ['text', z.string(), 7, 'must be text, is a number', '应为文本，实为数字'],
  ['null', z.string(), null, 'must be text, is null', '应为文本，实为 null'],
  ['a number', z.number(), 'x', 'must be a number, is text', '应为数字，实为文本'],
  [
    'no number',
    z.number(),
    Number.NaN,
    'must be a number, is not a number',
    '应为数字，实为非数值',
  ],
  ['a whole number', z.int(), 1.5, 'must be a whole number, is 1.5', '应为整数，实为 1.5'],
  ['a switch', z.boolean(), 'yes', 'must be true or false, is text', '应为布尔值，实为文本'],
  ['a list', z.array(z.string()), {}, 'must be a list, is an object', '应为列表，实为对象'],
  ['an object', z.object({}), [], 'must be an object, is a list', '应为对象，实为列表'],
  [
    'a record',
    z.record(z.string(), z.string()),
    1,
    'must be an object, is a number',
    '应为对象，实为数字',
  ],
  [
    'a class',
    z.instanceof(URL),
    'x',
    'must be of the type URL, is text',
    '应为 URL 类型，实为文本',
  ],
  ['a value', z.enum(['a', 'b']), 'c', 'must be one of a, b', '应为以下之一：a、b'],
  ['one value', z.literal('a'), 'c', 'must be a', '应为 a'],
  ['too short', z.string().min(1), '', 'must not be empty', '不得为空'],
  [
    'shorter',
    z.string().min(3),
    'ab',
    'must have at least 3 characters, has 2',
    '应至少有 3 个字符，实有 2 个字符',
  ],
  [
    'longer',
    z.array(z.int()).max(1),
    [1, 2],
    'must have at most 1 entry, has 2',
    '应至多有 1 项，实有 2 项',
  ],
  [
    'a length',
    z.string().length(2),
    'a',
    'must have 2 characters, has 1',
    '应有 2 个字符，实有 1 个字符',
  ],
  ['too low', z.number().min(1), 0, 'must be at least 1, is 0', '应不小于 1，实为 0'],
  ['not above', z.number().positive(), 0, 'must be more than 0, is 0', '应大于 0，实为 0'],
  ['too high', z.number().max(3), 4, 'must be at most 3, is 4', '应不大于 3，实为 4'],
  ['not below', z.number().lt(3), 3, 'must be less than 3, is 3', '应小于 3，实为 3'],
  ['a step', z.number().multipleOf(5), 7, 'must be a multiple of 5, is 7', '应为 5 的倍数，实为 7'],
  ['a day', z.iso.date(), 'soon', 'must be a day such as 2026-01-31', '应为日期，如 2026-01-31'],
  ['an address', z.url(), 'x', 'must be a URL', '应为 URL'],
  ['a pattern', z.string().regex(/^a+$/), 'b', 'must match /^a+$/', '应匹配 /^a+$/'],
  ['a beginning', z.string().startsWith('a'), 'b', 'must begin with a', '应以 a 开头'],
  ['an end', z.string().endsWith('a'), 'b', 'must end with a', '应以 a 结尾'],
  ['a part', z.string().includes('a'), 'b', 'must hold a', '应包含 a'],
  [
    'a strange field',
    z.strictObject({}),
    { a: 1, 'b c': 2 },
    'a: there is no such field; ["b c"]: there is no such field',
    'a：没有此字段；["b c"]：没有此字段',
  ],
  [
    'a strange key',
    z.record(z.string().min(2), z.int()),
    { a: 1 },
    'a: its key must have at least 2 characters, has 1',
    'a：其键应至少有 2 个字符，实有 1 个字符',
  ],
  ['an own check', z.string().refine(() => false), 'x', 'must be valid', '应为有效值'],
  [
    'words of the schema',
    z.string().refine(() => false, own('is not ours', '不是我们的')),
    'x',
    'is not ours',
    '不是我们的',
  ],
  ['words of a user', z.string('give a name'), 7, 'give a name', 'give a name'],
  [
    'several forms, none near',
    forms,
    7,
    'must be text or an object, is a number',
    '应为文本或对象，实为数字',
  ],
  ['several forms, one near', forms, { kind: 'file', path: 'a' }, 'size: is missing', 'size：缺失'],
  ['several forms, empty', forms, '', 'must not be empty', '不得为空'],
  [
    'several values',
    z.union([z.literal('a'), z.enum(['b', 'c'])]),
    'd',
    'must be one of a, b, c',
    '应为以下之一：a、b、c',
  ],
  [
    'no form of this name',
    tagged,
    { kind: 'x' },
    'kind: must be one of file, link',
    'kind：应为以下之一：file、link',
  ],
];

describe('what a schema refuses', () => {
  it.each(cases)('%s', (_, schema, value, en, zh) => {
    expect(saidOf(schema, value)).toEqual({ en, zh });
  });

  it('has its place as a program writes it', () => {
    const schema = z.object({ waivers: z.array(z.object({ until: z.iso.date() })) });
    expect(saidOf(schema, { waivers: [{ until: '2026-01-01' }, {}] }).en).toBe(
      'waivers[1].until: is missing',
    );
  });

  it('shows keys of others so that none acts on a reader, and bounded', () => {
    const { en } = saidOf(z.strictObject({}), { 'a\u202Eb': 1, ['x'.repeat(300)]: 2, 'c\nd': 3 });
    expect(en).toContain('["a⟨U+202E⟩b"]');
    expect(en).toContain('(+200)');
    expect(en).toContain('["c⟨U+000A⟩d"]');
    expect(en).not.toMatch(/[\n\u202E]/u);
  });

  it('says twenty, and counts the others', () => {
    const { en, zh } = saidOf(
      z.array(z.string()),
      Array.from({ length: 30 }, () => 1),
    );
    expect(en).toMatch(/^\[0\]: must be text.*; \[19\]: must be text, is a number; and 10 more$/);
    expect(zh).toMatch(/；另有 10 处$/);
  });

  it('quotes no text that stands in its place, which may be a secret', () => {
    const schema = z.object({ a: z.int(), b: z.enum(['x']), c: z.url(), d: z.string().max(2) });
    const value = { a: 'S3CR3T', b: 'S3CR3T', c: 'S3CR3T', d: 'S3CR3T' };
    expect(JSON.stringify(readWith(schema, value))).not.toContain('S3CR3T');
    const error = (() => {
      try {
        return parseWith(schema, value);
      } catch (cause) {
        return cause;
      }
    })();
    expect(error).toBeInstanceOf(Misfit);
    expect(JSON.stringify([String(error), error])).not.toContain('S3CR3T');
  });
});
