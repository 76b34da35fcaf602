import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toCast } from '../../scripts/session/cast.ts';
import { columns, recordSession } from '../../scripts/session/record.ts';
import { toSvg } from '../../scripts/session/svg.ts';

const docs = path.join(import.meta.dirname, '../../docs');
const read = (name: string): string => readFileSync(path.join(docs, name), 'utf8');

describe('the recorded session of a terminal', () => {
  const session = recordSession();

  it('is what the commands print today (npm run session)', () => {
    expect(read('session.cast')).toBe(toCast(session));
    expect(read('session.svg')).toBe(toSvg(session));
  });

  it('fits its frame', () => {
    // Colours take no room.
    const plain = toCast(session).replaceAll(/\\u001b\[\d+m/g, '');
    expect(plain).toContain('plimsoll scan');
    const widest = session
      .flatMap(({ output }) => output.replaceAll(/\u001B\[\d+m/g, '').split('\n'))
      .filter((line) => line.length > columns);
    expect(widest).toEqual([]);
    expect(toSvg(session).length).toBeLessThan(200_000);
  });
});
