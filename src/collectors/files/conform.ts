import type { z } from 'zod';
import { PlimsollError, type ErrorCode } from '../../core/errors.ts';
import type { YamlDocument } from '../../syntax/yaml/yaml-document.ts';

/**
 * Holds a document, or what lies at `at` in it, to a schema. Everything that is wrong is said at once, a
 * line each: file, line, column, the field, and what is the matter with it.
 *
 * @throws PlimsollError with the code given
 */
export function conform<Schema extends z.ZodType>(
  document: YamlDocument,
  schema: Schema,
  code: ErrorCode,
  hint: string,
  at: readonly PropertyKey[] = [],
): z.output<Schema> {
  const parsed = schema.safeParse(valueAt(document.value, at));
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.flatMap((issue) => describe(document, issue, at));
  throw new PlimsollError(code, said.join('\n'), { hint });
}

function describe(
  document: YamlDocument,
  issue: z.core.$ZodIssue,
  at: readonly PropertyKey[],
): readonly string[] {
  const path = [...at, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `${document.placeOf(path, key)}: ${key}: there is no such field`,
    );
  }
  const field = issue.path.map(String).join('.');
  const before = field === '' ? '' : `${field}: `;
  return [`${document.placeOf(path)}: ${before}${issue.message}`];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (from, key) =>
      typeof from === 'object' && from !== null && Object.hasOwn(from, key)
        ? Reflect.get(from, key)
        : undefined,
    value,
  );
}
