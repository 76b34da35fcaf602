import type { Assessment } from '../../core/assessment/assessment.ts';
import { parametersOf, type Catalog } from '../../core/controls/catalog.ts';
import {
  checksVersion,
  type CheckDescription,
  type Checks,
  type SourceFile,
  type SourceGap,
} from '../../core/controls/checks.ts';
import type { ControlSources, SourceLines } from '../../core/controls/control-sources.ts';
import type { AnyControl } from '../../core/controls/control.ts';
import { sha256 } from '../manifest/sha256.ts';

/** A text with parts that may not be shown. */
export interface Shown {
  readonly text: string;
  /** How many parts were dropped. */
  readonly dropped: number;
}

/** Where the sources of controls come from. */
export interface KnownSources {
  /** The sources that this package ships; absent where it runs from a working copy that was not built. */
  readonly shipped?: ControlSources | undefined;
  /** The controls that those sources are of, as objects: another control may bear the same id. */
  readonly controls: readonly AnyControl[];
  /** The sources of all other controls; absent where nobody looked for them. */
  readonly own?: ControlSources | undefined;
  /** Drops what must not be shown of the files of others, such as secrets; absent means that nothing is dropped. */
  readonly hide?: ((text: string) => Shown) | undefined;
}

/** Describes each control that said anything: its parameters, and what its check is. */
export function describeChecks(
  catalog: Catalog,
  assessment: Assessment,
  known: KnownSources,
): Checks {
  const outside = assessment.scope?.outside.controls ?? [];
  // What is counted outside of the scope rests on checks as well.
  const spoke = new Set([
    ...assessment.findings.map(({ controlId }) => controlId),
    ...outside.flatMap(({ id, tally }) => (Object.values(tally).some(Boolean) ? [id] : [])),
  ]);
  const describeSource = sourcesIn(known);
  const files = new Map<string, SourceFile>();
  const controls = catalog.controls
    .filter(({ id }) => spoke.has(id))
    .map((control) => {
      const { source, used } = describeSource(control);
      for (const file of used) files.set(file.path, file);
      return {
        id: control.id,
        kind: control.subject.kind,
        params: { ...parametersOf(catalog, control) },
        place: catalog.places[control.id] ?? catalog.id,
        source,
      };
    });
  return {
    kind: 'plimsoll/checks',
    version: checksVersion,
    catalog: { id: catalog.id, version: catalog.version },
    controls,
    files: [...files.keys()].sort().flatMap((path) => files.get(path) ?? []),
  };
}

/** What the check of a control is, and the files that say so, itself first. */
export interface DescribedSource {
  readonly source: CheckDescription['source'];
  readonly used: readonly SourceFile[];
  /** The lines of those files that it runs. */
  readonly lines: readonly SourceLines[];
}

/** Answers for each control where its check is from. */
export function sourcesIn(known: KnownSources): (control: AnyControl) => DescribedSource {
  const { shipped, own } = known;
  // Tailoring makes another object of a control, with the same check.
  const checks = new Map(known.controls.map(({ id, check }) => [id, check]));
  const described = new Map<string, SourceFile>();
  const fileOf = (path: string, text: string, hide?: KnownSources['hide']): SourceFile => {
    const file = described.get(path) ?? describeFile(path, text, hide);
    described.set(path, file);
    return file;
  };
  return (control) => {
    const isShipped = checks.get(control.id) === control.check;
    const sources = isShipped ? shipped : own;
    const found = sources?.controls[control.id];
    const hide = isShipped ? undefined : known.hide;
    const [file, ...others] = (found?.files ?? []).map((path) =>
      fileOf(path, sources?.files[path] ?? '', hide),
    );
    if (!found || !file) {
      const gap = gapOf(control, isShipped ? undefined : own);
      return { source: atRunTime(control, gap), used: [], lines: [] };
    }
    const { path, sha256: hash } = file;
    const { line, digest } = found;
    const from = isShipped ? 'package' : path.startsWith('npm:') ? 'npm' : 'project';
    const imports = others.map((each) => each.path);
    return {
      source: { from, file: path, line, sha256: hash, imports, digest },
      used: [file, ...others],
      lines: found.lines,
    };
  };
}

function describeFile(path: string, text: string, hide?: KnownSources['hide']): SourceFile {
  const shown = hide?.(text) ?? { text, dropped: 0 };
  return {
    path,
    sha256: sha256(text),
    text: shown.text,
    ...(shown.dropped > 0 ? { redacted: shown.dropped } : {}),
  };
}

interface Gap {
  readonly why: SourceGap;
  readonly places?: string[];
}

function gapOf({ id }: AnyControl, own: ControlSources | undefined): Gap {
  if (!own) return { why: 'not-looked-for' };
  const places = own.ambiguous?.[id];
  return places ? { why: 'ambiguous', places: [...places] } : { why: 'not-found' };
}

/** What the running program says of a check. */
function atRunTime({ check, applies }: AnyControl, gap: Gap): CheckDescription['source'] {
  const text = [applies && `applies: ${applies.toString()}`, `check: ${check.toString()}`]
    .filter((part) => part !== undefined)
    .join('\n');
  return { from: 'runtime', text, sha256: sha256(text), ...gap };
}
