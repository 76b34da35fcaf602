import type { Finding } from '../../core/assessment/assessment.ts';
import { fileOf } from '../projection/file-of.ts';

/** Where a finding is shown: a place in a file where a fact came from one, and always the subject's own name. */
export function locationsOf(finding: Finding): readonly object[] {
  const { subject } = finding;
  const logicalLocations = [
    {
      name: subject.name,
      fullyQualifiedName: `${subject.target}/${subject.kind}/${subject.id}`,
      kind: subject.kind,
    },
  ];
  const file = fileOf(finding);
  if (file === undefined) {
    // A reader such as GitHub drops what has no file: the subject gets a path of its own.
    const path = [subject.kind, subject.name].map((part) => encodeURIComponent(wellFormed(part)));
    return [{ physicalLocation: { artifactLocation: { uri: path.join('/') } }, logicalLocations }];
  }
  const { path, line, column } = file;
  const region =
    line === undefined
      ? {}
      : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return [
    { physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...region }, logicalLocations },
  ];
}

/** A relative path stays one, so that it is found below the folder of the repository. */
function uriOf(path: string): string {
  const encoded = path.split('/').map((part) => encodeURIComponent(wellFormed(part)));
  return path.startsWith('/') ? `file://${encoded.join('/')}` : encoded.join('/');
}

/** A lone surrogate has no encoding. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\uFFFD');
