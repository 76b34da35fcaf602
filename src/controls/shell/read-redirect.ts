import { readWord } from './read-word.ts';
import { blank, deepest, type Reader } from './reader.ts';
import type { Draft } from './shell-command.ts';

/** Reads a redirection, or a substitution that stands for a file. */
export function readRedirect(r: Reader, of: Draft, level: number): void {
  const operator = /[<>]{1,3}[-&|]?/y;
  operator.lastIndex = r.at;
  const sign = operator.exec(r.script)?.[0] ?? '<';
  if ((sign === '<' || sign === '>') && r.script[r.at + 1] === '(') {
    r.at += 2;
    if (level < deepest) of.inner.push(...r.nested(level + 1));
    of.words.push('$()');
    return;
  }
  r.at += sign.length;
  while (blank.test(r.script[r.at] ?? '')) r.at += 1;
  const target = readWord(r, of, level)?.text ?? '';
  if (sign === '<<' || sign === '<<-') {
    r.heredocs.push({ name: target, strip: sign === '<<-', of });
  } else if (sign === '<<<') of.bodies.push(target);
  else if (sign.startsWith('>') && !/^[\d-]*$/.test(target)) of.writesTo.push(target);
}
