import { said, SyntaxProblem } from '../problem.ts';
import { findMistake, positionOf } from './scan-json.ts';

/**
 * The line of every key of the outermost object, which JSON.parse does not tell.
 *
 * @throws SyntaxProblem with the line of the first mistake
 */
export function keyLines(text: string, path: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  let counted = 0;
  const mistake = findMistake(text, (key, at, depth) => {
    if (depth !== 1) return;
    line += text.slice(counted, at).split('\n').length - 1;
    counted = at;
    // It was accepted as a key, so that this is a string.
    lines.set(JSON.parse(key) as string, line);
  });
  if (!mistake) return lines;
  const { line: at } = positionOf(text, mistake.at);
  throw new SyntaxProblem(
    'invalid',
    said(`${path} is not valid JSON: see line ${at}.`, `${path} 不是有效的 JSON：见第 ${at} 行。`),
  );
}
