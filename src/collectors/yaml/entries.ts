import type { YamlDocument } from './yaml-document.ts';

/** The paths of the entries of a document: of the whole, or of each of a list. */
export const entriesOf = ({ value }: YamlDocument): readonly (readonly PropertyKey[])[] =>
  Array.isArray(value) ? value.map((_, at) => [at]) : [[]];
