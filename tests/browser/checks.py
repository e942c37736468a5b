"""What the browser is asked of an open page: scripts that answer with a list of faults, empty when all is well."""

READ = """
() => {
  const added = [...document.querySelectorAll('article :is([data-scripts], [data-copy], [data-print])')];
  const were = added.map((one) => one.hidden);
  added.forEach((one) => { one.hidden = true; });
  const lines = document.querySelector('article').innerText.split('\\n').map((line) => line.trim()).filter(Boolean);
  added.forEach((one, at) => { one.hidden = were[at]; });
  return lines;
}
"""
"""The lines of text that are read, without what only scripts give a meaning."""

WIDER = """
() => {
  const out = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility()
    && !one.closest('.table, .unseen') && one.getBoundingClientRect().right > innerWidth + 1);
  const over = document.documentElement.scrollWidth - innerWidth;
  return over > 0 ? [`${over} px utanför fönstret: ${out.slice(0, 3).map((one) => one.outerHTML.slice(0, 80))}`] : [];
}
"""
"""Whether one has to scroll sideways, and for what."""

TARGETS = """
() => {
  const small = 24;
  const names = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  const all = [...document.querySelectorAll(names)]
    .filter((one) => one.checkVisibility() && !one.closest('.unseen, .skip'))
    .map((one) => ({ one, box: one.getBoundingClientRect() }));
  // In a sentence the lines decide how high a link is (WCAG 2.5.8, Inline).
  const inSentence = ({ one }) => {
    if (getComputedStyle(one).display !== 'inline') return false;
    const block = one.closest('p, li, dd, dt, td, th, caption, h1, h2, h3, h4, figcaption');
    return !!block && block.textContent.trim().length > one.textContent.trim().length;
  };
  const low = all.filter(({ box }) => Math.round(box.width) < small || Math.round(box.height) < small);
  const middle = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
  // A circle of 24 px around its middle meets no other target, nor the circle of another small one (Spacing).
  const crowded = (target) => {
    const [x, y] = middle(target);
    return all.some((other) => {
      if (other === target || other.one.contains(target.one) || target.one.contains(other.one)) return false;
      if (low.includes(other)) {
        const [ox, oy] = middle(other);
        if (Math.hypot(x - ox, y - oy) < small - 1) return true;
      }
      const dx = Math.max(other.box.left - x, 0, x - other.box.right);
      const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
      return Math.hypot(dx, dy) < small / 2 - 1;
    });
  };
  return low.filter((one) => !inSentence(one) && crowded(one))
    .map(({ one, box }) => `${Math.round(box.width)} x ${Math.round(box.height)} px: ${one.outerHTML.slice(0, 90)}`);
}
"""
"""Targets smaller than 24 x 24 px that no exception of WCAG 2.5.8 allows."""

UNFOLD = """
() => document.querySelectorAll('details:not(.menu, [open])').forEach((one) => { one.open = true; one.dataset.folded = ''; })
"""  # noqa: E501
FOLD = """
() => {
  document.querySelectorAll('[data-folded]').forEach((one) => { one.open = false; });
  document.activeElement.blur();
  scrollTo(0, 0);
}
"""
"""Every fold but the menu opened; closed again, and nothing in focus."""

CONTROLS = """
() => {
  const names = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const all = [...document.querySelectorAll(names)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  all.forEach((one, at) => { one.dataset.stop = at; });
  return all.map((one) => `${one.dataset.stop} ${one.outerHTML.slice(0, 90)}`);
}
"""
"""What can be used now, in the order of the text."""

STOP = """
async () => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const name = one.outerHTML.slice(0, 90);
  const faults = [];
  const style = getComputedStyle(one);
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push(`fokus syns inte: ${name}`);
  const inSight = () => {
    const [box] = one.getClientRects();
    const x = box.left + Math.min(box.width, innerWidth) / 2, y = box.top + Math.min(box.height, innerHeight) / 2;
    const top = document.elementFromPoint(x, y);
    return !!top && (one.contains(top) || top.contains(one));
  };
  // What scrolls sideways may do so in the frame that follows.
  if (!inSight()) await new Promise(requestAnimationFrame);
  if (!inSight()) faults.push(`skymd eller utanför: ${name}`);
  // In one column the next thing is never above the one before.
  const [box] = one.getClientRects();
  if (box.bottom + scrollY <= window.lastTop) faults.push(`hoppar uppåt: ${name}`);
  window.lastTop = box.top + scrollY;
  return { name: `${one.dataset.stop} ${name}`, faults };
}
"""
"""Where the focus is: whether it is seen, in sight, and below where it was; None when it has left the page."""

