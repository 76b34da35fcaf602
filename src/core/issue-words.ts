import type { z } from 'zod';
import { inert } from './neutralise-text.ts';
import { text, type Text } from './text.ts';

type Issue = z.core.$ZodIssue;

/** Longest key or value that is shown, in UTF-16 units. */
const longest = 100;

/** A key or a value of a document, in which nothing acts on a reader. */
export const show = (value: unknown): string =>
  inert(String(value), { max: longest, more: (hidden) => `(+${hidden})` });

/** What a schema wants of a value, as a sentence without a subject. */
export interface Wanted extends Text {
  /** What stands there instead, where its type does not say it; `null` where nothing more is to say. */
  readonly found?: Text | null;
}

/** Words that follow “must” and “应”. */
export const must = (en: string, zh: string, found?: Text | null): Wanted => ({
  en: `must ${en}`,
  zh: `应${zh}`,
  ...(found === undefined ? {} : { found }),
});

const isEmpty: Wanted = { en: 'must not be empty', zh: '不得为空', found: null };

/** Of a value that has none of several forms, and comes near none. */
export const otherForm: Wanted = must('be of another form', '为其他形式', null);

/** What is wrong with a value: it is missing, or what is wanted in its place, and what it is. */
export function refusal({ en, zh, found }: Wanted, input: unknown): Text {
  if (input === undefined) return text('is missing', '缺失');
  const is = found === undefined ? typeOf(input) : found;
  return is === null ? text(en, zh) : text(`${en}, is ${is.en}`, `${zh}，实为${is.zh}`);
}

function typeOf(value: unknown): Text {
  if (value === null) return text('null', ' null');
  if (Array.isArray(value)) return types.array;
  if (Number.isNaN(value)) return text('not a number', '非数值');
  return types[typeof value];
}

const types = {
  string: text('text', '文本'),
  number: text('a number', '数字'),
  int: text('a whole number', '整数'),
  bigint: text('a big integer', '大整数'),
  boolean: text('true or false', '布尔值'),
  symbol: text('a symbol', '符号'),
  undefined: text('absent', '空缺'),
  never: text('absent', '空缺'),
  void: text('absent', '空缺'),
  null: text('null', ' null'),
  object: text('an object', '对象'),
  record: text('an object', '对象'),
  array: text('a list', '列表'),
  tuple: text('a list', '列表'),
  date: text('a date', '日期'),
  function: text('a function', '函数'),
} as const satisfies Record<string, Text>;

const isType = (type: string): type is keyof typeof types => Object.hasOwn(types, type);

/** What a schema that refused a value wants, whatever it refused. */
export function wantedBy(issue: Issue): Wanted {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue.expected, issue.input);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_small':
    case 'too_big':
      return withinBound(issue);
    case 'not_multiple_of':
      return must(
        `be a multiple of ${issue.divisor}`,
        `为 ${issue.divisor} 的倍数`,
        valueText(issue.input),
      );
    case 'invalid_format':
      return ofFormat(issue);
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'unrecognized_keys':
      return must('be valid', '为有效值', null);
  }
}

const valueText = (value: unknown): Text => text(show(value), ` ${show(value)}`);

function ofType(expected: string, input: unknown): Wanted {
  const { en, zh } = isType(expected)
    ? types[expected]
    : text(`of the type ${show(expected)}`, ` ${show(expected)} 类型`);
  const number = expected === 'int' && typeof input === 'number' ? valueText(input) : undefined;
  return must(`be ${en}`, `为${zh}`, number);
}

/** So many of the values that may stand in a place are named. */
const valuesAtMost = 30;

/** One of some values; what text stands there instead is not shown, since it may be a secret. */
export function oneOf(values: readonly z.core.util.Primitive[]): Wanted {
  const shown = values.slice(0, valuesAtMost).map((each) => show(each));
  if (values.length > valuesAtMost) shown.push('…');
  return shown.length === 1
    ? must(`be ${shown.join('')}`, `为 ${shown.join('')}`, null)
    : must(`be one of ${shown.join(', ')}`, `为以下之一：${shown.join('、')}`, null);
}

