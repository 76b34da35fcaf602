import type * as YamlPackage from 'yaml';
import { sayMistakes } from '../../yaml/say-mistakes.ts';
import { said, SyntaxProblem } from '../../problem.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import {
  list,
  map,
  scalar,
  tagged,
  type Entry,
  type MapNode,
  type MergeTag,
  type Node,
  type Place,
  type SourceFile,
} from '../tree/nodes.ts';
import { readPlain } from './plain-scalar.ts';

/** How deep a file may nest; nobody writes such a file by hand. */
const deepest = 100;

/** How many values a file may hold when all aliases are written out. */
const most = 500_000;

type Yaml = typeof YamlPackage;

const tags: Readonly<Record<string, MergeTag>> = { '!reset': 'reset', '!override': 'override' };

/** A file as it was read: what it holds, and what that was made of. */
export interface ReadFile {
  readonly text: string;
  readonly documents: readonly YamlPackage.Document.Parsed[];
  readonly nodes: readonly Node[];
}

/**
 * Reads YAML as Compose does, with anchors, aliases and merge keys, into values that know their place. A file
 * may hold several documents.
 *
 * @throws SyntaxProblem with file, line and column
 */
export async function readNodes(text: string, name: string): Promise<ReadFile> {
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const file: SourceFile = { name, lineAt: (offset) => lines.linePos(offset) };
  const documents = parse(yaml, text, lines, file);
  let left = most;
  const nodes = documents.flatMap((document) => {
    if (document.contents === null) return [];
    const node = read({ yaml, file, anchors: new Map(), left }, document.contents, 0, 0);
    left -= node.size;
    return [node];
  });
  return { text, documents, nodes };
}

function parse(
  yaml: Yaml,
  text: string,
  lineCounter: YamlPackage.LineCounter,
  file: SourceFile,
): readonly YamlPackage.Document.Parsed[] {
  if (text.length > small && opensTooMany(yaml, text)) throw tooDeep(file);
  let documents: readonly YamlPackage.Document.Parsed[];
  const { stackTraceLimit } = Error;
  // A broken file may have an error at every character, and nobody looks at where in the parser each was made.
  Error.stackTraceLimit = 0;
  try {
    const parsed = yaml.parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      schema: 'failsafe',
      // The reader compares each key of a map with all before it; they are held apart below.
      uniqueKeys: false,
      logLevel: 'silent',
    });
    documents = Array.isArray(parsed) ? parsed : [];
  } catch (cause) {
    throw tooDeep(file, cause);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  const errors = documents.flatMap((document) => document.errors);
  const overflow = errors.find(({ message }) => /call stack/i.test(message));
  if (overflow) throw tooDeep(file, overflow);
  if (errors.length === 0) return documents;
  const placeAt = (offset: number): string => {
    const { line, col } = file.lineAt(offset);
    return `${file.name}:${line}:${col}`;
  };
  throw new SyntaxProblem('invalid', sayMistakes(errors.slice(0, 20), placeAt), {
    hint: said(
      'The file must be YAML that docker compose config accepts.',
      '该文件须为 docker compose config 接受的 YAML。',
    ),
  });
}

/** A file of fewer characters takes little, whatever it holds. */
const small = 1 << 16;

/** Whether more brackets are open at once than a file may nest, decided before anything is made of them. */
function opensTooMany(yaml: Yaml, text: string): boolean {
  let open = 0;
  for (const lexeme of new yaml.Lexer().lex(text)) {
    if (lexeme === '[' || lexeme === '{') open += 1;
    else if (lexeme === ']' || lexeme === '}') open -= 1;
    if (open > 10 * deepest) return true;
  }
  return false;
}

const unread = said('this cannot be read', '此处无法读取');

const tooDeep = (file: SourceFile, cause?: unknown): SyntaxProblem =>
  new SyntaxProblem(
    'too-large',
    said(`${file.name}:1:1: nested too deeply.`, `${file.name}:1:1: 嵌套过深`),
    { cause },
  );

