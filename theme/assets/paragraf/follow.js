// Following in this browser alone. Nothing is stored until the reader asks for it, and nothing is ever sent: the index
// of what is new is the same file for everybody, and is compared here with what the reader has seen.
(function () {
  var root = new URL(document.currentScript.dataset.root, location.href);
  var NAME = "paragraf-follow:" + root.pathname;
  var KEPT = 400;
  var news = document.getElementById("nytt-for-dig");
  var followed = document.getElementById("det-du-foljer");
  var loaded;

  function read() {
    try {
      return JSON.parse(localStorage.getItem(NAME));
    } catch (error) {
      return null;
    }
  }

  function write(state) {
    try {
      localStorage.setItem(NAME, JSON.stringify(state));
      return true;
    } catch (error) {
      return false; // Storage can be forbidden.
    }
  }

  function works() {
    try {
      localStorage.setItem(NAME + ":prov", "1");
      localStorage.removeItem(NAME + ":prov");
      return true;
    } catch (error) {
      return false;
    }
  }

  function index() {
    loaded = loaded || fetch(new URL("nytt.json", root)).then(function (answer) { return answer.json(); });
    return loaded;
  }

  // What was new when the visit began stays new until the tab is closed.
  function unseen(state, all) {
    var seen = new Set(state.known);
    var before = new Set(JSON.parse(sessionStorage.getItem(NAME) || "[]"));
    var fresh = all.filter(function (one) { return before.has(one.id) || !seen.has(one.id); });
    sessionStorage.setItem(NAME, JSON.stringify(fresh.map(function (one) { return one.id; })));
    all.forEach(function (one) { seen.add(one.id); });
    state.known = Array.from(seen).slice(-KEPT);
    write(state);
    return fresh;
  }

  function begin() {
    return index().then(function (found) {
      var state = read() || { follows: {}, known: found.news.map(function (one) { return one.id; }) };
      write(state);
      return state;
    });
  }

  function isFollowed(state) {
    return function (one) { return one.keys.some(function (key) { return key in state.follows; }); };
  }

  function entry(one) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    var day = document.createElement("time");
    link.href = new URL(one.href, root);
    link.textContent = one.text;
    day.dateTime = day.textContent = one.day;
    day.className = "soft";
    item.append(link, " ", day);
    return item;
  }

  function fill(box, rows) {
    box.querySelector("ul").replaceChildren.apply(box.querySelector("ul"), rows.map(entry));
    box.hidden = rows.length === 0;
  }

  function showNews(state) {
    index().then(function (found) {
      var fresh = unseen(state, found.news);
      var ours = fresh.filter(isFollowed(state));
      var rows = Object.keys(state.follows).length ? ours : fresh;
      fill(news, rows.slice(0, Number(news.dataset.most)));
    });
  }

  function showFollowed() {
    var state = read();
    var none = document.getElementById("foljer-inget");
    var forget = document.getElementById("glom");
    var start = document.getElementById("borja");
    start.hidden = Boolean(state);
    forget.hidden = none.hidden = !state;
    followed.hidden = true;
    if (!state) return;
    var keys = Object.keys(state.follows);
    none.hidden = keys.length > 0;
    followed.hidden = keys.length === 0;
    var list = followed.querySelector("#foljda");
    list.replaceChildren.apply(list, keys.map(function (key) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = new URL(key + "/", root);
      link.textContent = state.follows[key];
      item.append(link, " ", stop(key, state.follows[key]));
      return item;
    }));
    index().then(function (found) {
      fill(document.getElementById("handelser"), found.news.filter(isFollowed(state)).slice(0, 30));
    });
  }

  function stop(key, name) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = followed.dataset.stop;
    button.setAttribute("aria-label", followed.dataset.stop + " " + name);
    button.addEventListener("click", function () {
      var state = read();
      delete state.follows[key];
      write(state);
      showFollowed();
    });
    return button;
  }

  function toggling(button) {
    var key = button.dataset.follow;
    function show() {
      var state = read();
      var on = Boolean(state && key in state.follows);
      button.textContent = on ? button.dataset.on : button.dataset.off;
      button.setAttribute("aria-pressed", on);
    }
    button.addEventListener("click", function () {
      begin().then(function (state) {
        if (key in state.follows) delete state.follows[key];
        else state.follows[key] = button.dataset.name;
        write(state);
        show();
      });
    });
    show();
    button.hidden = false;
  }

  if (!works()) return;
  document.querySelectorAll("[data-follow]").forEach(toggling);
  if (followed) {
    document.getElementById("i-webblasaren").hidden = false;
    document.getElementById("borja").addEventListener("click", function () { begin().then(showFollowed); });
    document.getElementById("glom").addEventListener("click", function () {
      localStorage.removeItem(NAME);
      sessionStorage.removeItem(NAME);
      if (news) news.hidden = true;
      document.getElementById("handelser").hidden = true;
      showFollowed();
      document.getElementById("borja").focus();
    });
    showFollowed();
  }
  if (news && read()) showNews(read());
})();
