/** Files that systems run or load by themselves, by where they lie. */
const places = [
  /^\/etc\/(?:ld\.so\.preload|profile|rc\.local|(?:bash\.)?bashrc|zsh\/z\w+|crontab)$/,
  /^\/etc\/(?:profile|cron|cont-init|my_init)\.d\/[^/]+$/,
  /^\/etc\/(?:cron\.(?:hourly|daily|weekly|monthly)|init\.d|rc\d?\.d)\/[^/]+$/,
  /^\/var\/spool\/cron\/(?:crontabs\/)?[^/]+$/,
  /^(?:~|\/root|\/home\/[^/]+|\/etc\/skel)\/\.(?:bashrc|bash_profile|bash_login|profile|zshrc|zshenv)$/,
  /^\/docker-entrypoint(?:-init(?:db)?)?\.d\/[^/]+\.sh$/,
  /^\/(?:etc|usr\/lib|lib)\/systemd\/(?:system|user)\/[^/]+\.service$/,
  /\/site-packages\/(?:(?:site|user)customize\.py|[^/]+\.pth)$/,
] as const;

/** Whether something on a system runs or loads a file, judged by its path. */
export const isLoadedPlace = (path: string): boolean => places.some((form) => form.test(path));
