import { z } from 'zod';

const versions = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;

/** A parameter that holds a version of TLS, as facts spell it. */
export const tlsVersion = z.enum(versions);

/** A version of TLS. */
export type TlsVersion = z.output<typeof tlsVersion>;

/** Whether one version came before another. */
export const olderThan = (version: TlsVersion, other: TlsVersion): boolean =>
  versions.indexOf(version) < versions.indexOf(other);
