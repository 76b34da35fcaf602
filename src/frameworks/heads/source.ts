import type { Text } from '../../core/text.ts';

/**
 * Where an edition is published, which is what its ids are to be held against; behind it what they were in fact checked
 * against, where that was not the publisher’s own text.
 */
export const publishedAt = (published: Text, checked: Text): Text => ({
  en: `${published.en}. Ids checked against ${checked.en}, not against the publisher’s text.`,
  zh: `${published.zh}。编号对照${checked.zh}核对，未对照出版方原文。`,
});
