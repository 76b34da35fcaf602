import { builtinKinds } from '../../core/subjects/kinds.ts';
import type { Voice } from './voice.ts';

/** How a person calls a kind of subject; a kind of the user's own goes by its id. */
export type KindNames = (kind: string) => string;

const labels = new Map(builtinKinds.map(({ kind, label }) => [kind as string, label]));

/** The names of the kinds in the language of the report. */
export function kindNamesIn(voice: Voice): KindNames {
  return (kind) => {
    const label = labels.get(kind);
    return label ? label[voice.language] : voice.name(kind);
  };
}
