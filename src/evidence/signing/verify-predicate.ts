import type { Assessment } from '../../core/assessment/assessment.ts';
import { readAssessment } from '../../core/assessment/parse-assessment.ts';
import { envelopePath, resultPath } from '../zip/entry.ts';
import { text, type Text } from '../../core/text.ts';
import type { BundleProblem } from '../zip/read-zip.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { parseJson } from '../manifest/parse-json.ts';
import { envelopeSchema, statementSchema } from './envelope.ts';
import { bundlePredicate, resultPredicate, type Predicate } from './predicates.ts';

/** What each signature says of a bundle. */
const predicates = [
  [envelopePath, bundlePredicate],
  [resultPath, resultPredicate],
] as const;

const assessmentPath = 'assessment.json';

/** Places that are named of one predicate; the rest is counted. */
const most = 5;

/**
 * Makes both predicates anew from the assessment of a bundle and compares what was signed with them, so that nobody
 * reads other numbers than those of the findings.
 */
export function findPredicateProblems(
  manifest: Manifest,
  byPath: ReadonlyMap<string, Uint8Array>,
): readonly BundleProblem[] {
  const signed = predicates.flatMap(([path, make]) => {
    const predicate = predicateOf(byPath.get(path));
    return predicate === undefined ? [] : [{ path, predicate, make }];
  });
  const bytes = byPath.get(assessmentPath);
  if (signed.length === 0 || bytes === undefined) return [];
  const assessment = assessmentIn(bytes);
  if (assessment === undefined) {
    return [
      {
        path: assessmentPath,
        message: text(
          'The signed content cannot be compared with it: it is not an assessment of this release.',
          '签名的内容无法与之比较：它不是本版本的评估结果。',
        ),
      },
    ];
  }
  return signed.flatMap(({ path, predicate, make }) => {
    const message = compare(predicate, make(manifest, assessment));
    return message === undefined ? [] : [{ path, message }];
  });
}

function predicateOf(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  // Content that is no envelope or no statement is reported where the envelope itself is checked.
  const envelope = envelopeSchema.safeParse(parseJson(bytes));
  if (!envelope.success) return undefined;
  const payload = Buffer.from(envelope.data.payload, 'base64');
  const statement = statementSchema.safeParse(parseJson(payload));
  return statement.success ? statement.data.predicate : undefined;
}

function assessmentIn(bytes: Uint8Array): Assessment | undefined {
  try {
    return readAssessment(parseJson(bytes));
  } catch {
    // Whatever is wrong with it, nothing can be counted.
    return undefined;
  }
}

function compare(signed: unknown, expected: Predicate): Text | undefined {
  // As it is written: what is undefined is left out.
  const made: unknown = JSON.parse(JSON.stringify(expected.predicate));
  const places = [...differences(signed, made, '')];
  if (places.length === 0) return undefined;
  const hidden = places.length - most;
  const shown = places.slice(0, most);
  return text(
    `The signed content does not match assessment.json, at ${shown.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}.`,
    `签名的内容与 assessment.json 不符，位于 ${shown.join('、')}${hidden > 0 ? ` 及另外 ${hidden} 处` : ''}。`,
  );
}

/** JSON pointers to what differs; only as deep as what was made here, whatever somebody signed. */
function* differences(signed: unknown, made: unknown, at: string): Generator<string> {
  if (!isObject(made) || !isObject(signed) || Array.isArray(made) !== Array.isArray(signed)) {
    if (isObject(made) || signed !== made) yield at === '' ? '/' : at;
    return;
  }
  const [was, is] = [new Map(Object.entries(signed)), new Map(Object.entries(made))];
  for (const [key, value] of is) yield* differences(was.get(key), value, `${at}/${key}`);
  if ([...was.keys()].some((key) => !is.has(key))) yield `${at}/*`;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
