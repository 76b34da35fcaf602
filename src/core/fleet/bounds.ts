/** Bytes of one envelope as it travels; what is larger goes in parts. */
export const envelopeAtMost = 512 * 1024;
/** Bytes of one envelope that is taken apart. */
export const openedAtMost = 32 * 1024 * 1024;
/** Subjects of one host. */
export const subjectsAtMost = 50_000;
/** Events that one reading reports. */
export const eventsAtMost = 100;
/** Times of blindness that one reading reports. */
export const blindAtMost = 100;
/** Milliseconds by which a host's clock may differ from the hub's before that is a finding. */
export const skewAtMost = 60_000;
