/** A text as a name or a value may stand in OSCAL: one line, and never empty. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim() || '-';
