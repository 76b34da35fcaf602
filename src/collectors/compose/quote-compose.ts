import { randomBytes } from 'node:crypto';
import type * as YamlPackage from 'yaml';
import { createRedactor, mark, type Redactor } from '../secrets/create-redactor.ts';
import { maskComment, secretsIn } from '../secrets/mask-text.ts';
import { canBeSecret, isSecretName } from '../secrets/secret-names.ts';

type Yaml = typeof YamlPackage;
type Documents = readonly YamlPackage.Document.Parsed[];

/** A stretch of the file, and what is to stand in its place; `undefined` leaves it as it is. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly instead: string | undefined;
}

/** Looking at more values than these is not worth a quote. */
const most = 100_000;

/** Lists whose items are names of what is defined elsewhere, however secret that is. */
const lists: ReadonlySet<string> = new Set(['secrets', 'configs']);

/** Lists that are the words of a command. */
const commands: ReadonlySet<string> = new Set(['command', 'entrypoint', 'test']);

/**
 * The lines of a Compose file as they may be shown: every value is masked that its facts would drop, or that has the
 * name of a secret anywhere in the file. What is left is read again, and where anything in it would still be masked
 * nothing is shown.
 *
 * @param parsed what YAML makes of the text under the schema `failsafe`, where that is known already
 */
export async function quoteCompose(
  text: string,
  parsed?: Documents,
): Promise<readonly string[] | undefined> {
  const yaml = await import('yaml');
  const masked = mask(yaml, text, parsed ?? parse(yaml, text));
  if (masked === undefined) return undefined;
  // What was left as it is would be left so again.
  if (masked !== text && mask(yaml, masked, parse(yaml, masked)) !== masked) return undefined;
  return masked.replace(/^\uFEFF|\r?\n$/g, '').split(/\r?\n/);
}

function parse(yaml: Yaml, text: string): Documents {
  const documents = yaml.parseAllDocuments(text, {
    schema: 'failsafe',
    prettyErrors: false,
    logLevel: 'silent',
  });
  return Array.isArray(documents) ? documents : [];
}

function mask(yaml: Yaml, text: string, documents: Documents): string | undefined {
  const stretches = stretchesIn(yaml, text, documents);
  if (!stretches) return undefined;
  const ordered = [...stretches, ...commentsIn(text, stretches)].toSorted(
    (a, b) => a.start - b.start,
  );
  let masked = '';
  let at = 0;
  for (const { start, end, instead } of ordered) {
    if (instead === undefined || start < at) continue;
    const gone = text.slice(start, end);
    // The lines keep their numbers.
    masked += text.slice(at, start) + instead + '\n'.repeat(gone.split('\n').length - 1);
    at = end;
  }
  return masked + text.slice(at);
}

/** Every single value of the file; `undefined` where it is no YAML, or too much of it. */
function stretchesIn(
  yaml: Yaml,
  text: string,
  documents: Documents,
): readonly Stretch[] | undefined {
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  const redactor = createRedactor(randomBytes(32));
  const found: Stretch[] = [];
  for (const { contents } of documents) {
    visit({ yaml, text, redactor, found, anchors: new Map(), seen: new Map() }, contents, '');
  }
  return found.length < most ? found : undefined;
}

interface Visit {
  readonly yaml: Yaml;
  readonly text: string;
  readonly redactor: Redactor;
  readonly found: Stretch[];
  readonly anchors: Map<string, YamlPackage.Node>;
  /** The names under which what has an anchor was looked at: under one of them it is so again. */
  readonly seen: Map<YamlPackage.Node, Set<string>>;
}

/** The node that is to be looked at; nothing where it was, under the same name. */
function unseen({ yaml, anchors, seen }: Visit, given: unknown, name: string): unknown {
  const node = yaml.isAlias(given) ? anchors.get(given.source) : given;
  if (!yaml.isNode(node) || yaml.isAlias(node) || node.anchor === undefined) return node;
  anchors.set(node.anchor, node);
  const names = seen.get(node) ?? new Set();
  if (names.has(name)) return undefined;
  seen.set(node, names.add(name));
  return node;
}

function visit(here: Visit, given: unknown, name: string): void {
  const { yaml, text, found, redactor } = here;
  if (found.length >= most) return;
  // What is pointed to may have the name of a secret only here.
  const node = unseen(here, given, name);
  if (yaml.isMap(node)) {
    for (const { key, value } of node.items) {
      visit(here, key, '');
      visit(here, value, yaml.isScalar(key) && typeof key.value === 'string' ? key.value : '');
    }
    return;
  }
  if (yaml.isSeq(node)) {
    // To YAML the mark is a list of one.
    if (text.slice(node.range?.[0], node.range?.[1]) === mark) return;
    const words = node.items.map((item) => textOf(yaml, item));
    const kept = commands.has(name) ? redactor.command(words).value : words;
    for (const [at, item] of node.items.entries()) {
      visit(here, item, lists.has(name) ? '' : name);
      if (kept[at] !== words[at] && yaml.isScalar(item)) found.push(stretchOf(item, 0, mark));
    }
    return;
  }
  if (yaml.isScalar(node)) found.push(scalarOf(here, node, name));
}

const textOf = (yaml: Yaml, node: unknown): string =>
  yaml.isScalar(node) && typeof node.value === 'string' ? node.value : '';

function scalarOf({ yaml, text }: Visit, node: YamlPackage.Scalar, name: string): Stretch {
  const value = textOf(yaml, node);
  // `NAME=value`, as lists of variables have it: the name is kept where nothing else stands before it.
  const [, own = ''] = /^([\w.-]+)=/.exec(value) ?? [];
  const secret =
    isSecret(name, value) || (own !== '' && isSecret(own, value.slice(own.length + 1)));
  const bare = own !== '' && !isSecretName(name) && text.startsWith(`${own}=`, node.range?.[0]);
  return stretchOf(node, bare ? own.length + 1 : 0, secret ? mark : undefined);
}

const stretchOf = (
  { range }: YamlPackage.Scalar,
  from: number,
  instead: string | undefined,
): Stretch => ({ start: (range?.[0] ?? 0) + from, end: range?.[1] ?? 0, instead });

/** What hides behind a default is no reference any more. */
const isSecret = (name: string, value: string): boolean =>
  (isSecretName(name) && (canBeSecret(name, value) || /\$\{\w+:?[-+?][^}]+\}/.test(value))) ||
  secretsIn(value).length > 0;

/** The comments of the file: what begins with a mark outside of every value. */
function commentsIn(text: string, values: readonly Stretch[]): readonly Stretch[] {
  const inside = (at: number): boolean => values.some(({ start, end }) => at >= start && at < end);
  return Array.from(text.matchAll(/(?<=^|[ \t])#.*$/gm)).flatMap(({ 0: comment, index }) =>
    inside(index)
      ? []
      : [{ start: index, end: index + comment.length, instead: maskComment(comment) }],
  );
}
