import { schemaId } from '../../../src/core/schema-id.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessmentSchema, assessmentVersion } from '../../../src/core/assessment/assessment.ts';
import { parseAssessment } from '../../../src/core/assessment/parse-assessment.ts';
import { exchangeFormats } from '../../../src/reporters/formats/exchange.ts';
import { listFormats } from '../../../src/reporters/formats/lists.ts';
import { findFormat, formats, renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';

const assessment = sampleAssessment();
const options = { language: 'en' } as const;

describe('the formats', () => {
  it.each(['docs/reports.md', 'docs/zh/reports.md'])(
    'but for the documents are all named in %s',
    (page) => {
      const guide = readFileSync(join(import.meta.dirname, '../../..', page), 'utf8');
      const ids = [...listFormats, ...exchangeFormats].map(({ id }) => id);
      expect(ids.filter((id) => !guide.includes(`\`${id}\``))).toEqual([]);
    },
  );

  it('have distinct ids, extensions without a dot and media types', () => {
    const ids = formats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const files = formats.map(({ extension }) => extension);
    expect(new Set(files).size).toBe(files.length);
    for (const { extension, mediaType } of formats) {
      expect(extension).toMatch(/^[a-z]+(-[a-z\d.]*[a-z\d])?(\.json)?$/);
      expect(mediaType).toMatch(/^[a-z]+\/[a-z.+-]+$/);
    }
  });

  it('are found by their id, and an unknown one is told the known ones', () => {
    expect(findFormat('json').mediaType).toBe('application/json');
    expect(() => findFormat('docx')).toThrow(
      expect.objectContaining({
        code: 'format-unknown',
        hint: `The formats are: ${formats.map(({ id }) => id).join(', ')}.`,
      }),
    );
  });

  it('refuse a format before anything is loaded', async () => {
    await expect(renderReport('', assessment, options)).rejects.toMatchObject({
      code: 'format-unknown',
    });
  });
});

describe('HTML', () => {
  it('is one page in the language that was asked for', async () => {
    expect(await renderReport('html', assessment, { language: 'zh' })).toMatch(
      /^<!doctype html>\n<html lang="zh-CN">/,
    );
  });
});

describe('JSON', () => {
  it('is the assessment itself, with the id of its schema', async () => {
    const text = String(await renderReport('json', assessment, options));
    expect(JSON.parse(text)).toEqual({
      $schema: schemaId('assessment', assessmentVersion),
      ...assessment,
    });
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('reads back as the contract says, and gives the same bytes again', async () => {
    const text = String(await renderReport('json', assessment, options));
    const read = parseAssessment(JSON.parse(text));
    expect(await renderReport('json', read, options)).toBe(text);
  });

  it('keeps a schema that the assessment names already', async () => {
    const named = { ...assessment, $schema: 'https://example.org/schema.json' };
    expect(JSON.parse(String(await renderReport('json', named, options)))).toMatchObject(named);
  });

  it('is valid text whatever was scanned, and keeps what was scanned', async () => {
    const hostile = hostileAssessment();
    const text = String(await renderReport('json', hostile, options));
    expect(text).not.toMatch(/\p{Cs}/u);
    expect(assessmentSchema.parse(JSON.parse(text)).findings).toEqual(hostile.findings);
  });
});

describe('NDJSON', () => {
  it('has one finding on each line', async () => {
    const lines = String(await renderReport('ndjson', assessment, options))
      .trimEnd()
      .split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(assessment.findings);
  });

  it('is empty where there are no findings', async () => {
    expect(await renderReport('ndjson', { ...assessment, findings: [] }, options)).toBe('');
  });
});
