/** A program that brings content from a network, and what it needs among its words to do so. */
interface FetchingProgram {
  readonly programs: readonly string[];
  /** One of its words; it always does where absent. */
  readonly asked?: RegExp;
  /** Words with which it does not. */
  readonly not?: RegExp;
}

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Programs that fetch into files, folders or their output, other than those whose words are followed (curl, wget, git clone) and
 * package managers, which check what they install.
 */
const fetching: readonly FetchingProgram[] = [
  // Of files, by protocols of their own or of the web.
  {
    programs:
      names(`ftpget tftp atftp lftp ncftp ncftpget pftp smbget smbclient telnet websocat wscat croc wormhole
      gdown yt-dlp youtube-dl megadl transmission-cli webtorrent httrack wcurl curlie hurl xget zsync zsync2 iget irsync
      degit tiged giget cvs fossil darcs repo wstool gclient bzr brz`),
  },
  // It prints or saves what another host sends; what joins two connections, or a program to one, does not.
  {
    programs: names('socat'),
    asked: /^-$|^(?:std(?:io|out|in)|(?:g?open|creat(?:e)?|file|pipe|fd):|\/)/i,
  },
  // Of images and artefacts of a registry.
  {
    programs: names('oras crane regctl skopeo podman docker nerdctl buildah umoci ctr helm'),
    asked: /^(?:pull|export|copy|cp|blob|fetch|sync|get|unpack|image|run|create|artifact)$/,
  },
  {
    programs: names('git'),
    asked: /^--remote(?:=|$)|^(?:lfs|svn|annex|p4|bundle)$/,
    not: /^(?:install|track|uninstall|verify|create)$/,
  },
  // Package managers, where they install nothing.
  { programs: names('pip pip2 pip3 uv conda mamba poetry pdm'), asked: /^download$/ },
  { programs: names('npm pnpm yarn'), asked: /^pack$/ },
  { programs: names('gem'), asked: /^(?:fetch|unpack)$/ },
  { programs: names('deno bun'), asked: /^(?:https?|npm|jsr):/ },
  // What they print may be anything.
  { programs: names('openssl'), asked: /^s_client$/ },
  {
    programs: names('dig drill nslookup host kdig delv'),
    asked: /^(?:-q=)?txt$|^-t=?txt$|^-type=txt$/i,
  },
  { programs: names('ssh'), asked: /^[^-]/ },
  // Of models, data sets and stores of objects.
  {
    programs: names('hf huggingface-cli kaggle modelscope ollama dvc git-lfs wandb'),
    asked: /^(?:download|pull|fetch|get|datasets|competitions|artifact)$/,
  },
  {
    programs:
      names(`mc mcli b2 swift ossutil ossutil64 coscmd coscli obsutil bcecmd aliyun qshell oci doctl uplink rados
      hdfs hadoop s4cmd duck kubectl oc jfrog jf glab ipfs kubo`),
    asked:
      /^(?:cp|get|download|mirror|sync|cat|pull|fetch|copy|object|oss|file|release|dl|-get|cat-file|rsync)$/,
  },
  // Folders of other hosts.
  { programs: names('mount mount.nfs mount.cifs sshfs curlftpfs s3fs goofys'), asked: /:\/|:[^-]/ },
];

const byProgram = new Map(
  fetching.flatMap((each) => each.programs.map((name) => [name, each] as const)),
);

/** Options with which a program tells about itself. */
const tells = /^--(?:help|version)$/;

/** Whether a program of a name fetches with these words what nobody here follows. */
export function fetchesUnfollowed(program: string, words: readonly string[]): boolean {
  const known = byProgram.get(program);
  if (known === undefined || words.some((word) => tells.test(word))) return false;
  const { asked, not } = known;
  const isAsked = asked === undefined || words.some((word) => asked.test(word));
  return isAsked && !words.some((word) => not?.test(word));
}
