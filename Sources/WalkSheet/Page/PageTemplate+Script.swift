internal import Base

extension PageTemplate {
  /// The record of the day, cards and maps. The record is kept in the browser under the plan's digest; where it keeps
  /// nothing (a private window, a browser that forbids storage for files) the sheet works and says so.
  static let script = """
    "use strict";
    (function () {
      const body = document.body;
      const name = "peidan:" + body.dataset.plan;
      const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
      const one = (selector, from) => (from || document).querySelector(selector);
      const messages = {};
      all("#messages [data-name]").forEach(p => { messages[p.dataset.name] = p.textContent; });
      let store = null;
      try {
        store = window.localStorage;
        store.setItem(name + ":try", "1");
        store.removeItem(name + ":try");
      } catch (error) {
        store = null;
      }
      if (!store) { one(".kept").hidden = true; one(".lost").hidden = false; }
      // What only a script can use is put where it belongs: fields for every line, a tick and a card for every fallback.
      all(".deal[data-pieces] .more").forEach(more => more.append(one("template.fields").content.cloneNode(true)));
      all(".deal[data-ask] .more").forEach(more => more.append(one("template.asked").content.cloneNode(true)));
      all(".instead[data-fen]").forEach(instead => instead.append(one("template.there").content.cloneNode(true)));
      all(".show").forEach(button => button.setAttribute("aria-haspopup", "dialog"));
      // By key: bought, soldOut and closed are true or absent, at is local time, all others are texts as they were typed.
      const texts = ["paid", "note", "at", "each", "counter", "condition", "dateCode"];
      const fields = [["price", "paid"], ["memo", "note"], ["each", "each"], ["counter", "counter"], ["condition", "condition"], ["datecode", "dateCode"]];
      let items = {};
      const own = (key) => Object.prototype.hasOwnProperty.call(items, key) ? items[key] : {};
      function load() {
        try { items = clean(JSON.parse(store.getItem(name) || "{}")); } catch (error) { items = {}; }
      }
      function clean(found) {
        const kept = Object.create(null);
        if (!found || typeof found !== "object") { return kept; }
        Object.keys(found).forEach(key => {
          const item = found[key];
          if (!item || typeof item !== "object") { return; }
          const entry = {};
          if (item.bought === true) { entry.bought = true; }
          if (item.soldOut === true) { entry.soldOut = true; }
          if (item.closed === true) { entry.closed = true; }
          texts.forEach(field => {
            if (typeof item[field] === "string" && item[field] !== "") { entry[field] = item[field].slice(0, 1000); }
          });
          if (Object.keys(entry).length > 0) { kept[key] = entry; }
        });
        return kept;
      }
      function keep() {
        items = clean(items);
        if (store) { try { store.setItem(name, JSON.stringify(items)); } catch (error) { store = null; one(".kept").hidden = true; one(".lost").hidden = false; } }
        show();
      }
      function now() {
        const date = new Date();
        const two = number => String(number).padStart(2, "0");
        return date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate()) + "T" + two(date.getHours()) + ":" + two(date.getMinutes()) + ":" + two(date.getSeconds());
      }
      function change(key, field, value) {
        const item = Object.assign({}, own(key));
        if (value === false || value === "") { delete item[field]; } else { item[field] = value; }
        if (field === "bought" || field === "soldOut" || field === "closed") { if (value) { item.at = now(); } else { delete item.at; } }
        items[key] = item;
        keep();
      }
      // Whole fen of "12.3" or "12,30"; null for what is no amount.
      function fen(text) {
        const match = /^\\s*¥?\\s*(\\d{1,9})(?:[.,](\\d{0,2}))?\\s*$/.exec(text || "");
        return match ? Number(match[1]) * 100 + Number(((match[2] || "") + "00").slice(0, 2)) : null;
      }
      // Millionths of "0.035"; null for what is no price.
      function micro(text) {
        const match = /^\\s*¥?\\s*(\\d{1,6})(?:[.,](\\d{0,6}))?\\s*$/.exec(text || "");
        return match ? Number(match[1]) * 1000000 + Number(((match[2] || "") + "000000").slice(0, 6)) : null;
      }
      function yuan(amount) {
        const size = Math.abs(amount);
        return (amount < 0 ? "-" : "") + "\\u00a5" + Math.floor(size / 100) + "." + String(size % 100).padStart(2, "0");
      }
      function spent(element, item) {
        if (!item.bought) { return 0; }
        const each = element.dataset.ask ? micro(item.each) : null;
        if (each !== null) { return Math.round(each * Number(element.dataset.ask) / 10000); }
        const paid = fen(item.paid);
        return paid === null ? Number(element.dataset.fen) : paid;
      }
      function show() {
        all(".walk").forEach(walk => {
          let paid = 0, open = 0, settled = 0;
          const deals = all(".deal", walk);
          deals.forEach(deal => {
            const item = own(deal.dataset.key);
            const instead = one(".instead[data-fen]", deal);
            const there = own(deal.dataset.key + "/instead");
            paid += spent(deal, item);
            if (instead) { paid += spent(instead, there); }
            const isSold = item.soldOut || item.closed;
            const isOpen = !item.bought && !(isSold && (!instead || there.bought));
            if (isOpen) { open += Number((isSold && instead ? instead : deal).dataset.fen); } else { settled += 1; }
            deal.classList.toggle("done", !!item.bought);
            deal.classList.toggle("sold", !!isSold);
            deal.classList.toggle("settled", !isOpen);
            all(".bought", deal).forEach(box => { box.checked = !!(box.closest(".instead") ? there : item).bought; });
            const soldOut = one(".soldout", deal);
            if (soldOut) { soldOut.checked = !!item.soldOut; }
            const closed = one(".stallclosed", deal);
            if (closed) { closed.checked = !!item.closed; }
            fields.forEach(([field, key]) => {
              const input = one("." + field, deal);
              if (input && input.value !== (item[key] || "") && input !== document.activeElement) { input.value = item[key] || ""; }
            });
          });
          all(".stop", walk).forEach(stop => stop.classList.toggle("alldone", !one(".deal:not(.settled)", stop)));
          const left = Number(walk.dataset.wallet) - paid;
          one(".paid", walk).textContent = yuan(paid);
          one(".left", walk).textContent = yuan(left);
          one(".open", walk).textContent = yuan(open);
          one(".purse", walk).classList.toggle("short", left < open);
          one("progress", walk).value = settled;
          one(".count", walk).textContent = settled + " / " + deals.length;
        });
        const text = one("textarea.text");
        if (text !== document.activeElement) { text.value = record(); }
      }
      function record() {
        const lines = all(".deal[data-pieces]").map(deal => {
          const key = deal.dataset.key;
          const item = own(key);
          const cut = key.indexOf("/");
          const entry = { key: key, line: Number(key.slice(0, cut)), mpn: one(".mpn bdi", deal).textContent, stall: deal.closest(".stop").dataset.stall,
            offer: key.slice(cut + 1), quantity: Number(deal.dataset.pieces), bought: !!item.bought, soldOut: !!item.soldOut };
          if (item.closed) { entry.closed = true; }
          if (item.bought) { entry.paidYuan = yuan(spent(deal, item)).slice(1); }
          ["paid", "note", "at"].forEach(field => { if (item[field]) { entry[field] = item[field]; } });
          if (Object.keys(own(key + "/instead")).length > 0) { entry.instead = own(key + "/instead"); }
          return entry;
        });
        const asks = all(".deal[data-ask]").map(deal => {
          const item = own(deal.dataset.key);
          const entry = { key: deal.dataset.key, mpn: one(".mpn bdi", deal).textContent, stall: deal.closest(".stop").dataset.stall,
            quantity: Number(deal.dataset.ask), bought: !!item.bought, soldOut: !!item.soldOut };
          texts.forEach(field => { if (item[field]) { entry[field] = item[field]; } });
          return entry;
        });
        const others = {};
        all(".deal:not([data-pieces]):not([data-ask])").forEach(deal => { const item = own(deal.dataset.key); if (item.bought) { others[deal.dataset.key] = item; } });
        return JSON.stringify({ schema: "peidan.walk/1", plan: body.dataset.plan, board: body.dataset.board, date: body.dataset.date, lines: lines, asks: asks.length > 0 ? asks : undefined, pickUps: others }, null, 1);
      }
      function say(message) { one(".said").textContent = messages[message]; }
      function read(text) {
        let found;
        try { found = JSON.parse(text); } catch (error) { say("unreadable"); return; }
        if (!found || found.schema !== "peidan.walk/1" || !Array.isArray(found.lines)) { say("unreadable"); return; }
        if (found.plan !== body.dataset.plan) { say("other"); return; }
        const next = Object.assign({}, found.pickUps);
        found.lines.forEach(line => {
          if (!line || typeof line.key !== "string") { return; }
          next[line.key] = line;
          if (line.instead) { next[line.key + "/instead"] = line.instead; }
        });
        (Array.isArray(found.asks) ? found.asks : []).forEach(line => { if (line && typeof line.key === "string") { next[line.key] = line; } });
        items = next;
        if (document.activeElement && document.activeElement.blur) { document.activeElement.blur(); }
        keep();
        say("read");
      }

      document.addEventListener("change", event => {
        const target = event.target;
        const deal = target.closest && target.closest(".deal");
        if (target.matches(".bought")) {
          change(deal.dataset.key + (target.closest(".instead") ? "/instead" : ""), "bought", target.checked);
        } else if (target.matches(".condition")) {
          change(deal.dataset.key, "condition", target.value);
        } else if (target.matches(".soldout")) {
          change(deal.dataset.key, "soldOut", target.checked);
        } else if (target.matches(".stallclosed")) {
          // The whole stall is: its other lines as well.
          all(".deal[data-pieces]", target.closest(".stop")).forEach(other => change(other.dataset.key, "closed", target.checked));
        } else if (target.matches(".hidedone")) {
          target.closest(".walk").classList.toggle("hiding", target.checked);
        } else if (target.matches(".file") && target.files[0]) {
          const reader = new FileReader();
          reader.onload = () => { read(String(reader.result)); target.value = ""; };
          reader.onerror = () => { say("unreadable"); };
          reader.readAsText(target.files[0]);
        }
      });
      document.addEventListener("input", event => {
        const target = event.target;
        if (target.matches(".price")) {
          target.setCustomValidity(target.value === "" || fen(target.value) !== null ? "" : "?");
          target.setAttribute("aria-invalid", String(!target.checkValidity()));
          change(target.closest(".deal").dataset.key, "paid", target.value);
        } else if (target.matches(".each")) {
          target.setCustomValidity(target.value === "" || micro(target.value) !== null ? "" : "?");
          target.setAttribute("aria-invalid", String(!target.checkValidity()));
          change(target.closest(".deal").dataset.key, "each", target.value);
        } else {
          fields.filter(([field]) => field !== "price" && field !== "condition" && target.matches("." + field)).forEach(([field, key]) => {
            change(target.closest(".deal").dataset.key, key, target.value);
          });
        }
      });
      one(".apply").addEventListener("click", () => { read(one("textarea.text").value); });
      one(".save").addEventListener("click", () => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([record()], { type: "application/json" }));
        link.download = (body.dataset.board.replace(/[^\\p{L}\\p{N}_-]+/gu, "-") || "plan") + "-" + body.dataset.date + ".json";
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
        say("saved");
      });

      const card = one("dialog.card");
      const cardText = one(".cardtext");
      const back = one(".back", card);
      let shown = [];
      function fill(nodes) { cardText.replaceChildren(...nodes.map(node => node.cloneNode(true))); }
      all(".show").forEach(button => button.addEventListener("click", () => {
        shown = Array.from(one(":scope > .lines", button.closest(".deal")).children);
        const instead = button.closest(".instead");
        // A fallback's card has only what it says differently, and in which place.
        if (instead) { all(".lines p", instead).forEach(line => { shown[Number(line.dataset.place) - 1] = line; }); }
        fill(shown);
        back.hidden = true;
        one(".replies").open = false;
        card.showModal();
        card.scrollTop = 0;
      }));
      one(".shut", card).addEventListener("click", () => card.close());
      back.addEventListener("click", () => { fill(shown); back.hidden = true; one(".shut", card).focus(); });
      all(".reply").forEach(button => button.addEventListener("click", () => {
        const line = document.createElement("p");
        line.className = "large";
        line.append(...Array.from(button.childNodes).map(node => node.nodeType === 1 && node.lang === "en" ? node.cloneNode(true) : node.textContent));
        fill([line]);
        back.hidden = false;
        card.scrollTop = 0;
      }));

      all("figure").forEach(figure => {
        const plan = one(".plan", figure);
        let zoom = 1;
        function set(to) {
          zoom = Math.min(6, Math.max(1, to));
          const middle = (plan.scrollLeft + plan.clientWidth / 2) / plan.scrollWidth;
          const height = (plan.scrollTop + plan.clientHeight / 2) / plan.scrollHeight;
          plan.style.setProperty("--zoom", String(zoom));
          plan.scrollLeft = middle * plan.scrollWidth - plan.clientWidth / 2;
          plan.scrollTop = height * plan.scrollHeight - plan.clientHeight / 2;
        }
        one(".larger", figure).addEventListener("click", () => set(zoom * 1.5));
        one(".smaller", figure).addEventListener("click", () => set(zoom / 1.5));
      });

      window.addEventListener("storage", event => { if (event.key === name) { load(); show(); } });
      load();
      show();
    })();
    """
}
