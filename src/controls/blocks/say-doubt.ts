import type { Doubt } from '../../build-analysis/fetching/doubt.ts';
import { text, type Text } from '../../core/text.ts';

/** What is said of each kind of doubt, with the program or the file in question. */
const said = {
  fetched: (what) =>
    text(
      `what ${what} downloads, and where to, is not known`,
      `无法得知 ${what} 下载了什么、存到何处`,
    ),
  run: (what) =>
    text(
      `which file is run is not known (${what}), and an unverified download is there`,
      `无法得知执行的是哪个文件（${what}），而此处存在未经校验的下载文件`,
    ),
  used: (what, isUnpacked) =>
    isUnpacked
      ? text(
          `what was unpacked into ${what} comes from an unverified download, and what runs beside it may use it`,
          `解压到 ${what} 的内容来自未经校验的下载文件，其间运行的程序可能使用它`,
        )
      : text(
          `${what} is downloaded and not verified, and what runs beside it may use it`,
          `${what} 下载后未经校验，其间运行的程序可能使用它`,
        ),
  kept: (what, isUnpacked) =>
    isUnpacked
      ? text(
          `what was unpacked into ${what} comes from an unverified download and is kept in the image, where it may be run`,
          `解压到 ${what} 的内容来自未经校验的下载文件，保留在镜像中，可能被执行`,
        )
      : text(
          `${what} is downloaded, not verified and kept in the image, where it may be run`,
          `${what} 下载后未经校验并保留在镜像中，可能被执行`,
        ),
  checked: (what) =>
    text(
      `whether ${what} verifies the download is not known`,
      `无法得知 ${what} 是否校验了下载文件`,
    ),
  written: (what) =>
    text(`what the script ${what} downloads is not followed`, `未追踪脚本 ${what} 下载的内容`),
} as const satisfies Record<Doubt['about'], (what: string, isUnpacked: boolean) => Text>;

/** No sentence quotes more of a file. */
const longest = 100;

/** Says what of a download is not known, and on which line. */
export function sayDoubt({ about, what, line, isUnpacked = false }: Doubt): Text {
  const { en, zh } = said[about](what.slice(0, longest), isUnpacked);
  const begins = en.charAt(0).toUpperCase() + en.slice(1);
  return line === undefined
    ? text(begins, zh)
    : text(`Line ${line}: ${en}`, `第 ${line} 行：${zh}`);
}
