import { describe, expect, it } from 'vitest';
import { unreadable } from '../../src/core/controls/check.ts';
import type { Gap } from '../../src/core/facts/gap.ts';

const said = (gap: Gap) =>
  unreadable({ touched: [{ gap }] } as unknown as Parameters<typeof unreadable>[0], 0);

const gap = {
  path: '/runs/1/commands/-',
  reason: 'not-understood',
  detail: 'line 1 of the script, the shell syntax',
} as const satisfies Gap;

describe('what is said of a gap', () => {
  it('names the line of the file in which it is', () => {
    const source = { kind: 'file', path: 'web/Dockerfile', line: 3 } as const;
    expect(said({ ...gap, source })).toMatchObject({
      message: {
        en: 'Could not be read: web/Dockerfile:3 (not-understood: line 1 of the script, the shell syntax)',
        zh: '未能读取：web/Dockerfile:3（未能解析：line 1 of the script, the shell syntax）',
      },
    });
  });

  it('names the fact where there is no line', () => {
    const api = { kind: 'api', endpoint: 'GET /info', pointer: '' } as const;
    for (const source of [undefined, api, { kind: 'file', path: '/etc/a' } as const]) {
      const of = source === undefined ? gap : { ...gap, source };
      expect(said(of)).toMatchObject({
        message: {
          en: expect.stringContaining('Could not be read: /runs/1/commands/- (') as string,
        },
      });
    }
  });
});
