import type * as YamlPackage from 'yaml';
import { createRedactor, type Redactor } from '../../redaction/create-redactor.ts';
import { mark } from '../../redaction/mark.ts';
import { maskComment, secretsIn } from '../../redaction/mask-text.ts';
import { quoteInline } from './quote-inline.ts';
import { classOf } from '../../redaction/closed-value.ts';
import { canBeSecret } from '../../../syntax/secrets/can-be-secret.ts';
import { isSecretName } from '../../../syntax/secrets/secret-names.ts';

type Yaml = typeof YamlPackage;
type Documents = readonly YamlPackage.Document.Parsed[];

/** A stretch of the file, and what is to stand in its place; `undefined` leaves it as it is. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly instead: string | undefined;
  /** Whether the rest of the file means the same with that in its place, wherever it stands. */
  readonly contained: boolean;
}

/** Looking at more values than these is not worth a quote. */
const most = 100_000;

/** Lists whose items are names of what is defined elsewhere, however secret that is. */
const lists: ReadonlySet<string> = new Set(['secrets', 'configs']);

/** Maps and lists of variables and build arguments; a value stays only where it has a closed type. */
const variables: ReadonlySet<string> = new Set([
  ...['environment', 'args', 'containerEnv', 'remoteEnv'],
]);

/** Lists that are the words of a command, and texts that are one as a whole. */
const commands: ReadonlySet<string> = new Set(['command', 'entrypoint', 'test']);

/** Arguments of `docker run`, as dev containers have them. */
const runArguments = 'runArgs';

/** Commands of dev containers: a text, the words of one, or several by name. */
const hooks: ReadonlySet<string> = new Set([
  ...['initializeCommand', 'onCreateCommand', 'updateContentCommand'],
  ...['postCreateCommand', 'postStartCommand', 'postAttachCommand'],
]);

const isCommand = (name: string): boolean => commands.has(name) || hooks.has(name);

/** A file with its secrets masked. */
interface Masked {
  readonly text: string;
  /** Whether what was masked can have changed the meaning of nothing else. */
  readonly contained: boolean;
}

