import { groupBy } from '../../syntax/group-by.ts';
import { statementOf } from '../oscal-names.ts';
import { listed } from '../../core/assessment/views/non-empty-list.ts';
import type { Case } from './requirement-outcomes.ts';
import type { Json, Scene } from './results-context.ts';
import { words } from './words.ts';

const objectiveOf = ({ control }: Case): string => `${control}_obj`;

/** What a finding is about: a statement of its catalog, or an objective of the document's own. */
export const targetOf = (each: Case): Json =>
  each.statement === undefined
    ? { type: 'objective-id', 'target-id': objectiveOf(each) }
    : { type: 'statement-id', 'target-id': each.statement };

const withObjective = ({ cases }: Scene): readonly Case[] =>
  cases.filter(({ outcome, statement }) => outcome.kind === 'finding' && statement === undefined);

/** An objective for each requirement that has a finding and no statement to point to, since a finding cannot point to a control. */
export function objectivesOf(scene: Scene): Json {
  const { language } = scene.voice;
  const objectives = withObjective(scene).map((each) => ({
    'control-id': each.control,
    parts: [
      {
        id: objectiveOf(each),
        name: 'assessment-objective',
        prose: words.objective[language].replace('{title}', () => each.title),
      },
    ],
  }));
  return objectives.length === 0
    ? {}
    : { 'local-definitions': { 'objectives-and-methods': objectives } };
}

/** What was looked at, and what was left out and why: each with its own remarks. */
export function reviewedOf(scene: Scene, catalogHref: string): Json {
  const looked = scene.cases.filter(({ outcome }) => ['finding', 'task'].includes(outcome.kind));
  const excluded = scene.cases.filter(({ outcome }) => outcome.kind === 'excluded');
  const objectives = withObjective(scene).map((each) => ({ 'objective-id': objectiveOf(each) }));
  return {
    links: [{ href: catalogHref, rel: 'reference' }],
    'control-selections': [
      {
        description: words.plan[scene.voice.language],
        ...(looked.length === 0
          ? { 'include-all': {} }
          : { 'include-controls': selectionsOf(looked) }),
      },
      // A selection must include something before it may exclude it.
      ...excluded.map((each) => ({
        'include-controls': selectionsOf([each]),
        'exclude-controls': selectionsOf([each]),
        remarks: each.remarks,
      })),
    ],
    ...listed(
      'control-objective-selections',
      objectives.length === 0 ? [] : [{ 'include-objectives': objectives }],
    ),
  };
}

/** Each control once, whole or with the statements of it that are meant. */
const selectionsOf = (cases: readonly Case[]): readonly Json[] =>
  [...groupBy(cases, ({ control }) => control)].map(([control, own]) => ({
    'control-id': control,
    ...listed('statement-ids', statementsOf(own)),
  }));

const statementsOf = (cases: readonly Case[]): readonly string[] =>
  cases.some(
    ({ control, statement }) => statement === undefined || statement === statementOf(control),
  )
    ? []
    : cases.flatMap(({ statement }) => statement ?? []);
