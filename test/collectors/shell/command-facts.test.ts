import { describe, expect, it } from 'vitest';
import { commandFacts } from '../../../src/collectors/shell/command-facts.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';
import { createWrittenTexts } from '../../../src/syntax/shell/written-texts.ts';

const read = (script: string, written = createWrittenTexts()) =>
  commandFacts(script, { dialect: 'sh', written }, createRedactor());

describe('a script that was read before', () => {
  it('writes the same files again', () => {
    const script = 'echo "curl https://get.example" > remembered.sh';
    const files = [createWrittenTexts(), createWrittenTexts()] as const;
    const [first, second] = files.map((written) => read(script, written));
    expect(second).toBe(first);
    for (const written of files) {
      expect(written.of('remembered.sh')).toEqual([{ text: 'curl https://get.example\n' }]);
    }
  });
});
