import { z } from 'zod';
import { fileFact } from '../../facts/shared-facts.ts';

/** `null` means that the host has no such file. */
const optionalFile = fileFact.nullable();

/** Files of an engine and of containerd. */
export const files = z.object({
  /** The unit docker.service. */
  dockerService: optionalFile,
  /** The unit docker.socket. */
  dockerSocketUnit: optionalFile,
  /** The unit containerd.service. */
  containerdService: optionalFile,
  /** The folder /etc/docker. */
  dockerDirectory: optionalFile,
  /** The configuration that the daemon was started with, daemon.json. */
  daemonConfig: optionalFile,
  /** The file /etc/default/docker. */
  dockerDefaults: optionalFile,
  /** The file /etc/sysconfig/docker. */
  dockerSysconfig: optionalFile,
  /** The configuration of containerd, config.toml. */
  containerdConfig: optionalFile,
  /** The socket at which the engine is commanded; of several, the one that is configured first. */
  engineSocket: optionalFile,
  /** The other sockets at which it is commanded, or another engine that is scanned with it; absent of snapshots of older releases. */
  otherEngineSockets: z.array(fileFact).optional(),
  /** The socket at which containerd is commanded. */
  containerdSocket: optionalFile,
  /** Where containerd keeps the state of what runs. */
  containerdDirectory: optionalFile,
  /** The folder of the engine's data. */
  dataRoot: optionalFile,
  /** The certificate by which the engine knows its clients. */
  tlsCaCertificate: optionalFile,
  /** The certificate that the engine shows. */
  tlsServerCertificate: optionalFile,
  /** The key behind it. */
  tlsServerKey: optionalFile,
  /** The key with which root's own docker command line proves itself to an engine. */
  clientKey: optionalFile,
});

/** Programs below an engine. */
export const programs = z.object({
  /** `containerd` itself. */
  containerd: z.array(fileFact),
  /** `containerd-shim`, of containerd 1 before it had versions of it. */
  containerdShim: z.array(fileFact),
  /** `containerd-shim-runc-v1`. */
  containerdShimRuncV1: z.array(fileFact),
  /** `containerd-shim-runc-v2`, and those of other runtimes. */
  containerdShims: z.array(fileFact),
  /** `runc` itself. */
  runc: z.array(fileFact),
});
