import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../facts/subject.ts';
import { imageMalware } from '../facts/malware.ts';
import { parsedCommand } from '../facts/parsed-command.ts';
import { classifiedValue, healthCheck, instant, labels, user } from '../facts/shared-facts.ts';

const ids = z.number().int().nonnegative();

/** What the engine itself recorded of where an image came from; a tag cannot change it. */
const imageOrigin = z.object({
  /** Repositories that it was pulled from or pushed to. */
  pulled: z.array(z.string()),
  /** Whether this engine built it. */
  built: z.boolean(),
});

/** A secret in a file; its value was dropped when it was found. */
const secretInFile = z.object({
  /** Path in the image. */
  path: z.string(),
  /** What kind of secret it is: `private-key`, `aws-credentials`, … */
  rule: z.string(),
  /** Counted from 1. */
  line: z.number().int().positive(),
  /** Keyed hash of the secret, equal for equal secrets within one snapshot. */
  fingerprint: z.string(),
  /** Whether it lies among the examples or test data of a package, which everybody has who has the package. */
  sample: z.boolean(),
  /** Whether a later layer removes, replaces or hides it: no container sees it, and anyone who pulls the image has it. Absent in snapshots of older releases. */
  hidden: z.boolean().optional(),
});

/** One layer, as it lies in an archive. */
const layer = z.object({
  /** `sha256:…` of what it unpacks to, as computed. */
  diffId: z.string(),
  /** How it is packed in the archive. */
  compression: z.enum(['none', 'gzip', 'zstd']),
  /** Bytes, unpacked. */
  sizeBytes: z.number().nonnegative(),
  /** Whether the digests that the image's manifest and configuration say were found. */
  verified: z.boolean(),
  /** Which entry of the history it comes from, counted from 0; `null` when the history does not say. */
  step: z.number().int().nonnegative().nullable(),
});

/** A file with its rights. */
const ownedFile = z.object({
  /** Path in the image. */
  path: z.string(),
  /** Permission bits with setuid, setgid and sticky, as a number: 0o4755 is 2541. */
  mode: z.number().int().min(0).max(0o7777),
  /** Numeric user id, as the host numbers it. */
  uid: ids,
  /** Numeric group id. */
  gid: ids,
});

/** What lies in the file system that containers start with, and the secrets in what its layers hide; a gap where nothing shows it. */
const imageFiles = z.object({
  /**
   * Files that run as their owner or group for any user who starts them: in an archive wherever they lie, else below the usual
   * directories of programs. In an archive also those with capabilities as good as root.
   */
  setuid: z.array(
    ownedFile.extend({
      /** Capabilities as good as root that it permits a program, as `cap_setuid`; absent where it has none, or they were not read. */
      capabilities: z.array(z.string()).optional(),
    }),
  ),
  /**
   * The files that say who is who and who may become root, as `/etc/passwd`, `/etc/shadow` and `/etc/sudoers`, and the
   * folders that they lie in; those that are there. Absent in snapshots of older releases.
   */
  accountFiles: z.array(ownedFile).optional(),
  /** Files that every user may change, and directories without the sticky bit in which everybody may. */
  worldWritable: z.array(
    z.object({
      /** Path in the image. */
      path: z.string(),
      /** Permission bits with setuid, setgid and sticky, as a number: 0o1777 is 1023. */
      mode: z.number().int().min(0).max(0o7777),
      /** Whether it is a directory. */
      directory: z.boolean(),
    }),
  ),
  /** Private keys in PEM, in files of any layer; what lies packed in further archives is not unpacked. */
  privateKeys: z.array(secretInFile),
  /** Credentials in the files where programs keep theirs, in any layer. */
  credentials: z.array(secretInFile),
  /** Paths of shells and of programs that let people log in from elsewhere, as far as their names are known. */
  programs: z.array(z.string()),
  /** Packages of the distribution. */
  packages: z.object({
    /** Whose database it has; `null` when it has none that is known, as an image of one program alone. */
    manager: z.enum(['dpkg', 'apk', 'rpm']).nullable(),
    /** Names, sorted; empty without a database. */
    installed: z.array(z.string()),
  }),
  /** From its os-release; `null` when it has none. */
  os: z
    .object({
      /** As os-release writes it, `debian`. */
      id: z.string(),
      /** As os-release writes it, `12`. */
      version: z.string(),
      /** For people, `Debian GNU/Linux 12 (bookworm)`. */
      name: z.string(),
    })
    .nullable(),
});