/** What one document may still take, and the anchors that were met in it so far. */
interface Reading {
  readonly yaml: Yaml;
  readonly file: SourceFile;
  readonly anchors: Map<string, Node>;
  left: number;
}

function read(reading: Reading, node: unknown, depth: number, at: number): Node {
  const { yaml, file, anchors } = reading;
  const place: Place = { file, offset: at };
  if (node === null || node === undefined) return scalar(null, place);
  if (!yaml.isNode(node)) throw invalidAt(place, unread);
  const here: Place = { file, offset: node.range?.[0] ?? at };
  if (depth > deepest) throw invalidAt(here, said('nested too deeply', '嵌套过深'));
  if (yaml.isAlias(node)) {
    const found = anchors.get(node.source);
    if (!found) {
      throw invalidAt(
        here,
        said(
          `*${node.source} names no complete anchor above it`,
          `*${node.source} 所指的锚点不在其上方，或尚未完整`,
        ),
      );
    }
    take(reading, found.size, here);
    return found;
  }
  take(reading, 1, here);
  const made = tagged(contentOf(reading, node, depth, here), tags[node.tag ?? '']);
  if (node.anchor !== undefined) anchors.set(node.anchor, made);
  return made;
}

function contentOf(reading: Reading, node: YamlPackage.Node, depth: number, here: Place): Node {
  const { yaml } = reading;
  if (yaml.isMap(node)) return readMap(reading, node, depth, here);
  if (yaml.isSeq(node)) {
    return list(
      node.items.map((item) => read(reading, item, depth + 1, here.offset)),
      here,
    );
  }
  if (!yaml.isScalar(node)) throw invalidAt(here, unread);
  const written = typeof node.value === 'string' ? node.value : '';
  const quoted = node.type !== undefined && node.type !== 'PLAIN';
  // A tag of YAML's own such as !!str makes text of what would be a number.
  return scalar(
    quoted || node.tag === 'tag:yaml.org,2002:str' ? written : readPlain(written),
    here,
  );
}

function readMap(reading: Reading, node: YamlPackage.YAMLMap, depth: number, here: Place): MapNode {
  const own = new Map<string, Entry>();
  const merged: MapNode[] = [];
  const names = new Set<string>();
  for (const { key, value } of node.items) {
    if (!reading.yaml.isScalar(key)) {
      throw invalidAt(here, said('a key must be a single value', '键应为单个值'));
    }
    const keyPlace: Place = { file: reading.file, offset: key.range?.[0] ?? here.offset };
    const name = typeof key.value === 'string' ? key.value : '';
    if (names.has(name)) throw invalidAt(keyPlace, 'Map keys must be unique');
    names.add(name);
    const held = read(reading, value, depth + 1, keyPlace.offset);
    if (name === '<<' && key.type === 'PLAIN') merged.push(...mergedMaps(held));
    else own.set(name, { key: keyPlace, value: held });
  }
  if (merged.length === 0) return map(own, here);
  const all = new Map<string, Entry>();
  for (const { entries } of merged.toReversed()) {
    for (const [name, entry] of entries) all.set(name, entry);
  }
  for (const [name, entry] of own) all.set(name, entry);
  return map(all, here);
}

function mergedMaps(node: Node): readonly MapNode[] {
  if (node.kind === 'map') return [node];
  if (node.kind === 'list') return node.items.flatMap(mergedMaps);
  throw invalidAt(
    node.place,
    said(
      'only a map, or a list of maps, can be merged with <<',
      '只有映射或由映射组成的列表才能用 << 合并',
    ),
  );
}

function take(reading: Reading, size: number, here: Place): void {
  reading.left -= size;
  if (reading.left < 0) {
    throw invalidAt(
      here,
      said(
        `with its aliases expanded, the file has more than ${most} values`,
        `展开别名后，该文件的值超过 ${most} 个`,
      ),
    );
  }
}
