import { join, resolve } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PlimsollError } from '../../core/errors.ts';
import type { PdfStandard } from '../options.ts';

/** The optional package that typesets. */
const engine = '@myriaddreamin/typst-ts-node-compiler';

/** What is used of it. */
interface Engine {
  readonly NodeCompiler: typeof NodeCompiler;
}

/** A document to be typeset: its template, and the files that the template reads. */
export interface TypstDocument {
  readonly template: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly standard: PdfStandard;
  /** Folders in which fonts are, beside the machine's own. */
  readonly fontFolders: readonly string[];
  /** The document's only time, ISO 8601. */
  readonly at: string;
}

/** A folder that exists nowhere: all files are handed over in memory, and nothing else can be read. */
const workspace = resolve('/plimsoll-report');

/**
 * Typesets a document. Equal documents give equal bytes on one machine; another machine's fonts
 * may differ.
 *
 * @throws PlimsollError `pdf-engine-missing`, `pdf-render-failed`
 */
export async function typeset(
  document: TypstDocument,
  load: () => Promise<unknown> = () => import('@myriaddreamin/typst-ts-node-compiler'),
): Promise<Uint8Array> {
  const compiler = (await loadEngine(load)).NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: [...document.fontFolders] }],
  });
  for (const [name, content] of Object.entries(document.files)) {
    compiler.mapShadow(join(workspace, name), Buffer.from(content));
  }
  try {
    const compiled = compiler.compile({ mainFileContent: document.template });
    if (!compiled.result) {
      const diagnostics: unknown[] = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
      throw new Error(diagnostics.map((each) => JSON.stringify(each)).join('; '));
    }
    // The layout is done: what was kept for a next one makes room for the bytes.
    compiler.evictCache(0);
    return compiler.pdf(compiled.result, {
      pdfStandard: document.standard,
      creationTimestamp: Math.floor(Date.parse(document.at) / 1000),
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PlimsollError('pdf-render-failed', `The report could not be typeset: ${why}`, {
      hint: 'Write it as HTML, and report this with the assessment if you may share it.',
      cause,
    });
  } finally {
    compiler.evictCache(0);
  }
}

async function loadEngine(load: () => Promise<unknown>): Promise<Engine> {
  try {
    const loaded = await load();
    // It is a CommonJS module: its exports are found on the default one as well, or only there.
    const module = loaded as { readonly default?: Engine } & Partial<Engine>;
    const { NodeCompiler: compiler } = module.default ?? module;
    if (!compiler) throw new Error(`${engine} has no NodeCompiler`);
    return { NodeCompiler: compiler };
  } catch (cause) {
    throw new PlimsollError('pdf-engine-missing', `PDF needs the optional package ${engine}.`, {
      hint: `Install it with: npm install ${engine}`,
      cause,
    });
  }
}
