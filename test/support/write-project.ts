import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** Files by path. */
export type Files = Readonly<Record<string, string>>;

/** The words that a control needs beside its id and its check. */
export const words = `severity: 'high',
  title: { en: 'Own', zh: '自有' }, rationale: { en: 'Own', zh: '自有' },
  remediation: { en: 'Own', zh: '自有' }, references: ['https://example.org/'],`;

/** A place for small projects, which is gone after the tests of the file. Each project has a folder of its own. */
export function projects(): (files: Files) => string {
  const workshop = mkdtempSync(path.join(tmpdir(), 'plimsoll-projects-'));
  afterAll(() => {
    rmSync(workshop, { recursive: true, force: true });
  });
  return (files) => {
    const folder = mkdtempSync(path.join(workshop, 'project-'));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    return folder;
  };
}
