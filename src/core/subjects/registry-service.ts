import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../facts/subject.ts';
import { tlsFact } from '../facts/tls.ts';

const registryServiceSchema = z.object({
  /** Name or address at which it was asked. */
  host: z.string(),
  /** TCP port. */
  port: z.number().int().min(1).max(65_535),
  /** What it agrees to in TLS; `null` where it answers in the clear. */
  handshake: tlsFact.nullable(),
  /** Whether it asks for an account, or a token of one, before it answers anything. */
  asksForAccount: z.boolean(),
  /** Whether it lists its repositories for one who shows no account; `empty` where the list has none. */
  catalog: z.enum(['listed', 'empty', 'refused']),
  /** Its repositories, as the account of docker login is shown them, or else one who shows none. */
  repositories: z.array(
    z.object({
      /** Without host, `team/app`. */
      name: z.string(),
      /** Whether one who shows no account is given its tags, and so may pull. */
      open: z.boolean(),
    }),
  ),
});

/** The facts of a registry, before they are made read-only; an interface, so that declarations name it. */
export interface RegistryService extends z.output<typeof registryServiceSchema> {}

/** One registry of images, by what it answers to GET. */
export const registryService: SubjectKind<'registry-service', RegistryService> = defineSubject({
  kind: 'registry-service',
  label: { en: 'Registry', zh: '镜像仓库' },
  schema: registryServiceSchema,
});

/** The facts of a registry, as a check sees them. */
export type RegistryServiceFacts = FactsOf<typeof registryService>;
