import { readFile, writeFile } from 'node:fs/promises';
import { parseAssessment } from 'plimsoll';
import { findFormat } from 'plimsoll/report';

/** Writes an assessment once as a document, with the built package alone, and prints what it took as JSON. */
const [path = '', format = '', to = '', frameworkId] = process.argv.slice(2);
const assessment = parseAssessment(JSON.parse(await readFile(path, 'utf8')));
const render = await findFormat(format).load();
const busyBefore = process.cpuUsage();
const started = performance.now();
const document = await render(assessment, { language: 'en', frameworkId });
const ms = performance.now() - started;
const busy = process.cpuUsage(busyBefore);
const cpuMs = (busy.user + busy.system) / 1000;
if (typeof document !== 'string' && !(document instanceof Uint8Array)) {
  throw new Error(`${format} is no document in one piece`);
}
await writeFile(to, document);
const bytes = Buffer.byteLength(document);
// The kernel counts in kilobytes.
const peakBytes = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ findings: assessment.findings.length, ms, cpuMs, bytes, peakBytes }));
