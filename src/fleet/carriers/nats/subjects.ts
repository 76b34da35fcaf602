/** Where a host speaks, where it hears, and where answers to it come. */
export const subjects = (
  tenant: string,
  host: string,
): { readonly reading: string; readonly words: string; readonly inbox: string } => ({
  reading: `plimsoll.v1.${tenant}.${host}.reading`,
  words: `plimsoll.ctl.${tenant}.${host}`,
  inbox: `_INBOX.${host}`,
});

/** The stream in which readings wait for a hub. */
export const evidenceStream = 'EVIDENCE';

/** When an envelope was sent, by the host's clock. */
export const sentAtHeader = 'plimsoll-sent-at';
