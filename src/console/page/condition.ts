import type { HostCondition } from '../../evidence/fleet/query-hosts.ts';
import type { Markup } from '../../reporters/html/markup/markup.ts';
import { chip } from '../../reporters/html/markup/page.ts';
import type { Tone } from '../../reporters/model/entries/count.ts';
import type { WordId } from './console-words.ts';
import type { View } from './view.ts';

/** How each condition of a host is called. */
export const conditionWords = {
  heard: 'heard',
  silent: 'silent-state',
  'never-heard': 'never-heard',
  retired: 'retired',
  alarm: 'alarm',
} as const satisfies Record<HostCondition, WordId>;

const tones = {
  heard: 'good',
  silent: 'doubt',
  'never-heard': 'doubt',
  retired: 'plain',
  alarm: 'bad',
} as const satisfies Record<HostCondition, Tone>;

/** The condition of a host as a word on its colour. */
export const conditionChip = ({ word }: View, condition: HostCondition): Markup =>
  chip(tones[condition], word(conditionWords[condition]));
