/** Files that systems and tools bring to be read by a shell: they set variables, paths and functions of the tool. */
const known = [
  /^\/(?:etc|usr\/lib)\/(?:os|lsb|alpine|debian|centos|redhat)-release$/,
  /^\/etc\/(?:environment|profile|bash\.bashrc|bashrc|locale\.conf|zprofile)$/,
  /^\/etc\/apache2\/envvars$/,
  /(?:^|\/)\.(?:bashrc|bash_profile|profile|zshrc|zshenv)$/,
  /(?:^|\/)\.cargo\/env$|CARGO_HOME\}?\/env$/,
  /(?:^|\/)bin\/activate$|(?:^|\/)activate$/,
  /(?:^|\/)(?:nvm|conda|mamba|sdkman-init|asdf|rvm|nix|nix-daemon)\.sh$/,
  /(?:^|\/)scripts\/rvm$/,
  /^\/opt\/(?:ros|intel|rh|poky)\/\S+$/,
  /^\/usr\/(?:local\/)?(?:share|lib|etc)\/\S+\.(?:sh|bash)$/,
] as const;

/** Whether a file that is sourced is one that systems and tools bring for that, by its path. */
export const setsAlone = (path: string): boolean => known.some((form) => form.test(path));
