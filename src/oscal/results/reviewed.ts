import type { Case } from './requirement-outcomes.ts';
import type { Json, Scene } from './results-context.ts';
import { words } from './words.ts';

/** The id of the objective that a finding is about. */
export const objectiveId = ({ token }: Case): string => `${token}_obj`;

const found = ({ cases }: Scene): readonly Case[] =>
  cases.filter(({ outcome }) => outcome.kind === 'finding');

/** An objective for each requirement that has a finding, since a finding cannot point to a requirement itself. */
export function objectivesOf(scene: Scene): Json {
  const { language } = scene.voice;
  const objectives = found(scene).map((each) => ({
    'control-id': each.token,
    parts: [
      {
        id: objectiveId(each),
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
  return {
    links: [{ href: catalogHref, rel: 'reference' }],
    'control-selections': [
      {
        description: words.plan[scene.voice.language],
        ...(looked.length === 0
          ? { 'include-all': {} }
          : { 'include-controls': looked.map(({ token }) => ({ 'control-id': token })) }),
      },
      // A selection must include something before it may exclude it.
      ...excluded.map(({ token, remarks }) => ({
        'include-controls': [{ 'control-id': token }],
        'exclude-controls': [{ 'control-id': token }],
        remarks,
      })),
    ],
    ...(found(scene).length === 0
      ? {}
      : {
          'control-objective-selections': [
            {
              'include-objectives': found(scene).map((each) => ({
                'objective-id': objectiveId(each),
              })),
            },
          ],
        }),
  };
}
