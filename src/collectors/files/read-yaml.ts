import { text } from '../../core/text.ts';
import { resolve } from 'node:path';
import { parseJsonText, whyNotJson } from '../../syntax/json/parse-json-text.ts';
import { PlimsollError, type ErrorCode } from '../../core/errors.ts';
import { readOwnText } from './read-text.ts';
import { nameFrom } from '../../syntax/paths/system-paths.ts';
import { rethrowAs } from '../gathering/syntax-error.ts';
import { parseYaml, type YamlDocument, type YamlOptions } from '../../syntax/yaml/yaml-document.ts';

/** How a file is to be read. */
export interface YamlFileOptions extends YamlOptions {
  /** Code of the error for one that cannot be. */
  readonly code: ErrorCode;
}

/** What a person writes by hand is shorter than this, in bytes; a longer file must be JSON of a program's. */
const longestByHand = 1 << 20;

/** Catalogs of other publishers are large: 64 MiB. */
const longestOfAll = 1 << 26;

/**
 * Reads a YAML or JSON file. In JSON of more than 1 MiB a place is the file with a JSON pointer, since to find
 * lines takes a slower reader.
 *
 * @throws PlimsollError `file-not-found`, `file-denied` or `file-unreadable`, and the code given for what is
 * not YAML, with file, line and column
 */
export async function readYaml(
  path: string,
  cwd: string,
  options: YamlFileOptions,
): Promise<YamlDocument> {
  const full = resolve(cwd, path);
  const name = nameFrom(cwd, full);
  const isJson = full.endsWith('.json');
  const content = await readOwnText(full, isJson ? longestOfAll : longestByHand);
  if (content.length > longestByHand) return parseLargeJson(content, name, options.code);
  return parseYaml(content, name, options).catch(rethrowAs(options.code));
}

function parseLargeJson(json: string, name: string, code: ErrorCode): YamlDocument {
  const placeOf: YamlDocument['placeOf'] = (path, key) =>
    `${name}#${[...path, ...(key === undefined ? [] : [key])].map((each) => `/${String(each)}`).join('')}`;
  try {
    return { name, value: parseJsonText(json), placeOf };
  } catch (cause) {
    const why = whyNotJson(cause);
    const said = text(`${name} is not JSON: ${why.en}`, `${name} 不是 JSON：${why.zh}`);
    throw new PlimsollError(code, said, { cause });
  }
}
