import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinDocuments } from '../../scripts/control-documents.ts';
import { lintDocuments } from '../../scripts/lint-documents.ts';
import { asMarkdown } from '../../src/cli/site/markdown.ts';
import { lintRules } from '../../src/authoring.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';

const root = path.join(import.meta.dirname, '..', '..');
const ofControls = await builtinDocuments();
const documents = new Map([...ofControls, ...(await lintDocuments())]);

describe('the pages of the controls and of the rules of lint', () => {
  it('are there for every control in both languages, with an index of each', () => {
    expect(ofControls.size).toBe(2 * (builtin.controls.length + 1));
  });

  it('are there for every rule in both languages, with an index of each', async () => {
    const rules = await lintRules();
    expect(rules.length).toBe(13);
    expect(documents.size - ofControls.size).toBe(2 * (rules.length + 1));
  });

  it.each([...documents])('%s is current (npm run pages)', (name, content) => {
    const file = path.join(root, name);
    const found = existsSync(file) ? readFileSync(file, 'utf8') : '';
    expect(found, `${name} is not current. Write the pages again with: npm run pages`).toBe(
      content,
    );
  });

  it.each(['docs/controls', 'docs/zh/controls', 'docs/lint', 'docs/zh/lint'])(
    '%s has no page of anything else',
    (folder) => {
      const strangers = readdirSync(path.join(root, folder)).filter(
        (name) => !documents.has(`${folder}/${name}`),
      );
      expect(strangers, 'Take them away with: npm run pages').toEqual([]);
    },
  );

  it('link to pages that exist', () => {
    const broken = [...documents].flatMap(([name, content]) =>
      [...content.matchAll(/\]\(([^)]+)\)/g)]
        .map(([, link = '']) => path.posix.join(path.posix.dirname(name), link))
        .filter((target) => !documents.has(target)),
    );
    expect(broken).toEqual([]);
  });

  it('show what is written and nothing else', () => {
    expect(asMarkdown('a_b | *c* <d> [e] `f|_g`')).toBe(
      'a\\_b \\| \\*c\\* \\<d\\> \\[e\\] `f\\|_g`',
    );
  });
});
