import { invalidAt } from '../compose-error.ts';
import { list, map, scalar, tagged, type Entry, type Node, type Place } from '../node.ts';

/** What stands for variables: the environment, and `.env` below it. */
export type Variables = Pick<ReadonlyMap<string, string>, 'get'>;

/** How deep defaults may hold further variables. */
const deepest = 20;

/** Puts the values of variables into every text of a value, names of fields excepted. */
export function interpolate(node: Node, variables: Variables): Node {
  if (node.kind === 'scalar') {
    if (typeof node.value !== 'string' || !node.value.includes('$')) return node;
    return tagged(scalar(substitute(node.value, variables, node.place), node.place), node.tag);
  }
  if (node.kind === 'list') {
    return tagged(
      list(
        node.items.map((item) => interpolate(item, variables)),
        node.place,
      ),
      node.tag,
    );
  }
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of node.entries) {
    entries.set(name, { key, value: interpolate(value, variables) });
  }
  return tagged(map(entries, node.place), node.tag);
}

/**
 * Puts variables into a text: `$A`, `${A}`, `${A:-default}`, `${A-default}`, `${A:?error}`, `${A?error}`,
 * `${A:+other}`, `${A+other}`, and `$$` for a dollar. A variable that is not set is empty.
 *
 * @throws PlimsollError `compose-invalid` for another form, and for a variable that must be set and is not
 */
export function substitute(text: string, variables: Variables, place: Place, depth = 0): string {
  if (depth > deepest) throw invalidAt(place, 'variables are nested too deeply');
  let made = '';
  let at = 0;
  for (;;) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) return made + text.slice(at);
    made += text.slice(at, dollar);
    const next = text[dollar + 1];
    if (next === '$') {
      made += '$';
      at = dollar + 2;
    } else if (next === '{') {
      const end = closingBrace(text, dollar + 2);
      if (end < 0) throw invalidForm(text.slice(dollar), place);
      made += expand(text.slice(dollar + 2, end), variables, place, depth);
      at = end + 1;
    } else {
      const name = /^[A-Za-z_]\w*/.exec(text.slice(dollar + 1, dollar + 300))?.[0];
      if (name === undefined) throw invalidForm(text.slice(dollar), place);
      made += variables.get(name) ?? '';
      at = dollar + 1 + name.length;
    }
  }
}

function closingBrace(text: string, from: number): number {
  let open = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '$' && text[at + 1] === '{') open += 1;
    if (text[at] === '}' && (open -= 1) === 0) return at;
  }
  return -1;
}

function expand(inside: string, variables: Variables, place: Place, depth: number): string {
  const [, name, operator = '', rest = ''] =
    /^([A-Za-z_]\w*)(?:(:?[-?+])([\s\S]*))?$/.exec(inside) ?? [];
  if (name === undefined) throw invalidForm(`\${${inside}}`, place);
  const value = variables.get(name);
  const given = value !== undefined && (!operator.startsWith(':') || value !== '');
  const inner = (): string => substitute(rest, variables, place, depth + 1);
  switch (operator.at(-1)) {
    case '-':
      return given ? value : inner();
    case '+':
      return given ? inner() : '';
    case '?':
      if (given) return value;
      throw invalidAt(place, `the variable ${name} must be set: ${inner() || 'it has no value'}`);
    case undefined:
    default:
      return value ?? '';
  }
}

const invalidForm = (form: string, place: Place) =>
  invalidAt(
    place,
    `${JSON.stringify(form.slice(0, 60))} is no form of a variable`,
    'A dollar that stands for itself is written $$',
  );
