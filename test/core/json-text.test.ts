import { expect, it } from 'vitest';
import { jsonText } from '../../src/syntax/json/json-text.ts';

const acting = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

it('escapes each character that acts on the text around it, and no other', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10_ff_ff; code += 1) {
    const character = String.fromCodePoint(code);
    const written = jsonText(character);
    const escaped = !written.includes(character);
    const plain = JSON.stringify(character) === written;
    if (JSON.parse(written) !== character || acting.test(written)) wrong.push(written);
    if (acting.test(character) ? !escaped : !plain) wrong.push(written);
  }
  expect(wrong).toEqual([]);
});

it.each(['未以 root 身份运行：允许', 'pids limit is 0 … 1 × 2', 'a\u202Eb 中文', '中\u200B文'])(
  'reads back %j',
  (text) => {
    expect(JSON.parse(jsonText({ text }))).toEqual({ text });
    expect(jsonText({ text })).not.toMatch(acting);
  },
);
