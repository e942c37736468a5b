// The search page: asks the index that was made when the site was built. Words and filters are in the address.
const box = document.getElementById("traffar");
const form = document.querySelector(".search-form");
const list = document.getElementById("traffar-lista");
const count = document.getElementById("traffar-antal");
const more = document.getElementById("traffar-fler");
const none = document.getElementById("traffar-inga");
const root = new URL(box.dataset.root, location.href);
const PAGE = 10;
const FILTERS = ["organ", "år", "typ"];

let engine;
let hits = [];
let shown = 0;
let asked = 0;

async function load() {
  if (!engine) {
    engine = await import(new URL("pagefind/pagefind.js", root).href);
    // A short page is not better than a long one for being short: attachments would come before the decisions on them.
    await engine.options({ baseUrl: root.pathname, excerptLength: 30, ranking: { pageLength: 0.2 } });
  }
  return engine;
}

function wanted() {
  const data = new FormData(form);
  const filters = {};
  for (const name of FILTERS) {
    if (data.get(name)) filters[name] = data.get(name);
  }
  return { words: (data.get("q") || "").trim(), filters };
}

function remember({ words, filters }) {
  const query = new URLSearchParams();
  if (words) query.set("q", words);
  for (const [name, value] of Object.entries(filters)) query.set(name, value);
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
}

async function search() {
  const turn = ++asked;
  const what = wanted();
  remember(what);
  list.replaceChildren();
  none.hidden = true;
  more.hidden = true;
  if (!what.words && !Object.keys(what.filters).length) {
    count.textContent = "";
    box.hidden = true;
    return;
  }
  count.textContent = box.dataset.working;
  try {
    const found = await (await load()).search(what.words || null, { filters: what.filters });
    if (turn !== asked) return;
    hits = found.results;
    shown = 0;
    box.hidden = !hits.length;
    none.hidden = hits.length > 0;
    await showMore(turn);
    count.textContent = hits.length === 0 ? box.dataset.none
      : hits.length === 1 ? box.dataset.one : `${hits.length} ${box.dataset.several}`;
  } catch (error) {
    count.textContent = box.dataset.failed;
  }
}

async function showMore(turn) {
  const next = await Promise.all(hits.slice(shown, shown + PAGE).map((hit) => hit.data()));
  if (turn !== asked) return;
  shown += next.length;
  list.append(...next.map(entry));
  more.hidden = shown >= hits.length;
}

function entry(hit) {
  const item = document.createElement("li");
  const title = document.createElement("p");
  title.className = "hits-title";
  const link = document.createElement("a");
  link.href = hit.url;
  link.textContent = hit.meta.title;
  title.append(link);
  const where = document.createElement("p");
  where.className = "soft";
  const kind = document.createElement("span");
  kind.className = "hits-kind";
  kind.textContent = hit.meta.typ || "";
  const rest = ["organ", "datum", "nummer"].map((name) => hit.meta[name]).filter(Boolean);
  where.append(kind, rest.length ? ` · ${rest.join(" · ")}` : "");
  const excerpt = document.createElement("p");
  excerpt.append(...marked(hit.excerpt));
  item.append(title, where, excerpt);
  return item;
}

// The excerpt is HTML with <mark> alone; only that is let through.
function marked(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return Array.from(parsed.body.childNodes, (node) => {
    if (node.nodeName !== "MARK") return document.createTextNode(node.textContent);
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

let pause;
form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
form.elements.q.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(search, 300); });
form.addEventListener("change", search);
more.addEventListener("click", async () => {
  const first = list.children.length;
  await showMore(asked);
  list.children[first]?.querySelector("a").focus();
});

const query = new URLSearchParams(location.search);
form.elements.q.value = query.get("q") || "";
for (const name of FILTERS) form.elements[name].value = query.get(name) || "";
search();
