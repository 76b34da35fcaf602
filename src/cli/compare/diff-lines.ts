import type {
  AssessmentDifference,
  ChangeCause,
  FactChange,
  FindingChange,
  Reading,
  Recreation,
  FindingState,
  WaiverChange,
} from '../../evidence.ts';
import type { Language, SubjectRef } from '../../index.ts';
import { causeWords, diffWords, matchWords, stateNames, waiverWords } from './diff-words.ts';
import { severityWords } from '../explain/severity-words.ts';

/** Longest value that is shown of a fact, in characters. */
const longestValue = 160;

const brief = (text: string): string =>
  text.length <= longestValue ? text : `${text.slice(0, longestValue)}…`;

const value = (of: unknown, language: Language): string =>
  of === undefined ? diffWords.none[language] : brief(JSON.stringify(of));

/** A digest or an id by its beginning, as docker shows it. */
const short = (id: string): string => id.replaceAll(/[0-9a-f]{32,}/g, (hex) => hex.slice(0, 12));

const nameOf = ({ kind, name, id }: SubjectRef): string =>
  name === id ? `${kind} ${short(id)}` : `${kind} ${name} (${short(id)})`;

/** A finding that is there at both times: what it said, and what was read differently. */
export function sayFinding(
  { control, severity, subject, before, after, causes, facts }: FindingChange,
  language: Language,
): readonly string[] {
  const [, ...others] = causes;
  const also = others.map((cause) => causeWords[cause][language]).join(', ');
  const state = (each: FindingState | null): string =>
    each === null ? '' : stateNames[each][language];
  const head = `${state(before)} → ${state(after)}  ${severityWords[severity][language]}  ${control}  ${nameOf(subject)}`;
  return [
    also === '' ? head : `${head} (${diffWords.also[language]}: ${also})`,
    ...facts.map((each) => `  ${sayFact(each, language)}`),
  ];
}

function sayFact({ path, subject, before, after }: FactChange, language: Language): string {
  const place = subject ? `${nameOf(subject)} ${path || '/'}` : path || '/';
  const source = sayChangedSource(before, after);
  const change = `${reading(before, language)} → ${reading(after, language)}`;
  return `${place}: ${change}${source === '' ? '' : `  [${source}]`}`;
}

const reading = (of: Reading | null, language: Language): string => {
  if (of === null) return diffWords.unread[language];
  return of.gap === undefined
    ? value(of.value, language)
    : `${diffWords.unreadable[language]} (${of.gap})`;
};

function sayChangedSource(before: Reading | null, after: Reading | null): string {
  const places = [before, after].map((each) => saySource(each?.source));
  return [...new Set(places.filter((each) => each !== ''))].join(' → ');
}

function saySource(source: Reading['source']): string {
  switch (source?.kind) {
    case undefined:
      return '';
    case 'api':
      return short(`${source.endpoint} ${source.pointer}`.trimEnd());
    case 'file':
      return [source.path, source.line].filter((part) => part !== undefined).join(':');
    case 'command':
      return `$ ${source.command}`;
    case 'probe':
      return `${source.what} ${source.address}`;
  }
}

/** Findings that are there at one time alone, under whatever came or went: their count, and those to look at. */
export function sayGroup(
  head: string,
  findings: readonly FindingChange[],
  cause: ChangeCause,
  language: Language,
): readonly string[] {
  const counts = new Map<FindingState, number>();
  for (const { before, after } of findings) {
    const state = after ?? before;
    if (state !== null) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const said = Object.entries(stateNames).flatMap(([state, name]) => {
    // The keys of the record are the states.
    const count = counts.get(state as FindingState);
    return count === undefined ? [] : [`${name[language]} ${count}`];
  });
  const failing = findings.filter(({ after }) => after === 'fail');
  const about = ({ control, subject }: FindingChange): string =>
    cause === 'catalog' ? nameOf(subject) : control;
  return [
    `${head}: ${said.join(', ')}`,
    ...failing.map(
      (each) =>
        `  ${stateNames.fail[language]}  ${severityWords[each.severity][language]}  ${about(each)}`,
    ),
  ];
}

/** What a group of single findings is about: a control, a target or a subject. */
export function groupHead(
  { control, subject, after }: FindingChange,
  cause: ChangeCause,
  language: Language,
): string {
  if (cause === 'catalog') {
    return `${diffWords[after === null ? 'removed' : 'added'][language]} ${control}`;
  }
  if (cause === 'target-appeared' || cause === 'target-gone') {
    return `${diffWords.target[language]} ${subject.target}`;
  }
  return nameOf(subject);
}

/** One subject that was recreated: what it is, how it was identified, and its image before and after. */
export function sayRecreation(
  { before, after, matched, image, otherImage }: Recreation,
  language: Language,
): readonly string[] {
  const about = [
    matchWords[matched][language],
    ...(otherImage === null ? [] : [diffWords[otherImage ? 'other' : 'same'][language]]),
  ];
  const rows = [
    `${after.kind} ${after.name}: ${short(before.id)} → ${short(after.id)} (${about.join(', ')})`,
  ];
  if (image === undefined || otherImage !== true) return rows;
  const use = ({ reference, id, digests }: typeof image.before): string =>
    [reference, id ?? '', ...digests].filter((part) => part !== '').join(' ');
  return [...rows, `  ${diffWords.image[language]}: ${use(image.before)} → ${use(image.after)}`];
}

/** One waiver that changed. */
export function sayWaiver({ change, waiver, fields }: WaiverChange, language: Language) {
  const { control, scope, until, owner } = waiver;
  const head = `${waiverWords[change][language]}: ${control} ${JSON.stringify(scope)}, ${owner}, ${diffWords.until[language]} ${until}`;
  return [head, ...fields.map((each) => `  ${each.name}: ${sayChange(each, language)}`)];
}

/** A value before and after. */
const sayChange = (of: { before?: unknown; after?: unknown }, language: Language): string =>
  `${value(of.before, language)} → ${value(of.after, language)}`;

/** The parameters that changed, each with who set it. */
export const sayParameters = (
  { parameters }: AssessmentDifference,
  language: Language,
): readonly string[] =>
  parameters.map(({ control, name, tailored, ...of }) => {
    const by = tailored ? ` (${tailored.by}: ${tailored.reason})` : '';
    return `${control} ${name}: ${sayChange(of, language)}${by}`;
  });

/** What became of the catalog beside the controls that came and went. */
export const sayCatalog = (
  { catalog: { catalog, tool, severities } }: AssessmentDifference,
  language: Language,
): readonly string[] => [
  ...(catalog ? [`${diffWords.catalog[language]}: ${catalog.before} → ${catalog.after}`] : []),
  ...(tool ? [`${diffWords.tool[language]}: ${tool.before} → ${tool.after}`] : []),
  ...severities.map(
    ({ control, before, after, failing }) =>
      `${diffWords.severity[language]} ${control}: ${severityWords[before][language]} → ${severityWords[after][language]} (${diffWords.failing[language]}: ${failing})`,
  ),
];
