import type { Target } from '../../core/snapshot/snapshot.ts';
import type { Subject } from '../../core/facts/subject.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { inLanguage, text, type Text } from '../../core/text.ts';
import { isAnyAddress, isLoopback } from '../../syntax/addresses/addresses.ts';
import type { EngineTransport } from './address/engine-address.ts';

type Caveat = NonNullable<Target['caveats']>[number];

/** What a reader of an engine's facts has to know before the rest. */
export function describeCaveats(
  transport: EngineTransport,
  subjects: readonly Subject[],
): readonly Caveat[] {
  const [connection, kernel] = [unprotected(transport), kernelUnread(subjects)];
  return [
    ...(connection ? [{ about: 'connection' as const, said: connection }] : []),
    ...(kernel ? [{ about: 'kernel' as const, said: kernel }] : []),
  ];
}

/** That others may have read or changed the answers; what does not leave the machine is out of their reach. */
function unprotected(transport: EngineTransport): Text | undefined {
  if (transport.kind !== 'tcp') return undefined;
  const { host, tls } = transport;
  if (isLoopback(host) || isAnyAddress(host)) return undefined;
  if (tls === null) {
    return text(
      'All answers came over TCP in clear text: anyone on the network between may have read or changed them',
      '全部应答均经明文 TCP 传输：网络途中的任何人都可能读取或篡改了其内容',
    );
  }
  return tls.verify
    ? undefined
    : text(
        'All answers came from a server that did not have to prove who it is: anyone on the network between may have given them',
        '引擎的身份未经核验：网络途中的任何人都可能冒充引擎作出应答',
      );
}

/** Facts of a running container that the kernel alone tells. */
const ofKernel = /^\/(?:kernel|differences)(?:\/|$)/;

/** That what runs is as the engine says; nothing where the kernel was read of all of it. */
function kernelUnread(subjects: readonly Subject[]): Text | undefined {
  const running = subjects.filter(
    ({ kind, facts }) =>
      kind === workload.kind && (facts['state'] === 'running' || facts['state'] === 'paused'),
  );
  const unread = running.flatMap(({ gaps }) => gaps.find(({ path }) => ofKernel.test(path)) ?? []);
  const [first] = unread;
  if (first === undefined) return undefined;
  const [count, all] = [unread.length, running.length];
  const why = (language: 'en' | 'zh'): string => inLanguage(first.detail, language);
  return text(
    `The kernel was not read, or not all of it, for ${count} of ${all} running containers (${why('en')}): there the engine’s word stands`,
    `${all} 个运行中的容器里有 ${count} 个未能（完整）读取内核信息（${why('zh')}）：对这些容器以引擎所述为准`,
  );
}
