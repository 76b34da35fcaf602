/**
 * The filter. The page is whole without it: the form appears only when it runs. It only ever hides and
 * opens what is there, and writes text, never markup.
 */
export const script = `(() => {
  const form = document.querySelector('form.filter');
  const output = form.querySelector('output');
  const pattern = form.dataset.matches;
  const findings = [...document.querySelectorAll('li.finding')];
  const blocks = [...document.querySelectorAll('main > section, article.control, div.block')].reverse();
  const lists = [...document.querySelectorAll('details.list')];
  const contents = [...document.querySelectorAll('.contents a')];
  const counts = [...document.querySelectorAll('small.count')];
  const fold = document.querySelector('button.fold');
  const group = (n) => String(n).replace(/\\B(?=(\\d{3})+$)/g, form.dataset.thousands);
  const kept = findings.map((finding) => ({ ...finding.dataset, finding, shown: true }));
  let texts;
  let timer;
  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  };
  const read = () => {
    if (texts) return;
    const headings = new Map();
    texts = findings.map((finding) => {
      const control = finding.closest('article.control');
      if (control && !headings.has(control)) {
        headings.set(control, control.firstElementChild.textContent + control.children[1].textContent);
      }
      return (finding.textContent + (headings.get(control) ?? '')).toLowerCase();
    });
  };
  const apply = () => {
    const data = new FormData(form);
    const words = data.get('text').toLowerCase().split(/\\s+/).filter(Boolean);
    const chosen = (name) => data.get(name) ?? '';
    const [standing, severity, subject, requirement, waived] =
      ['standing', 'severity', 'subject', 'requirement', 'waived'].map(chosen);
    const kind = subject.startsWith('kind ') ? subject.slice(5) : '';
    const controls = new Set(requirement.split(' '));
    const active = words.length > 0 || [standing, severity, subject, requirement, waived].some(Boolean);
    if (words.length > 0) read();
    let count = 0;
    kept.forEach((each, at) => {
      const shown = (standing === '' || each.standing === standing)
        && (severity === '' || each.severity === severity)
        && (subject === '' || (kind === '' ? each.subject === subject : each.kind === kind))
        && (requirement === '' || controls.has(each.control))
        && (waived === '' || /^(waived|compensated)$/.test(each.standing) === (waived === 'yes'))
        && words.every((word) => texts[at].includes(word));
      if (shown) count += 1;
      if (each.shown !== shown) each.finding.hidden = !(each.shown = shown);
    });
    for (const block of blocks) block.hidden = active && !block.querySelector('li.finding:not([hidden])');
    for (const link of contents) link.parentElement.hidden = !!document.getElementById(link.hash.slice(1))?.hidden;
    for (const small of counts) {
      const shown = small.closest('section, div.block').querySelectorAll('li.finding:not([hidden])').length;
      small.textContent = active ? small.dataset.pattern.replace('{count}', group(shown)) : small.dataset.all;
    }
    for (const list of lists) list.open = active && !list.closest('[hidden]') && !!list.querySelector('li.finding:not([hidden])');
    output.textContent = active
      ? pattern.replace('{count}', group(count)).replace('{total}', group(findings.length))
      : '';
  };
  form.addEventListener('input', ({ target }) => {
    clearTimeout(timer);
    // Letters come one after the other; a choice is whole.
    timer = setTimeout(apply, target.name === 'text' ? 60 : 0);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest('[hidden]')) form.reset();
    open(target);
    target.scrollIntoView();
  };
  addEventListener('hashchange', follow);
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target.closest('input, select, textarea')) return;
    event.preventDefault();
    unfold(true);
  });
  const copy = async (button, prose) => {
    try {
      await navigator.clipboard.writeText(prose.textContent);
      button.textContent = form.dataset.copied;
      setTimeout(() => { button.textContent = form.dataset.copy; }, 2000);
    } catch {
      getSelection().selectAllChildren(prose);
    }
  };
  for (const prose of document.querySelectorAll('.words .prose')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = form.dataset.copy;
    button.addEventListener('click', () => copy(button, prose));
    prose.after(' ', button);
  }
  // The bar is one row; the form folds away below it.
  const unfold = (open) => {
    form.hidden = !open;
    fold.setAttribute('aria-expanded', String(open));
    if (open) form.elements.text.focus();
  };
  fold.addEventListener('click', () => unfold(form.hidden));
  fold.hidden = false;
  // So that the first letter need not wait for it.
  if ('requestIdleCallback' in window) requestIdleCallback(read);
  if (location.hash) follow();
})();`;
