/** Programs of languages: those of a system, or what an archive is fetched for. */
const runtimes: ReadonlySet<string> = new Set(
  `python python2 python3 pip pip3 pipx pipenv poetry uv virtualenv pyenv conda mamba ipython easy_install
  node nodejs npm npx yarn yarnpkg pnpm corepack bun deno nvm ruby gem bundle bundler rake irb rbenv perl cpan cpanm php
  composer pecl pear phpize docker-php-ext-install docker-php-ext-configure docker-php-ext-enable java javac jar keytool mvn
  gradle ant sbt go gofmt cargo rustc rustup dotnet nuget pwsh powershell lua luarocks R Rscript erl iex mix ghc cabal
  stack swift elixir julia`.split(/\s+/),
);

/** Programs that systems and the images of languages bring, or that their package managers do. */
const names: ReadonlySet<string> = new Set(
  `sh bash ash dash zsh ksh fish busybox env su sudo doas gosu su-exec tini dumb-init
  true false echo printf test expr seq yes sleep date cal uname hostname whoami id groups users who tty stty nproc arch
  ls cp mv rm ln mkdir rmdir touch chmod chown chgrp install stat file find xargs locate which whereis type readlink
  realpath basename dirname mktemp dd truncate shred split csplit cat tac nl head tail tee sort uniq cut paste join comm
  tr sed awk gawk mawk grep egrep fgrep rg diff cmp patch wc fold fmt column rev od xxd hexdump strings base64 base32
  md5sum sha1sum sha224sum sha256sum sha384sum sha512sum shasum b2sum cksum sum openssl gpg gpgv gpgconf jq yq xmllint
  tar bsdtar cpio unzip zip gzip gunzip zcat bzip2 bunzip2 bzcat xz unxz xzcat lzma zstd unzstd lz4 brotli 7z 7za 7zr ar
  ps kill killall pkill pgrep top free df du mount umount lsblk sync nohup timeout nice watch time flock setsid
  adduser useradd usermod userdel deluser addgroup groupadd groupmod delgroup passwd chpasswd visudo getent login
  apt apt-get apt-key apt-mark apt-cache apt-config aptitude dpkg dpkg-deb dpkg-query dpkg-reconfigure dpkg-divert debconf
  debconf-set-selections add-apt-repository update-alternatives update-ca-certificates update-rc.d invoke-rc.d deb-systemd-helper
  locale-gen localedef update-locale apk yum dnf dnf5 microdnf tdnf yum-config-manager rpm rpmkeys rpm2cpio zypper pacman
  pacman-key emerge opkg update-ca-trust ldconfig ldd depmod systemctl service rc-service rc-update sysctl alternatives
  curl wget scp ssh sftp rsync git hg svn ssh-keygen ssh-keyscan nc netcat ping dig nslookup host ip ifconfig ss netstat
  iptables setcap getcap setfacl getfacl chattr lsattr
  make gmake cmake ninja gcc g++ cc c++ clang clang++ cpp ld as nm objdump objcopy strip ranlib autoconf automake
  autoreconf libtool libtoolize pkg-config pkgconf m4 bison flex gettext msgfmt meson scons patchelf
  export set unset cd pushd popd source eval exec exit return shift trap wait read let local declare readonly umask ulimit
  alias command builtin hash help history break continue`.split(/\s+/),
);

/** Whether a program is one that was there before, as far as its name tells; `python3.12` is one of `python3`. */
export const isSystemProgram = (program: string): boolean =>
  names.has(program) || names.has(withoutVersion(program)) || isRuntime(program);

/** Whether a program is one of a language. */
export const isRuntime = (program: string): boolean =>
  runtimes.has(program) || runtimes.has(withoutVersion(program));

const withoutVersion = (program: string): string => program.replace(/[-.\d]+$/, '');

const folder = /(?:^|\/)s?bin$/;

/** Whether a folder is one of programs, as its name says. */
export const isProgramFolder = (path: string): boolean => folder.test(path);
