import { join } from 'node:path';
import { checkFiles, filesBelow, findFiles, readAttestations, readWaivers } from '../files.ts';
import {
  PlimsollError,
  type Catalog,
  type CheckedAttestation,
  type PlimsollConfig,
  type Waiver,
} from '../index.ts';
import type { LocatedConfig } from './config.ts';

type Files = Awaited<ReturnType<typeof readAttestations>>;

/** Folders beside the configuration that are read without being named. */
export const statementFolders = { attestations: 'attestations', waivers: 'waivers' } as const;

const isPath = (each: unknown): each is string => typeof each === 'string';

/** The files that are named, and those of the folder beside the configuration. */
async function filesOf(
  named: readonly unknown[] | undefined,
  usual: string,
  folder: string,
): Promise<readonly string[]> {
  const found = await findFiles((named ?? []).filter(isPath), folder);
  return [...new Set([...found, ...(await filesBelow(join(folder, usual)))])].sort();
}

/** Every attestation of a configuration: what stands in it, and what stands in files. */
export async function loadAttestations(config: LocatedConfig): Promise<Files> {
  const { folder, attestations: named } = config;
  const paths = await filesOf(named, statementFolders.attestations, folder);
  const read = await readAttestations(paths, process.cwd());
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
  config: LocatedConfig,
  catalog: Catalog,
): Promise<readonly Waiver[]> {
  const { folder, waivers: named } = config;
  const paths = await filesOf(named, statementFolders.waivers, folder);
  const placed = [
    ...inlineOf(named ?? []).map((waiver) => ({ waiver, place: 'The configuration' })),
    ...(await readWaivers(paths, process.cwd())),
  ];
  const controls = catalog.controls.map(({ id }) => id);
  for (const { waiver, place } of placed) {
    await holdToKnown(waiver.control, controls, 'control', place, 'waiver-invalid');
  }
  return placed.map(({ waiver }) => waiver);
}

const inlineOf = (named: NonNullable<PlimsollConfig['waivers']>): readonly Waiver[] =>
  named.flatMap((each) => (isPath(each) ? [] : [each]));

/**
 * Refuses attestations of frameworks that nobody knows: a mistyped id must not look like a statement about
 * a framework that was not asked for.
 *
 * @throws PlimsollError `attestation-invalid` with the place and the nearest id
 */
export async function holdToFrameworks(
  attestations: readonly Pick<CheckedAttestation, 'framework' | 'place'>[],
  known: readonly string[],
): Promise<void> {
  for (const { framework, place = 'The configuration' } of attestations) {
    await holdToKnown(framework, known, 'framework', place, 'attestation-invalid');
  }
}

async function holdToKnown(
  id: string,
  known: readonly string[],
  what: 'control' | 'framework',
  place: string,
  code: 'waiver-invalid' | 'attestation-invalid' | 'config-invalid',
): Promise<void> {
  if (known.includes(id)) return;
  const { closest } = await import('fastest-levenshtein');
  throw new PlimsollError(code, `${place}: there is no ${what} ${JSON.stringify(id)}.`, {
    hint: `The nearest: ${closest(id, [...known])}. See them with: plimsoll list ${what}s`,
  });
}
