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

/** Whether a program of a name only unpacks, checks, filters, stores or shows what it is given. */
export const isHarmless = (name: string): boolean => harmless.has(name);

/** Programs that neither run nor load files which lie around; what a package manager installs it checks itself. */
const inert: ReadonlySet<string> = new Set(
  names(`gtar 7za 7zr unrar zipinfo jar unsquashfs dpkg dpkg-deb dpkg-query dpkg-reconfigure dpkg-divert apt-mark apt-cache apt-config
    aptitude tdnf dnf5 zypper pacman yum-config-manager add-apt-repository debconf-set-selections update-ca-certificates
    update-ca-trust update-alternatives alternatives install_packages clean-install pip pip2 pip3
    curl wget wget2 aria2c axel scp sftp rsync git hg svn cosign minisign signify slsa-verifier jarsigner apksigner rhash
    b3sum gpgconf ssh-keyscan ssh-keygen link unlink rename readlink realpath mktemp truncate shred mkfifo mknod file du df
    free sync strip readelf nm objdump ldd patchelf patch hostname whoami groups users nproc arch seq yes expr locale tput
    clear stty adduser useradd usermod userdel deluser addgroup groupadd groupmod delgroup passwd chpasswd getent chgrp
    setcap getcap setfacl getfacl chattr lsattr locale-gen localedef update-locale fc-cache
    if then else fi do done esac function trap alias unalias getopts ulimit times jobs kill dirs shopt`),
);

/** Whether a program of a name runs none of the files that lie around. */
export const isInert = (name: string): boolean => harmless.has(name) || inert.has(name);
