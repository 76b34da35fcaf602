import type { z } from 'zod';
import { readWith } from '../../core/read-with.ts';
import { formatPath, type Path, type Problem } from '../../core/say-issues.ts';
import { text, type Text } from '../../core/text.ts';
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
  hint: Text,
  at: Path = [],
): z.output<Schema> {
  const read = readWith(schema, valueAt(document.value, at));
  if (read.success) return read.data;
  const lines = read.problems.slice(0, linesAtMost).map((each) => describe(document, each, at));
  const more = read.problems.length - lines.length;
  if (more > 0) lines.push(text(`and ${more} more`, `另有 ${more} 处`));
  const said = text(lines.map(({ en }) => en).join('\n'), lines.map(({ zh }) => zh).join('\n'));
  throw new PlimsollError(code, said, { hint });
}

/** So many problems of a file are said; the others are counted. */
const linesAtMost = 50;

function describe(document: YamlDocument, { path, place, said }: Problem, at: Path): Text {
  const isAdded = place.length > path.length;
  const key = isAdded ? String(place.at(-1)) : undefined;
  const position = document.placeOf([...at, ...(isAdded ? place.slice(0, -1) : place)], key);
  const field = formatPath(place);
  return field === ''
    ? text(`${position}: ${said.en}`, `${position}: ${said.zh}`)
    : text(`${position}: ${field}: ${said.en}`, `${position}: ${field}：${said.zh}`);
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
