import type { Assessment } from '../../../core/assessment/assessment.ts';
import type { SubjectRef } from '../../../core/facts/subject.ts';
import type { Observation } from '../../../core/recording/observation.ts';
import { describeObservation } from '../../model/observations.ts';
import type { Voice } from '../../model/voice.ts';
import type { Row, Table } from '../table/sheet.ts';
import { xlsxWords as words } from '../table/words.ts';

interface Unread {
  readonly observation: Observation;
  readonly subject: SubjectRef;
  readonly controls: Set<string>;
}

/** What could not be read: whole lists of subjects, and each fact that a control asked for. */
export function gapsTable(assessment: Assessment, voice: Voice): Table {
  const said = (word: keyof typeof words): string => words[word][voice.language];
  const lists = assessment.gaps.map(({ target, kind, reason, detail }): Row => ({
    cells: [
      voice.name(target),
      kind === null ? voice.say('unseen.every-kind') : voice.kind(kind),
      '*',
      '',
      `${voice.say(`reason.${reason}`)}: ${typeof detail === 'string' ? voice.value(detail) : voice.text(detail)}`,
      '',
    ],
    tone: 'doubt',
  }));
  const facts = unreadIn(assessment).map(({ observation, subject, controls }): Row => {
    const { path, value, source } = describeObservation(observation, voice);
    return {
      cells: [
        voice.name(subject.target),
        voice.kind(subject.kind),
        voice.name(subject.name),
        path,
        `${value} (${source})`,
        [...controls].join('\n'),
      ],
      tone: 'doubt',
    };
  });
  return {
    name: said('gaps'),
    columns: [
      [said('target'), 30],
      [said('kind'), 16],
      [said('subject'), 28],
      [said('fact'), 36],
      [said('reason'), 70],
      [said('undecided'), 40],
    ],
    toned: 4,
    rows: [...lists, ...facts],
  };
}

/** Each fact once, with the controls that asked for it. */
function unreadIn({ findings }: Assessment): readonly Unread[] {
  const unread = new Map<string, Unread>();
  for (const { controlId, subject, observations } of findings) {
    for (const observation of observations) {
      if (observation.gap === undefined) continue;
      const of = observation.subject ?? subject;
      const key = JSON.stringify([of.target, of.kind, of.id, observation.path]);
      const known = unread.get(key) ?? { observation, subject: of, controls: new Set() };
      unread.set(key, known);
      known.controls.add(controlId);
    }
  }
  return [...unread.values()];
}
