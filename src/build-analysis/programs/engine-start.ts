import { startedCommands } from '../scripts/started-commands.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { parseImageName } from '../../syntax/image-reference/image-name.ts';

/**
 * The variable that names where the entry point of Docker's image keeps certificates. Empty, an engine that is started by
 * it listens on every interface without any.
 */
export const engineCertificates = 'DOCKER_TLS_CERTDIR';

/** An engine that a command starts. */
interface EngineStart {
  /**
   * Whether the entry point of Docker's image starts it with its own options before these: it listens on every interface,
   * and asks for certificates unless {@link engineCertificates} is empty.
   */
  readonly byEntrypoint: boolean;
  readonly options: readonly string[];
}

/** Whether an image starts an engine by itself; without a variant in its tag, Docker's own does. */
function isEngineImage(reference: string): boolean {
  const { repository, tag } = parseImageName(reference);
  const dind = /(?:^|[-_.])dind(?:[-_.]|$)/;
  if (dind.test(tag ?? '') || dind.test(basename(repository))) return true;
  return repository === 'docker.io/library/docker' && !/cli|git|windows/.test(tag ?? '');
}

/** @param images asked for only where the words are no more than options, or none at all */
const engineStarts = (
  words: readonly string[],
  images: () => readonly string[],
): readonly EngineStart[] =>
  startedCommands(words).flatMap((command) => {
    const at = command.findLastIndex((word) =>
      /^dockerd(?:-entrypoint\.sh)?$/.test(basename(word)),
    );
    const options = command.slice(at + 1);
    // With a word of its own the entry point starts that, and adds nothing.
    if (options[0]?.startsWith('-') === false && !isEngine(command[at])) return [];
    if (at >= 0) return [{ byEntrypoint: !isEngine(command[at]), options }];
    return images().some(isEngineImage) ? [{ byEntrypoint: true, options }] : [];
  });

const isEngine = (word: string | undefined): boolean =>
  word !== undefined && basename(word) === 'dockerd';

/** The last of the values of a switch; `undefined` where it is not given. */
function switchIn(options: readonly string[], name: string): boolean | undefined {
  const last = options.findLast((option) => option === name || option.startsWith(`${name}=`));
  return last === undefined ? undefined : !/=(?:false|f|0)$/i.test(last);
}

/** Whether an engine asks who comes for a certificate, as far as its options say; `--tls` alone makes it do so. */
const asks = (options: readonly string[]): boolean | undefined =>
  switchIn(options, '--tlsverify') ?? switchIn(options, '--tls');

/** Addresses of the options of an engine that others reach: one without a host is that of the loopback interface. */
const reachable = (options: readonly string[]): readonly string[] =>
  options.flatMap((option, at) => {
    const given = /^(?:--host(?==|$)|-H)=?(.*)$/s.exec(option)?.[1];
    const address = given === '' ? (options[at + 1] ?? '') : (given ?? '');
    const host = /^(?:tcp:\/\/)?(\[[^\]]*\]|[^/:]+)(?::\d+)?\/?$/.exec(address)?.[1];
    if (host === undefined) return [];
    return /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(host) ? [] : [`--host ${address}`];
  });

/** Options by which an engine does what anybody says. */
export interface OpenEngine {
  readonly name: string;
  /** Whether no file that it reads may say otherwise. */
  readonly certain: boolean;
}

/** The options among words that start an engine by which it does what anybody says who reaches it. */
export const openEngines = (
  words: readonly string[],
  images: () => readonly string[],
): readonly OpenEngine[] =>
  engineStarts(words, images).flatMap(({ byEntrypoint, options }) => {
    if (byEntrypoint) {
      return switchIn(options, '--tlsverify') === false
        ? [{ name: '--tlsverify false', certain: true }]
        : [];
    }
    if (asks(options) === true) return [];
    const certain = !options.some((option) => option.startsWith('--config-file'));
    return reachable(options).map((name) => ({ name, certain }));
  });

/** Whether what is started is an engine that, without {@link engineCertificates}, does what anybody says who reaches it. */
export const hangsOnCertificates = (
  words: readonly string[],
  images: () => readonly string[],
): boolean =>
  engineStarts(words, images).some(
    ({ byEntrypoint, options }) => byEntrypoint && asks(options) !== true,
  );
