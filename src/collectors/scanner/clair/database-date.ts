import { z } from 'zod';
import { parseJsonText } from '../../../syntax/json/parse-json-text.ts';
import { PlimsollError } from '../../../core/errors.ts';
import { optionalInstant } from '../adapters/report-shapes.ts';
import { askClair, type ClairServer } from './ask-clair.ts';

const operations = z.record(z.string(), z.array(z.object({ date: optionalInstant })));

/**
 * When any of Clair's updaters last ran. It comes from a part of the API that Clair calls internal and that may be out
 * of reach: then it is not known.
 *
 * @throws PlimsollError `scan-aborted`
 */
export async function databaseDate(server: ClairServer): Promise<string | null> {
  try {
    const body = await askClair(
      server,
      '/matcher/api/v1/internal/update_operation?kind=vulnerability&latest=true',
    );
    if (body === null) return null;
    const read = operations.safeParse(parseJsonText(new TextDecoder().decode(body)));
    const dates = Object.values(read.data ?? {}).flatMap((runs) =>
      runs.flatMap(({ date }) => date ?? []),
    );
    return dates.sort().at(-1) ?? null;
  } catch (error) {
    if (error instanceof PlimsollError && error.code !== 'scan-aborted') return null;
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
