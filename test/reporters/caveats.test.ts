import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import { parseSnapshot } from '../../src/core/snapshot/parse-snapshot.ts';
import { builtinKinds } from '../../src/core/subjects/kinds.ts';
import { buildDocument } from '../../src/reporters/documents/build-document.ts';
import { buildReport } from '../../src/reporters/model/build-report.ts';
import { renderHtml } from '../../src/reporters/html/render-html.ts';
import { renderText } from '../../src/reporters/text/render-text.ts';
import { tool } from '../support/judge.ts';

const recorded = parseSnapshot(
  JSON.parse(await readFile('examples/recorded/snapshot.json', 'utf8')) as unknown,
  builtinKinds,
);
const said = {
  en: 'The kernel was not read (/proc/1\nPass 999): the engine’s word stands',
  zh: '未能读取内核信息（/proc/1\nPass 999）：以引擎所述为准',
};
const [first, ...others] = recorded.targets;
const assessment = assess(
  {
    ...recorded,
    targets: first ? [{ ...first, caveats: [{ about: 'kernel', said }] }, ...others] : [],
  },
  { catalog: builtin, tool },
);

it.each([
  ['en', 'The kernel was not read'],
  ['zh', '未能读取内核信息'],
] as const)('what a reader has to know stands at the top, in %s', (language, words) => {
  const report = buildReport(assessment, { language });
  const lines = renderText(report).split('\n');
  const at = lines.findIndex((line) => line.includes(words));
  expect(at).toBeGreaterThanOrEqual(0);
  expect(at).toBeLessThan(5);
  expect(lines[at]).toContain('Pass 999');
  const html = renderHtml(buildDocument(assessment, { language }));
  const place = html.indexOf(words);
  expect(place).toBeGreaterThan(0);
  expect(place).toBeLessThan(html.indexOf('</header>'));
});
