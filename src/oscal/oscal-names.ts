import { oneLine } from './one-line.ts';

/**
 * The releases of OSCAL that are written: the newest of 1.1 and of 1.2.
 *
 * @see https://github.com/usnistgov/OSCAL/releases 1.2.2 and 1.2.3 change no form of what is written here
 */
export const oscalVersions = ['1.1.3', '1.2.3'] as const;

/** A release of OSCAL. */
export type OscalVersion = (typeof oscalVersions)[number];

/** The namespace of what OSCAL has no name for. */
export const oscalNamespace = 'urn:plimsoll:oscal';

/** The UUID from which the UUIDs of all OSCAL documents are made, itself a random one that was drawn once. */
export const oscalUuidNamespace = '6f1d3c52-0f6e-4d6b-9a57-2f0c0b7b8a41';

/** One property in our namespace: OSCAL refuses several lines, and white space at either end. */
export const property = (name: string, value: string, rest: object = {}) => ({
  name,
  ns: oscalNamespace,
  value: oneLine(value),
  ...rest,
});

/** The id of a control in the catalog of controls. */
export const controlToken = (id: string): string => `c_${id}`;

/** The id of the statement of a control as a whole. */
export const statementOf = (control: string): string => `${control}_smt`;
