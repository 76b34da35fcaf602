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
  const group = (n) => String(n).replace(/\\B(?=(\\d{3})+$)/g, ',');
  let texts;
  let timer;
  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  };
  const apply = () => {
    const data = new FormData(form);
    const words = data.get('text').toLowerCase().split(/\\s+/).filter(Boolean);
    const standing = data.get('standing');
    const severity = data.get('severity');
    const kind = data.get('kind') ?? '';
    const requirement = data.get('requirement') ?? '';
    const controls = new Set(requirement.split(' '));
    const active = words.length > 0 || [standing, severity, kind, requirement].some((choice) => choice !== '');
    if (words.length > 0 && !texts) {
      texts = findings.map((finding) => {
        const control = finding.closest('article.control');
        const heading = control ? control.firstElementChild.textContent + control.children[1].textContent : '';
        return (finding.textContent + heading).toLowerCase();
      });
    }
    let count = 0;
    findings.forEach((finding, at) => {
      const shown = (standing === '' || finding.dataset.standing === standing)
        && (severity === '' || finding.dataset.severity === severity)
        && (kind === '' || finding.dataset.kind === kind)
        && (requirement === '' || controls.has(finding.dataset.control))
        && words.every((word) => texts[at].includes(word));
      if (shown) count += 1;
      if (finding.hidden === shown) finding.hidden = !shown;
    });
    for (const block of blocks) block.hidden = active && !block.querySelector('li.finding:not([hidden])');
    for (const list of lists) list.open = active && !list.closest('[hidden]') && !!list.querySelector('li.finding:not([hidden])');
    output.textContent = active
      ? pattern.replace('{count}', group(count)).replace('{total}', group(findings.length))
      : '';
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(apply, 60);
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
    form.elements.text.focus();
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
  form.hidden = false;
  if (location.hash) follow();
})();`;
