import path from 'node:path';
import { Project, ts, type Symbol as TypeSymbol, type Type } from 'ts-morph';
import { asMarkdown } from '../src/cli/site/markdown.ts';
import { origins } from '../src/collectors/engine/origins/origins.ts';
import type { SourceMap } from '../src/core/facts/source.ts';
import { builtinKinds } from '../src/core/subjects/kinds.ts';

// The reference of the facts: what the schema of each kind says of every fact, and where an engine says it.

const root = path.join(import.meta.dirname, '..');
const folder = 'docs/facts';

/** One fact, or one part of it, with where it stands. */
interface Fact {
  readonly path: string;
  readonly type: string;
  readonly says: string;
  readonly read: readonly string[];
}

/** Where each origin of a kind says a fact: the endpoint and the pointer into its answer. */
function readAt(kind: string, pointer: string): readonly string[] {
  return Object.entries(origins).flatMap(([name, sources]: [string, SourceMap]) => {
    const source = sources[pointer];
    const isOf =
      name === `engine/${kind}` ||
      (kind === 'workload' && name === 'engine/service') ||
      (kind === 'secret' && name === 'engine/config');
    return isOf && source?.kind === 'api' && source.pointer !== ''
      ? [`\`GET ${source.endpoint}\` \`${source.pointer}\``]
      : [];
  });
}

/** What a type is called in a table. */
function nameOf(type: Type): string {
  const bare = type.getNonNullableType();
  const absent = type.isNullable() ? ' \\| null' : '';
  const item = bare.getArrayElementType();
  if (item) return `${isParts(item) ? 'list' : `list of ${nameOf(item)}`}${absent}`;
  if (bare.getStringIndexType() || isParts(bare)) return `object${absent}`;
  const text = bare.isUnion()
    ? bare.getUnionTypes().map((each) => each.getText())
    : [bare.getText()];
  const words = [
    ...new Set(text.map((each) => (/^(?:true|false)$/.test(each) ? 'boolean' : each))),
  ];
  return `${asMarkdown(words.toSorted().join(' | '))}${absent}`;
}

/** Whether a type has parts that its own schema names. */
const isParts = (type: Type): boolean => {
  const bare = type.getNonNullableType();
  return bare.isObject() && !bare.isArray() && bare.getProperties().length > 0 && !isOther(bare);
};

/** What is no fact of ours: a date, a map. */
const isOther = (type: Type): boolean =>
  type
    .getProperties()
    .some((property) =>
      property
        .getDeclarations()
        .some((each) => each.getSourceFile().getFilePath().includes('/lib.')),
    );

function factsOf(kind: string, type: Type, above = '', depth = 0): readonly Fact[] {
  if (depth > 6) return [];
  return type.getProperties().flatMap((property): readonly Fact[] => {
    const [declaration] = property.getDeclarations();
    if (!declaration) return [];
    const own = property.getTypeAtLocation(declaration);
    const place = `${above}/${property.getName()}`;
    const optional = property.isOptional() ? ', may be absent' : '';
    const fact: Fact = {
      path: place,
      type: `${nameOf(withoutUndefined(own))}${optional}`,
      says: asMarkdown(commentOf(property)),
      read: readAt(kind, place.replaceAll('[]', '')),
    };
    const bare = own.getNonNullableType();
    const item = bare.getArrayElementType();
    const inner = item ? ([item, `${place}[]`] as const) : ([bare, place] as const);
    const [within, at] = inner;
    const parts = within.isUnion() ? within.getUnionTypes() : [within];
    const below = new Map<string, Fact>();
    for (const part of parts.filter(isParts)) {
      for (const each of factsOf(kind, part, at, depth + 1)) {
        if (!below.has(each.path)) below.set(each.path, each);
      }
    }
    return [fact, ...below.values()];
  });
}

const withoutUndefined = (type: Type): Type =>
  type.isUnion() && type.getUnionTypes().some((each) => each.isUndefined())
    ? type.getNonNullableType()
    : type;

const commentOf = (property: TypeSymbol): string =>
  ts
    .displayPartsToString(property.compilerSymbol.getDocumentationComment(undefined))
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The pages of the facts, by the file that they stand in. */
export function factDocuments(): ReadonlyMap<string, string> {
  const project = new Project({
    tsConfigFilePath: path.join(root, 'tsconfig.json'),
    skipAddingFilesFromTsConfig: true,
  });
  const asked = project.createSourceFile(
    path.join(root, 'src/core/subjects/asked.ts'),
    `import type { builtinKinds } from './kinds.ts';
     import type { FactsOf } from '../facts/subject.ts';
     export type All = { [K in (typeof builtinKinds)[number] as K['kind']]: FactsOf<K> };`,
  );
  project.resolveSourceFileDependencies();
  const alias = asked.getTypeAliasOrThrow('All');
  const all = alias.getType();
  const pages = builtinKinds.map(({ kind, label }) => {
    const type = all.getPropertyOrThrow(kind).getTypeAtLocation(alias);
    return [kind, label.en, factsOf(kind, type)] as const;
  });
  const documents = pages.map(
    ([kind, label, facts]) => [`${folder}/${kind}.md`, page(kind, label, facts)] as const,
  );
  return new Map([[`${folder}/README.md`, index(pages)], ...documents]);
}

function page(kind: string, label: string, facts: readonly Fact[]): string {
  const lines = facts.map(
    ({ path: at, type, says, read }) =>
      `| \`${at}\` | ${type} | ${says}${read.length > 0 ? ` ${read.join(', ')}` : ''} |`,
  );
  return [
    `# Facts of ${kind}`,
    '',
    `${label}. [All kinds](README.md).`,
    '',
    '| fact | type | meaning, and where an engine says it |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

const index = (pages: readonly (readonly [string, string, readonly Fact[]])[]): string =>
  [
    '# The facts',
    '',
    'What checks can read of each kind of subject, with unit, and what zero, `null` and absence mean. A fact that could not be read is a gap,',
    'and a check that touches it is `unknown`. `[]` stands for each item of a list.',
    '',
    '| kind | | facts |',
    '| --- | --- | --- |',
    ...pages.map(
      ([kind, label, facts]) => `| [${kind}](${kind}.md) | ${label} | ${facts.length} |`,
    ),
    '',
  ].join('\n');
