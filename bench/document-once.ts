import { readFile, writeFile } from 'node:fs/promises';
import type * as report from 'plimsoll/report';

/** Writes an assessment once as one document, with the built package alone, and prints what it took as JSON. */
const [path = '', format = '', frameworkId, to] = process.argv.slice(2);
// By its path, so that what is measured is what was built.
const { findFormat }: typeof report = await import('plimsoll/report');
// The package's own JSON, written by the bench: its form is known.
const assessment = JSON.parse(await readFile(path, 'utf8')) as Parameters<report.Renderer>[0];
const render = await findFormat(format).load();
const started = performance.now();
const rendering = await render(assessment, { language: 'en', frameworkId });
const ms = performance.now() - started;
if (typeof rendering !== 'string' && !(rendering instanceof Uint8Array)) {
  throw new Error(`${format} is no document`);
}
if (to !== undefined) await writeFile(to, rendering);
const bytes = Buffer.byteLength(rendering);
// The kernel counts kilobytes.
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ findings: assessment.findings.length, ms, bytes, peakBytes }));
