import { invalidAt } from '../compose-error.ts';
import { list, map, scalar, tagged, textOf, type Entry, type Node, type Place } from '../node.ts';
import { refuse, standIn, type Needed } from './needed.ts';

/** What stands for variables: the environment, and `.env` below it. */
export type Variables = Pick<ReadonlyMap<string, string>, 'get'>;

/** How deep defaults may hold further variables. */
const deepest = 20;

/**
 * Fields of a service of which each text stands for itself, as build arguments do: one that is not known leaves all
 * others as they are.
 */
const apart: ReadonlySet<string> = new Set(['image', 'environment', 'labels']);

/**
 * Puts the values of variables into every text of a file, names of fields excepted. Where one that must be set is not,
 * a text that stands for itself says so, and any other is refused.
 *
 * @throws PlimsollError `compose-invalid`
 */
export const interpolate = (document: Node, variables: Variables): Node =>
  eachField(document, (top, node) =>
    top === 'services'
      ? eachField(node, (_, service) =>
          eachField(service, (field, value) =>
            field === 'build' && value.kind === 'map'
              ? eachField(value, (name, part) => fill(part, variables, name === 'args'))
              : fill(value, variables, apart.has(field)),
          ),
        )
      : fill(node, variables, top.startsWith('x-')),
  );

function eachField(node: Node, next: (name: string, value: Node) => Node): Node {
  if (node.kind !== 'map') return node;
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of node.entries) {
    entries.set(name, { key, value: next(name, value) });
  }
  return tagged(map(entries, node.place), node.tag);
}

/** @param mayLack whether a text may say that it needs a variable */
function fill(node: Node, variables: Variables, mayLack: boolean): Node {
  if (node.kind === 'map') return eachField(node, (_, value) => fill(value, variables, mayLack));
  if (node.kind === 'list') {
    const items = node.items.map((item) =>
      // Of `NAME=value` the name must be known.
      fill(item, variables, mayLack && /^[^$]*=/.test(textOf(item) ?? '')),
    );
    return tagged(list(items, node.place), node.tag);
  }
  if (typeof node.value !== 'string' || !node.value.includes('$')) return node;
  const text = substitute(node.value, variables, node.place, mayLack ? standIn : refuse);
  return tagged(scalar(text, node.place), node.tag);
}

/**
 * Puts variables into a text: `$A`, `${A}`, `${A:-default}`, `${A-default}`, `${A:?error}`, `${A?error}`,
 * `${A:+other}`, `${A+other}`, and `$$` for a dollar, as is one that begins none of these. A variable that is not set is
 * empty.
 *
 * @param needed what to do about one that must be set and is not
 * @throws PlimsollError `compose-invalid` for another form with a brace
 */
export function substitute(
  text: string,
  variables: Variables,
  place: Place,
  needed: Needed = refuse,
  depth = 0,
): string {
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
      const inner = (rest: string): string => substitute(rest, variables, place, needed, depth + 1);
      made += expand(text.slice(dollar + 2, end), variables, place, { needed, inner });
      at = end + 1;
    } else {
      const name = /^[A-Za-z_]\w*/.exec(text.slice(dollar + 1, dollar + 300))?.[0];
      // A dollar before anything else stands for itself.
      made += name === undefined ? '$' : (variables.get(name) ?? '');
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
  { needed, inner }: { readonly needed: Needed; readonly inner: (rest: string) => string },
): string {
  const [, name, operator = '', rest = ''] =
    /^([A-Za-z_]\w*)(?:(:?[-?+])([\s\S]*))?$/.exec(inside) ?? [];
  if (name === undefined) throw invalidForm(`\${${inside}}`, place);
  const value = variables.get(name);
  const given = value !== undefined && (!operator.startsWith(':') || value !== '');
  switch (operator.at(-1)) {
    case '-':
      return given ? value : inner(rest);
    case '+':
      return given ? inner(rest) : '';
    case '?':
      return given ? value : needed(name, inner(rest), place);
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
