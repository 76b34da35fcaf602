/** Versions of the protocol by the number each has in a message, oldest first. */
export const tlsVersions = {
  SSLv3: 0x0300,
  TLSv1: 0x0301,
  'TLSv1.1': 0x0302,
  'TLSv1.2': 0x0303,
  'TLSv1.3': 0x0304,
} as const;

/** A version of the protocol, as OpenSSL and Node spell it. */
export type TlsVersion = keyof typeof tlsVersions;

/** The spelling of a number; `undefined` for one that is no version. */
export const versionOf = (code: number): TlsVersion | undefined =>
  versions.find((version) => tlsVersions[version] === code);

// The keys of the object are what its type says.
const versions = Object.keys(tlsVersions) as readonly TlsVersion[];
