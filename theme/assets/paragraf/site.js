// What scripts add to a page that works without them: choice of colours, copying, printing, a menu that Escape closes.
(function () {
  var root = document.documentElement;

  var toggle = document.querySelector(".scheme");
  if (toggle) {
    var system = matchMedia("(prefers-color-scheme: dark)");
    var isDark = function () {
      return root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches;
    };
    var show = function () {
      toggle.textContent = isDark() ? toggle.dataset.light : toggle.dataset.dark;
    };
    toggle.addEventListener("click", function () {
      root.dataset.scheme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("paragraf-scheme", root.dataset.scheme);
      } catch (error) {
        // The choice then holds for this page.
      }
      show();
    });
    system.addEventListener("change", show);
    show();
    toggle.hidden = false;
  }

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    if (!navigator.clipboard) return;
    var word = button.textContent;
    button.addEventListener("click", function () {
      var text = document.getElementById(button.dataset.copy).textContent;
      var address = button.dataset.address || location.href.split("#")[0];
      navigator.clipboard.writeText(text + ", " + address).then(function () {
        button.textContent = button.dataset.done;
        setTimeout(function () { button.textContent = word; }, 3000);
      });
    });
    button.setAttribute("aria-live", "polite");
    button.hidden = false;
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () { print(); });
    button.hidden = false;
  });

  var menu = document.querySelector(".menu");
  if (menu) {
    menu.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
  }

  // Folded parts belong to the document on paper. Not every browser can unfold them by style.
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("main details:not([open])"));
    opened.forEach(function (one) { one.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (one) { one.open = false; });
  });

  // A link to a place inside something folded opens it.
  var unfold = function () {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = target && target.closest("details");
    if (folded) folded.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
