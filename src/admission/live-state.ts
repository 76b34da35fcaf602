import type { RequestReader } from '../collectors/engine/create/request-reader.ts';
import type { Snapshot } from '../core/snapshot/snapshot.ts';
import type { AdmissionState } from './create-admission.ts';

/** The state of an engine, as a watch reads it again and again. */
export interface LiveState {
  /** For `createAdmission`: `undefined` until the engine was read. */
  readonly state: () => AdmissionState | undefined;
  /** For `watchEngine`, among its options. */
  readonly onEngine: (reader: RequestReader) => void;
  /** For `watchEngine`, as it is or called by your own. */
  readonly onReading: (reading: { readonly snapshot: Snapshot }) => void;
}

/**
 * Keeps what a watch of one engine read last.
 *
 * @example
 * const { state, ...watching } = createLiveState();
 * const admission = createAdmission({ mode: 'enforce', state });
 * await watchEngine('unix:///var/run/docker.sock', { signal, ...watching });
 */
export function createLiveState(): LiveState {
  let reader: RequestReader | undefined;
  let current: AdmissionState | undefined;
  return {
    state: () => current,
    onEngine: (found) => (reader = found),
    onReading: ({ snapshot }) => {
      if (reader) current = { snapshot, reader };
    },
  };
}
