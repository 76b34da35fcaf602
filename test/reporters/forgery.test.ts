import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assessment/assess.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { parseSnapshot } from '../../src/core/snapshot/parse-snapshot.ts';
import { builtinKinds } from '../../src/core/subjects/kinds.ts';
import { selectFrameworks } from '../../src/frameworks/registry/select-frameworks.ts';
import { buildReport } from '../../src/reporters/model/build-report.ts';
import { formats } from '../../src/reporters/formats/registry.ts';
import { findingRows } from '../../src/reporters/rows/finding-rows.ts';
import { renderFigures, renderText } from '../../src/reporters/text/render-text.ts';
import { acting, forged, forgedLine, hostileSnapshot } from '../support/hostile-snapshot.ts';
import { tool } from '../support/judge.ts';

const recorded = parseSnapshot(
  JSON.parse(await readFile('examples/recorded/snapshot.json', 'utf8')) as unknown,
  builtinKinds,
);
const frameworks = await selectFrameworks(['cis-docker-1.8.0', 'pci-dss-4.0.1']);
const assessment = assess(hostileSnapshot(recorded), { catalog: builtin, frameworks, tool });

/** Where the first of what acts stands, with what is around it. */
const around = (text: string, pattern: RegExp): string => {
  const { index } = pattern.exec(text) ?? {};
  return index === undefined
    ? ''
    : JSON.stringify(text.slice(Math.max(0, index - 120), index + 60));
};

describe('a snapshot of forged lines', () => {
  it('has them in what is said', () => {
    const said = assessment.findings.filter(({ message }) => message.en.includes('Pass 999'));
    expect(said.length).toBeGreaterThan(20);
    expect(forged).toMatch(acting);
  });

  it.each(['en', 'zh'] as const)('forges none in the terminal’s report in %s', (language) => {
    for (const frameworkId of [undefined, 'pci-dss-4.0.1']) {
      const report = buildReport(assessment, {
        language,
        ...(frameworkId === undefined ? {} : { frameworkId }),
      });
      for (const text of [renderText(report), renderFigures(report)]) {
        expect(around(text, acting)).toBe('');
        expect(around(text, forgedLine)).toBe('');
      }
    }
  });

  it('forges none in the cells of a table', () => {
    const cells = [...findingRows(assessment, 'en')].flat().join('\t');
    expect(around(cells, acting)).toBe('');
    expect(around(cells, forgedLine)).toBe('');
  });

  it.each(formats.map(({ id }) => id).filter((id) => id !== 'pdf' && id !== 'xlsx'))(
    'forges none in %s',
    async (id) => {
      const format = formats.find((each) => each.id === id);
      const render = await format?.load();
      const words = { frameworkId: 'pci-dss-4.0.1', words: undefined };
      const made = await render?.(assessment, { language: 'en', ...words } as never);
      if (made instanceof Uint8Array || made === undefined) return;
      const pieces: string[] = [];
      const decoder = new TextDecoder();
      for await (const piece of typeof made === 'string' ? [made] : made) {
        pieces.push(typeof piece === 'string' ? piece : decoder.decode(piece));
      }
      const text = pieces
        .join('')
        .replace(/^\uFEFF/u, '')
        .replaceAll('\r\n', '\n');
      // Metrics are figures: what was scanned names none of them.
      if (id !== 'prometheus') expect(text).toContain('Pass 999');
      expect(around(text, acting)).toBe('');
      expect(around(text, forgedLine)).toBe('');
    },
    60_000,
  );
});
