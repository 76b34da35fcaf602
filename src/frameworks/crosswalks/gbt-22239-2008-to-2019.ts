import { text } from '../../core/text.ts';
import type { Crosswalk, CrosswalkRow } from './crosswalk.ts';

/** Level 1 is chapter 5 of the edition of 2008 and chapter 6 of that of 2019, and so on up to level 4. */
const levels = [1, 2, 3, 4] as const;

/** Classes of the general requirements of 2019 from level 2 on; level 1 has no security management centre. */
const managed = { documents: 6, organisation: 7, people: 8, building: 9, operation: 10 } as const;

/** How many classes the cloud extension has at each level. */
const cloudClasses = { 1: 5, 2: 6, 3: 7, 4: 7 } as const satisfies Record<
  (typeof levels)[number],
  number
>;

function rowsAt(level: (typeof levels)[number]): readonly CrosswalkRow[] {
  const old = (id: string): string => `${level + 4}.${id}`;
  const now = (id: string): string => `${level + 5}.${id}`;
  const management = (place: number): string => now(`1.${level === 1 ? place - 1 : place}`);
  const computing = text(
    'Hosts, applications and data became one class, the computing environment.',
    '主机、应用与数据合并为“安全计算环境”一个安全类。',
  );
  return [
    { from: [old('1.1')], to: [now('1.1')], relation: 'reworded' },
    {
      from: [old('1.2')],
      to: [now('1.2'), now('1.3')],
      relation: 'split',
      note: text(
        'The network became the network itself and its boundaries.',
        '“网络安全”拆分为“安全通信网络”与“安全区域边界”。',
      ),
    },
    ...['1.3', '1.4', '1.5'].map((id) => ({
      from: [old(id)],
      to: [now('1.4')],
      relation: 'merged' as const,
      note: computing,
    })),
    ...(level === 1
      ? []
      : [
          {
            from: [],
            to: [now('1.5')],
            relation: 'new' as const,
            note: text(
              'A class of its own since 2019; a control point of operations named it before.',
              '2019 版起单列为一个安全类；此前仅在系统运维管理中以控制点出现。',
            ),
          },
        ]),
    { from: [old('2.1')], to: [management(managed.documents)], relation: 'reworded' },
    { from: [old('2.2')], to: [management(managed.organisation)], relation: 'reworded' },
    { from: [old('2.3')], to: [management(managed.people)], relation: 'reworded' },
    { from: [old('2.4')], to: [management(managed.building)], relation: 'reworded' },
    { from: [old('2.5')], to: [management(managed.operation)], relation: 'reworded' },
    ...Array.from({ length: cloudClasses[level] }, (_, at) => ({
      from: [],
      to: [now(`2.${at + 1}`)],
      relation: 'new' as const,
      note: text('The extension for cloud computing.', '云计算安全扩展要求。'),
    })),
  ];
}

/** GB/T 22239-2008 to 2019 (MLPS 1.0 to 2.0), class by class at each level. */
export const gbt22239Crosswalk: Crosswalk = {
  from: 'gbt-22239-2008',
  to: 'gbt-22239-2019',
  source: text(
    'The classes of both editions, compared by this project; control points were not compared.',
    '由本项目比对两版安全类得出，未逐一比对控制点。',
  ),
  rows: levels.flatMap(rowsAt),
};
