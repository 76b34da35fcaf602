import type { RawImage } from '../../image/raw-image.ts';
import { unread } from '../../gathering/unread-gap.ts';
import { text } from '../../../core/text.ts';
import type { RawContainer } from '../api-schemas/container.ts';
import type { CreateBody } from './create-body.ts';
import { withUnread } from './unread-parts.ts';

type Config = RawContainer['Config'];

/** What of a container follows from the request and its image. */
interface CreatedConfig {
  readonly Config: Config;
  /** The program and its arguments. */
  readonly command: { readonly Path: string; readonly Args: string[] };
  /** Where it has volumes that nobody names. */
  readonly volumes: { readonly places: readonly string[] };
}

/**
 * The configuration of a container that is made from an image, as the engine joins both.
 *
 * @param image `undefined` where it was not read: then what the request leaves to it is not known
 * @see https://github.com/moby/moby/blob/v26.1.5/daemon/commit.go merge
 */
export function createdConfig(body: CreateBody, image: RawImage | undefined): CreatedConfig {
  const { User, WorkingDir, Env, Labels, Healthcheck, ExposedPorts, Image, StopTimeout } = body;
  const own: Config = {
    ...{ User, WorkingDir, Env, Labels, Healthcheck, ExposedPorts, Image, StopTimeout },
    WorkingDir: cleaned(WorkingDir),
  };
  const entrypoint = body.Entrypoint === undefined ? undefined : [body.Entrypoint].flat();
  if (!image) {
    const why = unread(
      'unavailable',
      text(
        `what the request does not say, its image ${Image} does, which was not read`,
        `请求未说明的内容由其镜像 ${Image} 决定，而该镜像未读取`,
      ),
    );
    const asked = Healthcheck?.Test.length ? [] : (['Healthcheck'] as const);
    return {
      Config: withUnread(
        own,
        [
          ...(['Env', 'Labels', 'ExposedPorts', ...asked] as const),
          ...(User === '' ? (['User'] as const) : []),
          ...(WorkingDir === '' ? (['WorkingDir'] as const) : []),
        ],
        why,
      ),
      command: isWhole(entrypoint)
        ? commandOf(entrypoint, body.Cmd)
        : withUnread({ Path: '', Args: [] as string[] }, ['Path', 'Args'], why),
      volumes: withUnread({ places: [] }, ['places'], why),
    };
  }
  const from = image.Config;
  const fromImage = entrypoint === undefined || entrypoint.length === 0;
  return {
    Config: {
      ...own,
      get User() {
        return User || (from?.User ?? '');
      },
      get WorkingDir() {
        return own.WorkingDir || cleaned(from?.WorkingDir ?? '');
      },
      get Env() {
        return joinedEnv(Env, from?.Env ?? []);
      },
      get Labels() {
        return { ...from?.Labels, ...Labels };
      },
      get ExposedPorts() {
        return { ...from?.ExposedPorts, ...ExposedPorts };
      },
      get Healthcheck() {
        return joinedHealthCheck(Healthcheck, from?.Healthcheck ?? null);
      },
    },
    command: {
      get Path() {
        return whole().Path;
      },
      get Args() {
        return whole().Args;
      },
    },
    volumes: {
      get places() {
        return Object.keys({ ...from?.Volumes, ...body.Volumes }).map(cleaned);
      },
    },
  };

  function whole() {
    const Cmd = body.Cmd.length === 0 && fromImage ? (from?.Cmd ?? []) : body.Cmd;
    return commandOf(entrypoint ?? from?.Entrypoint ?? [], Cmd);
  }
}

const isWhole = (entrypoint: readonly string[] | undefined): entrypoint is readonly string[] =>
  entrypoint !== undefined && entrypoint.length > 0;

function commandOf(entrypoint: readonly string[], cmd: readonly string[]) {
  // An entrypoint of one empty word is how the command line takes that of the image away.
  const words = entrypoint.length === 1 && entrypoint[0] === '' ? cmd : [...entrypoint, ...cmd];
  const [Path = '', ...Args] = words;
  return { Path, Args };
}

/** Variables that the request does not name come from the image. */
function joinedEnv(own: readonly string[], image: readonly string[]): string[] {
  const nameOf = (variable: string): string => variable.split('=', 1).join('');
  const named = new Set(own.map(nameOf));
  return [...own, ...image.filter((variable) => !named.has(nameOf(variable)))];
}

function joinedHealthCheck(
  own: Config['Healthcheck'],
  image: Config['Healthcheck'],
): Config['Healthcheck'] {
  if (!own || !image) return own ?? image;
  return {
    Test: own.Test.length === 0 ? image.Test : own.Test,
    Interval: own.Interval || image.Interval,
  };
}

/** A path as Go's `path.Clean` leaves it; `''` stays empty. */
export function cleaned(path: string): string {
  if (path === '') return '';
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !absolute) parts.push(part);
  }
  return absolute ? `/${parts.join('/')}` : parts.join('/') || '.';
}