SPACING = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}
"""
"""Text as spaced out as WCAG 1.4.12 says; a constructed sheet is nothing that the policy stops."""
NO_SPACING = "() => { document.adoptedStyleSheets = [] }"

CUT = """
() => [...document.querySelectorAll('body *')]
  .filter((one) => one.checkVisibility() && !one.closest('.unseen, .table, .stack thead, .skip, svg, select')
    && (['hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1
      || ['hidden', 'clip'].includes(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1))
  .map((one) => `avklippt: ${one.outerHTML.slice(0, 90)}`)
"""
"""What hides a part of its text."""

OVERLAPS = """
() => {
  const unseen = (one) => {
    for (let at = one; at; at = at.parentElement) if (getComputedStyle(at).clipPath !== 'none') return true;
    return false;
  };
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const one = node.parentElement;
    if (!node.data.trim() || !one.checkVisibility()) continue;
    if (one.closest('.skip, noscript, script, option') || unseen(one)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 1) lines.push({ one, box, text: node.data.trim() });
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  const found = [];
  lines.forEach((a, at) => {
    for (let next = at + 1; next < lines.length && lines[next].box.top < a.box.bottom - 5; next += 1) {
      const b = lines[next];
      if (a.one === b.one) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      if (wide > 2) found.push(`”${a.text.slice(0, 40)}” och ”${b.text.slice(0, 40)}” ligger på varandra`);
    }
  });
  return found;
}
"""
"""Texts that stand on each other."""

MOVING = """
() => [...document.querySelectorAll('*')]
  .filter((one) => getComputedStyle(one).transitionDuration !== '0s' || getComputedStyle(one).animationName !== 'none')
  .map((one) => `rör sig: ${one.outerHTML.slice(0, 90)}`)
"""

PLAIN_LINKS = """
() => [...document.querySelectorAll('article :is(p, li, dd, td, th) a:not(.clause-link, .button)')]
  .filter((one) => getComputedStyle(one).textDecorationLine !== 'underline')
  .map((one) => `utan understrykning: ${one.textContent}`)
"""

PAPER = """
() => {
  const light = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    const [x, y, z] = [r, g, b].map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return { a, value: 0.2126 * x + 0.7152 * y + 0.0722 * z };
  };
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const found = light(getComputedStyle(at).backgroundColor);
      if (found.a > 0) return found.value;
    }
    return 1;
  };
  const said = [];
  const name = (one) => one.outerHTML.replace(/\\s+/g, ' ').slice(0, 90);
  for (const one of document.querySelectorAll('body *')) {
    if (!one.checkVisibility() || one.closest('.unseen, svg')) continue;
    const box = one.getBoundingClientRect();
    if (box.width > 1 && box.right > innerWidth + 1) said.push(`utanför arket: ${name(one)}`);
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own) continue;
    const [ink, paper] = [light(getComputedStyle(one).color).value, ground(one)];
    if (paper < 0.8) said.push(`mörk botten: ${name(one)}`);
    else if ((paper + 0.05) / (ink + 0.05) < 4.5) said.push(`blek text: ${name(one)}`);
  }
  for (const one of document.querySelectorAll('main details')) {
    const inside = [...one.children].find((child) => child.tagName !== 'SUMMARY');
    const seen = inside && inside.checkVisibility() && inside.getBoundingClientRect().height > 0;
    if (inside && !seen) said.push(`hopfälld: ${name(one)}`);
  }
  for (const one of document.querySelectorAll('.table')) {
    if (getComputedStyle(one).overflowX !== 'visible') said.push(`tabellen är avklippt: ${name(one)}`);
  }
  for (const one of document.querySelectorAll('article a[href^="http"]:not(.law)')) {
    const after = getComputedStyle(one, '::after').content;
    const told = after.includes('http') || after.includes('attr(href)');
    if (one.checkVisibility() && !told) said.push(`utan adress: ${name(one)}`);
  }
  for (const one of document.querySelectorAll('.decision-proposal')) {
    if (getComputedStyle(one).borderTopStyle !== 'dashed') said.push(`förslag som ser ut som beslut: ${name(one)}`);
  }
  if (!document.querySelector('.brand-name').checkVisibility()) said.push('utan brevhuvud');
  for (const one of document.querySelectorAll('button, input, select, .menu, .crumbs, .bar, .around')) {
    if (one.checkVisibility()) said.push(`går inte att använda på papper: ${name(one)}`);
  }
  return said;
}
"""
"""What a sheet should not have, of a page in print as wide as the sheet is between its margins."""

SHIFTS = """
() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum), 30)));
})
"""
"""How much has moved since the page began to show: the sum of layout shifts."""
