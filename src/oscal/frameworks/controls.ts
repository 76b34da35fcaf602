import type { Language, Text } from '../../core/text.ts';
import { oneLine } from '../one-line.ts';
import { property, type OscalVersion, controlToken, statementOf } from '../oscal-names.ts';
import { controlsId } from './mapping.ts';
import { uuidOf } from '../uuid-of.ts';

/** The controls of a catalog, as they are exported. */
export interface ControlsInput {
  readonly language: Language;
  readonly version: OscalVersion;
  readonly tool: { readonly name: string; readonly version: string };
  readonly controls: readonly {
    readonly id: string;
    readonly kind: string;
    readonly severity: string;
    readonly title: Text;
    readonly rationale: Text;
    readonly remediation: Text;
  }[];
}

/** The controls themselves as an OSCAL catalog, grouped by kind of subject: what mapping collections point to. */
export function buildControlsCatalog(input: ControlsInput): Readonly<Record<string, unknown>> {
  const { language, version, tool, controls } = input;
  const kinds = [...new Set(controls.map(({ kind }) => kind))];
  return {
    catalog: {
      uuid: uuidOf('catalog', controlsId, tool.version, language),
      metadata: {
        title: `${tool.name} ${tool.version}`,
        // A release has no day in it, and nothing here may ask a clock.
        'last-modified': '1970-01-01T00:00:00Z',
        version: tool.version,
        'oscal-version': version,
      },
      groups: kinds.map((kind) => ({
        id: `kind_${kind}`,
        title: kind,
        controls: controls
          .filter((each) => each.kind === kind)
          .map(({ id, severity, title, rationale, remediation }) => ({
            id: controlToken(id),
            title: oneLine(title[language]),
            props: [{ name: 'label', value: oneLine(id) }, property('severity', severity)],
            parts: [
              { id: statementOf(controlToken(id)), name: 'statement', prose: title[language] },
              { id: `${controlToken(id)}_gdn`, name: 'guidance', prose: rationale[language] },
              {
                id: `${controlToken(id)}_fix`,
                name: 'remediation',
                ns: property('', '').ns,
                prose: remediation[language],
              },
            ],
          })),
      })),
    },
  };
}
