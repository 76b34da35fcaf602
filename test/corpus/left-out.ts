/** What a control does not find, and is not meant to; each is harmless to leave, or nobody could tell. */
export const leftOut = [
  {
    control: 'dockerfile-downloads-verified',
    script: 'curl -o /x https://e.org/x && readlink -f /x > /p && sh $(cat /p)',
    why: 'the path of what is run stands in a file',
  },
  {
    control: 'dockerfile-downloads-verified',
    script:
      'curl -o /x https://e.org/x && for f in /x; do n=$(basename $f); cp $f /v/$n; done; sh /v/x',
    why: 'the name that it has then is made by another program',
  },
  {
    control: 'dockerfile-downloads-verified',
    script: 'curl -o /x https://e.org/x && perl -e \'rename "/x", "/y"\' && sh /y',
    why: 'code of an interpreter moves it, which is not read',
  },
  {
    control: 'dockerfile-packages-pinned',
    script: 'tlmgr install booktabs && kubectl krew install ctx',
    why: 'no version can be asked for by such a command',
  },
  {
    control: 'dockerfile-package-cache-removed',
    script: 'deno cache main.ts && playwright install chromium',
    why: 'what is fetched is what the image runs',
  },
] as const;
