import { text } from '../../core/text.ts';
import { missing, type Missing } from '../gathering/partial-facts.ts';
import type { Standing } from './instruction-context.ts';

/** What a step takes from another stage or an image; a gap where that is its own stage or a later one, which is not followed. */
export function stageSource(
  from: string,
  { reading, stage, placed, source }: Pick<Standing, 'reading' | 'stage' | 'placed' | 'source'>,
): string | Missing {
  const at = /^\d+$/.test(from) ? Number(from) : reading.names.get(from.toLowerCase());
  if (placed.trigger || at === undefined || at < stage.index) return from;
  return missing({
    reason: 'malformed',
    detail: text(
      'it takes from its own stage, which is refused, or a later one, which is not followed',
      '它取自所在阶段（构建器不接受）或其后的阶段（不予追踪）',
    ),
    source,
  });
}
