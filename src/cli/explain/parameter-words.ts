import type { JsonSchema } from '../../authoring.ts';
import { text, type Language, type Text } from '../../index.ts';

const types = {
  string: text('text', '文本'),
  number: text('number', '数字'),
  integer: text('whole number', '整数'),
  boolean: text('true or false', '布尔值'),
  null: text('null', 'null'),
  object: text('object', '对象'),
} as const satisfies Record<string, Text>;

const listOf = text('list of ', '列表，元素为');
const fileMode = text('permission bits', '权限位');
const or = text(' or ', ' 或 ');

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The type of a parameter as a person reads it: `whole number, at least 1`, `list of text`. */
export function typeInWords(schema: JsonSchema, language: Language): string {
  const { type, items, anyOf, enum: choices } = schema;
  if (Array.isArray(anyOf)) {
    return anyOf
      .filter(isSchema)
      .map((each) => typeInWords(each, language))
      .join(or[language]);
  }
  if (Array.isArray(choices)) return choices.map(String).join(or[language]);
  if (schema['format'] === 'file-mode') return fileMode[language];
  if (type === 'array') {
    return `${listOf[language]}${typeInWords(isSchema(items) ? items : {}, language)}`;
  }
  const known = Object.entries(types).find(([name]) => name === type)?.[1];
  return `${known?.[language] ?? String(type)}${boundsOf(schema, language)}`;
}

/** JSON cannot say "no bound": the largest whole number that it keeps exactly stands for it. */
const isBound = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) !== Number.MAX_SAFE_INTEGER;

function boundsOf(schema: JsonSchema, language: Language): string {
  const { minimum, exclusiveMinimum, maximum } = schema;
  const bounds = [
    ...(isBound(minimum) ? [`≥ ${minimum}`] : []),
    ...(isBound(exclusiveMinimum) ? [`> ${exclusiveMinimum}`] : []),
    ...(isBound(maximum) ? [`≤ ${maximum}`] : []),
  ];
  return bounds.map((bound) => (language === 'en' ? `, ${bound}` : `，${bound}`)).join('');
}

/** A value as it is written in a configuration: JSON, and permission bits as octal. */
export const valueInWords = (value: unknown, { format }: JsonSchema): string =>
  format === 'file-mode' && typeof value === 'number'
    ? `0o${value.toString(8)}`
    : JSON.stringify(value);
