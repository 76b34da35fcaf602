import { join, resolve } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PlimsollError } from '../../core/errors.ts';
import type { TypstDocument } from '../options/typst-document.ts';
import { text } from '../../core/text.ts';

/** The optional package that typesets. */
const engine = '@myriaddreamin/typst-ts-node-compiler';

/** What is used of it. */
interface Engine {
  readonly NodeCompiler: typeof NodeCompiler;
}

/** A folder that exists nowhere: all files are handed over in memory, and nothing else can be read. */
const workspace = resolve('/plimsoll-report');

/** Data that is larger than this makes a layout of several hundred megabytes; UTF-16 units. */
const large = 2_000_000;

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
  const compiler = compilerFor(document.fontFiles, await loadEngine(load));
  letGo(compiler);
  for (const [name, content] of Object.entries(document.files)) {
    compiler.mapShadow(join(workspace, name), Buffer.from(content));
  }
  try {
    const compiled = compiler.compile({ mainFileContent: document.template });
    if (!compiled.result) {
      const diagnostics: unknown[] = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
      throw new Error(diagnostics.map((each) => JSON.stringify(each)).join('; '));
    }
    // The layout is done: what was kept of it makes room for the bytes, where there is much of it.
    if ((document.files['report.json']?.length ?? 0) > large) compiler.evictCache(0);
    const pdf = compiler.pdf(compiled.result, {
      pdfStandard: document.standard,
      creationTimestamp: Math.floor(Date.parse(document.at) / 1000),
    });
    return withoutDefault(pdf);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PlimsollError(
      'pdf-render-failed',
      text(`The report could not be typeset: ${why}`, `报告无法排版：${why}`),
      {
        hint: text(
          'Write it as HTML, and report this with the assessment if you may share it.',
          '请改写为 HTML；若可以分享该评估结果，请附上并报告此问题。',
        ),
        cause,
      },
    );
  } finally {
    compiler.resetShadow();
    letGoLater(compiler);
  }
}

/** What the catalog of every PDF says of its tags, and what is the same without it. */
const said = '/Suspects false';

/**
 * Blanks a value that is the default: poppler, which many read a PDF with, takes any false for a syntax error. The length
 * stays, and with it every place that the table of contents of the file names.
 */
function withoutDefault(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  // The catalog is one of the last objects, behind all attachments.
  const at = bytes.lastIndexOf('/MarkInfo');
  const from = at < 0 ? -1 : bytes.indexOf(said, at);
  if (from >= 0 && from - at < 100) bytes.fill(' ', from, from + said.length);
  return pdf;
}

let last: { readonly fonts: string; readonly compiler: NodeCompiler } | undefined;

/** The compiler of the document before, if it has the same fonts: they are read once. */
function compilerFor(fontFiles: readonly string[], { NodeCompiler: made }: Engine): NodeCompiler {
  const fonts = fontFiles.join('\n');
  if (last?.fonts !== fonts) {
    const compiler = made.create({ workspace, fontArgs: [{ fontPaths: [...fontFiles] }] });
    last = { fonts, compiler };
  }
  return last.compiler;
}

/** How long what was kept of a layout stays when no other document follows; milliseconds. */
const keptFor = 1000;

let kept: NodeJS.Timeout | undefined;

/** Releases the previous layout, which another document does not use. */
function letGo(compiler: NodeCompiler): void {
  if (kept === undefined) return;
  clearTimeout(kept);
  kept = undefined;
  compiler.evictCache(0);
}

/** Keeps a layout until something else is to be done: a program that ends with its document need not wait for that. */
function letGoLater(compiler: NodeCompiler): void {
  kept = setTimeout(() => letGo(compiler), keptFor).unref();
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
    throw new PlimsollError(
      'pdf-engine-missing',
      text(`PDF needs the optional package ${engine}.`, `PDF 需要可选包 ${engine}。`),
      {
        hint: text(`Install it with: npm install ${engine}`, `安装：npm install ${engine}`),
        cause,
      },
    );
  }
}
