import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import { handedOver } from '../../syntax/shell/handed-over.ts';
import { fetcherNames, shellNames } from '../../syntax/shell/programs.ts';

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Programs that unpack, check, filter, store or show what they read, and those of a group that read nothing of it. */
const harmless: ReadonlySet<string> = new Set([
  ...names(`tar bsdtar unzip funzip gzip gunzip zcat pigz unpigz xz unxz xzcat lzma unlzma bzip2 bunzip2 bzcat lbzip2 zstd
    unzstd zstdcat lz4 brotli 7z cpio pax ar base64 base32 uudecode xxd od hexdump openssl gpg gpgv gpg2 gpgv2 sq apt-key
    rpm rpmkeys keytool sha1sum sha224sum sha256sum sha384sum sha512sum shasum md5sum b2sum cksum sum cmp diff tee dd cat
    tac rev sponge pv head tail grep egrep fgrep rg zgrep sed awk gawk mawk nawk cut tr sort uniq wc nl paste join comm
    fold fmt column expand unexpand split csplit strings jq yq xmllint xmlstarlet iconv dos2unix envsubst less more tsort
    shuf cp mv install ln shellcheck hadolint jsonlint yamllint hxselect pup htmlq`),
  ...names(`[ [[ test : true false echo printf read mapfile readarray cd pushd popd mkdir rm rmdir chmod chown touch ls set
    unset export local declare readonly shift exit return break continue let for while case select wait sleep command
    type which hash umask pwd basename dirname date id uname stat find ldconfig apt-get apt apk yum dnf microdnf`),
]);

/** Whether a program of a name only unpacks, checks, filters, stores or shows what it is told of. */
export const isHarmless = (name: string): boolean => harmless.has(name);

const interpreters = /^(?:python|pypy|perl|ruby|node|php)[\d.]*$/;

/** Whether a program only unpacks, checks, filters or stores what it reads; a shell or interpreter runs what its words say. */
export function isHarmlessReader(words: readonly string[]): boolean {
  if (words.length === 0 || basename(words[0] ?? '') === 'xargs') return true;
  const started = withoutLaunchers(words);
  const name = basename(started[0] ?? '').toLowerCase();
  return (
    harmless.has(name) || fetcherNames.has(name) || shellNames.test(name) || interpreters.test(name)
  );
}

/** Programs that run what they read without being a shell or an interpreter. */
const runners = /^(?:parallel|crontab)$/;

/** Whether a program runs what it reads, as an interpreter, or a program of jobs. */
export function runsWhatItReads(words: readonly string[]): boolean {
  const [program = '', ...rest] = withoutLaunchers(words);
  const name = basename(program).toLowerCase();
  if (interpreters.test(name)) return false;
  const { reads, template } = handedOver(words);
  if (reads !== undefined) return true;
  if (template?.isScript === true && template.words.length === 0) return true;
  return runners.test(name) && rest.some((word) => word === '-' || word === '/dev/stdin');
}
