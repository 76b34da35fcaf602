import type { Reader } from './reader.ts';

/** Reads the texts of the heredocs that were announced on the line before. */
export function readHeredocs(r: Reader): void {
  for (const { name, strip, of } of r.heredocs) {
    const lines: string[] = [];
    while (r.at < r.script.length) {
      const end = r.script.indexOf('\n', r.at);
      const raw = r.script.slice(r.at, end < 0 ? r.script.length : end);
      r.at = end < 0 ? r.script.length : end + 1;
      const line = strip ? raw.replace(/^\t+/, '') : raw;
      if (line === name) break;
      lines.push(line);
    }
    of.bodies.push(lines.join('\n'));
  }
  r.heredocs = [];
}
