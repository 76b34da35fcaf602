import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../../facts/subject.ts';
import { accounts, groups, passwords, subordinateIds, sudo } from './accounts.ts';
import { defence } from './defence.ts';
import { files, programs } from './files.ts';
import { network } from './network.ts';
import { pam } from './pam.ts';
import { audit, clock, logging } from './records.ts';
import { ssh } from './ssh.ts';
import { fileFact, instant } from '../../facts/shared-facts.ts';
import { certificateFact } from '../../facts/tls.ts';

const hostSchema = z.object({
  /** The distribution, by its os-release. */
  os: z.object({
    /** As os-release writes it: `debian`, `flatcar`, … */
    id: z.string(),
    /** As os-release writes it, `12`. */
    version: z.string(),
    /** For people, `Debian GNU/Linux 12 (bookworm)`. */
    name: z.string(),
    /** Whether this is a system made for containers only: CoreOS, Flatcar, Bottlerocket, … */
    containerOs: z.boolean(),
  }),
  /** The kernel that runs, and the newest that is installed. */
  kernel: z.object({
    /** Release that runs now. */
    running: z.string(),
    /** Releases that are installed, oldest first; empty when the system keeps none in the usual places. */
    installed: z.array(z.string()),
  }),
  /**
   * Security updates that its package manager knows of; `null` where there is no database of packages, as on a system that
   * is replaced as a whole. Absent in snapshots of older releases.
   */
  updates: z
    .object({
      /** What manages the packages. */
      manager: z.enum(['apt']),
      /** Of when its lists of security updates are, by the oldest of them; `null` where it has none. */
      listsAt: instant.nullable(),
      /** Packages of which a list has a newer version than is installed, sorted by name. */
      pending: z.array(
        z.object({
          /** As the package manager calls it. */
          name: z.string(),
          /** Version that is installed. */
          installed: z.string(),
          /** The newest that a list has. */
          available: z.string(),
        }),
      ),
    })
    .nullable()
    .optional(),
  /** What is mounted on the host, as the kernel lists it. */
  mounts: z.array(
    z.object({
      /** Path that it is mounted at. */
      mountPoint: z.string(),
      /**
       * Number of the device that holds the file system, `254:0`: the same by whatever name it was mounted. Absent in
       * snapshots of older releases.
       */
      device: z.string().optional(),
      /** Type of the file system, `ext4`. */
      fileSystem: z.string(),
      /** Device or other source, as the kernel writes it. */
      source: z.string(),
      /** Options in force, one by one. */
      options: z.array(z.string()),
    }),
  ),
  /** Security modules of the kernel. */
  security: z.object({
    /** Security modules of the kernel, in their order. */
    modules: z.array(z.string()),
    /** Whether AppArmor is in force. */
    apparmor: z.enum(['absent', 'disabled', 'enabled']),
    /** Whether SELinux refuses (`enforcing`) or only tells (`permissive`). */
    selinux: z.enum(['absent', 'disabled', 'permissive', 'enforcing']),
    /** How far the kernel is locked against root; `null` when it has no lockdown. */
    lockdown: z.enum(['none', 'integrity', 'confidentiality']).nullable(),
    /** Whether only modules with a valid signature are loaded; `null` when this kernel checks none. */
    moduleSignatures: z.boolean().nullable(),
  }),
  /** Version of control groups: 1 or 2. */
  cgroupVersion: z.number().int().min(1).max(2),
  /** Kernel parameters that matter to containers, by name; a missing one is not known to this kernel. */
  sysctls: z.record(z.string(), z.string()),
  /** Groups of the group file; those of a directory service are not in it. */
  groups,
  /** Accounts of the passwd file; those of a directory service are not in it. */
  accounts,
  /** Passwords of accounts, without anything of what they are. Absent in snapshots of older releases. */
  passwords: passwords.optional(),
  /** What PAM asks of passwords; `null` where the host has no PAM. Absent in snapshots of older releases. */
  pam: pam.nullable().optional(),
  /** Numbers that accounts may map users and groups of their namespaces to; empty where no file gives any. */
  subordinateIds,
  /** What sudo lets whom do, by its files. */
  sudo,
  /** How people are let in by SSH; `null` where the host has no server for it. Absent in snapshots of older releases. */
  ssh: ssh.nullable().optional(),
  /** Where DOCKER_CONTENT_TRUST is set for all who log in; empty when nowhere. */
  contentTrust: z.array(
    z.object({
      /** File that sets it. */
      file: z.string(),
      /** Line of the file, from 1. */
      line: z.number().int().positive(),
      /** Whether it is switched on there. */
      enabled: z.boolean(),
    }),
  ),
  /** What the kernel's audit records. */
  audit,
  /** Where the host's own log goes. */
  logging,
  /** What keeps the host's clock. */
  clock,
  /** What notices attacks on the host, and what keeps them out. Absent in snapshots of older releases. */
  defence: defence.optional(),
  /** The host's own network. */
  network,
  /** The file system that holds the engine's data; `null` when there is no data root. */
  dataRootSpace: z
    .object({
      /** Where it is mounted. */
      path: z.string(),
      /** Bytes. */
      size: z.number().nonnegative(),
      /** Bytes that are left to ordinary users. */
      free: z.number().nonnegative(),
      /** Files that it can hold; 0 means that it sets no number. */
      files: z.number().nonnegative(),
      /** Files that it can still hold; 0 as well where it sets no number. */
      freeFiles: z.number().nonnegative(),
      /** Whether dm-crypt encrypts all that is written to its disks. Absent in snapshots of older releases. */
      encrypted: z.boolean().optional(),
    })
    .nullable(),
  /** Files whose owner and mode matter; `null` where there is none. */
  files,
  /** Programs below the engine, in every place where systems keep them and where they run from. */
  programs,
  /** The files that say who an account is and what it may do, as far as they are there. */
  accountFiles: z.array(fileFact),
  /**
   * Programs that run as root for anyone who starts them, in the folders where programs are found by name. Absent in
   * snapshots of older releases.
   */
  raisedPrograms: z.array(fileFact).optional(),
  /** The log of the audit daemon, what it put aside of it, and their folder. Absent in snapshots of older releases. */
  auditLog: z.array(fileFact).optional(),
  /** Files in which the engine keeps what containers print. Absent in snapshots of older releases. */
  containerLogs: z.array(fileFact).optional(),
  /** Everything below /etc/docker/certs.d. */
  registryCertificates: z.array(fileFact),
  /** The certificates in those files, one by one; what is no certificate, as an engine takes it, is left out. */
  registryTrust: z.array(
    certificateFact.extend({
      /** File that it stands in. */
      path: z.string(),
      /** `authority`: a registry is known by it (`.crt`); `client`: the engine shows it to the registry (`.cert`). */
      use: z.enum(['authority', 'client']),
    }),
  ),
  /** Drop-ins of the docker and containerd units. */
  unitDropIns: z.array(
    fileFact.extend({
      /** The unit that it is for, or the type of units: `docker.service`, `service`. Absent in snapshots of older releases. */
      unit: z.string().optional(),
    }),
  ),
});

/** The facts of a host, before they are made read-only; an interface, so that declarations name it. */
export interface Host extends z.output<typeof hostSchema> {}

/** One machine that runs containers, as its files tell. */
export const host: SubjectKind<'host', Host> = defineSubject({
  kind: 'host',
  label: { en: 'Host', zh: '宿主机' },
  schema: hostSchema,
});

/** The facts of a host, as a check sees them. */
export type HostFacts = FactsOf<typeof host>;
