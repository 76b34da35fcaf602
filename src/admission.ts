/**
 * The door to admission: requests to make a container are judged by the same controls, before there is one.
 *
 * @packageDocumentation
 */
export { createAdmission } from './admission/create-admission.ts';
export type { Admission, AdmissionOptions, AdmissionState } from './admission/create-admission.ts';
export type { AuthzRequest } from './admission/authz-request.ts';
export { requestOf } from './admission/request-of.ts';
export { messageOf } from './admission/decision.ts';
export type { AdmissionDecision } from './admission/decision.ts';
export type { Denial, DenialCode } from './admission/denial.ts';
export { exemptionSchema, isEffective } from './admission/exemption.ts';
export type { Exempted, Exemption } from './admission/exemption.ts';
export { createLiveState } from './admission/live-state.ts';
export type { LiveState } from './admission/live-state.ts';
export { servePlugin } from './admission/serve-plugin.ts';
export type { PluginOptions } from './admission/serve-plugin.ts';
