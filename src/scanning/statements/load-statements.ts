import { sayNearest } from '../../core/nearest-names.ts';
import { join } from 'node:path';
import { checkFiles } from '../../collectors/statements/check-files.ts';
import { filesBelow, findFiles } from '../../collectors/statements/find-files.ts';
import { readAttestations } from '../../collectors/statements/read-attestations.ts';
import { readWaivers } from '../../collectors/statements/read-waivers.ts';
import type { Catalog } from '../../core/controls/catalog.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { CheckedAttestation } from '../../core/statements/attestation.ts';
import type { Waiver } from '../../core/statements/waiver.ts';
import { placeIn } from '../config/place-in.ts';
import type { LoadedConfig } from '../config/loaded-config.ts';
import { text } from '../../core/text.ts';

type Files = Awaited<ReturnType<typeof readAttestations>>;

/** Folders beside the configuration that are read without being named. */
export const statementFolders = { attestations: 'attestations', waivers: 'waivers' } as const;

const isPath = (each: unknown): each is string => typeof each === 'string';

/** The files that are named, and those of the folder beside the configuration. */
async function filesOf(
  named: readonly unknown[] | undefined,
  usual: string,
  { folder, readsBeside }: LoadedConfig,
): Promise<readonly string[]> {
  const found = await findFiles((named ?? []).filter(isPath), folder);
  const beside = readsBeside ? await filesBelow(join(folder, usual)) : [];
  return [...new Set([...found, ...beside])].sort();
}

/** Every attestation of a configuration: what stands in it, and what stands in files. */
export async function loadAttestations(
  config: LoadedConfig,
  cwd: string = process.cwd(),
): Promise<Files> {
  const { folder, attestations: named } = config;
  const paths = await filesOf(named, statementFolders.attestations, config);
  const read = await readAttestations(paths, cwd);
  const inline = await Promise.all(
    (named ?? []).flatMap((each) => (isPath(each) ? [] : [checkFiles(each, folder)])),
  );
  return { attestations: [...inline, ...read.attestations], drafts: read.drafts };
}

/**
 * Every waiver of a configuration: what stands in it, and what stands in files.
 *
 * @throws PlimsollError `waiver-invalid` for a control that the catalog does not have
 */
export async function loadWaivers(
  config: LoadedConfig,
  catalog: Catalog,
  cwd: string = process.cwd(),
): Promise<readonly Waiver[]> {
  const { waivers: named } = config;
  const paths = await filesOf(named, statementFolders.waivers, config);
  const controls = catalog.controls.map(({ id }) => id);
  const waivers: Waiver[] = [];
  for (const [at, waiver] of (named ?? []).entries()) {
    if (isPath(waiver)) continue;
    const place = (): Promise<string> => placeIn(config, ['waivers', at, 'control']);
    await holdToKnown(waiver.control, controls, 'control', place, 'waiver-invalid');
    waivers.push(waiver);
  }
  for (const { waiver, place } of await readWaivers(paths, cwd)) {
    await holdToKnown(waiver.control, controls, 'control', () => place, 'waiver-invalid');
    waivers.push(waiver);
  }
  return waivers;
}

/**
 * Refuses attestations of frameworks that nobody knows: a mistyped id must not look like a statement about
 * a framework that was not asked for.
 *
 * @throws PlimsollError `attestation-invalid` with the place and the nearest id
 */
export async function holdToFrameworks(
  attestations: readonly Pick<CheckedAttestation, 'framework' | 'place'>[],
  known: readonly string[],
  config: LoadedConfig,
): Promise<void> {
  for (const { framework, place } of attestations) {
    const said = (): string | Promise<string> => place ?? inlinePlace(framework, config);
    await holdToKnown(framework, known, 'framework', said, 'attestation-invalid');
  }
}

/** Where a configuration itself names a framework in what people state. */
function inlinePlace(framework: string, config: LoadedConfig): Promise<string> {
  for (const key of ['attestations', 'notApplicable'] as const) {
    const at = (config[key] ?? []).findIndex(
      (each) => typeof each !== 'string' && each.framework === framework,
    );
    if (at >= 0) return placeIn(config, [key, at, 'framework']);
  }
  return placeIn(config, []);
}

async function holdToKnown(
  id: string,
  known: readonly string[],
  what: 'control' | 'framework',
  place: () => string | Promise<string>,
  code: 'waiver-invalid' | 'attestation-invalid' | 'config-invalid',
): Promise<void> {
  if (known.includes(id)) return;
  const near = sayNearest(id, known);
  throw new PlimsollError(
    code,
    text(
      `${await place()}: there is no ${what} ${JSON.stringify(id)}.`,
      `${await place()}: 没有${what === 'control' ? '控制项' : '框架'} ${JSON.stringify(id)}。`,
    ),
    {
      hint: text(
        `${near.en}See them with: plimsoll list ${what}s`,
        `${near.zh}查看全部：plimsoll list ${what}s`,
      ),
    },
  );
}
