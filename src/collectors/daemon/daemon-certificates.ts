import { posix } from 'node:path';
import type { Reading } from '../gathering/unread-gap.ts';
import type { DaemonCertificates } from './daemon-reading.ts';
import { tlsForms } from './daemon-settings.ts';
import { readSetting, type DaemonWords } from './read-setting.ts';

/** What of a daemon's environment says where its files are, and nothing else of it. */
export interface DaemonEnvironment {
  readonly HOME?: string;
  readonly XDG_CONFIG_HOME?: string;
  readonly DOCKER_CERT_PATH?: string;
  readonly DOCKER_TLS_VERIFY?: string;
  /** Set by RootlessKit: what runs under it is rootless unless its flags say otherwise. */
  readonly ROOTLESSKIT_STATE_DIR?: string;
}

/**
 * Where a daemon looks for its API's certificates: where it was set to, else in `DOCKER_CERT_PATH`, else
 * in `.docker` of its own user's home. `null` when nothing asks for TLS. That `tlsverify` is mentioned at
 * all turns TLS on, even when it is false.
 *
 * @param workingFolder the daemon's own: relative paths begin there
 * @see https://docs.docker.com/engine/security/protect-access/
 */
export function readCertificates(
  words: DaemonWords,
  environment: DaemonEnvironment,
  workingFolder: string,
): Reading<DaemonCertificates | null> {
  const tls = readSetting(tlsForms.tls, words).inForce;
  const verify = readSetting(tlsForms.verify, words);
  const [ca, certificate, key] = [tlsForms.ca, tlsForms.certificate, tlsForms.key].map(
    (form) => readSetting(form, words).inForce,
  );
  for (const setting of [tls, verify.inForce, ca, certificate, key]) {
    if (setting && 'unread' in setting) return setting;
  }
  // Nothing is unread any more; the compiler cannot follow that through the loop.
  const value = <T>(setting: Reading<T> | undefined): T | undefined =>
    setting && 'value' in setting ? setting.value : undefined;
  const source = words.flagSource;
  const asksForCertificates = Boolean(environment.DOCKER_TLS_VERIFY);
  const verifies = value(verify.configured) !== null || asksForCertificates;
  if (value(tls) !== true && !verifies) return { value: null, source };
  const folder = environment.DOCKER_CERT_PATH || posix.join(environment.HOME ?? '/root', '.docker');
  const at = (setting: Reading<string> | undefined, name: string): string =>
    posix.resolve(workingFolder, value(setting) || posix.join(folder, name));
  return {
    value: {
      ca: at(ca, 'ca.pem'),
      certificate: at(certificate, 'cert.pem'),
      key: at(key, 'key.pem'),
      caExpected: Boolean(value(ca)) || value(verify.inForce) === true || asksForCertificates,
    },
    source,
  };
}
