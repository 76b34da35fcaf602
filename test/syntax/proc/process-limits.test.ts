import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseProcessLimits } from '../../../src/syntax/proc/process-limits.ts';

test('takes numbers and the lack of a limit, by the names that engines have for them', () => {
  const text = `Limit                     Soft Limit           Hard Limit           Units     
Max cpu time              unlimited            unlimited            seconds   
Max open files            100                  200                  files     
Max nice priority         0                    0                    
Max new kind              1                    2                    things    
`;
  expect(parseProcessLimits(text)).toEqual([
    { name: 'cpu', soft: -1, hard: -1 },
    { name: 'nofile', soft: 100, hard: 200 },
    { name: 'nice', soft: 0, hard: 0 },
  ]);
});

test('knows every limit that this kernel lists', () => {
  const text = readFileSync('/proc/self/limits', 'utf8');
  expect(parseProcessLimits(text)).toHaveLength(text.trim().split('\n').length - 1);
});
