import type { Adapter } from './adapter.ts';
import { clair } from './clair.ts';
import { cyclonedx } from './cyclonedx.ts';
import { grype } from './grype.ts';
import { openvex } from './openvex.ts';
import { sarif } from './sarif.ts';
import { spdx } from './spdx.ts';
import { spdx3 } from './spdx-3.ts';
import { trivy } from './trivy.ts';

/** Every format that is read, in the order in which they are asked whether a document is theirs. */
export const adapters: readonly Adapter[] = [
  clair,
  trivy,
  grype,
  cyclonedx,
  spdx,
  spdx3,
  sarif,
  openvex,
];
