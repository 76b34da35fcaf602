import { waiverSchema, type Waiver } from '../../core/statements/waiver.ts';
import { conform } from '../files/conform.ts';
import { entriesOf } from '../../syntax/yaml/document-entries.ts';
import { readYaml } from '../files/read-yaml.ts';
import { text } from '../../core/text.ts';

const hint = text(
  'Fields: control, scope, reason, owner, approver, from, until, ticket, compensatingControl. See schemas/waiver.schema.json.',
  '字段：control、scope、reason、owner、approver、from、until、ticket、compensatingControl。见 schemas/waiver.schema.json。',
);

/** A waiver with the place where it was written down. */
export interface PlacedWaiver {
  readonly waiver: Waiver;
  /** `file:line:column`. */
  readonly place: string;
}

/**
 * Reads files that hold one waiver each, or a list of them.
 *
 * @throws PlimsollError `waiver-invalid` with file, line and column of everything that is wrong
 */
export async function readWaivers(
  paths: readonly string[],
  cwd: string,
): Promise<readonly PlacedWaiver[]> {
  const read = await Promise.all(
    paths.map(async (path) => {
      const document = await readYaml(path, cwd, { code: 'waiver-invalid', numbers: false });
      return entriesOf(document).map((at) => ({
        waiver: conform(document, waiverSchema, 'waiver-invalid', hint, at),
        place: document.placeOf([...at, 'control']),
      }));
    }),
  );
  return read.flat();
}
