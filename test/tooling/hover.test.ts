import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-hover-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A project of a user's, with the package as it is published. */
function installPacked(): string {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const modules = path.join(folder, 'node_modules');
  const home = path.join(modules, 'plimsoll');
  mkdirSync(home, { recursive: true });
  const tarball = path.join(folder, packed.trim());
  execFileSync('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
  for (const name of ['zod', '@types']) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  }
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  return path.join(folder, 'hover-probe.ts');
}

interface Place {
  /** The file in which an author writes. */
  readonly file: () => string;
  readonly imports: string;
}

const places: Readonly<Record<string, Place>> = {
  'in the source': {
    file: () => path.join(root, 'src', 'hover-probe.ts'),
    imports: `import { builtinKinds } from './core/subjects/kinds.ts';
import type { FactsOf } from './core/facts/subject.ts';
import { defineControl } from './core/controls/control.ts';
import { workload } from './core/subjects/workload/workload.ts';
`,
  },
  'in the package that users install': {
    file: installPacked,
    imports: `import { builtinKinds, defineControl, workload, type FactsOf } from 'plimsoll';
`,
  },
};

const declared = `export declare const all: { [K in (typeof builtinKinds)[number] as K['kind']]: FactsOf<K> };
`;

/** A control as a user writes it, and where the pointer is. */
const control = `defineControl({
  id: 'acme-hover', subject: workload, severity: 'low',
  title: { en: 'Hover', zh: '悬停' }, rationale: { en: 'a', zh: '一' }, remediation: { en: 'b', zh: '二' },
  references: ['https://docs.docker.com/'],
  check: (w) => [w.user.uid, w.image.digest, w.ports].length > 0,
});
`;

/** A language service as an editor runs it, over one file whose text may change. */
function openEditor(
  file: string,
  head: string,
): { readonly service: ts.LanguageService; readonly type: (text: string) => void } {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (name) =>
    ts.sys.readFile(name),
  ) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  // An author's project knows the package by its name alone.
  const { paths: _, ...rest } = options;
  let text = head;
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => rest,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : '0'),
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => path.dirname(file),
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => (name === file ? text : ts.sys.readFile(name)),
    directoryExists: (name) => ts.sys.directoryExists(name),
    getDirectories: (name) => ts.sys.getDirectories(name),
    realpath: (name) => ts.sys.realpath?.(name) ?? name,
  });
  return {
    service,
    type: (next) => {
      text = next;
      version += 1;
    },
  };
}

/** One fact as an author writes it, `w.resources!.memoryBytes`, and whether it is a number. */
interface Fact {
  readonly path: string;
  readonly number: boolean;
}

/** Every fact of every kind, each declaration once. */
function factsOf(program: ts.Program, file: string): readonly Fact[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const [all] = module ? checker.getExportsOfModule(module) : [];
  if (!source || !all) throw new Error('the probe has no facts');
  const facts: Fact[] = [];
  const seen = new Set<ts.Declaration>();
  const visit = (given: ts.Type, at: string): void => {
    const type = checker.getNonNullableType(given);
    const here = type === given ? at : `${at}!`;
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference);
      if (item) visit(item, `${here}[0]!`);
      return;
    }
    if ((type.flags & ts.TypeFlags.Object) === 0) return;
    for (const property of checker.getPropertiesOfType(type)) {
      const [declaration] = property.declarations ?? [];
      const inner = checker.getTypeOfSymbolAtLocation(property, source);
      const own = `${here}${/^\w+$/.test(property.name) ? `.${property.name}` : `['${property.name}']`}`;
      // The members of a record are its keys, which nobody declares.
      if (declaration !== undefined) {
        const { fileName } = declaration.getSourceFile();
        const isOfLibrary = /node_modules\/(?!plimsoll\/)/.test(fileName);
        if (isOfLibrary || seen.has(declaration)) continue;
        seen.add(declaration);
        const { flags } = checker.getNonNullableType(inner);
        facts.push({ path: own, number: (flags & ts.TypeFlags.NumberLike) !== 0 });
      }
      visit(inner, own);
    }
  };
  const kinds = checker.getTypeOfSymbolAtLocation(all, source);
  for (const kind of checker.getPropertiesOfType(kinds)) {
    visit(checker.getTypeOfSymbolAtLocation(kind, source), `all['${kind.name}']`);
  }
  return facts;
}

/** What a number counts or measures, in the words of the facts. */
const units =
  /\b(?:bytes|seconds|bits|port|ids?|numbers?|line|layer|layers|file|files|nodes|managers|processes|processors|containers|images|copies|tries|times|weight|version|code|authorities|attestations|counted|counts|how many|0 is off)\b/i;

describe.each(Object.entries(places))('hovering over a fact in an editor, %s', (_, place) => {
  const file = place.file();
  const head = `${place.imports}${declared}${control}`;
  const { service, type } = openEditor(file, head);
  const program = service.getProgram();
  if (!program) throw new Error('there is no program');
  const facts = factsOf(program, file);
  const text = `${head}${facts.map(({ path: fact }) => `${fact};`).join('\n')}\n`;
  type(text);
  const lines = text.split('\n');
  const start = head.split('\n').length - 1;
  let offset = head.length;
  const hovered = facts.map(({ path: fact, number }, at) => {
    const line = lines[start + at] ?? '';
    // The pointer is on the last name of the expression.
    const info = service.getQuickInfoAtPosition(file, offset + line.length - 2);
    offset += line.length + 1;
    return { fact, number, said: ts.displayPartsToString(info?.documentation) };
  });

  it('asks for every fact of every kind', () => {
    expect(facts.length).toBeGreaterThan(400);
    expect(service.getSemanticDiagnostics(file).map(({ messageText }) => messageText)).toEqual([]);
    expect(hovered.find(({ fact }) => fact.endsWith('.resources.memoryBytes'))?.said).toBe(
      'Hard limit in bytes; 0 means unlimited.',
    );
  });

  it.each([
    ['w.user.uid', 'numeric user id'],
    ['w.image.digest', 'sha256'],
    ['w.ports', 'port'],
  ])('shows %s in a check', (written, said) => {
    const at = text.indexOf(written) + written.length - 1;
    const info = service.getQuickInfoAtPosition(file, at);
    expect(ts.displayPartsToString(info?.documentation).toLowerCase()).toContain(
      said.toLowerCase(),
    );
  });

  it('says what it is', () => {
    expect(hovered.filter(({ said }) => said === '').map(({ fact }) => fact)).toEqual([]);
  });

  it('says of a number what it counts', () => {
    const numbers = hovered.filter(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(60);
    const untold = numbers.filter(({ said }) => !units.test(said));
    expect(untold.map(({ fact, said }) => `${fact}: ${said}`)).toEqual([]);
  });
});
