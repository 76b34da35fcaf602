import type { PlainCheck } from '../../../core/controls/check.ts';
import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { fail, notApplicable, type Verdict } from '../../../core/controls/verdict.ts';
import { text } from '../../../core/text.ts';
import { notRead } from './not-read.ts';

/** How the audit daemon keeps its log. */
export type AuditStorage = NonNullable<HostFacts['audit']['storage']>;

/** Applies where an audit daemon writes a log on the host, or runs without a word on how. */
export const whereAuditIsWritten: PlainCheck<HostFacts> = (h) => {
  const { storage } = h.audit;
  if (storage === undefined) return notRead;
  if (storage === null) return h.audit.daemonRunning || notApplicable(noDaemon);
  return storage.written || notApplicable(nothingWritten);
};

const noDaemon = text('The host has no audit daemon', '宿主机没有审计守护进程');
const nothingWritten = text(
  'The audit daemon writes no log on the host',
  '审计守护进程不在宿主机上写日志',
);

/** Judges how the log is kept; where the daemon runs without a configuration, nothing is. */
export const ofAuditStorage =
  <P>(check: (storage: AuditStorage, params: P) => Verdict | true) =>
  (h: HostFacts, { params }: { readonly params: P }): Verdict | true => {
    const { storage } = h.audit;
    if (storage) return check(storage, params);
    return fail(
      text(
        'The audit daemon runs without auditd.conf, and so does nothing about its disk',
        '审计守护进程在没有 auditd.conf 的情况下运行，对磁盘状况不作任何处理',
      ),
    );
  };
