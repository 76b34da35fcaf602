import { z } from 'zod';
import type { AnyControl } from './control.ts';
import { inBoth, type Language, type Text } from '../text.ts';
import { wordsSchema } from '../text-schema.ts';

/** A JSON Schema of draft 2020-12, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One parameter of a control, to be shown or set. */
export interface Parameter {
  readonly name: string;
  /** What may be set, without the default and without words. */
  readonly schema: JsonSchema;
  readonly default: unknown;
  /** What it means, and why the default is what it is; `null` where its author gave no words. */
  readonly words: Text | null;
}

/** The parameters of a control in the order of their declaration; their words are those of `.meta({ en, zh })`, or of `.describe('…')`. */
export function describeParameters(control: AnyControl): readonly Parameter[] {
  return Object.entries<z.core.$ZodType>(control.params.shape).map(([name, schema]) => {
    const meta = z.globalRegistry.get(schema);
    const { data } = wordsSchema.safeParse(meta?.description ?? meta);
    const { default: byDefault, ...rest } = toJson(schema);
    return {
      name,
      schema: rest,
      default: byDefault,
      words: data === undefined ? null : inBoth(data),
    };
  });
}

/** All parameters of a control as one JSON Schema, with defaults, and descriptions in one language. */
export function parameterSchema(control: AnyControl, language: Language): JsonSchema {
  const properties = describeParameters(control).map((parameter) => {
    const { name, schema, words } = parameter;
    const described = words ? { description: words[language] } : {};
    return [name, { ...described, ...schema, default: parameter.default }];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}

function toJson(schema: z.core.$ZodType): JsonSchema {
  const { $schema, en, zh, description, ...own } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
  });
  return own;
}
