/** curl, and not as one of several packages: of names alone it makes no file. */
const curl = String.raw`curl\b(?!(?:[ \t]+\w[\w+-]*){0,50}[ \t]*(?:$|[\n&;|]))`;

/** What stands between a program and its address. */
const between = String.raw`['"]?\s(?:[^\n;&|]|\\\n){0,500}`;

/** Programs that are given what to fetch by an address, by a host and a path, or by words of their own. */
const byAddress = String.raw`(?:aria2c|axel|fetch|lwp-\w+|(?<!-)get|lynx|w3m|elinks|ftp|https?|xhs?|svn|hg|azcopy|aws|gsutil|gcloud|s3cmd|s5cmd)${between}://`;
const byHost = String.raw`(?:scp|rsync|rclone)${between}[\w}]:`;
const byWords = String.raw`(?:git|hg)${between}(?:clone|fetch|pull)\b|gh${between}(?:clone|download)\b|sftp${between}:|(?:nc|ncat|netcat)${between}>|az${between}download\b`;
const toFile = String.raw`(?:https?|xhs?)${between}(?:-\w*[do]|--(?:download|output))\b`;

const mayFetchFile = new RegExp(
  String.raw`\b(?:${curl}|wget|iwr|irm|invoke-(?:webrequest|restmethod)|start-bitstransfer|downloadfile|certutil\b[^\n;&|]{0,500}urlcache|${byAddress}|${byHost}|${byWords}|${toFile}|copy\(|urlretrieve)|<>?\s{0,9}/dev/(?:tcp|udp)/`,
  'i',
);

/** Whether a script may fetch a file. */
export const mayFetch = (script: string): boolean => mayFetchFile.test(script);
