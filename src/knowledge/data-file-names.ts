import { basename } from '../syntax/shell/base-name.ts';

/** Endings of what no one starts: keys, lists, texts, pictures, archives and packages. */
const ending =
  /\.(?:json5?|jsonl|ya?ml|toml|ini|conf|cfg|cnf|properties|env|xml|xsd|csv|tsv|txt|md|rst|html?|css|svg|png|jpe?g|gif|ico|ttf|woff2?|pdf|sql|db|mmdb|dat|list|sources|repo|service|gpg|asc|sig|pem|crt|cer|der|key|pub|jks|p12|sha\d+(?:sum)?|md5|tar|t?gz|tgz|tbz2?|txz|bz2|xz|zst|lz4|7z|zip|deb|rpm|apk|whl|gem|onnx|safetensors|gguf|pt|pth|bin\.gz)$/i;

/** Texts and lists that have no ending, and what a model has learnt. */
const whole =
  /^(?:readme|licen[cs]e|notice|changelog|copying|authors|version|authorized_keys|known_hosts|hosts|(?:pytorch_)?(?:model|weights|ggml)[\w.-]*\.bin)$/i;

/** Whether a file is data by its name, whatever rights it is given. */
export const isDataName = (path: string): boolean => {
  const name = basename(path);
  return ending.test(name) || whole.test(name);
};

/** Folders of a system that hold pictures, letters, tables and texts for programs, and no code. */
const places =
  /^\/usr\/(?:local\/)?share\/(?:backgrounds|dict|doc|fonts|GeoIP|icons|info|locale|man|maps|sounds|tessdata|tesseract-ocr|wordlists|zoneinfo)(?:\/|$)/;

/** Whether a path is one of data, whatever it is called. */
export const isDataPlace = (path: string): boolean => places.test(path);

/** Endings of code that something else loads, to which the right to be executed means nothing. */
const loaded = /\.(?:m?js|map|php\d?|phtml|jar|war|ear|class|wasm|so(?:\.\d+)*|dll)$/i;

/** Whether a file is loaded by another program, as its name says. */
export const isLoadedName = (path: string): boolean => loaded.test(basename(path));
