import { said } from '../../problem.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import type { Place } from '../tree/nodes.ts';
import { refuse, type Needed } from './required-variables.ts';

/** What stands for variables: the environment, and `.env` below it. */
export type Variables = Pick<ReadonlyMap<string, string>, 'get'>;

/** How deep defaults may hold further variables. */
const deepest = 20;

/** 128 KiB: no program is given a longer variable by Linux, and a few that name each other twice would make an endless one. */
const longest = 1 << 17;

/** What stands for variables that have no value. */
interface Lacking {
  /** Says what to do about one that must be set and is not. */
  readonly needed: Needed;
  /**
   * Stands for one that makes nothing of the text; without it, nothing does.
   *
   * @param other what it would put there if it had a value, as written; empty where that is the value itself
   */
  readonly open?: (name: string, other: string) => string;
}

/**
 * Puts variables into a text: `$A`, `${A}`, `${A:-default}`, `${A-default}`, `${A:?error}`, `${A?error}`,
 * `${A:+other}`, `${A+other}`, and `$$` for a dollar, as is one that begins none of these. A variable that is not set is
 * empty.
 *
 * @throws SyntaxProblem for another form with a brace, and for a text that variables make too long
 */
export function substitute(
  text: string,
  variables: Variables,
  place: Place,
  lacking: Lacking = { needed: refuse },
  depth = 0,
): string {
  if (depth > deepest) {
    throw invalidAt(place, said('variables are nested too deeply', '变量嵌套过深'));
  }
  let made = '';
  let at = 0;
  for (;;) {
    const dollar = text.indexOf('$', at);
    made += text.slice(at, dollar < 0 ? text.length : dollar);
    if (made.length > text.length + longest) {
      throw invalidAt(place, `variables make a text longer than ${longest} characters`);
    }
    if (dollar < 0) return made;
    const next = text[dollar + 1];
    if (next === '$') {
      made += '$';
      at = dollar + 2;
    } else if (next === '{') {
      const end = closingBrace(text, dollar + 2);
      if (end < 0) throw invalidForm(text.slice(dollar), place);
      const inner = (rest: string): string =>
        substitute(rest, variables, place, lacking, depth + 1);
      made += expand(text.slice(dollar + 2, end), variables, place, { ...lacking, inner });
      at = end + 1;
    } else {
      const name = /^[A-Za-z_]\w*/.exec(text.slice(dollar + 1, dollar + 300))?.[0];
      // A dollar before anything else stands for itself.
      made +=
        name === undefined ? '$' : (variables.get(name) ?? '') || (lacking.open?.(name, '') ?? '');
      at = dollar + 1 + (name?.length ?? 0);
    }
  }
}

/** Braces of any kind are counted, except one right behind another; where they do not come out even, the last closes. */
function closingBrace(text: string, from: number): number {
  let open = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '}' && (open -= 1) === 0) return at;
    if (text[at] === '{') {
      open += 1;
      at += 1;
    }
  }
  const last = text.lastIndexOf('}');
  return last < from ? -1 : last;
}

function expand(
  inside: string,
  variables: Variables,
  place: Place,
  { needed, open, inner }: Lacking & { readonly inner: (rest: string) => string },
): string {
  const [, name, operator = '', rest = ''] =
    /^([A-Za-z_]\w*)(?:(:?[-?+])([\s\S]*))?$/.exec(inside) ?? [];
  if (name === undefined) throw invalidForm(`\${${inside}}`, place);
  const value = variables.get(name);
  const given = value !== undefined && (!operator.startsWith(':') || value !== '');
  const nothing = (): string => open?.(name, operator.endsWith('+') ? rest : '') ?? '';
  switch (operator.at(-1)) {
    case '-':
      return (given ? value : inner(rest)) || nothing();
    case '+':
      return (given ? inner(rest) : '') || nothing();
    case '?':
      return (given ? value : needed(name, inner(rest), place)) || nothing();
    case undefined:
    default:
      return (value ?? '') || nothing();
  }
}

const invalidForm = (form: string, place: Place) =>
  invalidAt(
    place,
    said(
      `${JSON.stringify(form.slice(0, 60))} is not a valid form of a variable`,
      `${JSON.stringify(form.slice(0, 60))} 不是有效的变量写法`,
    ),
    'Write a literal dollar sign as $$',
  );
