// Runs in the head, before anything is drawn: the reader's choice of colours, and that there are scripts.
(function () {
  var root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    var scheme = localStorage.getItem("paragraf-scheme");
    if (scheme === "dark" || scheme === "light") root.dataset.scheme = scheme;
  } catch (error) {
    // Storage can be forbidden: the colours of the system hold.
  }
})();
