extension PageTemplate {
  /// Ticks and sums. Ticks are kept in the browser under the plan's digest; where it keeps nothing (a private window, a
  /// browser that forbids storage for files) the sheet works and says so.
  static let script = """
    "use strict";
    (function () {
      var name = "peidan:" + document.body.dataset.plan;
      var boxes = Array.prototype.slice.call(document.querySelectorAll("input[data-key]"));
      var store = null;
      try {
        store = window.localStorage;
        store.setItem(name + ":try", "1");
        store.removeItem(name + ":try");
      } catch (error) {
        store = null;
      }
      var ticked = {};
      if (store) {
        try { ticked = JSON.parse(store.getItem(name) || "{}") || {}; } catch (error) { ticked = {}; }
      } else {
        document.querySelector(".kept").hidden = true;
        document.querySelector(".lost").hidden = false;
      }
      function yuan(fen) {
        var sign = fen < 0 ? "-" : "";
        var size = Math.abs(fen);
        var rest = String(size % 100);
        return sign + "\\u00a5" + Math.floor(size / 100) + "." + (rest.length < 2 ? "0" + rest : rest);
      }
      function show() {
        Array.prototype.forEach.call(document.querySelectorAll(".walk"), function (walk) {
          var paid = 0;
          Array.prototype.forEach.call(walk.querySelectorAll("input[data-key]"), function (box) {
            if (box.checked) { paid += Number(box.dataset.fen); }
            box.closest(".deal").classList.toggle("done", box.checked);
          });
          walk.querySelector(".paid").textContent = yuan(paid);
          walk.querySelector(".left").textContent = yuan(Number(walk.dataset.wallet) - paid);
        });
      }
      boxes.forEach(function (box) {
        box.checked = Object.prototype.hasOwnProperty.call(ticked, box.dataset.key);
        box.addEventListener("change", function () {
          if (box.checked) { ticked[box.dataset.key] = true; } else { delete ticked[box.dataset.key]; }
          if (store) {
            try { store.setItem(name, JSON.stringify(ticked)); } catch (error) { store = null; }
          }
          show();
        });
      });
      show();
    })();
    """
}
