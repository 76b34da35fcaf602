import { said } from '../../problem.ts';
import { invalidAt } from '../tree/invalid-at.ts';
import { anything } from './any-value.ts';
import { aMap, isNothing, wrong, type Form } from './form.ts';
import { mapEntries } from './map-entries.ts';
import { mergeMaps } from './merge-maps.ts';

/** A map with names of the user's own. */
export function mapOf(value: Form, options: { readonly allowsNothing?: boolean } = {}): Form {
  return {
    merge: (base, over) =>
      base.kind === 'map' && over.kind === 'map' ? mergeMaps(base, over, () => value) : over,
    normalise: (node, at) => {
      if (node.kind !== 'map') throw wrong(node, at, aMap);
      return mapEntries(node, (name, entry) => {
        if (isNothing(entry.value) && options.allowsNothing === true) return entry.value;
        return value.normalise(entry.value, `${at}.${name}`);
      });
    },
  };
}

/** A map whose names are known; others are refused, unless they begin with `x-`. */
export function fields(
  known: Readonly<Record<string, Form>>,
  options: { readonly required?: readonly string[] } = {},
): Form {
  const formOf = (name: string): Form =>
    (Object.hasOwn(known, name) ? known[name] : undefined) ?? anything;
  return {
    merge: (base, over) =>
      base.kind === 'map' && over.kind === 'map' ? mergeMaps(base, over, formOf) : over,
    normalise: (node, at) => {
      if (node.kind !== 'map') {
        throw at === ''
          ? invalidAt(node.place, said('the file: must be a map', '该文件：应为映射'))
          : wrong(node, at, aMap);
      }
      const inside = at === '' ? '' : `${at}.`;
      for (const name of options.required ?? []) {
        if (!node.entries.has(name)) {
          throw invalidAt(node.place, said(`${at}: ${name} is missing`, `${at}：缺少 ${name}`));
        }
      }
      return mapEntries(node, (name, { key, value }) => {
        if (!Object.hasOwn(known, name) && !name.startsWith('x-')) {
          throw invalidAt(
            key,
            said(`${inside}${name}: there is no such field`, `${inside}${name}：没有这个字段`),
          );
        }
        const form = formOf(name);
        if (isNothing(value) && form.clears !== true) {
          return value.tag === undefined ? undefined : value;
        }
        return form.normalise(value, `${inside}${name}`);
      });
    },
  };
}
