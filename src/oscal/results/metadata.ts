import { oneLine } from '../one-line.ts';
import { referTo, type CatalogReference } from '../catalog-reference.ts';
import { controlsId } from '../frameworks/mapping.ts';
import { companionName } from './companion.ts';
import { peopleOf } from './people.ts';
import { note, type Json, type Scene } from './results-context.ts';
import { words } from './words.ts';

/** The head of a document; its time is that of the snapshot. */
export function metadataOf(scene: Scene, title: string): Json {
  const { assessment, framework, version, voice } = scene;
  const { tool, catalog, system, configuration = [] } = assessment;
  const about = framework ? voice.text(framework.title) : catalog.id;
  return {
    title: oneLine(`${title} · ${about}`),
    'last-modified': assessment.collectedAt,
    version: assessment.collectedAt,
    'oscal-version': version,
    props: [
      note('tool', `${tool.name} ${tool.version}`),
      ...configuration.map(({ file, sha256 }) => note('configuration', `${file} ${sha256}`)),
      note('catalog', `${catalog.id} ${catalog.version}`),
      ...(framework ? [note('framework-id', framework.id)] : []),
      ...(framework?.level === undefined
        ? []
        : [note('level', framework.level, { remarks: voice.level(framework) })]),
      ...(system ? [note('system', voice.name(system.name))] : []),
    ],
    ...peopleOf(scene),
  };
}

/** The catalog that the ids of controls come from, as a resource and as what points to it. */
export const catalogOf = ({
  uuid,
  framework,
  version,
  voice: { language },
}: Scene): CatalogReference =>
  referTo(framework?.id ?? controlsId, {
    uuid: uuid('catalog'),
    title: words.catalog[language],
    file: companionName(framework, language, version),
  });
