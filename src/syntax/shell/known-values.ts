/** What the variables of a script may hold, as far as the script or the one who runs it says. */
export interface KnownValues {
  /**
   * Every text that a word may come to, with the values of its variables in their place; `undefined` where one may hold
   * what nobody knows, or they are too many.
   */
  readonly fill: (word: string) => readonly string[] | undefined;
  /**
   * Notes what a variable is given; `undefined` where nobody knows.
   *
   * @param surely whether it holds nothing else from here on, as far as commands went well before
   * @param whatever whether it does so whatever went before
   */
  readonly give: (
    name: string,
    values: readonly string[] | undefined,
    surely: boolean,
    whatever: boolean,
  ) => void;
  /** The one text that a word comes to, whatever went before; `undefined` where that is not certain. */
  readonly certain: (word: string) => string | undefined;
}

/** A variable whose value a word takes as it is, or another one in its place. */
const variable = /\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^${}]*))?\})/;

const everyName = /\$\{?(\w+)/g;

const manyTexts = 20;
const longest = 4096;

/** @param given what a variable holds at the beginning; `undefined` where nobody knows */
export function createValues(given: (name: string) => string | undefined): KnownValues {
  const held = new Map<string, readonly string[] | undefined>();
  const firm = new Set<string>();
  const valuesOf = (name: string): readonly string[] | undefined => {
    if (held.has(name)) return held.get(name);
    const value = given(name);
    return value === undefined || /[$`]/.test(value) ? undefined : [value];
  };
  const fillIn = (text: string, left: number): readonly string[] | undefined => {
    const found = variable.exec(text);
    if (found === null) return text.includes('$') ? undefined : [text];
    const [whole, bare, braced, operator, other = ''] = found;
    const values = valuesOf(bare ?? braced ?? '');
    if (values === undefined || left === 0) return undefined;
    const before = text.slice(0, found.index);
    if (before.includes('$')) return undefined;
    const texts = values.flatMap((value) => {
      const own = operator === undefined ? value : instead(value, operator, other);
      const rest = fillIn(text.slice(found.index + whole.length), left - 1);
      return rest?.map((each) => before + own + each) ?? [undefined];
    });
    const known = texts.filter((each) => each !== undefined);
    const isKnown = known.length === texts.length && known.length <= manyTexts;
    return isKnown ? [...new Set(known)] : undefined;
  };
  const fill = (word: string): readonly string[] | undefined =>
    word.length > longest ? undefined : fillIn(word, 5);
  return {
    fill,
    certain: (word) => {
      for (const [, name = ''] of word.matchAll(everyName)) {
        if (held.has(name) && !firm.has(name)) return undefined;
      }
      const [text, ...others] = fill(word) ?? [];
      return others.length === 0 ? text : undefined;
    },
    give: (name, values, surely, whatever) => {
      if (whatever && values?.length === 1) firm.add(name);
      else firm.delete(name);
      const before = surely || !held.has(name) ? [] : held.get(name);
      const all = before && values && new Set([...before, ...values]);
      held.set(name, all && all.size <= manyTexts ? [...all] : undefined);
    },
  };
}

const instead = (value: string, operator: string, other: string): string => {
  const set = operator === '-' || operator === '+' || value !== '';
  if (operator.endsWith('+')) return set ? other : '';
  return set ? value : other;
};
