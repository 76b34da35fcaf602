import type { z } from 'zod';
import { inert } from './neutralise-text.ts';
import { must, oneOf, otherForm, refusal, show, wantedBy, type Wanted } from './issue-words.ts';
import { text, type Text } from './text.ts';

type Issue = z.core.$ZodIssue;

/** A place in a document, key by key. */
export type Path = readonly PropertyKey[];

/** What is wrong at one place of a document. */
export interface Problem {
  /** Where the schema refused something. */
  readonly path: Path;
  /** Where it lies: within `path`, where the schema has several forms and the nearest of them says more. */
  readonly place: Path;
  readonly said: Text;
}

/** What an issue has for its words where its schema gives it none of its own. */
export const unsaid = '';

const ofSchemas = new Map<string, string>();

/**
 * The words of a schema of ours, for its `message` or `error`: zod keeps the English, and a refusal has the Chinese too.
 *
 * @example
 * z.string().regex(/^#[0-9a-f]{6}$/i, own('must be a colour such as #0f4c5c', '应为颜色，如 #0f4c5c'));
 */
export function own(en: string, zh: string): string {
  ofSchemas.set(en, zh);
  return en;
}

const plainKey = /^[\p{L}\p{N}_$:/-]+$/u;

/** A place as a program writes it: `waivers[0].until`. Keys are shown so that none of them acts on a reader. */
export const formatPath = (path: Path): string =>
  path
    .map((key, at) => {
      if (typeof key === 'number') return `[${key}]`;
      const shown = show(key);
      if (!plainKey.test(shown)) return `[${JSON.stringify(shown)}]`;
      return at === 0 ? shown : `.${shown}`;
    })
    .join('');

/** So many problems of one document are said; the others are counted. */
const saidAtMost = 20;

/**
 * Everything that is wrong with a document, in one sentence: `waivers[0].until: is missing; colour: there is no such field`.
 *
 * @param format shows a place
 */
export function sayProblems(problems: readonly Problem[], format = formatPath): Text {
  const more = problems.length - saidAtMost;
  const all = problems.slice(0, saidAtMost).map(({ place, said }) => {
    const at = format(place);
    return at === '' ? said : text(`${at}: ${said.en}`, `${at}：${said.zh}`);
  });
  if (more > 0) all.push(text(`and ${more} more`, `另有 ${more} 处`));
  return text(all.map(({ en }) => en).join('; '), all.map(({ zh }) => zh).join('；'));
}

/** What is wrong, one problem for each place. */
export const problemsOf = (issues: readonly Issue[]): readonly Problem[] =>
  issues.flatMap((issue) =>
    within(issue).map(({ place, said }) => ({ path: issue.path, place, said })),
  );

type Placed = Pick<Problem, 'place' | 'said'>;

function within(issue: Issue): readonly Placed[] {
  const { path } = issue;
  if (issue.message !== unsaid) return [{ place: path, said: ownWords(issue) }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        place: [...path, key],
        said: text('there is no such field', '没有此字段'),
      }));
    case 'invalid_union': {
      const nearest = nearestOf(issue);
      return Array.isArray(nearest)
        ? nearest.flatMap(within).map(({ place, said }) => ({ place: [...path, ...place], said }))
        : [{ place: path, said: refusal(nearest, issue.input) }];
    }
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap(within).map(({ place, said }) => ({
        place: issue.code === 'invalid_key' ? path : [...path, ...place],
        said: issue.code === 'invalid_key' ? text(`its key ${said.en}`, `其键${said.zh}`) : said,
      }));
    case 'custom':
    case 'invalid_format':
    case 'invalid_type':
    case 'invalid_value':
    case 'not_multiple_of':
    case 'too_big':
    case 'too_small':
      return [{ place: path, said: refusal(wantedBy(issue), issue.input) }];
  }
}

function ownWords({ message, ...issue }: Issue): Text {
  const said: unknown = 'params' in issue ? issue.params?.['said'] : undefined;
  if (isText(said)) return said;
  const shown = inert(message, { max: 500, more: (hidden) => `(+${hidden})` });
  return text(shown, ofSchemas.get(message) ?? shown);
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' &&
  value !== null &&
  'en' in value &&
  typeof value.en === 'string' &&
  'zh' in value &&
  typeof value.zh === 'string';

/**
 * Of several forms the one that a value comes nearest: what is wrong with it, or what all forms want where the value is of
 * another type than each of them.
 */
function nearestOf(issue: z.core.$ZodIssueInvalidUnion): Issue[] | Wanted {
  const { errors } = issue;
  if (errors.length === 0) {
    if (issue.inclusive === false) {
      return must('be of one of several forms, and not of two', '仅符合其中一种形式');
    }
    return issue.options ? oneOf(issue.options) : otherForm;
  }
  const ofType = errors.filter((branch) => !branch.some(isOfOtherType));
  if (ofType.length === 0) return anyOf(errors.flatMap((branch) => branch.filter(isOfOtherType)));
  const [nearest] = ofType.toSorted((a, b) => distance(a) - distance(b));
  return nearest ?? otherForm;
}

const isOfOtherType = ({ code, path, message }: Issue): boolean =>
  path.length === 0 &&
  message === unsaid &&
  (code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union');

/** A form that another value names as its own, such as `kind: "x"`, is far whatever else it asks. */
const distance = (branch: readonly Issue[]): number =>
  branch.length + 100 * branch.filter(({ code }) => code === 'invalid_value').length;

function anyOf(issues: readonly Issue[]): Wanted {
  const values = issues.flatMap((issue) => (issue.code === 'invalid_value' ? [issue.values] : []));
  if (values.length === issues.length) return oneOf(values.flat());
  const all = issues.map((issue) => {
    const nearest = issue.code === 'invalid_union' ? nearestOf(issue) : wantedBy(issue);
    return Array.isArray(nearest) ? otherForm : nearest;
  });
  const listed = (words: readonly string[], start: RegExp, or: string): string =>
    [...new Set(words.map((each) => each.replace(start, '')))].join(or);
  return must(
    `be ${listed(
      all.map(({ en }) => en),
      /^must be (?:one of )?/,
      ' or ',
    )}`,
    `为${listed(
      all.map(({ zh }) => zh),
      /^应为(?:以下之一：)?/,
      '或',
    )}`,
  );
}
