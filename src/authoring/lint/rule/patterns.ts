import { JS, NFA, isDisjointWith } from 'refa';
import { analyse } from 'scslre';

/** How a pattern backtracks where it does more than it must. */
export type Slowness = 'exponential' | 'polynomial';

/** Sets of characters and states beyond this are not looked at: the pattern is none that a person wrote. */
const most = 2_000;

/** Tells how badly a regular expression backtracks on a text that does not match; `undefined` where it does not, or is none. */
export function slownessOf(source: string, flags: string): Slowness | undefined {
  const literal = { source, flags };
  let reports: ReturnType<typeof analyse>['reports'];
  try {
    reports = analyse(literal, { reportTypes: { Move: false } }).reports;
  } catch {
    // It is no regular expression, which the compiler says.
    return undefined;
  }
  if (reports.some(({ exponential }) => exponential) || repeatsTheSame(literal)) {
    return 'exponential';
  }
  return reports.length > 0 ? 'polynomial' : undefined;
}

/** `(a|a)*`: with each repetition there are twice as many ways to read the same. */
function repeatsTheSame(literal: { readonly source: string; readonly flags: string }): boolean {
  const parser = JS.Parser.fromLiteral(literal);
  const { expression, maxCharacter } = parser.parse({
    assertions: 'parse',
    backreferences: 'disable',
  });
  const alike = (one: Concatenation, other: Concatenation): boolean => {
    const [a, b] = [one, other].map((each) =>
      NFA.fromRegex(
        each,
        { maxCharacter },
        { assertions: 'ignore' },
        new NFA.LimitedNodeFactory(most),
      ),
    );
    return a !== undefined && b !== undefined && !isDisjointWith(a, b);
  };
  const visit = (each: Concatenation): boolean => each.elements.some(inElement);
  const inElement = (element: Concatenation['elements'][number]): boolean => {
    if (!('alternatives' in element)) return false;
    const repeats = element.type === 'Quantifier' && element.max > 30;
    const options = repeats ? flattened(element.alternatives) : [];
    const twice = options.some((one, at) =>
      options.slice(at + 1).some((other) => alike(one, other)),
    );
    return twice || element.alternatives.some(visit);
  };
  try {
    return expression.alternatives.some(visit);
  } catch {
    // Too large to decide.
    return false;
  }
}

type Concatenation = ReturnType<JS.Parser['parse']>['expression']['alternatives'][number];

/** The options of a group within which nothing else stands are those of the group around it. */
function flattened(alternatives: readonly Concatenation[]): readonly Concatenation[] {
  return alternatives.flatMap((each) => {
    const [only, ...others] = each.elements;
    return only?.type === 'Alternation' && others.length === 0
      ? flattened(only.alternatives)
      : [each];
  });
}