function withinBound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Wanted {
  const isLeast = issue.code === 'too_small';
  const bound = isLeast ? issue.minimum : issue.maximum;
  const { input, inclusive = true, exact = false } = issue;
  const size = sizeOf(issue.origin, input);
  if (size === undefined) {
    const at = issue.origin === 'date' ? new Date(Number(bound)).toISOString() : bound;
    const [en, zh] = isLeast
      ? inclusive
        ? ['at least', '不小于']
        : ['more than', '大于']
      : inclusive
        ? ['at most', '不大于']
        : ['less than', '小于'];
    return must(`be ${en} ${at}`, `${zh} ${at}`, input instanceof Date ? null : valueText(input));
  }
  const { count, unit } = size;
  if (isLeast && bound === 1 && !exact) return isEmpty;
  const [en, zh] = exact ? ['', '有'] : isLeast ? ['at least ', '至少有'] : ['at most ', '至多有'];
  const units = bound === 1 ? unit.en.replace(/ies$/, 'y').replace(/s$/, '') : unit.en;
  return must(
    `have ${en}${bound} ${units}, has ${count}`,
    `${zh} ${bound} ${unit.zh}，实有 ${count} ${unit.zh}`,
    null,
  );
}

const units = {
  string: text('characters', '个字符'),
  array: text('entries', '项'),
  set: text('entries', '项'),
  map: text('entries', '项'),
  file: text('bytes', '字节'),
} as const satisfies Record<string, Text>;

/** How long something is that is bounded by its length; `undefined` for what is not. */
function sizeOf(origin: string, input: unknown): { count: number; unit: Text } | undefined {
  if (!Object.hasOwn(units, origin)) return undefined;
  const unit = units[origin as keyof typeof units];
  if (typeof input === 'string' || Array.isArray(input)) return { count: input.length, unit };
  if (input instanceof Set || input instanceof Map) return { count: input.size, unit };
  return { count: input instanceof Blob ? input.size : 0, unit };
}

const formats: Partial<Record<string, Text>> = {
  date: text('a day such as 2026-01-31', '日期，如 2026-01-31'),
  datetime: text('an instant such as 2026-01-31T08:00:00Z', '时刻，如 2026-01-31T08:00:00Z'),
  time: text('a time such as 08:00:00', '时间，如 08:00:00'),
  duration: text('a duration such as P30D', '时长，如 P30D'),
  url: text('a URL', ' URL'),
  email: text('an e-mail address', '电子邮件地址'),
  uuid: text('a UUID', ' UUID'),
  guid: text('a UUID', ' UUID'),
  ipv4: text('an IPv4 address', ' IPv4 地址'),
  ipv6: text('an IPv6 address', ' IPv6 地址'),
  cidrv4: text('an IPv4 range', ' IPv4 网段'),
  cidrv6: text('an IPv6 range', ' IPv6 网段'),
  base64: text('base64', ' base64'),
  base64url: text('base64url', ' base64url'),
  json_string: text('JSON', ' JSON'),
  lowercase: text('in lower case', '小写'),
  uppercase: text('in upper case', '大写'),
};

function ofFormat(
  issue: z.core.$ZodStringFormatIssues | z.core.$ZodIssueInvalidStringFormat,
): Wanted {
  const named = formats[issue.format];
  if (named) return must(`be ${named.en}`, `为${named.zh}`, null);
  if ('prefix' in issue) {
    return must(`begin with ${show(issue.prefix)}`, `以 ${show(issue.prefix)} 开头`, null);
  }
  if ('suffix' in issue) {
    return must(`end with ${show(issue.suffix)}`, `以 ${show(issue.suffix)} 结尾`, null);
  }
  if ('includes' in issue) {
    return must(`hold ${show(issue.includes)}`, `包含 ${show(issue.includes)}`, null);
  }
  return issue.format === 'regex' && issue.pattern !== undefined
    ? must(`match ${show(issue.pattern)}`, `匹配 ${show(issue.pattern)}`, null)
    : must(`be a valid ${show(issue.format)}`, `为有效的 ${show(issue.format)}`, null);
}
