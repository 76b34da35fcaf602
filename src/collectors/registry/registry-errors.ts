import { PlimsollError } from '../../core/errors.ts';
import { inBoth, text, type Text } from '../../core/text.ts';

/** A registry that shows the image to others alone. */
export const denied = (host: string, isKnown: boolean): PlimsollError =>
  new PlimsollError('registry-denied', text(`${host} refuses to show it.`, `${host} 拒绝提供。`), {
    hint: isKnown
      ? text(
          `The account of docker login may not pull it, or its password is old: docker login ${host}`,
          `docker login 的账户无权拉取，或其口令已失效：docker login ${host}`,
        )
      : text(`Log in first: docker login ${host}`, `请先登录：docker login ${host}`),
  });

/** A registry that answers what registries do not. */
export const invalid = (host: string, why: Text): PlimsollError =>
  new PlimsollError(
    'registry-invalid',
    text(
      `${host} does not answer as registries do: ${why.en}.`,
      `${host} 的应答不符合镜像仓库的规范：${why.zh}。`,
    ),
  );

/** A registry that does not answer, or to which no trusted connection can be made. */
export function unreachable(origin: string, host: string, error: unknown): PlimsollError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isTls = /CERT|TLS|SSL|SELF_SIGNED|EPROTO/.test(code);
  const why = inBoth(error instanceof Error && error.message !== '' ? error.message : code);
  return new PlimsollError(
    'registry-unreachable',
    text(
      `The registry ${host} could not be asked: ${why.en}.`,
      `无法询问镜像仓库 ${host}：${why.zh}。`,
    ),
    {
      hint: isTls
        ? text(
            `Put the certificate of its authority into /etc/docker/certs.d/${host}/ca.crt, or, where it has no TLS, name it so: registry:http://${host}`,
            `将其 CA 证书放入 /etc/docker/certs.d/${host}/ca.crt；若其不使用 TLS，请写作：registry:http://${host}`,
          )
        : text(
            `See whether a registry answers there: curl -i ${origin}/v2/`,
            `查看该处是否有镜像仓库应答：curl -i ${origin}/v2/`,
          ),
      cause: error,
    },
  );
}
