import { SyntaxProblem, said } from '../problem.ts';

/** What may be wrong with an archive, and the same for a reader of Chinese. */
const inChinese = {
  'a document in it is not JSON': '其中有文档不是 JSON',
  'a document in it does not have the expected form': '其中有文档格式不符',
  'a document that it names is missing or too large': '其中缺少所列的文档，或该文档过大',
  'a file is nested too deeply': '其中有文件目录层级过深',
  'a header does not have its checksum': '其中有文件头校验和不符',
  'a header has a number that is invalid or too large': '其中有文件头的数值无效或过大',
  'a header is not well formed': '其中有文件头格式不正确',
  'a layer cannot be unpacked': '其中有层无法解压',
  'a layer ends too early': '其中有层提前结束',
  'a layer grows disproportionately when it is unpacked': '其中有层解压后异常膨胀',
  'a layer that it names has an unsupported form: not tar, or compressed or encrypted other than by gzip or Zstandard':
    '所列的层存在，但其格式无法读取：不是 tar，或使用了 gzip 与 Zstandard 以外的压缩或加密方式',
  'a layer that it names is missing': '其中缺少所列的层',
  'a name is longer than 4096 bytes': '其中有文件名超过 4096 字节',
  'a name leads out of the image': '其中有文件名指向镜像之外',
  'it gives one image several lists of layers': '同一镜像被列出多组不同的层',
  'it ends in the middle of a file': '文件内容不完整',
  'it ends in the middle of a header': '文件头不完整',
  'it has more files, or longer names, than are kept in memory':
    '文件过多或文件名过长，超出内存限制',
  'it has more hard links than are followed': '硬链接数量超过上限',
  'it has neither a manifest.json nor an index.json, as archives of images have':
    '其中既没有 manifest.json 也没有 index.json，不是镜像归档',
  'it has too many layers': '层数过多',
  'it has too many parts': '组成部分过多',
  'it names too many images': '所列镜像过多',
  'its indexes are nested too deeply': '索引嵌套过深',
  'its parts refer to each other in a circle': '各部分的名称循环引用',
  'data follows its end mark': '结束标记之后仍有内容',
  'data follows the end of a layer': '层的结尾之后仍有内容',
  'the configuration or manifest of an image does not match its digest':
    '镜像的配置或清单与其摘要不符',
  'the headers of one file are too long': '单个文件的文件头过长',
  'too little memory is left to unpack a layer': '内存不足，无法解压其中的层',
  'it has too many files to examine': '需要记录的文件过多',
} as const;

type Wrong = keyof typeof inChinese;

/** An archive, or a part of one, that is not what it should be. */
export const malformed = (why: Wrong, cause?: unknown): SyntaxProblem =>
  new SyntaxProblem(
    'invalid',
    said(`The archive cannot be read: ${why}.`, `归档无法读取：${inChinese[why]}`),
    {
      hint: said(
        'Save the image again with: docker save --output image.tar IMAGE',
        '请重新保存镜像：docker save --output image.tar IMAGE',
      ),
      cause,
    },
  );

/** An archive that asks for more than is given to one. */
export const tooMuch = (what: Wrong): SyntaxProblem =>
  new SyntaxProblem(
    'too-large',
    said(`The archive was not read to its end: ${what}.`, `归档未读完：${inChinese[what]}`),
  );
