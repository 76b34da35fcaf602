import type * as YamlPackage from 'yaml';
import { joinLines, sayMistakes } from './say-mistakes.ts';
import { said, SyntaxProblem } from '../problem.ts';

/** A YAML or JSON file as plain values, with the place in the file of each. */
export interface YamlDocument {
  /** The file, as messages call it. */
  readonly name: string;
  readonly value: unknown;
  /**
   * `file:line:column` of a value, or of the nearest thing above it where it is absent. With `key` it is the
   * place of that key within the value.
   */
  readonly placeOf: (path: readonly PropertyKey[], key?: string) => string;
}

/** How a file is to be read. */
export interface YamlOptions {
  /** Whether whole and octal numbers are numbers; else they are text, as everything but true, false and null. */
  readonly numbers: boolean;
}

/** How deep a file may nest before it is refused; nobody writes such a file by hand. */
const deepest = 100;

/**
 * Reads YAML 1.2, which includes JSON. Text stays as it was written: `1.10` and `007` are text, since an id of a
 * requirement often looks like a number. `true`, `false` and `null` are what they look like, and where numbers are
 * wanted so are `1024` and `0o644`.
 *
 * @throws SyntaxProblem naming file, line and column of each thing that is wrong
 */
export async function parseYaml(
  source: string,
  name: string,
  options: YamlOptions,
): Promise<YamlDocument> {
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const document = readDocument(yaml, source, lines, name, options);
  const placeAt = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const mistakes = [...document.errors, ...document.warnings];
  const aliases = mistakes.length === 0 ? aliasOffsets(yaml, document) : [];
  if (mistakes.length > 0 || aliases.length > 0) {
    const wrong =
      mistakes.length > 0
        ? sayMistakes(mistakes, placeAt)
        : joinLines(
            aliases.map((at) =>
              said(
                `${placeAt(at)}: aliases are not read: write it out`,
                `${placeAt(at)}: 不读取别名：请完整写出`,
              ),
            ),
          );
    throw new SyntaxProblem('invalid', wrong, {
      hint: said(
        'The file must be YAML 1.2 or JSON, with one document.',
        '该文件须为 YAML 1.2 或 JSON，且只有一个文档。',
      ),
    });
  }
  return {
    name,
    value: toPlain(document, name),
    placeOf: (path, key) => placeAt(offsetOf(yaml.isMap, yaml.isNode, document, path, key)),
  };
}

type Yaml = typeof YamlPackage;

function readDocument(
  yaml: Yaml,
  source: string,
  lineCounter: YamlPackage.LineCounter,
  name: string,
  { numbers }: YamlOptions,
): YamlPackage.Document {
  const whole = {
    tag: 'tag:yaml.org,2002:int',
    default: true as const,
    test: /^(?:0|-?[1-9][0-9]*)$/,
    resolve: (text: string) => Number(text),
  };
  const options: YamlPackage.ParseOptions &
    YamlPackage.DocumentOptions &
    YamlPackage.SchemaOptions = {
    lineCounter,
    prettyErrors: false,
    schema: 'failsafe',
    customTags: numbers ? ['bool', 'null', 'intOct', whole] : ['bool', 'null'],
  };
  let document: YamlPackage.Document;
  try {
    document = yaml.parseDocument(source, options);
  } catch (cause) {
    throw tooDeep(name, cause);
  }
  // The reader tells of a stack that was too small as of a mistake in the file, once for each level.
  const overflow = document.errors.find(({ message }) => /call stack/i.test(message));
  if (overflow) throw tooDeep(name, overflow);
  return document;
}

function toPlain(document: YamlPackage.Document, name: string): unknown {
  try {
    const value: unknown = document.toJS();
    if (depthOf(value) <= deepest) return value;
  } catch (cause) {
    throw tooDeep(name, cause);
  }
  throw tooDeep(name, undefined);
}

const tooDeep = (name: string, cause: unknown): SyntaxProblem =>
  new SyntaxProblem('too-large', said(`${name} is nested too deeply.`, `${name} 嵌套过深。`), {
    cause,
  });

function depthOf(value: unknown): number {
  let depth = 0;
  let level: readonly unknown[] = [value];
  while (level.length > 0 && depth <= deepest) {
    level = level.flatMap((each): readonly unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
    depth += 1;
  }
  return depth;
}

/** Where a value is pointed to instead of written out; such a file can grow without end when it is read. */
function aliasOffsets(yaml: Yaml, document: YamlPackage.Document): readonly number[] {
  const offsets: number[] = [];
  yaml.visit(document, {
    Alias: (_, { range }) => {
      offsets.push(range?.[0] ?? 0);
    },
  });
  return offsets;
}

/** Offset of what a path leads to, of the key `key` in it, or of the nearest thing above it. */
function offsetOf(
  isMap: Yaml['isMap'],
  isNode: Yaml['isNode'],
  document: YamlPackage.Document,
  path: readonly PropertyKey[],
  key: string | undefined,
): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const at = path.slice(0, length);
    const node = length === 0 ? document.contents : document.getIn(at, true);
    if (!isNode(node) || !node.range) continue;
    if (key !== undefined && length === path.length && isMap(node)) {
      const offset = keyOffset(node.items, key, isNode);
      if (offset !== undefined) return offset;
    }
    return node.range[0];
  }
  return 0;
}

function keyOffset(
  pairs: readonly YamlPackage.Pair[],
  key: string,
  isNode: Yaml['isNode'],
): number | undefined {
  const found = pairs
    .map((pair) => pair.key)
    .filter((each): each is YamlPackage.Node => isNode(each))
    .find((each) => String(each) === key);
  return found?.range?.[0];
}
