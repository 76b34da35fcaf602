import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { shortenNames } from './short-names.ts';
import { slotsOnly } from './slots-only.ts';

// The compiler writes the type of a schema anew and leaves its comments out. This puts them into the declarations that are
// shipped, so that an editor shows what a fact is.
const root = path.join(import.meta.dirname, '..');

const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (name) =>
  ts.sys.readFile(name),
) as { config: object };
const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
const core = path.join(root, 'src', 'core');
const sources = readdirSync(core, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => path.join(core, name));
const program = ts.createProgram(sources, options);
const checker = program.getTypeChecker();

/** Text to be put into a file, by its place. */
type Insertions = Map<number, string>;

/** The types of what core declares, by name; without what two files call the same. */
function declaredTypes(): ReadonlyMap<string, ts.Type> {
  const found = new Map<string, ts.Type | undefined>();
  for (const file of sources) {
    for (const { name } of constantsOf(program.getSourceFile(file))) {
      const known = found.has(name.getText());
      found.set(name.getText(), known ? undefined : checker.getTypeAtLocation(name));
    }
  }
  return new Map([...found].flatMap(([name, type]) => (type ? [[name, type] as const] : [])));
}

const constantsOf = (file: ts.SourceFile | undefined): readonly ts.VariableDeclaration[] =>
  file?.statements.flatMap((each) =>
    ts.isVariableStatement(each) ? each.declarationList.declarations : [],
  ) ?? [];

/** Walks a written type beside the type that it was written from, and notes the comment of each property. */
function compare(node: ts.TypeNode | undefined, type: ts.Type, into: Insertions): void {
  if (node === undefined) return;
  if (ts.isTypeLiteralNode(node)) {
    for (const member of node.members) {
      if (!ts.isPropertySignature(member) || ts.isComputedPropertyName(member.name)) continue;
      const property = type.getProperty(member.name.text);
      if (!property) continue;
      const said = ts.displayPartsToString(property.getDocumentationComment(checker));
      const isDocumented = ts.getJSDocCommentsAndTags(member).length > 0;
      if (said !== '' && !isDocumented) into.set(member.getStart(), commentOf(said));
      compare(member.type, checker.getTypeOfSymbol(property), into);
    }
  } else if (ts.isTypeOperatorNode(node)) {
    compare(node.type, type, into);
  } else if (ts.isTypeReferenceNode(node)) {
    compareAll(node.typeArguments ?? [], type, into);
  } else if (ts.isTupleTypeNode(node)) {
    compareAll(node.elements, type, into);
  }
}

function compareAll(nodes: readonly ts.TypeNode[], type: ts.Type, into: Insertions): void {
  const isReference =
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
  const given = isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
  for (const [at, node] of nodes.entries()) {
    const argument = given[at];
    if (argument) compare(node, argument, into);
  }
}

function commentOf(said: string): string {
  const lines = said.replaceAll('*/', '*\\/').split('\n');
  return lines.length === 1 ? `/** ${lines[0]} */\n` : `/**\n * ${lines.join('\n * ')}\n */\n`;
}

const types = declaredTypes();
const dist = path.join(root, 'dist');
let count = 0;
for (const name of readdirSync(dist).filter((each) => each.endsWith('.d.ts'))) {
  const file = path.join(dist, name);
  const text = slotsOnly(readFileSync(file, 'utf8'));
  const insertions: Insertions = new Map();
  for (const declared of constantsOf(
    ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
  )) {
    const type = types.get(declared.name.getText());
    if (type) compare(declared.type, type, insertions);
  }
  let written = text;
  for (const [at, comment] of [...insertions].toSorted(([a], [b]) => b - a)) {
    written = `${written.slice(0, at)}${comment}${written.slice(at)}`;
  }
  // No type holds a text of several lines; what stands before a line is indentation, in code as in comments.
  writeFileSync(file, written.replace(/^[ \t]+/gm, ''));
  count += insertions.size;
}
shortenNames(dist, '.d.ts');
console.log(`${count} comments in the declarations`);
