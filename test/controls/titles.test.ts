import { describe, expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { languages } from '../../src/core/text.ts';

describe.each(builtin.controls)('the titles of $id', ({ title, failingTitle }) => {
  it('say the rule and what is wrong where it fails', () => {
    expect(
      failingTitle,
      'Add failingTitle: { en, zh }, what is wrong where it fails',
    ).toBeDefined();
    for (const language of languages) expect(failingTitle?.[language]).not.toBe(title[language]);
  });

  it('name what they are about', () => {
    for (const said of [title.en, failingTitle?.en]) expect(said).not.toMatch(/^Its?\b/);
  });

  it('end without a full stop', () => {
    for (const said of [title, failingTitle]) {
      for (const language of languages) expect(said?.[language]).not.toMatch(/[.。]$/);
    }
  });
});
