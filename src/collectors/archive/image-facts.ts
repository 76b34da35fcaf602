import type { z } from 'zod';
import { SyntaxProblem } from '../../syntax/problem.ts';
import type { image } from '../../core/subjects/image.ts';
import type { RawHistory, RawImage } from '../image/raw-image.ts';
import { imageFacts } from '../image/image-facts.ts';
import { unread, type Unread } from '../gathering/unread-gap.ts';
import {
  isMissing,
  missing,
  openParts,
  type Missing,
  type Partly,
} from '../gathering/partial-facts.ts';
import type { MalwareSession } from '../malware/scanning/session.ts';
import type { Redactor } from '../redaction/create-redactor.ts';
import type { ImageConfig } from './oci-schemas.ts';
import type { ArchivedImage, NamedLayer } from './find-images.ts';
import { linkedFiles } from './linked-files.ts';
import { mergeLayers } from './merge-layers.ts';
import { malwareFacts } from './malware-facts.ts';
import type { ReadLayer } from './read-archive.ts';
import { viewFacts } from './file-facts.ts';
import { inLanguage, text as wording } from '../../core/text.ts';

type Facts = z.output<(typeof image)['schema']>;

/** What is known of an image beside its content. */
export interface BesideContent {
  readonly usedBy: Missing;
  readonly signatures: Facts['provenance']['signatures'] | Missing;
  /** Attestations; those of its index when absent. */
  readonly attestations?: number | Missing;
}

/** The facts of one image of an archive, or of a registry, which says more of it. */
export function archivedImageFacts(
  found: ArchivedImage,
  builtOn: readonly string[],
  redactor: Redactor,
  malware?: MalwareSession,
  beside: BesideContent = inArchives,
) {
  const { id, references, digests, config, attestations } = found;
  const steps = stepsOf(config);
  const layers = wholeLayers(found.layers);
  const content = contentFacts(found, redactor, malware);
  const sizes = 'reason' in layers ? [] : layers.map(({ sizeBytes }) => sizeBytes);
  const raw: RawImage = {
    Id: id,
    RepoTags: [...references],
    RepoDigests: [...digests],
    Created: config.created,
    Os: config.os,
    Architecture: config.architecture,
    Size: sizes.reduce((sum, size) => sum + size, 0),
    Config: config.config,
  };
  const history: RawHistory = config.history
    .map((entry, at) => ({
      CreatedBy: entry.created_by,
      Comment: entry.comment,
      Size: sizes[steps.indexOf(at)] ?? 0,
      Created: Math.floor(Date.parse(entry.created) / 1000) || 0,
    }))
    .toReversed();
  const facts = imageFacts(raw, {
    history,
    usedBy: beside.usedBy,
    tellsCommits: true,
    builtOn,
    ...content,
    redactor,
  });
  return {
    ...facts,
    ...('reason' in layers ? { sizeBytes: missing(layers) } : {}),
    provenance: {
      attestations: beside.attestations ?? attestations ?? missing(noIndex),
      signatures: beside.signatures,
    },
  } satisfies Partly<Facts>;
}

/** What the layers of an image show: its files, and themselves. */
export function contentFacts(
  found: ArchivedImage,
  redactor: Redactor,
  malware?: MalwareSession,
): ContentFacts {
  const layers = wholeLayers(found.layers);
  if ('reason' in layers) return missingContent(layers);
  const shown = layersOf(found, layers, stepsOf(found.config));
  const clean = (raw: string): string => redactor.text(raw).value;
  const view = viewOf(layers);
  const users = view.files.get('etc/passwd')?.users;
  const content = {
    files: viewFacts(view, clean),
    malware: malwareFacts(layers, malware, clean),
  };
  // Of what lies in other layers than its own, what is found counts, and nothing else is known.
  const areOwn = !isMissing(shown) && shown.every(({ verified }) => verified);
  return areOwn
    ? { ...content, layers: shown, ...(users && { users }) }
    : { ...openParts(content, otherLayers), layers: shown };
}

/** The facts of an image that its layers alone show. */
export interface ContentFacts {
  readonly files: Partly<Facts['files']>;
  readonly layers: Facts['layers'] | Missing;
  readonly malware: Partly<Facts['malware']>;
  /** Numbers of users by their names; absent where its file of them was not read. */
  readonly users?: ReadonlyMap<string, number>;
}

/** Nothing that layers show was to be had. */
export const missingContent = (why: Unread): ContentFacts => ({
  files: missing(why),
  layers: missing(why),
  malware: missing(why),
});

/** What whole layers, lowest first, show together. */
function viewOf(layers: readonly ReadLayer[]): Parameters<typeof viewFacts>[0] {
  const summaries = layers.map(({ summary }) => summary);
  const { files, hidden } = mergeLayers(summaries);
  return { files: new Map([...files, ...linkedFiles(summaries, files)]), hidden };
}

/** All layers, or why one of them could not be read. */
export function wholeLayers(layers: readonly NamedLayer[]): readonly ReadLayer[] | Unread {
  const whole: ReadLayer[] = [];
  for (const [at, { layer }] of layers.entries()) {
    if (layer instanceof SyntaxProblem) {
      const reason = layer.code === 'invalid' ? 'malformed' : 'unsupported';
      const { said } = layer;
      return unread(
        reason,
        wording(
          `layer ${at + 1} of ${layers.length}: ${inLanguage(said, 'en')}`,
          `第 ${at + 1} 层（共 ${layers.length} 层）：${inLanguage(said, 'zh')}`,
        ),
      );
    }
    whole.push(layer);
  }
  return whole;
}

/** Which entries of the history have a layer each; none are known when they are not as many as there are layers. */
function stepsOf({ history, rootfs }: ImageConfig): readonly number[] {
  const steps = history.flatMap(({ empty_layer }, at) => (empty_layer === true ? [] : [at]));
  return steps.length === rootfs?.diff_ids.length ? steps : [];
}

function layersOf(
  { layers, config }: ArchivedImage,
  whole: readonly ReadLayer[],
  steps: readonly number[],
): Facts['layers'] | Missing {
  const said = config.rootfs?.diff_ids ?? [];
  if (said.length !== whole.length) {
    return missing({
      reason: 'malformed',
      detail: wording(
        `the configuration names ${said.length} layers, and the manifest ${whole.length}`,
        `配置列出 ${said.length} 层，而清单列出 ${whole.length} 层`,
      ),
    });
  }
  return whole.map(({ diffId, compression, sizeBytes }, at) => ({
    diffId,
    compression,
    sizeBytes,
    verified: said[at] === diffId && layers[at]?.asNamed === true,
    step: steps[at] ?? null,
  }));
}

const otherLayers = unread(
  'malformed',
  wording('its layers are not those that its configuration names', '其各层与配置所列不一致'),
);

const inArchives: BesideContent = {
  usedBy: missing(
    unread(
      'unsupported',
      wording(
        'an archive does not record which containers use its images',
        '归档文件不说明哪些容器使用其镜像',
      ),
    ),
  ),
  signatures: missing(
    unread(
      'unsupported',
      wording(
        'signatures are in registries, not in archives',
        '签名存放在镜像仓库中，不在归档文件中',
      ),
    ),
  ),
};

const noIndex = unread(
  'unsupported',
  wording(
    'this archive has no index, which would contain attestations',
    '该归档文件没有索引，而证明存放于其中',
  ),
);
