/** Words with which a text of a language runs something, or makes a text that it may run. */
const runs =
  /\b(?:exec\w*|eval|compile|spawn\w*|fork|system|popen\w*|subprocess|child_process|worker_threads|cluster|vm|runpy|importlib|ctypes|pickle|marshal|getattr|globals|builtins|constructor|prototype|Function|pty|interact|codecs|base64|atob|fromCharCode|chr|binding|dlopen|write\w*|createWriteStream|open|include)\b|__\w+__|\bos\.(?!environ\b|getenv\b|path\b|_exit\b)|\\[xu\d]|%x|`|\bimport\s*\(|\brequire\s*\(\s*(?!["'](?:node:)?(?:https?|net|dns|url|process|tls)["']\s*\))/;

/** An address that is not of the machine itself. */
const elsewhere =
  /\b[a-z][a-z0-9+.-]*:\/\/(?!(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])(?:[:/'"?\s]|$))/i;

/** Whether a text in a language that is not read here does no more than ask the machine itself, as probes of health do. */
export const onlyProbes = (text: string): boolean => !runs.test(text) && !elsewhere.test(text);
