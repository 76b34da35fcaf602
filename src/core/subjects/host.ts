import { z } from 'zod';
import { defineSubject, type FactsOf, type SubjectKind } from '../subject.ts';
import { fileFact } from './shared.ts';
import { certificateFact } from './tls.ts';

/** `null` means that the host has no such file. */
const optionalFile = fileFact.nullable();

const hostSchema = z.object({
  os: z.object({
    /** As os-release writes it: `debian`, `flatcar`, … */
    id: z.string(),
    version: z.string(),
    name: z.string(),
    /** Whether this is a system made for containers only: CoreOS, Flatcar, Bottlerocket, … */
    containerOs: z.boolean(),
  }),
  kernel: z.object({
    /** Release that runs now. */
    running: z.string(),
    /** Releases that are installed, oldest first; empty when the system keeps none in the usual places. */
    installed: z.array(z.string()),
  }),
  mounts: z.array(
    z.object({
      mountPoint: z.string(),
      fileSystem: z.string(),
      source: z.string(),
      options: z.array(z.string()),
    }),
  ),
  security: z.object({
    /** Security modules of the kernel, in their order. */
    modules: z.array(z.string()),
    apparmor: z.enum(['absent', 'disabled', 'enabled']),
    selinux: z.enum(['absent', 'disabled', 'permissive', 'enforcing']),
  }),
  cgroupVersion: z.number().int().min(1).max(2),
  /** Kernel parameters that matter to containers, by name; a missing one is not known to this kernel. */
  sysctls: z.record(z.string(), z.string()),
  groups: z.array(
    z.object({
      name: z.string(),
      gid: z.number().int().nonnegative(),
      /** Members from the group file, and those whose primary group it is, sorted. */
      members: z.array(z.string()),
    }),
  ),
  sudo: z.object({
    rules: z.array(
      z.object({
        /** User, `%group` or alias the rule is for. */
        user: z.string(),
        /** Commands it allows, as written. */
        commands: z.array(z.string()),
        /** Whether no password is asked. */
        noPassword: z.boolean(),
        file: z.string(),
        line: z.number().int().positive(),
      }),
    ),
    /** Where commands are logged besides syslog; `''` when nowhere. */
    logFile: z.string(),
    /** Whether sudo's own log to syslog was switched off. */
    syslogDisabled: z.boolean(),
  }),
  audit: z.object({
    /** Watches that the kernel has loaded, or else those in the rule files. */
    watches: z.array(
      z.object({
        path: z.string(),
        /** Any of r, w, x and a. */
        permissions: z.string(),
        file: z.string(),
        line: z.number().int().positive(),
      }),
    ),
    /** Whether the watches are what the kernel has loaded (`loaded`) or only what files say (`files`). */
    state: z.enum(['loaded', 'files', 'absent']),
  }),
  /** Files whose owner and mode matter; `null` where there is none. */
  files: z.object({
    dockerService: optionalFile,
    dockerSocketUnit: optionalFile,
    containerdService: optionalFile,
    dockerDirectory: optionalFile,
    daemonConfig: optionalFile,
    dockerDefaults: optionalFile,
    dockerSysconfig: optionalFile,
    containerdConfig: optionalFile,
    engineSocket: optionalFile,
    containerdSocket: optionalFile,
    dataRoot: optionalFile,
    tlsCaCertificate: optionalFile,
    tlsServerCertificate: optionalFile,
    tlsServerKey: optionalFile,
    /** The key with which root's own docker command line proves itself to an engine. */
    clientKey: optionalFile,
  }),
  /** Everything below /etc/docker/certs.d. */
  registryCertificates: z.array(fileFact),
  /** The certificates in those files, one by one; what is no certificate, as an engine takes it, is left out. */
  registryTrust: z.array(
    certificateFact.extend({
      path: z.string(),
      /** `authority`: a registry is known by it (`.crt`); `client`: the engine shows it to the registry (`.cert`). */
      use: z.enum(['authority', 'client']),
    }),
  ),
  /** Drop-ins of the docker and containerd units. */
  unitDropIns: z.array(fileFact),
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
