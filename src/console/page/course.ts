import type { FleetDay } from '../../evidence/fleet/query-standings.ts';
import { drawTrend } from '../../reporters/chart/draw-trend.ts';
import type { Drawing } from '../../reporters/chart/drawing.ts';
import type { View } from './view.ts';

const undecided = ['unknown', 'error', 'silent'] as const;

/** How failures went, day by day; `undefined` where there are not two days to compare. */
export function drawCourse(
  { word, say, date }: View,
  days: readonly FleetDay[],
): Drawing | undefined {
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to || from === to) return undefined;
  const fails = ({ counts }: FleetDay): number => counts['fail'] ?? 0;
  return drawTrend({
    title: word('course'),
    description: word('course-text', {
      from: date(from.day),
      to: date(to.day),
      first: say.number(fails(from)),
      last: say.number(fails(to)),
    }),
    number: say.number,
    parts: [
      { label: word('fails'), look: 'bad' },
      { label: word('undecided'), look: 'doubt' },
    ],
    rows: days.map((day) => ({
      at: `${day.day}T00:00:00.000Z`,
      counts: [fails(day), undecided.reduce((all, each) => all + (day.counts[each] ?? 0), 0)],
    })),
  });
}
