import { z } from 'zod';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { foundInForce } from '../blocks/host/audit-watch.ts';
import { notRead } from '../blocks/host/not-read.ts';
import { defineControl } from '../../core/controls/control.ts';

type Recorded = NonNullable<HostFacts['audit']['calls']>[number];

/** Errors with which the kernel refuses an access. */
const refusals = ['EACCES', 'EPERM'] as const;

const records = (
  { calls, bits, outcome, raised }: Recorded,
  call: string,
  error: (typeof refusals)[number],
): boolean =>
  (calls.includes('all') || calls.includes(call)) &&
  bits !== '32' &&
  !raised &&
  (outcome === 'any' || outcome === 'failed' || outcome === error);

export const hostAuditRefusedAccess = defineControl({
  id: 'host-audit-refused-access',
  subject: host,
  rating: ['weakness', 'open'],
  title: {
    en: 'Accesses to files that the kernel refuses are audited',
    zh: '审计被内核拒绝的文件访问',
  },
  failingTitle: {
    en: 'Accesses to files that the kernel refuses are not audited',
    zh: '被内核拒绝的文件访问未被审计',
  },
  rationale: {
    en: 'Someone who got onto the host by an account or out of a container looks around first, and most of what they try is refused. Those refusals are the earliest trace, and without a rule the kernel writes none of them down.',
    zh: '经账户登录或从容器逃逸到宿主机的人会先四处试探，大多会被拒绝。这些拒绝是最早的痕迹，没有规则时内核一条也不记录。',
  },
  remediation: {
    en: 'Write “-a always,exit -F arch=b64 -S open,openat,creat,truncate,ftruncate -F exit=-EACCES -F auid>=1000 -F auid!=unset -k access”, and the same with -EPERM, into /etc/audit/rules.d/access.rules, and load them: augenrules --load. ARM has no open and no creat: leave both out there, and set the parameter calls to openat.',
    zh: '在 /etc/audit/rules.d/access.rules 中写入“-a always,exit -F arch=b64 -S open,openat,creat,truncate,ftruncate -F exit=-EACCES -F auid>=1000 -F auid!=unset -k access”，再为 -EPERM 写一行相同的规则，并加载：augenrules --load。ARM 没有 open 和 creat，应从规则中去掉，并将参数 calls 设为 openat。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man2/open.2.html',
  ],
  params: z.object({
    calls: z.array(z.string().min(1)).min(1).default(['open', 'openat']).meta({
      en: 'System calls whose refusals must be recorded, of programs of 64 bits. open and openat: every reader and writer of a file begins with one of them; ARM has openat alone.',
      zh: '其被拒绝须留有记录的系统调用（64 位程序）。open 与 openat：读写文件均始于其一；ARM 只有 openat。',
    }),
  }),
  check: (h, { params }) => {
    const { calls } = h.audit;
    if (calls === undefined) return notRead;
    const open = params.calls.flatMap((call) =>
      refusals
        .filter((error) => !calls.some((each) => records(each, call, error)))
        .map((error) => `${call} (${error})`),
    );
    if (open.length === 0) return foundInForce(h);
    return fail(
      text(
        `No audit rule records refusals of ${open.join(', ')}`,
        `没有审计规则记录以下调用被拒绝：${open.join('、')}`,
      ),
    );
  },
});
