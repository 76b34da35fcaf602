import { findFormat } from '../src/reporters/formats/registry.ts';
import { largeAssessment } from '../test/fixtures/assessment.ts';

/** Writes 100,000 findings once in the format that is named, and prints what it took as JSON. */
const assessment = largeAssessment(20_000);
const render = await findFormat(process.argv[2] ?? '').load();
globalThis.gc?.();
const heldBytes = process.memoryUsage.rss();
const started = performance.now();
let characters = 0;
let peakBytes = heldBytes;
const note = (piece: { readonly length: number }): void => {
  characters += piece.length;
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
};
const rendering = await render(assessment, {
  language: 'en',
  frameworkId: assessment.frameworks[0]?.id,
});
if (typeof rendering === 'string' || rendering instanceof Uint8Array) note(rendering);
else for await (const piece of rendering) note(piece);
const ms = performance.now() - started;
const findings = assessment.findings.length;
console.log(JSON.stringify({ findings, ms, characters, heldBytes, peakBytes }));
