import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../subject.ts';
import { classifiedValue, healthCheck, instant, labels, user } from './shared.ts';

const imageSchema = z.object({
  /** Names it goes by, `repository:tag`; empty when it has none left. */
  references: z.array(z.string()),
  /** Digests a registry knows it by, `repository@sha256:…`; empty when it was never pushed or pulled. */
  digests: z.array(z.string()),
  createdAt: instant.nullable(),
  os: z.string(),
  architecture: z.string(),
  sizeBytes: z.number().nonnegative(),
  user,
  environment: z.array(classifiedValue),
  /** As `80/tcp`. */
  exposedPorts: z.array(z.string()),
  /** Entrypoint and command, secrets removed. */
  command: z.array(z.string()),
  healthCheck,
  labels,
  /** Labels whose value was dropped because it looks like a secret. */
  secretLabels: z.array(classifiedValue),
  /** Layers oldest first, those without content included. */
  history: z.array(
    z.object({
      /** The Dockerfile instruction, upper case; `''` when it cannot be told. */
      instruction: z.string(),
      /** What made it, secrets removed. */
      createdBy: z.string(),
      /** Rules that found something like a secret in it. */
      secretRules: z.array(z.string()),
      comment: z.string(),
      sizeBytes: z.number().nonnegative(),
      createdAt: instant.nullable(),
    }),
  ),
  /**
   * Whether its last layer was made from a container by `docker commit` rather than by a build: told
   * from what commit leaves behind in the image, never from a name.
   */
  committed: z.boolean(),
  /** Ids of the workloads that were made from it. */
  usedBy: z.array(z.string()),
});

/** The facts of a image, before they are made read-only; an interface, so that declarations name it. */
export interface Image extends z.output<typeof imageSchema> {}

/** One image in an engine's store. */
export const image: SubjectKind<'image', Image> = defineSubject({
  kind: 'image',
  label: { en: 'Image', zh: '镜像' },
  schema: imageSchema,
});

/** The facts of an image, as a check sees them. */
export type ImageFacts = FactsOf<typeof image>;
