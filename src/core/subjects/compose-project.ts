import { z } from 'zod';
import { defineSubject, type SubjectKind } from '../facts/subject.ts';
import { inlineWaiver } from '../facts/shared-facts.ts';

const composeProjectSchema = z.object({
  /** As Compose calls the project. */
  name: z.string(),
  /** The folder that relative paths of its files start from. */
  folder: z.string(),
  /** Its files in the order in which they are laid over one another, as they were named. */
  files: z.array(z.string()),
  /** Every service of its files, by name. */
  services: z.array(
    z.object({
      /** Its name in the files. */
      name: z.string(),
      /** Whether Compose starts it as things are set; `false` when all of its profiles are off. It is judged either way. */
      on: z.boolean(),
      /** Profiles that start it; empty for one that is always started. Absent in snapshots of older releases. */
      profiles: z.array(z.string()).optional(),
    }),
  ),
  /** Networks and volumes that its services use and that it does not make itself, as engines call them. */
  external: z.object({
    /** Networks that exist before the project is started. */
    networks: z.array(z.string()),
    /** Volumes that exist before the project is started. */
    volumes: z.array(z.string()),
  }),
  /** Exceptions that stand in its files, `# plimsoll-waive: …`. */
  waivers: z.array(inlineWaiver),
});

/** The facts of a Compose project, before they are made read-only; an interface, so that declarations name it. */
export interface ComposeProject extends z.output<typeof composeProjectSchema> {}

/** One Compose project as its files describe it; its services, networks and volumes are subjects of their own. */
export const composeProject: SubjectKind<'compose-project', ComposeProject> = defineSubject({
  kind: 'compose-project',
  label: { en: 'Compose project', zh: 'Compose 项目' },
  schema: composeProjectSchema,
});
