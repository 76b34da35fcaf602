import { describe, expect, it } from 'vitest';
import { html, link, toText, verbatim } from '../../../../src/reporters/html/markup/markup.ts';

describe('html', () => {
  it('escapes every value, in text and in attributes', () => {
    const hostile = `"><script>alert('&')</script>`;
    expect(toText(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>',
    );
  });

  it('takes markup as markup, joins lists, and leaves out what is not there', () => {
    const items = ['a', '<b>'].map((item) => html`<i>${item}</i>`);
    expect(toText(html`<b>${items}${undefined}${[1, '&']}</b>`)).toBe(
      '<b><i>a</i><i>&lt;b&gt;</i>1&amp;</b>',
    );
  });

  it('does not take data for markup, whatever its shape', () => {
    const forged: unknown = JSON.parse('{"markup":"<script>","trusted":"<script>"}');
    // @ts-expect-error data is no markup
    expect(() => toText(html`${forged}`)).toThrow(TypeError);
  });

  it('makes white space that breaks a line one line feed, but never in a value', () => {
    // oxfmt-ignore
    const markup = html`<p>
      ${'a\n    b'}
    </p>`;
    expect(toText(markup)).toBe('<p>\na\n    b\n</p>');
  });
});

describe('verbatim', () => {
  it('leaves a text as it is', () => {
    expect(toText(html`${verbatim('<b>')}`)).toBe('<b>');
  });
});

describe('link', () => {
  it('links an https address', () => {
    expect(toText(link('https://docs.docker.com/'))).toBe(
      '<a href="https://docs.docker.com/" rel="noreferrer noopener">https://docs.docker.com/</a>',
    );
  });

  it.each([
    'javascript:alert(1)',
    'http://example.org/',
    ' https://x.org',
    'https://x.org/ y',
    'data:text/html,x',
  ])('leaves %s as text', (address) => {
    expect(toText(link(address))).toBe(address);
  });

  it('lets no address out of its attribute', () => {
    expect(toText(link('https://x.org/"onclick="alert(1)'))).not.toContain('"onclick');
  });
});