/**
 * The lines of a Compose file as they may be shown: every value is masked that its facts would drop, or that has the
 * name of a secret anywhere in the file. Where a mask may have changed what the rest means that is read again, and
 * where anything in it would still be masked nothing is shown.
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
  const shown = masked.text;
  if (!masked.contained && mask(yaml, shown, parse(yaml, shown))?.text !== shown) return undefined;
  return shown.replace(/^\uFEFF|\r?\n$/g, '').split(/\r?\n/);
}

function parse(yaml: Yaml, text: string): Documents {
  const documents = yaml.parseAllDocuments(text, {
    uniqueKeys: false,
    schema: 'failsafe',
    prettyErrors: false,
    logLevel: 'silent',
  });
  return Array.isArray(documents) ? documents : [];
}

function mask(yaml: Yaml, text: string, documents: Documents): Masked | undefined {
  const stretches = stretchesIn(yaml, text, documents);
  if (!stretches) return undefined;
  const ordered = [...stretches, ...commentsIn(text, stretches)].toSorted(
    (a, b) => a.start - b.start,
  );
  let masked = '';
  let contained = true;
  let at = 0;
  for (const { start, end, instead, contained: own } of ordered) {
    if (instead === undefined || start < at) continue;
    contained &&= own;
    const gone = text.slice(start, end);
    // The lines keep their numbers.
    masked += text.slice(at, start) + instead + '\n'.repeat(gone.split('\n').length - 1);
    at = end;
  }
  return { text: masked + text.slice(at), contained };
}

/** Every single value of the file; `undefined` where it is no YAML, or too much of it. */
function stretchesIn(
  yaml: Yaml,
  text: string,
  documents: Documents,
): readonly Stretch[] | undefined {
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  const redactor = createRedactor();
  const found: Stretch[] = [];
  for (const { contents } of documents) {
    const here = { yaml, text, redactor, found, anchors: new Map(), seen: new Map() };
    visit(here, contents, '', true, false);
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
function unseen(
  { yaml, anchors, seen }: Visit,
  given: unknown,
  name: string,
  sets: boolean,
): unknown {
  const node = yaml.isAlias(given) ? anchors.get(given.source) : given;
  if (!yaml.isNode(node) || yaml.isAlias(node) || node.anchor === undefined) return node;
  anchors.set(node.anchor, node);
  const names = seen.get(node) ?? new Set();
  const under = sets ? `${name}=` : name;
  if (names.has(under)) return undefined;
  seen.set(node, names.add(under));
  return node;
}

/**
 * @param block whether it is a value in a collection that goes line by line, as are all collections around that
 * @param sets whether it is given to a variable or a build argument
 */
function visit(here: Visit, given: unknown, name: string, block: boolean, sets: boolean): void {
  const { yaml, text, found, redactor } = here;
  if (found.length >= most) return;
  // What is pointed to may have the name of a secret only here.
  const node = unseen(here, given, name, sets);
  const lines = block && !yaml.isAlias(given) && !(yaml.isCollection(node) && node.flow === true);
  if (yaml.isMap(node)) {
    for (const { key, value } of node.items) {
      const under = hooks.has(name) ? name : textOf(yaml, key);
      visit(here, key, '', false, false);
      visit(here, value, under, lines, sets || variables.has(under));
    }
    return;
  }
  if (yaml.isSeq(node)) {
    // To YAML the mark is a list of one.
    if (text.slice(node.range?.[0], node.range?.[1]) === mark) return;
    const words = node.items.map((item) => textOf(yaml, item));
    const kept = keptOf(redactor, name, words);
    for (const [at, item] of node.items.entries()) {
      visit(here, item, lists.has(name) ? '' : name, lines, sets);
      if (kept[at] !== words[at] && yaml.isScalar(item)) {
        found.push(stretchOf(here, item, 0, mark, lines));
      }
    }
    return;
  }
  if (!yaml.isScalar(node)) return;
  if (name === 'dockerfile_inline') found.push(...inlineOf(here, node, lines));
  else found.push(scalarOf(here, node, name, lines, sets));
}

/** The words of a list as they may be shown, by what the list is. */
function keptOf(redactor: Redactor, name: string, words: readonly string[]): readonly string[] {
  if (isCommand(name)) return redactor.command(words).value;
  if (name !== runArguments) return words;
  const started = ['docker', 'run'];
  return redactor.command([...started, ...words]).value.slice(started.length);
}

/** A Dockerfile in the file: what its own facts would drop is masked, or all of it. */
function inlineOf(here: Visit, node: YamlPackage.Scalar, block: boolean): readonly Stretch[] {
  const parts = quoteInline(here.text, node);
  return [
    stretchOf(here, node, 0, parts ? undefined : mark, block),
    ...(parts ?? []).map((part) => ({ ...part, contained: false })),
  ];
}

const textOf = (yaml: Yaml, node: unknown): string =>
  yaml.isScalar(node) && typeof node.value === 'string' ? node.value : '';

function scalarOf(
  here: Visit,
  node: YamlPackage.Scalar,
  name: string,
  block: boolean,
  sets: boolean,
): Stretch {
  const { yaml, text, redactor } = here;
  const value = textOf(yaml, node);
  // `NAME=value`, as lists of variables have it: the name is kept where nothing else stands before it.
  const [, own = ''] = /^([\w.-]+)=/.exec(value) ?? [];
  const secret =
    isSecret(name, value) || (own !== '' && isSecret(own, value.slice(own.length + 1)));
  // In a list, a name alone is given what the variable has elsewhere.
  const given = own === '' ? value : value.slice(own.length + 1);
  const open = sets && (own !== '' || !variables.has(name)) && classOf(given) === 'other';
  // A command in one text loses what its words would lose.
  const said = isCommand(name) && redactor.command([value]).value[0] !== value;
  const bare = own !== '' && !isSecretName(name) && text.startsWith(`${own}=`, node.range?.[0]);
  return stretchOf(
    here,
    node,
    bare ? own.length + 1 : 0,
    secret || open || said ? mark : undefined,
    block,
  );
}

function stretchOf(
  { text }: Visit,
  { range, tag }: YamlPackage.Scalar,
  from: number,
  instead: string | undefined,
  block: boolean,
): Stretch {
  const [start = 0, end = 0] = range ?? [];
  // To the end of its line it says nothing of what comes after.
  const contained = block && tag === undefined && !text.slice(start, end).includes('\n');
  return { start: start + from, end, instead, contained };
}

/** What hides behind a default is no reference any more. */
const isSecret = (name: string, value: string): boolean =>
  (isSecretName(name) && (canBeSecret(name, value) || /\$\{\w+:?[-+][^}]{1,2000}\}/.test(value))) ||
  secretsIn(value).length > 0;

/** The comments of the file: what begins with a mark outside of every value. */
function commentsIn(text: string, values: readonly Stretch[]): readonly Stretch[] {
  const inside = (at: number): boolean => values.some(({ start, end }) => at >= start && at < end);
  return Array.from(text.matchAll(/(?<=^|[ \t])#.*$/gm)).flatMap(({ 0: comment, index }) =>
    inside(index)
      ? []
      : [
          {
            start: index,
            end: index + comment.length,
            instead: maskComment(comment),
            contained: true,
          },
        ],
  );
}
