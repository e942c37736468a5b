// Narrows the rows of a register while one types. What is asked for stands in the address, so that it can be sent on.
(function () {
  var form = document.querySelector("[data-sift]");
  if (!form) return;
  var count = form.querySelector("[role=status]");
  var groups = Array.from(document.querySelectorAll("[data-sift-group]"));
  var plain = function (text) { return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " "); };
  var bare = function (text) { return text.replace(/[^\p{L}\d]/gu, ""); };
  var rows = Array.from(document.querySelectorAll("[data-sift-row]"), function (element) {
    var text = plain(element.textContent);
    return { element: element, text: text, bare: bare(text), choice: element.dataset.siftRow };
  });

  function sift() {
    var words = plain(form.elements.filter.value).trim().split(" ").filter(Boolean);
    var choice = form.elements.organ ? form.elements.organ.value : "";
    var found = 0;
    rows.forEach(function (row) {
      // A number is found however its signs are written: 23san115 is 23/SAN/115.
      var fits = (!choice || row.choice === choice) && words.every(function (word) {
        return row.text.includes(word) || (/\d/.test(word) && bare(word) && row.bare.includes(bare(word)));
      });
      row.element.hidden = !fits;
      if (fits) found += 1;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector("[data-sift-row]:not([hidden])"); });
    var asked = words.length || choice;
    count.textContent = !asked ? "" : found === 0 ? form.dataset.none
      : found === 1 ? form.dataset.one : found + " " + form.dataset.several;
    var query = new URLSearchParams();
    if (words.length) query.set("filter", form.elements.filter.value.trim());
    if (choice) query.set("organ", choice);
    history.replaceState(null, "", (query.toString() ? "?" + query : location.pathname) + location.hash);
  }

  var asked = new URLSearchParams(location.search);
  form.elements.filter.value = asked.get("filter") || "";
  if (form.elements.organ) form.elements.organ.value = asked.get("organ") || "";
  form.addEventListener("input", sift);
  form.addEventListener("submit", function (event) { event.preventDefault(); sift(); });
  form.hidden = false;
  if (asked.size) sift();
})();
