import type { RawInfo, RawVersion } from '../../api-schemas/engine.ts';
import { productOf } from '../../api-schemas/product.ts';
import { type Missing, missing } from '../../../gathering/partial-facts.ts';
import { type Text, text } from '../../../../core/text.ts';

/** The security options of `/info`, by name: `name=seccomp,profile=builtin` is `builtin` under `seccomp`. */
export function securityOptions(info: RawInfo): ReadonlyMap<string, string> {
  return new Map(
    info.SecurityOptions.map((option) => {
      const pairs = new Map(
        option.split(',').map((pair) => {
          const at = pair.indexOf('=');
          return at < 0
            ? (['name', pair] as const)
            : ([pair.slice(0, at), pair.slice(at + 1)] as const);
        }),
      );
      return [pairs.get('name') ?? '', pairs.get('profile') ?? ''] as const;
    }),
  );
}

/**
 * What an engine leaves unsaid that its API has a place for, as Podman does with what it settles elsewhere.
 *
 * @param what as the object of "to say"
 */
export const notReported = (what: Text, pointer: string): Missing =>
  missing({
    reason: 'unsupported',
    detail: text(`this engine does not say ${what.en}`, `该引擎未说明${what.zh}`),
    source: { kind: 'api', endpoint: '/info', pointer },
  });

/** Whether containers get a cgroup namespace of their own by default; Podman does not tell. */
export const cgroupNamespacesOf = (
  info: RawInfo,
  version: RawVersion | undefined,
): boolean | Missing =>
  productOf(version) === 'podman'
    ? notReported(
        text(
          'whether containers have a cgroup namespace of their own by default',
          '容器默认是否使用独立的 cgroup 命名空间',
        ),
        '/SecurityOptions',
      )
    : securityOptions(info).has('cgroupns');

/** The first API version that names this default; silence of an older one means nothing. */
const namesNoNewPrivileges = 45;

/** Whether the engine's default is no new privileges, as far as its API tells. */
export function noNewPrivilegesOf(
  info: RawInfo,
  version: RawVersion | undefined,
): boolean | Missing {
  if (securityOptions(info).has('no-new-privileges')) return true;
  const [major = 0, minor = 0] = (version?.ApiVersion ?? '').split('.').map(Number);
  const tells = productOf(version) === 'docker' && (major > 1 || minor >= namesNoNewPrivileges);
  if (tells) return false;
  return notReported(
    text('whether containers may gain privileges by default', '容器默认能否获取新特权'),
    '/SecurityOptions',
  );
}
