import { describe, expect, it } from 'vitest';
import { formatTable } from '../../bench/table.ts';

describe('formatTable', () => {
  it('puts text to the left and numbers to the right, with the digits that count', () => {
    const rows = [
      { what: 'bare', ms: 40.123, evaluations: 13_000_000 },
      { what: 'recorded', ms: 1234.5, evaluations: 7 },
    ];
    expect(formatTable('assess', rows)).toBe(
      [
        'assess',
        'what         ms  evaluations',
        '────────  ─────  ───────────',
        'bare       40.1   13,000,000',
        'recorded  1,235            7',
      ].join('\n'),
    );
  });

  it('prints the title alone over no rows', () => {
    expect(formatTable('nothing', []).split('\n')[0]).toBe('nothing');
  });
});
