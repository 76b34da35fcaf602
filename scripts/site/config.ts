import { existsSync, readFileSync } from 'node:fs';
import path, { posix } from 'node:path';
import { defineConfig } from 'vitepress';
import { pageOf, root } from './pages.ts';
import { searchDialogRoles } from './search-dialog.ts';

/** The guides that a README of docs lists, in its order; its table is the only list of them. */
function guides(folder: string): { text: string; link: string }[] {
  const table = readFileSync(path.join(root, folder, 'README.md'), 'utf8');
  return [...table.matchAll(/\| \[([^\]]+)\]\(([^)]+)\)/g)].map(([, name = '', link = '']) => ({
    text: name.charAt(0).toUpperCase() + name.slice(1),
    link: `/${pageOf(posix.join(folder, link))}`,
  }));
}

/** Words, and each Chinese character by itself: Chinese puts no spaces between its words. */
const tokenize = (text: string): string[] =>
  text.toLowerCase().match(/\p{Script=Han}|[^\s\p{P}\p{S}\p{Script=Han}]+/gu) ?? [];

/** Made by typedoc before the whole site is built. */
const hasReference = existsSync(path.join(root, 'docs/reference/README.md'));

const project = {
  en: [
    { text: 'Contributing', link: '/contributing' },
    { text: 'Security', link: '/security' },
    { text: 'Changelog', link: '/changelog' },
  ],
  zh: [
    { text: '参与贡献', link: '/contributing' },
    { text: '安全', link: '/security' },
    { text: '变更记录', link: '/changelog' },
  ],
};

/** What VitePress is told: languages, navigation and search. */
export const siteConfig = defineConfig({
  title: 'Plimsoll',
  description: 'Compliance as code for Docker',
  outDir: '../dist',
  cacheDir: '../cache',
  metaChunk: true,
  vite: { plugins: [searchDialogRoles] },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  themeConfig: {
    // Not every page is there in Chinese, so that language begins at its first page; each guide links to its own.
    i18nRouting: false,
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          options: { tokenize },
          searchOptions: { combineWith: 'AND', boost: { title: 4, text: 2, titles: 1 } },
        },
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                displayDetails: '显示详情',
                resetButtonTitle: '清除',
                backButtonTitle: '关闭',
                noResultsText: '没有找到',
                footer: { selectText: '选择', navigateText: '切换', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        nav: [
          { text: 'Guides', link: '/guides' },
          { text: 'Controls', link: '/controls/' },
          ...(hasReference ? [{ text: 'API', link: '/reference/' }] : []),
        ],
        sidebar: [
          { text: 'Guides', items: guides('docs') },
          { text: 'Examples', items: [{ text: 'Examples', link: '/examples/' }] },
          { text: 'Project', items: project.en },
        ],
      },
    },
    zh: {
      label: '中文',
      lang: 'zh-CN',
      description: '面向 Docker 的合规即代码',
      themeConfig: {
        // Every Chinese page is there in English.
        i18nRouting: true,
        nav: [
          { text: '指南', link: '/zh/guides' },
          { text: '控制项', link: '/zh/controls/' },
          ...(hasReference ? [{ text: 'API', link: '/reference/' }] : []),
        ],
        sidebar: [
          { text: '指南', items: guides('docs/zh') },
          { text: '示例', items: [{ text: '示例（英文）', link: '/examples/' }] },
          { text: '项目（英文）', items: project.zh },
        ],
        outline: { label: '本页内容' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        lightModeSwitchTitle: '切换到浅色',
        darkModeSwitchTitle: '切换到深色',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '切换语言',
        skipToContentLabel: '跳到正文',
        notFound: { title: '没有这一页', quote: '', linkLabel: '回到首页', linkText: '回到首页' },
      },
    },
  },
});
