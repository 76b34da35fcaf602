import type { z } from 'zod';
import type { image } from '../../core/subjects/image.ts';
import type { Redactor } from '../redaction/create-redactor.ts';
import type { RawHistory, RawImage } from './raw-image.ts';
import { nobodyLooked } from './nobody-looked.ts';
import { switchesOff } from '../../knowledge/verification/switches-off.ts';
import { maskDeclared } from '../redaction/mask-values.ts';
import { environmentOf } from '../workload/environment.ts';
import { healthCheckOf } from '../workload/health-check.ts';
import { createStepReader } from './history-commands.ts';
import { instructionOf, wasCommitted } from './image-history.ts';
import {
  type Missing,
  type Partly,
  type Users,
  missing,
  read,
  whenRead,
} from '../gathering/partial-facts.ts';
import { toInstant } from '../gathering/to-instant.ts';
import { userOf } from '../workload/user-of.ts';
import { text as wording } from '../../core/text.ts';

type Facts = z.output<(typeof image)['schema']>;

/** Everything that an image's facts depend on beside its own answer. */
export interface ImageSurroundings {
  readonly history: RawHistory | Missing;
  /** Ids of the containers made from it. */
  readonly usedBy: Users | Missing;
  /** Whether the engine sends what `docker commit` leaves behind, so that its absence means something. */
  readonly tellsCommits: boolean;
  /** Ids of the images that it is built on, nearest first. */
  readonly builtOn: readonly string[] | Missing;
  /** What lies in its file system, where a container shows it. */
  readonly files: Partly<Facts['files']>;
  readonly layers?: Partly<Facts['layers']>;
  readonly malware?: Partly<Facts['malware']>;
  /** Numbers of users by their names, where its file of them was read. */
  readonly users?: ReadonlyMap<string, number>;
  readonly redactor: Redactor;
}

/** Turns what an engine says of an image into its facts. */
export function imageFacts(raw: RawImage, around: ImageSurroundings) {
  const { redactor, history } = around;
  const labelling = read(() => redactor.labels(raw.Config?.Labels ?? {}));
  const committed = whenRead(
    history,
    (entries) => wasCommitted(raw, entries, around.tellsCommits) ?? notTold,
  );
  return {
    references: read(() => raw.RepoTags.filter((tag) => tag !== '<none>:<none>').toSorted()),
    digests: read(() =>
      raw.RepoDigests.filter((digest) => !digest.startsWith('<none>')).toSorted(),
    ),
    createdAt: read(() => toInstant(raw.Created)),
    os: read(() => raw.Os),
    architecture: read(() => raw.Architecture),
    sizeBytes: read(() => raw.Size),
    user: read(() => {
      const configured = raw.Config?.User ?? '';
      return userOf(configured, around.users?.get(configured.replace(/:.*$/s, '')) ?? null);
    }),
    environment: read(() => environmentOf(raw.Config?.Env ?? [], redactor)),
    exposedPorts: read(() => Object.keys(raw.Config?.ExposedPorts ?? {}).toSorted()),
    command: read(
      () => redactor.command([...(raw.Config?.Entrypoint ?? []), ...(raw.Config?.Cmd ?? [])]).value,
    ),
    healthCheck: read(() => healthCheckOf(raw.Config?.Healthcheck ?? null, redactor)),
    labels: whenRead(labelling, ({ labels }) => labels),
    secretLabels: whenRead(labelling, ({ secretLabels }) => secretLabels),
    history: whenRead(history, (entries) => historyOf(entries, committed === true, redactor)),
    committed,
    builtOn: around.builtOn,
    origin: read(() => originOf(raw)),
    provenance: read(() => provenanceOf(raw, redactor)),
    files: around.files,
    layers: around.layers ?? unpacked,
    malware: around.malware ?? nobodyLooked,
    // Who scanned it is not the engine's to say: it is filled in when all targets were read.
    scans: [],
    usedBy: around.usedBy,
  } satisfies Partly<Facts>;
}

const notTold = missing({
  reason: 'unsupported',
  detail: wording(
    'this engine does not distinguish a commit from a build of that kind',
    '该引擎不区分提交的镜像与此类构建的镜像',
  ),
});

const unpacked = missing({
  reason: 'unsupported',
  detail: wording(
    'an engine keeps layers unpacked: collect with --image-files, or scan what docker save wrote',
    '引擎保存的是解包后的层：请以 --image-files 采集，或扫描 docker save 的输出',
  ),
});

const originOf = ({ Identity }: RawImage): Facts['origin'] =>
  Identity
    ? {
        pulled: Identity.Pull.map(({ Repository }) => Repository).toSorted(),
        built: Identity.Build.length > 0,
      }
    : null;

function provenanceOf({ Manifests, Identity }: RawImage, redactor: Redactor) {
  const clean = (raw: string): string => redactor.text(raw).value;
  return {
    attestations: Manifests
      ? Manifests.filter(({ Kind }) => Kind === 'attestation').length
      : noIndex,
    signatures: Identity
      ? Identity.Signature.map(({ Name, Error: error }) => ({
          name: clean(Name),
          error: error === '' ? null : clean(error),
        }))
      : noSignatures,
  };
}

const noIndex = missing({
  reason: 'unsupported',
  detail: wording(
    'this engine keeps no index of an image, which would contain attestations',
    '该引擎不保存镜像索引，而证明存放于其中',
  ),
});
const noSignatures = missing({
  reason: 'unsupported',
  detail: wording('this engine verifies no signatures of images', '该引擎不验证镜像签名'),
});

function historyOf(newestFirst: RawHistory, committed: boolean, redactor: Redactor) {
  const readStep = createStepReader(redactor);
  return newestFirst.toReversed().map((entry, at) => {
    const { value, rules } = redactor.text(entry.CreatedBy);
    // The command of a container that was committed is no instruction, even if it looks like one.
    const isCommit = committed && at === newestFirst.length - 1;
    const instruction = isCommit ? '' : instructionOf(entry.CreatedBy);
    return {
      instruction,
      createdBy: maskDeclared(value, redactor.markOf),
      ...(instruction === 'ENV' || instruction === 'ARG'
        ? { verificationOff: switchesOff(entry.CreatedBy) }
        : {}),
      commands: readStep(instruction, entry.CreatedBy),
      secretRules: rules,
      comment: redactor.text(entry.Comment).value,
      sizeBytes: entry.Size,
      // Seconds of the epoch; what has no time has Go's zero time, far before it.
      createdAt: entry.Created > 0 ? new Date(entry.Created * 1000).toISOString() : null,
    };
  });
}
