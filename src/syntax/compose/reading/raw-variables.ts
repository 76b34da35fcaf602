import { said } from '../../problem.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import type { Place } from '../tree/nodes.ts';
import type { Variable } from './dotenv.ts';
import { plainFile } from './plain-file.ts';

/**
 * Reads a file of variables of the format `raw`: all that stands behind the first `=` of a line is the value, quotes,
 * dollars and what looks like a comment among it.
 *
 * @throws SyntaxProblem with file, line and column
 */
export function readRawVariables(text: string, name: string): readonly Variable[] {
  const file = plainFile(text, name);
  const found: Variable[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const place: Place = { file, offset };
    offset += line.length + 1;
    const written = line.trimStart().replace(/\r$/, '');
    if (written === '' || written.startsWith('#')) continue;
    const sign = written.indexOf('=');
    const variable = sign < 0 ? written : written.slice(0, sign);
    if (variable === '' || /\s/.test(variable)) {
      throw invalidAt(
        place,
        said('a line of the form NAME=value is expected', '此行应为 NAME=value 形式'),
      );
    }
    found.push({
      name: variable,
      value: sign < 0 ? undefined : written.slice(sign + 1),
      place,
    });
  }
  return found;
}
