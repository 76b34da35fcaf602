/** The first sentence of a text, on one line; what stands in brackets does not end it. */
export const firstSentence = (text: string): string =>
  /^(?:\([^()]*\)|（[^（）]*）|.)*?(?:[.;](?=\s)|。|；|$)/s
    .exec(text)?.[0]
    .replaceAll(/\s+/g, ' ')
    .replace(/[;；]$/, '') ?? '';