const imageSchema = z.object({
  /** Names it goes by, `repository:tag`; empty when it has none left. */
  references: z.array(z.string()),
  /** Digests a registry knows it by, `repository@sha256:…`; empty when it was never pushed or pulled. */
  digests: z.array(z.string()),
  /** When it was built, by its own word; `null` when it does not say. */
  createdAt: instant.nullable(),
  /** Operating system that it is for, `linux`. */
  os: z.string(),
  /** As Go names it, `amd64` or `arm64`. */
  architecture: z.string(),
  /** Bytes, as the engine counts them. */
  sizeBytes: z.number().nonnegative(),
  /** Whom its containers start as, unless they say otherwise. */
  user,
  /** Variables that every container of it has; values are not kept. */
  environment: z.array(classifiedValue),
  /** As `80/tcp`; some builders write a range, `8000-8010/tcp`, or leave TCP out. */
  exposedPorts: z.array(z.string()),
  /** Entrypoint and command, secrets removed. */
  command: z.array(z.string()),
  /** How its containers are checked, unless they say otherwise. */
  healthCheck,
  /** Labels, less the values that look like secrets. */
  labels,
  /** Labels whose value was dropped because it looks like a secret. */
  secretLabels: z.array(classifiedValue),
  /** Layers oldest first, those without content included. */
  history: z.array(
    z.object({
      /** The Dockerfile instruction, upper case; `''` when it is not known. */
      instruction: z.string(),
      /** What made it, secrets removed, and of ENV, ARG and the arguments of a RUN every value that is of no closed type. */
      createdBy: z.string(),
      /**
       * Whether an ENV or an ARG switches off a check of what is fetched. Absent of every other step, and in snapshots of
       * older releases.
       */
      verificationOff: z.boolean().optional(),
      /**
       * What the script of a `RUN` runs, in the order of the shell, in the form of the commands of a Dockerfile. Where
       * something in it is not understood, a gap behind the last says that there may be more. Absent in snapshots of
       * older releases.
       */
      commands: z.array(parsedCommand).optional(),
      /** Rules that found something like a secret in it. */
      secretRules: z.array(z.string()),
      /** As its builder left it. */
      comment: z.string(),
      /** Bytes that the step added; 0 for one without content. */
      sizeBytes: z.number().nonnegative(),
      /** When the step was made; `null` when it does not say. */
      createdAt: instant.nullable(),
    }),
  ),
  /**
   * Whether its last layer was made from a container by `docker commit` rather than by a build: recognised by what
   * commit leaves behind in the image, never by a name.
   */
  committed: z.boolean(),
  /** Ids of the images here that it is built on, so that it has all of their layers and more; nearest first. */
  builtOn: z.array(z.string()),
  /** `null` where the engine records nothing of it, as before API 1.53. */
  origin: imageOrigin.nullable(),
  /** What the engine keeps beside the image of how it came about. */
  provenance: z.object({
    /** Attestations (how it was built, what is in it) that its index refers to; a gap where the engine keeps no index. */
    attestations: z.number().int().nonnegative(),
    /** Signatures that the engine verified, or that lie in its registry beside it; a gap where neither is known. */
    signatures: z.array(
      z.object({
        /** What kind of signature it is: in the engine's words, or `cosign`, `notation`, `sigstore bundle`. */
        name: z.string(),
        /** Why it was not found good, in the engine's words, or as `signatureFaults` names it; `null` when it was. */
        error: z.string().nullable(),
      }),
    ),
  }),
  /** What lies in its file system; a gap where nothing shows it. */
  files: imageFiles,
  /** Lowest first; a gap where an engine keeps the image, which has them unpacked. */
  layers: z.array(layer),
  /** What scanners for malware found in its layers; a gap where none was asked. */
  malware: imageMalware,
  /** Ids of the scans among the targets that are of this very image, by digest; empty when there are none. */
  scans: z.array(z.string()),
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
