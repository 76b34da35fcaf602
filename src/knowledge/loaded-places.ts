/** Files that systems run, load or follow by themselves, by where they lie. */
const places = [
  /^\/etc\/(?:ld\.so\.preload|profile|rc\.local|(?:bash\.)?bashrc|zsh\/z\w+|crontab)$/,
  /^\/etc\/(?:profile|cron|cont-init|my_init)\.d\/[^/]+$/,
  /^\/etc\/(?:cron\.(?:hourly|daily|weekly|monthly)|init\.d|rc\d?\.d)\/[^/]+$/,
  /^\/var\/spool\/cron\/(?:crontabs\/)?[^/]+$/,
  /^(?:~|\/root|\/home\/[^/]+|\/etc\/skel)\/\.(?:bashrc|bash_profile|bash_login|profile|zshrc|zshenv)$/,
  /^\/(?:docker|container)-entrypoint(?:-init(?:db)?)?\.d\/[^/]+\.(?:sh|envsh|js|sql(?:\.(?:gz|xz|zst))?)$/,
  /^\/(?:etc|usr\/lib|lib)\/systemd\/(?:system|user)\/[^/]+\.(?:service|timer|socket|path)$/,
  /^\/etc\/(?:apt\/apt\.conf(?:\.d\/[^/]+)?|dpkg\/dpkg\.cfg(?:\.d\/[^/]+)?|gitconfig)$/,
  // Who comes in, and as whom.
  /(?:^|\/)\.ssh\/(?:authorized_keys2?|rc|environment)$/,
  /^\/etc\/ssh\/(?:sshd_config(?:\.d\/[^/]+)?|sshrc|authorized_keys(?:\/[^/]+|\.d\/[^/]+)?)$/,
  /^\/etc\/(?:passwd|shadow|group|gshadow|sudoers(?:\.d\/[^/]+)?|doas\.conf|doas\.d\/[^/]+)$/,
  /^\/etc\/(?:pam\.d\/[^/]+|pam\.conf|security\/[^/]+|nsswitch\.conf|ld\.so\.conf(?:\.d\/[^/]+)?)$/,
  /\/site-packages\/(?:(?:site|user)customize\.py|[^/]+\.pth)$/,
] as const;

/** Whether something on a system runs, loads or follows a file, judged by its path. */
export const isLoadedPlace = (path: string): boolean => places.some((form) => form.test(path));
