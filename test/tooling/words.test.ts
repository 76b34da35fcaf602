import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/cruise.ts';
import { consoleWords } from '../../src/console/page/console-words.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { inBoth, type Text, type Wording } from '../../src/core/text.ts';
import { builtinFrameworks } from '../../src/frameworks/registry/registry.ts';
import { messages } from '../../src/reporters/words/messages.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** English that reads as translated, wherever it stands in a sentence. */
const retired =
  /\b(?:told|whoever|mend(?:s|ed|ing)?|grave(?:st)?|of which|for want of|sees? to|brought|(?:by|against) what(?!ever)|stands? with|(?:is|are|was|were) not seen)\b/i;

/** A message names its subject. */
const nameless = /^Its? /;

/** Chinese for which another term was settled: 账户 (but 主账号 is a card's), 敏感凭据, 无法判定, 风险接受, 归并状态. */
const retiredChinese =
  /(?<!主)账号|机密(?!性)(?<!主机密)|(?:未能|不能)判定|归并规则|应答方|(?:已|未|经|批准)豁免|豁免(?:责任人|批准人|理由|工单|截止)/;

/** What people read, without the code that is put into it. */
function proseIn(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || isTail(node)) {
      found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest));
  // One word is a name of the program's own.
  return found.filter((text) => /\S \S/.test(text) || /\p{Script=Han}/u.test(text));
}

const isTail = (node: ts.Node): node is ts.TemplateMiddle | ts.TemplateTail =>
  ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

const wrongIn = (prose: readonly string[]): readonly string[] =>
  prose.filter((text) => retired.test(text) || retiredChinese.test(text));

/** What is wrong of each; the lists of words are above. */
const foundIn = (wrong: readonly unknown[]): string =>
  wrong
    .flat()
    .flatMap((text) => {
      const found = retired.exec(String(text)) ?? retiredChinese.exec(String(text));
      return found ? [`“${found[0].trim()}” in: ${String(text)}`] : [];
    })
    .join('\n');

const frameworks = await Promise.all(Object.values(builtinFrameworks).map(({ load }) => load()));
const reasons = frameworks.flatMap(({ mappings }) =>
  mappings.flatMap(({ links }) => links.map(({ reason }) => inBoth(reason))),
);
const texts = (...words: readonly (Wording | undefined)[]): readonly Text[] =>
  words.flatMap((word) => (word === undefined ? [] : [inBoth(word)]));
const ofControls = builtin.controls.flatMap((control) =>
  texts(
    control.title,
    control.failingTitle,
    control.rationale,
    control.remediation,
    control.question,
  ),
);

describe('words that people read', () => {
  it('are plain in every string of the source', () => {
    const wrong = sourceFiles(root, 'src').flatMap((file) =>
      wrongIn(proseIn(readFileSync(path.join(root, file), 'utf8'))).map((each) => [file, each]),
    );
    expect(wrong, `Say it in plainer words:\n${foundIn(wrong)}`).toEqual([]);
  });

  it.each([
    ['the reports', Object.values(messages)],
    ['the console', consoleWords],
    ['controls', ofControls],
    ['reasons of mappings', reasons],
  ] satisfies [string, readonly Text[]][])('are plain and name their subject in %s', (_, words) => {
    expect(words.length).toBeGreaterThan(0);
    const wrong = wrongIn(words.flatMap(({ en, zh }) => [en, zh]));
    expect(wrong, `Say it in plainer words:\n${foundIn(wrong)}`).toEqual([]);
    expect(words.map(({ en }) => en).filter((en) => nameless.test(en))).toEqual([]);
  });

  it('are found wherever a string holds them, and in no code or comment', () => {
    const source =
      "// whoever\nconst told = `${whoever} is told of ${mended}`; say('账号 a', 'is_told');";
    expect(wrongIn(proseIn(source))).toEqual([' is told of ', '账号 a']);
    expect(wrongIn(['by whatever path', '主账号', '主机密钥', '数据机密性', 'a mender'])).toEqual(
      [],
    );
  });
});
