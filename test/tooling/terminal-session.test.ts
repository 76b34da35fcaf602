import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toCast } from '../../scripts/session/cast.ts';
import { columns, recordSession } from '../../scripts/session/record.ts';
import { toSvg } from '../../scripts/session/svg.ts';

const docs = path.join(import.meta.dirname, '../../docs');
const read = (name: string): string => readFileSync(path.join(docs, name), 'utf8');

const plain = (text: string): string =>
  text.replaceAll(new RegExp(`${String.fromCodePoint(27)}\\[\\d+m`, 'g'), '');

describe('the recorded session of a terminal', () => {
  const session = recordSession();

  it('is what the commands print today (npm run session)', () => {
    expect(read('session.cast')).toBe(toCast(session));
    expect(read('session.svg')).toBe(toSvg(session));
  });

  it('fits its frame', () => {
    const widest = session
      .flatMap(({ output }) => plain(output).split('\n'))
      .filter((line) => line.length > columns);
    expect(widest).toEqual([]);
    expect(plain(session[0]?.output ?? '')).toContain('workload-no-engine-socket');
    expect(plain(session.at(-1)?.output ?? '')).toContain('evidence.plimsoll: intact');
    expect(toSvg(session).length).toBeLessThan(200_000);
  });
});
