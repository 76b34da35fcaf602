import { kindNames, lintRules } from '../../authoring.ts';
import { builtinFrameworks } from '../../frameworks.ts';
import { builtin, languages, severities } from '../../index.ts';
import { documents, formats } from '../../report.ts';

/** Words that the parser takes as any text, though most people type one of a list; a configuration may add to it. */
export interface KnownWords {
  /** By the long flag of an option. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** By the name of a command and that of its argument, `explain id`. */
  readonly arguments: Readonly<Record<string, readonly string[]>>;
}

/** The ids of everything that the package has. */
export async function knownWords(): Promise<KnownWords> {
  const controls = builtin.controls.map(({ id }) => id);
  const frameworks = Object.values(builtinFrameworks).map(({ head }) => head.id);
  const rules = (await lintRules()).map(({ id }) => id);
  return {
    options: {
      '--control': controls,
      '--deny-control': controls,
      '--framework': [...frameworks, 'all'],
      '--format': formats.map(({ id }) => id),
      '--document': documents.map(({ id }) => id),
      '--kind': kindNames,
      '--severity': severities,
      '--lang': languages,
      '--language': languages,
    },
    arguments: {
      'explain id': [...controls, ...frameworks, ...rules],
      'export framework': frameworks,
      'attest framework': frameworks,
      'crosswalk from': frameworks,
      'crosswalk to': frameworks,
    },
  };
}
