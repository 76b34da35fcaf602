import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { factDocuments } from '../../scripts/fact-documents.ts';
import { builtinKinds } from '../../src/core/subjects/kinds.ts';

const root = path.join(import.meta.dirname, '..', '..');

describe('the pages of the facts', () => {
  const documents = factDocuments();

  it('are there for every kind, with an index, and are current (npm run pages)', () => {
    expect(documents.size).toBe(builtinKinds.length + 1);
    for (const [name, content] of documents) {
      expect(readFileSync(path.join(root, name), 'utf8'), `${name}: npm run pages`).toBe(content);
    }
    expect(
      readdirSync(path.join(root, 'docs', 'facts')).map((name) => `docs/facts/${name}`),
    ).toEqual([...documents.keys()].toSorted());
  });

  it('say what every fact is', () => {
    const rows = [...documents.values()].flatMap((content) => content.match(/^\| `\/.*$/gm) ?? []);
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.filter((row) => /\| {2,}\|$/.test(row))).toEqual([]);
  });

  it('say where engines say what is theirs', () => {
    expect(documents.get('docs/facts/workload.md')).toContain(
      '`GET /containers/{id}/json` `/Config/WorkingDir`',
    );
  });
});
