import type { CheckContext } from '../../core/controls/check.ts';
import { all, any } from '../../core/controls/combinators.ts';
import { engine } from '../../core/subjects/engine.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, type Verdict } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

type Range = HostFacts['subordinateIds']['users'][number];

const holds = (ranges: readonly Range[], id: number): boolean =>
  ranges.some(({ start, count }) => id >= start && id < start + count);

/** The first user and group of each engine that remaps them. */
const remapped = (ctx: CheckContext): readonly { readonly uid: number; readonly gid: number }[] =>
  ctx.all(engine).flatMap(({ dataRoot }) => {
    const [, uid, gid] = /\/(\d+)\.(\d+)$/.exec(dataRoot) ?? [];
    return uid === undefined || gid === undefined ? [] : [{ uid: Number(uid), gid: Number(gid) }];
  });

/** Ranges of different owners must not meet, nor any of them a real account or group. */
function judge(
  file: string,
  ranges: readonly Range[],
  real: readonly { readonly name: string; readonly id: number }[],
): true | Verdict {
  const wrong = ranges.flatMap((one, at) => [
    ...ranges
      .slice(at + 1)
      .filter(
        (other) =>
          other.owner !== one.owner &&
          one.start < other.start + other.count &&
          other.start < one.start + one.count,
      )
      .map((other) => `${file}:${one.line} ${one.owner} / ${file}:${other.line} ${other.owner}`),
    ...real
      .filter(({ id }) => holds([one], id))
      .map(({ name, id }) => `${file}:${one.line} ${one.owner} / ${name} (${id})`),
  ]);
  if (wrong.length === 0) return true;
  return fail(text(`Shared numbers: ${wrong.join('; ')}`, `编号重叠：${wrong.join('；')}`));
}

export const hostSubordinateIds = defineControl({
  id: 'host-subordinate-ids',
  subject: host,
  // An escape from one of the namespaces comes first.
  rating: ['breach', 'remote'],
  title: {
    en: 'The numbers of user namespaces lead to one account each',
    zh: '用户命名空间的编号唯一对应一个账户',
  },
  failingTitle: {
    en: 'A number of user namespaces leads to more than one account',
    zh: '用户命名空间的编号对应多个账户',
  },
  rationale: {
    en: 'In the audit trail, a remapped container’s process is a number such as 231072. Where two ranges share it, or a real account has it, nobody can say whose process it was; and where namespaces overlap, one tenant’s root owns the other’s files.',
    zh: '审计记录中，经重映射的容器进程只是一个编号，如 231072。若两段区间重叠或与真实账户相同，便无法判断是谁的进程；命名空间重叠时，一方的 root 还能拥有另一方的文件。',
  },
  remediation: {
    en: 'Give each account a range of its own in /etc/subuid and /etc/subgid, above every real account: usermod --add-subuids 231072-296607 --add-subgids 231072-296607 dockremap. Move existing data with the range.',
    zh: '在 /etc/subuid 和 /etc/subgid 中为每个账户分配互不重叠、且高于所有真实账户的区间：usermod --add-subuids 231072-296607 --add-subgids 231072-296607 dockremap。调整区间时一并迁移现有数据。',
  },
  references: [
    'https://docs.docker.com/engine/security/userns-remap/',
    'https://man7.org/linux/man-pages/man5/subuid.5.html',
  ],
  applies: any(
    (h) =>
      h.subordinateIds.users.length + h.subordinateIds.groups.length > 0 ||
      fail(text('The host gives no subordinate numbers', '宿主机未分配从属编号')),
    (_, ctx) => remapped(ctx).length > 0,
  ),
  check: all(
    (h) =>
      judge(
        '/etc/subuid',
        h.subordinateIds.users,
        h.accounts.map(({ name, uid }) => ({ name, id: uid })),
      ),
    (h) =>
      judge(
        '/etc/subgid',
        h.subordinateIds.groups,
        h.groups.map(({ name, gid }) => ({ name, id: gid })),
      ),
    // What the engine really maps to is in the name of its data root.
    (h, ctx) => {
      const wrong = remapped(ctx).flatMap(({ uid, gid }) => [
        ...(holds(h.subordinateIds.users, uid) ? [] : [`/etc/subuid: ${uid}`]),
        ...(holds(h.subordinateIds.groups, gid) ? [] : [`/etc/subgid: ${gid}`]),
      ]);
      return (
        wrong.length === 0 ||
        fail(
          text(
            `The engine maps to numbers that no range holds: ${wrong.join(', ')}`,
            `引擎映射到未登记的编号：${wrong.join('、')}`,
          ),
        )
      );
    },
  ),
});
